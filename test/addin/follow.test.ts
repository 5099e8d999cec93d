/** Following edits by reading little: values always, formulas where something was touched; nothing goes unseen. */

import { describe, expect, it } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { builtHost, type Opened, panels, rowOf, until } from "./open.ts";

const id = (text: string): ItemId => text as ItemId;

let host: ExcelHost;
const panelOn = panels(() => host);

async function open(): Promise<Opened> {
  host = await builtHost();
  return panelOn();
}

const codes = (panel: Opened) => panel.report().issues.map((issue) => issue.code);

/** Another panel that has just been opened reads everything. */
async function anew(): Promise<Snapshot> {
  const snapshot = await openExcel(EDITIONS).snapshot();
  if (!snapshot) throw new Error("There is no checklist.");
  return snapshot;
}

/** Waits until the panel reads and shows what a reading of everything gives. */
async function followsTruly(panel: Opened, act: () => void): Promise<void> {
  act();
  const truth = await anew();
  const patience = { timeout: 60_000 };
  await expect.poll(() => panel.report(), patience).toEqual(report(EDITIONS, truth));
  await expect.poll(() => panel.book.snapshot(), patience).toEqual(truth);
}

const formulaIn = async (panel: Opened, item: string): Promise<string | null | undefined> => {
  const range = (await panel.book.snapshot())?.names.Self_Answer;
  return range?.formulas[rowOf(panel, item) - range.row]?.[0];
};

describe("following edits", () => {
  it("reads a fifth of the workbook's answer after an edit", async () => {
    const panel = await open();
    host.clearFigures();
    await anew();
    const whole = host.figures.bytesDown;
    host.clearFigures();
    host.type("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
    await until(() => panel.report().self.answered === 1);
    expect(host.figures.requests).toBe(1);
    expect(host.figures.bytesDown).toBeLessThan(whole / 4);
  });

  it("sees a formula that is overwritten, one that comes into an answer, and both put right", async () => {
    const panel = await open();
    const points = `I${rowOf(panel, "1.4")}`;
    const formula = String(host.formula("Checklist", points));
    expect(formula).toMatch(/^=/);
    await followsTruly(panel, () => host.force("Checklist", points, 40));
    expect(codes(panel)).toContain("formulaLost");
    await followsTruly(panel, () => host.force("Checklist", points, formula));
    expect(codes(panel)).not.toContain("formulaLost");
    const answer = `H${rowOf(panel, "1.2")}`;
    await followsTruly(panel, () => host.force("Checklist", answer, '=IF(1=1,"Met","")'));
    expect(await formulaIn(panel, "1.2")).toBe('IF(1=1,"Met","")');
    await expect(panel.session.host.answer(id("1.2"), "self", "notMet")).rejects.toThrow(/formula/);
    await followsTruly(panel, () => host.force("Checklist", answer, "Met"));
    expect(await formulaIn(panel, "1.2")).toBeNull();
  });

  it("sees edits in several places and sheets of one burst", async () => {
    const panel = await open();
    const partner = String(host.book.nameNamed("Partner_Name")?.formula)
      .replace(/^.*!/, "")
      .replaceAll("$", "");
    await followsTruly(panel, () => {
      host.force("Checklist", `I${rowOf(panel, "1.4")}`, 40);
      host.force("Checklist", `H${rowOf(panel, "14.1")}`, '="Met"');
      host.type("Overview", partner, "Kestrel");
    });
    expect(codes(panel)).toContain("formulaLost");
    expect(await formulaIn(panel, "14.1")).toBe('"Met"');
  });

  it("stays true when sheets get other names and when rows come in, move and go", async () => {
    const panel = await open();
    await followsTruly(panel, () => {
      host.rename("AWS Services", "Our services");
      host.type("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
    });
    await followsTruly(panel, () => host.insertRow("Checklist", rowOf(panel, "3.1")));
    await followsTruly(panel, () =>
      host.swapRows("Checklist", rowOf(panel, "1.2"), rowOf(panel, "1.4")),
    );
    await followsTruly(panel, () => host.deleteRow("Checklist", rowOf(panel, "8.1.9")));
    await followsTruly(panel, () => host.deleteSheet("Action Items"));
    host.isDeaf = true;
    host.insertRow("Checklist", rowOf(panel, "2.1"));
    host.isDeaf = false;
    await followsTruly(panel, () => host.tick("Checklist", "A1"));
  });

  it("looks at all formulas where a figure does not fit, as after cells were cut and pasted", async () => {
    const panel = await open();
    const [row, to] = [rowOf(panel, "1.2"), rowOf(panel, "1.3")];
    const points = `I${row}`;
    const formula = String(host.formula("Checklist", points));
    host.type("Checklist", `H${row}`, "Not met");
    await until(() => panel.report().self.answered === 1);
    // Excel takes the formula along to the cell that was pasted, and tells of the two cells alone.
    await followsTruly(panel, () => {
      host.isDeaf = true;
      host.force("Checklist", points, formula.replaceAll(`H${row}`, `H${to}`));
      host.isDeaf = false;
      host.force("Checklist", `H${row}`, null);
      host.force("Checklist", `H${to}`, "Not met");
    });
    expect(codes(panel)).toContain("formulaChanged");
  });

  it("follows a pick from a list of which only the results tell", async () => {
    const panel = await open();
    host.pick("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
    await until(() => panel.report().self.answered === 1);
  });

  it("looks at all formulas after cells were pushed aside", async () => {
    const panel = await open();
    const points = `I${rowOf(panel, "1.4")}`;
    const formula = String(host.formula("Checklist", points));
    await followsTruly(panel, () => {
      host.isDeaf = true;
      // The same result by another formula, which no figure gives away.
      host.force("Checklist", points, `=IF(1=1,${formula.slice(1)},"")`);
      host.isDeaf = false;
      host.shiftCells("Checklist", "AC5");
    });
    expect(codes(panel)).toContain("formulaChanged");
  });

  it("looks at the lists of those answers that were pasted over, in one short request, and at all at Refresh", async () => {
    const panel = await open();
    const without = async (name: string): Promise<string> => {
      const range = (await anew()).names[name];
      const sheet = host.book.sheetNamed("Checklist");
      if (!range || !sheet) throw new Error("There is no checklist.");
      for (let row = range.row; row < range.row + range.rows; row += 1)
        host.book.cell(sheet, row, range.column).validation = null;
      return areaAddress({ ...range, row: range.row + 2, rows: 2 });
    };
    const lost = () => panel.report().issues.filter(({ code }) => code === "listLost").length;
    const pasted = await without("Self_Answer");
    await without("Note_Kind");
    host.clearFigures();
    host.force("Checklist", pasted, "Met");
    await until(() => panel.report().self.answered === 2);
    expect(lost()).toBe(1);
    expect(host.figures.requests).toBe(1);
    expect(host.figures.bytesUp).toBeLessThan(4_200);
    await panel.session.host.refresh();
    expect(lost()).toBe(2);
  });

  it("reads nothing for a selection, unless a list may have been picked from unseen", async () => {
    for (const platform of ["PC", "Mac", "OfficeOnline"] as const) {
      host = installExcel({ platform });
      await openExcel(EDITIONS).build(blueprint(checklist31, blankInputs(checklist31)));
      const panel = await panelOn();
      const [row, next] = [rowOf(panel, "1.2"), rowOf(panel, "1.3")];
      await new Promise((resolve) => setTimeout(resolve, 600));
      host.clearFigures();
      const walk = ["A", "C", "H", "C", "A"];
      for (const column of walk) host.select("Checklist", `${column}${row}`);
      const selected = () => {
        const state = panel.last();
        return state.kind === "report" ? state.selected : null;
      };
      await until(() => selected() === "1.2");
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(host.figures.requests, platform).toBe(platform === "OfficeOnline" ? 1 : 0);
      // Nothing at all tells of the pick but that the cell is left.
      host.select("Checklist", `H${next}`);
      host.isDeaf = true;
      host.pick("Checklist", `H${next}`, "Met");
      host.isDeaf = false;
      host.select("Checklist", "A1");
      if (platform === "OfficeOnline") await until(() => panel.report().self.answered === 1);
      panel.session.stop();
    }
  });

  it("follows all the same where events never rest", async () => {
    const panel = await open();
    host.type("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
    const ticking = setInterval(() => host.tick("Checklist", "A1"), 100);
    try {
      await until(() => panel.report().self.answered === 1);
    } finally {
      clearInterval(ticking);
    }
  });

  it("shows the item of the row that was selected before it was opened", async () => {
    const first = await open();
    host.select("Checklist", `C${rowOf(first, "8.1.9")}`);
    const another = async () => {
      const state = (await panelOn()).last();
      return state.kind === "report" ? state.selected : undefined;
    };
    expect(await another()).toBe("8.1.9");
    host.select("Overview", "A1");
    expect(await another()).toBeNull();
  });

  it("knows the selected row after a failed reading and after the sheet got another title", async () => {
    const panel = await open();
    const selected = () => {
      const state = panel.last();
      return state.kind === "report" ? state.selected : null;
    };
    host.isEditing = true;
    host.select("Checklist", `H${rowOf(panel, "1.2")}`);
    host.tick("Checklist", "A1");
    await until(() => host.figures.requests > 0);
    await new Promise((resolve) => setTimeout(resolve, 600));
    host.select("Checklist", `H${rowOf(panel, "1.3")}`);
    host.isEditing = false;
    await until(() => selected() === "1.3");
    host.rename("Checklist", "The list");
    const place = panel.report().items.find((item) => item.id === "1.4")?.place;
    if (!place) throw new Error("1.4 has no row");
    // The panel still has the old title.
    await panel.session.host.goTo(place);
    expect(host.book.active.name).toBe("The list");
    host.type("The list", `H${place.row}`, "Met");
    await until(() => panel.report().self.answered === 1);
    expect(selected()).toBe("1.3");
  });

  it("keeps text that begins with = apart from formulas", async () => {
    const panel = await open();
    const cell = `J${rowOf(panel, "1.2")}`;
    await panel.session.host.write(id("1.2"), "Evidence", "=see the wiki");
    await followsTruly(panel, () => host.type("Checklist", `H${rowOf(panel, "1.3")}`, "Met"));
    await followsTruly(panel, () => host.type("Checklist", cell, "The wiki"));
  });

  it("reads values that no event told of, writes over no formula of that kind, and sees all at Refresh", async () => {
    const panel = await open();
    const answer = `H${rowOf(panel, "1.2")}`;
    host.isDeaf = true;
    host.force("Checklist", answer, '="Met"');
    host.isDeaf = false;
    await expect(panel.session.host.answer(id("1.2"), "self", "notMet")).rejects.toThrow(/formula/);
    expect(host.formula("Checklist", answer)).toBe('="Met"');
    host.isDeaf = true;
    host.force("Checklist", `H${rowOf(panel, "1.3")}`, "Met");
    host.isDeaf = false;
    host.tick("Checklist", "A1");
    await until(() => panel.report().self.answered === 2);
    await panel.session.host.refresh();
    expect(await formulaIn(panel, "1.2")).toBe('"Met"');
    expect(panel.report()).toEqual(report(EDITIONS, await anew()));
  });

  it("loses no edit that is made while a cell keeps Excel from answering", async () => {
    const panel = await open();
    host.isEditing = true;
    host.force("Checklist", `I${rowOf(panel, "1.4")}`, 40);
    await until(() => host.figures.requests > 0);
    host.isEditing = false;
    await until(() => codes(panel).includes("formulaLost"));
    expect(panel.report()).toEqual(report(EDITIONS, await anew()));
  });
});
