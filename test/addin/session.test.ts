/** The panel follows the workbook, and every fault ends in a sentence and an offer, never in a lost answer. */

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { cellAddress } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { builtHost, panels, quiet, rowOf, until } from "./open.ts";

const { items } = checklist31;

const id = (text: string): ItemId => text as ItemId;
/** Columns of a new Checklist. */
const SELF = "H";
const SELF_POINTS = "I";

let host: ExcelHost;
const open = panels(() => host);

describe("the panel in Excel", () => {
  it("offers a new checklist where there is none, builds it and shows it", async () => {
    host = installExcel();
    const panel = await open();
    expect(panel.last().kind).toBe("empty");
    await panel.session.host.newChecklist({
      partner: "Kestrel Cloud Ltd",
      reseller: false,
      renewal: false,
    });
    expect(panel.report().partner).toBe("Kestrel Cloud Ltd");
    expect(panel.report().scope.reseller).toBe(false);
    const working = panel.states.filter((state) => state.kind === "working");
    expect(working).toHaveLength(8);
    expect(working[0]).toMatchObject({ fraction: 0 });
  });

  it("follows answers typed in the sheet, by anyone, with one request a burst", async () => {
    host = await builtHost();
    const panel = await open();
    await quiet(host);
    host.clearFigures();
    for (const item of ["1.2", "1.3", "1.4"])
      host.type("Checklist", `${SELF}${rowOf(panel, item)}`, "Met", "Remote");
    await until(() => panel.report().self.answered === 3);
    await quiet(host);
    expect(host.figures.requests).toBe(1);
    expect(host.figures.bytesUp).toBeLessThan(4_000);
    expect(host.value("Overview", "A2")).not.toBe("");
    expect(panel.report().issues.filter((issue) => issue.code === "notRecalculated")).toEqual([]);
  });

  it("writes an answer with two small requests and reads what came of it with a third", async () => {
    host = await builtHost();
    const panel = await open();
    host.clearFigures();
    await panel.session.host.answer(id("1.2"), "self", "met");
    expect(panel.report().self.answered).toBe(1);
    expect(host.value("Checklist", `${SELF}${rowOf(panel, "1.2")}`)).toBe("Met");
    expect(host.figures.requests).toBe(3);
    expect(host.figures.bytesUp).toBeLessThan(12_000);
    await panel.session.host.answer(id("1.2"), "self", "unanswered");
    expect(panel.report().self.answered).toBe(0);
    await panel.session.host.write(id("1.2"), "Evidence", "=see the wiki");
    expect(panel.report().items.find((item) => item.id === "1.2")?.evidence).toBe("=see the wiki");
  });

  it("writes no answer that somebody's move of the phase has closed meanwhile", async () => {
    host = await builtHost();
    const panel = await open();
    const other = await open();
    await panel.session.host.steps?.movePhase("submitted", "");
    const before = contents(host);
    for (const act of [
      () => other.session.host.answer(id("1.2"), "self", "met"),
      () => other.session.host.write(id("1.2"), "Evidence", "late"),
    ]) {
      await expect(act()).rejects.toThrow(/The phase is Submitted now, which closes this entry/);
      expect(contents(host)).toBe(before);
    }
    expect(other.report().phase).toBe("submitted");
  });

  it("writes nothing in answer to an edit", async () => {
    host = await builtHost();
    const panel = await open();
    const before = JSON.stringify(host.book.sheets.map((sheet) => [sheet.protection, sheet.page]));
    const bodies: string[] = [];
    const answer = host.answer.bind(host);
    host.answer = (text) => {
      bodies.push(text);
      return answer(text);
    };
    host.type("Checklist", `${SELF}${rowOf(panel, "1.2")}`, "Not met");
    await until(() => panel.report().self.answered === 1);
    expect(bodies.join()).not.toMatch(/"ActionType":4|Protect"|"Add"/);
    expect(JSON.stringify(host.book.sheets.map((sheet) => [sheet.protection, sheet.page]))).toBe(
      before,
    );
  });

  it("shows the item of the selected row, and goes to rows", async () => {
    host = await builtHost();
    const panel = await open();
    host.select("Checklist", `A${rowOf(panel, "8.1.9")}`);
    const selected = () => {
      const state = panel.last();
      return state.kind === "report" ? state.selected : null;
    };
    await until(() => selected() === "8.1.9");
    host.select("Overview", "A5");
    await until(() => selected() === null);
    const place = panel.report().items[7]?.place;
    if (!place) throw new Error("no place");
    await panel.session.host.goTo(place);
    expect([host.book.active.name, host.book.selection]).toEqual([
      "Checklist",
      cellAddress(place.row, place.column),
    ]);
  });

  it("keeps two panels on one workbook alike", async () => {
    host = await builtHost();
    const one = await open();
    const other = await open();
    await one.session.host.answer(id("5.1"), "self", "met");
    await until(() => other.report().self.answered === 1);
    await Promise.all([
      one.session.host.answer(id("5.2"), "self", "met"),
      other.session.host.answer(id("4.5"), "self", "notMet"),
      one.session.host.write(id("5.2"), "Owner", "A"),
      other.session.host.write(id("4.5"), "Owner", "B"),
    ]);
    await until(() => one.report().self.answered === 3 && other.report().self.answered === 3);
    expect(one.report().self).toEqual(other.report().self);
  });

  it("catches up by Refresh where events were lost", async () => {
    host = await builtHost();
    const panel = await open();
    host.isDeaf = true;
    host.type("Checklist", `${SELF}${rowOf(panel, "1.2")}`, "Met");
    host.insertRow("Checklist", 6);
    // An answer from the panel lands in the right row all the same.
    await panel.session.host.answer(id("9.3.5"), "self", "notMet");
    const answered = panel.report().items.filter((item) => item.self !== "unanswered");
    expect(answered.map((item) => `${item.id} ${item.self}`)).toEqual(["1.2 met", "9.3.5 notMet"]);
    await panel.session.host.refresh();
    expect(panel.report().self.answered).toBe(2);
  });
});

describe("faults in Excel", () => {
  it("sheet renamed, rows moved, columns hidden: nothing is lost", async () => {
    host = await builtHost();
    const panel = await open();
    await panel.session.host.answer(id("1.2"), "self", "met");
    host.rename("Checklist", "Ours");
    host.insertRow("Ours", 4);
    host.deleteRow("Ours", 4);
    for (let row = 0; row < 9; row += 1) host.insertRow("Ours", 30);
    host.book.sheetNamed("Ours")?.hiddenColumns.add(8);
    await until(() => panel.report().items[0]?.place?.sheet === "Ours");
    await panel.session.host.answer(id("14.1"), "self", "met");
    expect(panel.report().self.answered).toBe(2);
    expect(panel.report().issues.filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("sheet deleted: the panel says what is missing", async () => {
    host = await builtHost();
    const panel = await open();
    host.deleteSheet("Overview");
    const missing = () => panel.report().issues.filter((issue) => issue.code === "sheetMissing");
    await until(() => missing().length === 1);
    host.deleteSheet("Checklist");
    await until(() => missing().length === 2);
    await expect(panel.session.host.answer(id("1.2"), "self", "met")).rejects.toThrow(
      /Nothing was changed/,
    );
  });

  it("formula overwritten, protection and drop-downs gone: each is an issue", async () => {
    host = await builtHost();
    const panel = await open();
    const codes = () => panel.report().issues.map((issue) => issue.code);
    host.force("Checklist", `${SELF_POINTS}${rowOf(panel, "1.4")}`, 40);
    await until(() => codes().includes("formulaLost"));
    host.unprotect("Checklist");
    for (const cell of host.book.sheetNamed("Checklist")?.cells.values() ?? [])
      cell.validation = null;
    await panel.session.host.refresh();
    expect(codes()).toEqual(expect.arrayContaining(["formulaLost", "protectionOff", "listLost"]));
  });

  it("row taken out: the item is missed", async () => {
    host = await builtHost();
    const panel = await open();
    host.deleteRow("Checklist", rowOf(panel, "3.1"));
    await until(() => panel.report().issues.some((issue) => issue.code === "itemMissing"));
  });

  it("cell being edited: a sentence for a command, patience for the rest", async () => {
    host = await builtHost();
    const panel = await open();
    host.isEditing = true;
    await expect(panel.session.host.answer(id("1.2"), "self", "met")).rejects.toThrow(
      "Excel is editing a cell. Press Enter, then try again.",
    );
    expect(panel.report().self.answered).toBe(0);
    host.type("Checklist", `${SELF}${rowOf(panel, "1.3")}`, "Met");
    await until(() => host.figures.requests > 0);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(panel.last().kind).toBe("report");
    // So that nothing is made of what could not be read.
    expect(await panel.session.host.refresh()).toBe(false);
    host.isEditing = false;
    await until(() => panel.report().self.answered === 1);
    expect(await panel.session.host.refresh()).toBe(true);
  });

  it("cell being edited while the panel opens: a sentence and Try again", async () => {
    host = await builtHost();
    host.isEditing = true;
    const panel = await open();
    expect(panel.sentence()).toMatch(/Press Enter/);
    host.isEditing = false;
    const state = panel.last();
    if (state.kind !== "failed" || !state.remedy) throw new Error("no offer");
    state.remedy.act();
    await until(() => panel.last().kind === "report");
  });

  it("access denied: nothing changes, and what was written comes back", async () => {
    host = await builtHost();
    const book = openExcel(EDITIONS);
    host.protectWithPassword("Checklist");
    const snapshot = await book.snapshot();
    if (!snapshot) throw new Error("none");
    const before = contents(host);
    const { change } = planChange(checklist31, snapshot, [
      { name: "Self_Answer", item: id("1.2"), value: "Met" },
      { name: "Phase", value: "Submitted" },
    ]);
    await expect(book.apply(change)).rejects.toThrow(/password/);
    expect(contents(host)).toBe(before);
  });

  it("a write that fails anywhere leaves the cells and the protection as they were", async () => {
    host = await builtHost();
    for (const after of [0, 0.3, 0.6, 0.9, 0.99]) {
      const book = openExcel(EDITIONS);
      const snapshot = await book.snapshot();
      if (!snapshot) throw new Error("none");
      const before = contents(host);
      const { change } = planChange(checklist31, snapshot, [
        { name: "Self_Answer", item: id("1.2"), value: "Met" },
        { name: "Partner_Name", value: "Kestrel" },
        { name: "Phase", value: "Audit" },
      ]);
      // The one before it asks for formats, and writes nothing.
      host.plant({ fails: (request) => request === 2, code: "GeneralException", after });
      await expect(book.apply(change)).rejects.toThrow(/The cells hold what they held before/);
      host.plant(null);
      expect(contents(host), `after ${after}`).toBe(before);
    }
  });

  it("any other failure while reading: a sentence and Try again, and the answers are there afterwards", async () => {
    for (const [code, words] of [
      ["AccessDenied", /protected with a password/],
      ["ItemNotFound", /is gone/],
      ["ApiNotFound", /too old/],
      ["ConnectionFailure", /lost its connection/],
      ["ResponsePayloadSizeLimitExceeded", /more than Excel passes/],
      ["SomethingNew", /could not do that \(SomethingNew\)/],
    ] as const) {
      host = await builtHost();
      const panel = await open();
      await panel.session.host.answer(id("1.2"), "self", "met");
      host.plant({ fails: () => true, code });
      await panel.session.host.refresh();
      expect(panel.sentence(), code).toMatch(words);
      host.plant(null);
      const state = panel.last();
      if (state.kind !== "failed" || !state.remedy) throw new Error("no offer");
      expect(state.remedy.label).toBe("Try again");
      state.remedy.act();
      await until(() => panel.last().kind === "report");
      expect(panel.report().self.answered).toBe(1);
    }
  });

  it("a newer format: nothing is written, and the sentence says so", async () => {
    host = await builtHost();
    const data = host.book.sheetNamed("Checklist data");
    const format = host.book
      .nameNamed("Format_Version")
      ?.formula.replace(/^.*!/, "")
      .replaceAll("$", "");
    if (!data || !format) throw new Error("no format");
    host.force("Checklist data", format, 99);
    const panel = await open();
    expect(panel.sentence()).toMatch(/newer version of this program \(format 99/);
    await expect(panel.session.host.answer(id("1.2"), "self", "met")).rejects.toThrow(
      /newer version/,
    );
  });

  it("an Excel with a lower API set: a sentence", async () => {
    host = installExcel({ set: "1.7" });
    const panel = await open();
    expect(panel.sentence()).toMatch(/too old for the panel/);
  });

  it("sheets of any name in the way: the checklist comes beside them under titles that are free", async () => {
    host = installExcel();
    const plan = blueprint(checklist31, blankInputs(checklist31));
    const own = [...plan.sheets.map((sheet) => sheet.name), "ABOUT (msp)"];
    for (const title of own) {
      host.book.addSheet(title);
      host.force(title, "A1", `My own ${title}`);
    }
    const panel = await open();
    await panel.session.host.newChecklist({ partner: "Kestrel", reseller: true, renewal: false });
    expect(panel.report().items).toHaveLength(items.length);
    expect(panel.report().issues).toEqual([]);
    for (const title of own) {
      expect(host.value(title, "A1")).toBe(`My own ${title}`);
      expect(host.value(title, "A5")).toBe("");
    }
    const titles = host.book.sheets.map((sheet) => sheet.name);
    expect(titles).toEqual(expect.arrayContaining(["Checklist (MSP)", "About (MSP 2)"]));
    await panel.session.host.answer(id("1.2"), "self", "met");
    const place = panel.report().items.find((item) => item.id === "1.2")?.place;
    expect(place?.sheet).toBe("Checklist (MSP)");
    expect(host.value("Checklist (MSP)", `H${place?.row}`)).toBe("Met");
    expect(host.book.active.name).toBe("Overview (MSP)");
  });

  it("a workbook that is too large to be read: a sentence", async () => {
    host = await builtHost();
    const name = host.book.nameNamed("Holidays");
    if (!name) throw new Error("none");
    name.formula = "=Overview!$A$1:$ZZ$90000";
    const panel = await open();
    expect(panel.sentence()).toMatch(/Holidays stands for .* too large/);
  });

  it("the first reading takes two requests and each later one a single request", async () => {
    host = installExcel();
    await openExcel(EDITIONS).build(blueprint(checklist31, blankInputs(checklist31)));
    host.clearFigures();
    const book = openExcel(EDITIONS);
    await book.snapshot();
    expect(host.figures.requests).toBe(2);
    host.clearFigures();
    await book.snapshot();
    expect([
      host.figures.requests,
      host.figures.actions < 40,
      host.figures.bytesUp < 4_000,
    ]).toEqual([1, true, true]);
    host.clearFigures();
    await book.snapshot("rules");
    expect(host.figures.requests).toBe(1);
  });
});

/** A fingerprint of all contents, locks and protection. */
function contents(excel: ExcelHost): string {
  const text = JSON.stringify(
    excel.book.sheets.map((sheet) => [
      sheet.name,
      sheet.protection.on,
      [...sheet.cells].map(([key, cell]) => [key, cell.content, cell.locked]),
    ]),
  );
  return createHash("sha256").update(text).digest("hex");
}
