/** Faults that a user meets through the panel: each ends in a sentence and an offer, and no answer is lost. */

import { describe, expect, it } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { issueCards } from "../../panel/model/issues.ts";
import { ACTIONS } from "../core/ready.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { withItem } from "../fakes/snapshot.ts";
import { builtHost, type Opened, panels, rowOf, until } from "./open.ts";

const { items } = checklist31;

const id = (text: string): ItemId => text as ItemId;
/** The column J of the Checklist. */
const EVIDENCE = 10;
const WISH = { partner: "Kestrel Cloud Ltd", reseller: true, renewal: false };

let host: ExcelHost;
const open = panels(() => host);

/** Somebody types into a cell just before a request with this number. */
function editsFrom(request: number): void {
  const answer = host.answer.bind(host);
  let isDue = true;
  host.answer = (text) => {
    if (isDue && host.figures.requests === request - 1) {
      isDue = false;
      host.isEditing = true;
    }
    return answer(text);
  };
}

/** Takes the offer that is shown beside a sentence. */
async function takeOffer(panel: Opened): Promise<void> {
  const state = panel.last();
  if (state.kind !== "failed" || !state.remedy) throw new Error("nothing is offered");
  const before = panel.states.length;
  state.remedy.act();
  await until(() => panel.states.length > before);
}

describe("faults, through the panel", () => {
  it("rows sorted another way: every answer stays with its item, and the next goes to the right row", async () => {
    host = await builtHost();
    const panel = await open();
    await panel.session.host.answer(id("1.2"), "self", "met");
    await panel.session.host.answer(id("1.4"), "self", "notMet");
    const before = panel.report();
    const [row, other] = [rowOf(panel, "1.2"), rowOf(panel, "1.4")];
    host.swapRows("Checklist", row, other);
    await until(() => rowOf(panel, "1.2") === other);
    const answers = () =>
      panel
        .report()
        .items.flatMap((item) => (item.self === "unanswered" ? [] : [`${item.id} ${item.self}`]));
    expect(answers().sort()).toEqual(["1.2 met", "1.4 notMet"]);
    expect(panel.report().self).toEqual(before.self);
    expect(panel.report().issues.filter((issue) => issue.severity === "error")).toEqual([]);
    await panel.session.host.answer(id("1.2"), "self", "notMet");
    expect(host.value("Checklist", `H${other}`)).toBe("Not met");
    expect(answers().sort()).toEqual(["1.2 notMet", "1.4 notMet"]);
  });

  it("what people break in the sheets: each is a card that says what is wrong", async () => {
    host = await builtHost();
    const panel = await open();
    await panel.session.host.answer(id("1.2"), "self", "met");
    host.force("Checklist", `I${rowOf(panel, "1.4")}`, 40);
    host.unprotect("Checklist");
    host.deleteRow("Checklist", rowOf(panel, "3.1"));
    host.deleteSheet("Action Items");
    const codes = () => panel.report().issues.map((issue) => issue.code);
    await until(() => codes().includes("sheetMissing") && codes().includes("formulaLost"));
    expect(codes()).toEqual(
      expect.arrayContaining(["formulaLost", "protectionOff", "itemMissing", "sheetMissing"]),
    );
    for (const { title, body, remedy } of issueCards(panel.report())) {
      expect(title).toMatch(/^[A-Z]/);
      expect(`${body} ${remedy ?? ""}`.trim()).toMatch(/^[A-Z\d].*\.$/s);
    }
    // The answer is there all the same.
    expect(panel.report().items.find((item) => item.id === "1.2")?.self).toBe("met");
  });

  it("a row put into the list of action items, or taken out of it: no action item is hidden", async () => {
    host = installExcel();
    const closed = items
      .slice(0, 12)
      .reduce((all, { id }) => withItem(all, id, { auditor: "notMet" }), ACTIONS);
    await openExcel(EDITIONS).build(blueprint(checklist31, closed));
    const listed = (): string[] =>
      Array.from({ length: 40 }, (_, down) =>
        String(host.value("Action Items", `B${5 + down}`)),
      ).filter((text) => /^\d/.test(text));
    const before = listed();
    expect(before.length).toBeGreaterThan(12);
    host.insertRow("Action Items", 8);
    expect(listed()).toEqual(before);
    host.deleteRow("Action Items", 6);
    expect(listed()).toEqual(before);
  });

  it("a sheet with a password: the command says so, the report stays, and nothing changed", async () => {
    host = await builtHost();
    const panel = await open();
    const cell = `H${rowOf(panel, "1.2")}`;
    // Locked, so that Excel refuses the cell itself.
    const sheet = host.book.sheetNamed("Checklist");
    if (!sheet) throw new Error("none");
    host.book.cell(sheet, rowOf(panel, "1.2"), 8).locked = true;
    host.protectWithPassword("Checklist");
    await panel.session.host.refresh();
    await expect(panel.session.host.answer(id("1.2"), "self", "met")).rejects.toThrow(
      /protected with a password.*take the password off/s,
    );
    expect(host.value("Checklist", cell)).toBe("");
    expect(panel.last().kind).toBe("report");
  });

  it("protection that somebody else takes off at the same moment: nothing changes, and once more does", async () => {
    host = await builtHost();
    const panel = await open();
    const answer = host.answer.bind(host);
    let isDue = true;
    host.answer = (text) => {
      if (isDue && text.includes('"Unprotect"')) {
        isDue = false;
        host.unprotect("Overview");
      }
      return answer(text);
    };
    const move = () => panel.session.host.steps?.movePhase("submitted", "");
    await expect(move()).rejects.toThrow(/changed the protection just now.*Try again/s);
    await panel.session.host.refresh();
    expect(panel.report().phase).toBe("selfAssessment");
    await move();
    expect(panel.report().phase).toBe("submitted");
  });

  it("a build that fails at any request: a sentence, Try again, and then a new checklist all the same", async () => {
    host = installExcel();
    await openExcel(EDITIONS).build(blueprint(checklist31, blankInputs(checklist31)));
    // The last one comes when the checklist is there.
    const requests = host.figures.requests - 1;
    for (let request = 1; request <= requests; request += 1) {
      host = installExcel();
      const panel = await open();
      // The panel looks once more whether there is a checklist before it builds.
      host.plant({ fails: (count) => count === request + 1, code: "GeneralException" });
      await panel.session.host.newChecklist(WISH);
      expect(panel.sentence(), `request ${request}`).toMatch(/^[A-Z].*\.$/s);
      host.plant(null);
      await takeOffer(panel);
      await until(() => panel.last().kind === "empty");
      await panel.session.host.newChecklist(WISH);
      expect(panel.report().partner, `request ${request}`).toBe("Kestrel Cloud Ltd");
      expect(panel.report().items).toHaveLength(items.length);
      panel.session.stop();
    }
  });

  it("cell being edited during a build: it waits and goes on, and nothing is lost", async () => {
    host = installExcel();
    const panel = await open();
    editsFrom(5);
    const building = panel.session.host.newChecklist(WISH);
    await until(() => {
      const state = panel.last();
      return state.kind === "working" && /Press Enter to go on/.test(state.message);
    });
    host.isEditing = false;
    await building;
    expect(panel.report().partner).toBe("Kestrel Cloud Ltd");
    expect(panel.report().issues.filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("cell being edited while a failed build is taken away: it waits, and nothing is left", async () => {
    host = installExcel();
    const before = host.book.sheets.length;
    const panel = await open();
    // The panel's own look, room, sheets and names, two sheets; then what takes them away finds Excel busy.
    host.plant({ fails: (count) => count === 6, code: "GeneralException" });
    editsFrom(host.figures.requests + 7);
    const building = panel.session.host.newChecklist(WISH);
    await until(() => {
      const state = panel.last();
      return state.kind === "working" && /Press Enter/.test(state.message);
    });
    expect(host.book.sheets.length).toBeGreaterThan(before);
    host.isEditing = false;
    await building;
    expect(panel.sentence()).toMatch(/taken away again/);
    expect(host.book.sheets).toHaveLength(before);
    expect(host.book.names).toEqual([]);
  });

  it("two panels that make a checklist at once: one is made, and the other panel loses nothing of it", async () => {
    host = installExcel();
    const [one, other] = [await open(), await open()];
    await Promise.all([
      one.session.host.newChecklist(WISH),
      other.session.host.newChecklist({ ...WISH, partner: "Somebody else" }),
    ]);
    const kinds = [one, other].map((panel) => panel.last().kind);
    expect(kinds.sort()).toEqual(["failed", "report"]);
    for (const panel of [one, other]) {
      if (panel.last().kind !== "failed") continue;
      expect(panel.sentence()).toMatch(/Another panel is making a checklist/);
      await takeOffer(panel);
      await until(() => panel.last().kind === "report");
    }
    await one.session.host.refresh();
    expect(one.report().items).toHaveLength(items.length);
    expect(one.report().issues.filter((issue) => issue.severity === "error")).toEqual([]);
    expect(host.book.sheets).toHaveLength(8);
  });

  it("events that could not be had: the report is shown, and Refresh asks for them again", async () => {
    host = await builtHost();
    host.plant({ fails: (count) => count === 1, code: "GeneralException", after: 0 });
    const panel = await open();
    host.plant(null);
    expect(panel.report().self.answered).toBe(0);
    host.type("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
    // Nobody heard of it.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(panel.report().self.answered).toBe(0);
    await panel.session.host.refresh();
    expect(panel.report().self.answered).toBe(1);
    host.type("Checklist", `H${rowOf(panel, "1.3")}`, "Met");
    await until(() => panel.report().self.answered === 2);
  });

  it("a text goes in as it stands, whatever format its cell has", async () => {
    host = await builtHost();
    const panel = await open();
    const [text, general] = [rowOf(panel, "1.2"), rowOf(panel, "1.3")];
    const checklist = host.book.sheetNamed("Checklist");
    if (!checklist) throw new Error("No checklist.");
    const cell = (row: number) => host.book.cell(checklist, row, EVIDENCE);
    expect(cell(text).numberFormat).toBe("@");
    // As in a workbook of an earlier release.
    cell(general).numberFormat = "General";
    for (const value of ["=1+1", "007", "1/2", "'quoted'"]) {
      for (const [item, row] of [
        ["1.2", text],
        ["1.3", general],
      ] as const) {
        await panel.session.host.write(id(item), "Evidence", value);
        expect(host.book.value(checklist, row, EVIDENCE), `${item} ${value}`).toBe(value);
      }
    }
  });

  it("no checklist: the offer to make one", async () => {
    host = installExcel();
    expect((await open()).last().kind).toBe("empty");
  });

  it("a newer format: a sentence, and another look on request", async () => {
    host = await builtHost();
    const format = host.book
      .nameNamed("Format_Version")
      ?.formula.replace(/^.*!/, "")
      .replaceAll("$", "");
    host.force("Checklist data", format ?? "", 99);
    const newer = await open();
    expect(newer.sentence()).toMatch(/newer version.*Close the panel and open it again/s);
    host.force("Checklist data", format ?? "", 1);
    await takeOffer(newer);
    await until(() => newer.last().kind === "report");
  });

  it("a lower API set: what is needed, and that the workbook does without", async () => {
    host = installExcel({ set: "1.7" });
    const old = await open();
    expect(old.sentence()).toMatch(/needs Excel 2021.*scores without the panel/s);
  });

  it("answers unsent texts of a closed phase with one sentence each, and asks Excel no more", async () => {
    host = await builtHost();
    const panel = await open();
    const { session } = panel;
    host.isDeaf = true;
    host.force(
      "Overview",
      String(host.book.nameNamed("Phase")?.formula).replace(/^.*!|\$/g, ""),
      "Closed",
    );
    host.isDeaf = false;
    const send = (item: string) => session.host.write(id(item), "Owner", "T. Weiss");
    await until(() => panel.states.length > 2);
    await expect(send("1.2")).rejects.toThrow(/Closed/);
    const shown = panel.states.length;
    // The panel sends what is unsent at each report, so the second refusal must not show one more.
    await expect(send("1.3")).rejects.toThrow(/Closed/);
    expect(panel.states.length).toBe(shown);
    expect(panel.report().phase).toBe("closed");
  });

  it("puts the partner's name into the headers when the phase moves, which no printer can prevent", async () => {
    host = await builtHost();
    const panel = await open();
    const partner = String(host.book.nameNamed("Partner_Name")?.formula).replace(/^.*!|\$/g, "");
    host.type("Overview", partner, "Heron & Sons");
    await until(() => panel.report().partner === "Heron & Sons");
    const header = () => host.book.sheetNamed("Checklist")?.page.leftHeader;
    const before = header();
    // After the reading and the writing.
    host.plant({ fails: (request) => request === 3, code: "GeneralException", after: 0 });
    await panel.session.host.steps?.movePhase("submitted", "");
    expect(panel.report().phase).toBe("submitted");
    expect(header()).toBe(before);
    await panel.session.host.steps?.movePhase("audit", "");
    expect(header()).toBe("Heron && Sons");
  });

  it("prints by the phase that the panel moves to, unless somebody has chosen what is printed", async () => {
    host = await builtHost();
    const panel = await open();
    const sheet = host.book.sheetNamed("Checklist");
    expect(sheet?.page.printArea).toBe("A1:K115");
    expect(sheet?.rowBreaks.length).toBeGreaterThan(0);
    await panel.session.host.steps?.movePhase("submitted", "");
    await panel.session.host.steps?.movePhase("audit", "");
    expect(sheet?.page).toMatchObject({ printArea: "A1:O115", zoom: { scale: 55 } });
    expect(sheet?.rowBreaks).toEqual([]);
    if (sheet) sheet.page.printArea = "A1:D20";
    await panel.session.host.steps?.movePhase("actionItems", "");
    expect(sheet?.page.printArea).toBe("A1:D20");
  });
});
