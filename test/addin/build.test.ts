/** A checklist comes into a workbook whole, beside what is there, or not at all. */

import { afterEach, describe, expect, it } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import { serialFromIso } from "../../core/audit/dates.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { SHEETS } from "../../core/words/sheets.ts";
import { cellAddress } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { CellValue, SheetPlan } from "../../core/workbook/port.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { panels } from "./open.ts";

const plan = blueprint(checklist31, blankInputs(checklist31));
let host: ExcelHost;
const panelOn = panels(() => host);

afterEach(() => {
  expect(host.unknown).toEqual([]);
});

/** A workbook of the user's own: contents, a formula, a name and a sheet with an odd title. */
function ownWorkbook(): ExcelHost {
  const own = installExcel();
  const [first] = own.book.sheets;
  if (!first) throw new Error("no sheet");
  own.book.write(first, 1, 1, 12);
  own.book.write(first, 2, 1, "=A1*2");
  const second = own.book.addSheet("It's ours & more");
  own.book.write(second, 3, 3, "kept");
  own.book.addName("Our_Rate", "=Sheet1!$A$1");
  return own;
}

/** All that a user could miss. */
function inventory(own: ExcelHost): unknown {
  return {
    sheets: own.book.sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.visibility,
      [...sheet.cells].map(([key, cell]) => [key, cell.content]),
    ]),
    names: own.book.names.map((name) => ({ ...name })),
    active: own.book.active.name,
  };
}

describe("a new checklist", () => {
  it("comes beside the user's own sheets and leaves them as they are", async () => {
    host = ownWorkbook();
    const before = JSON.stringify(host.book.sheets.slice(0, 2).map((sheet) => [...sheet.cells]));
    const book = openExcel(EDITIONS);
    await book.build(plan);
    const snapshot = await book.snapshot();
    if (!snapshot) throw new Error("nothing was built");
    expect(report(EDITIONS, snapshot).issues.filter((issue) => issue.severity === "error")).toEqual(
      [],
    );
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual([
      "Sheet1",
      "It's ours & more",
      ...plan.sheets.map((sheet) => sheet.name),
    ]);
    expect(JSON.stringify(host.book.sheets.slice(0, 2).map((sheet) => [...sheet.cells]))).toBe(
      before,
    );
    expect(host.value("Sheet1", "A2")).toBe(24);
    expect(host.book.active.name).toBe(SHEETS.overview);
  });

  it("is drawn as planned: looks, locks, lists, messages, colours, widths, page", async () => {
    host = installExcel();
    await openExcel(EDITIONS).build(plan);
    for (const sheet of plan.sheets) {
      const drawn = host.book.sheetNamed(sheet.name);
      if (!drawn) throw new Error(sheet.name);
      for (const cell of sheet.cells) {
        const style = plan.styles[cell.style] ?? {};
        const found = host.book.cell(drawn, cell.row, cell.column);
        const at = `${sheet.name} ${cell.row},${cell.column} ${cell.style}`;
        const open = sheet.unlocked.some(
          (area) =>
            cell.row >= area.row &&
            cell.row < area.row + area.rows &&
            cell.column >= area.column &&
            cell.column < area.column + area.columns,
        );
        expect(found.locked, at).toBe(!open);
        expect(found.content.formula !== null, at).toBe(
          cell.formula !== undefined || cell.link !== undefined,
        );
        if (cell.formula !== undefined) expect(found.content.formula, at).toBe(cell.formula);
        else expect(host.book.value(drawn, cell.row, cell.column), at).toBe(plainValue(cell.value));
        const isHidden = sheet.visibility === "veryHidden";
        expect(found.looks["fill.color"], at).toBe(isHidden ? undefined : style.fill);
        for (const side of ["top", "right", "bottom", "left"] as const) {
          expect(lineOf(host, drawn.name, cell.row, cell.column, side), `${at} ${side}`).toEqual(
            isHidden ? null : lineIn(sheet, cell.row, cell.column, side),
          );
        }
        // In an empty cell that is filled, and on a sheet that cannot be shown, text is not to be seen.
        const isText = cell.value !== null || cell.formula !== undefined || !style.fill;
        if (isText && !isHidden) {
          expect(found.looks["font.size"] ?? plan.font.size, at).toBe(style.size ?? plan.font.size);
          expect(found.looks["font.name"], at).toBe(plan.font.name);
          expect(found.looks["font.bold"] ?? false, at).toBe(style.bold ?? false);
          expect(found.looks["font.underline"] ?? "None", at).toBe(
            style.underline ? "Single" : "None",
          );
          expect(found.looks["font.color"] ?? "#000000", at).toBe(style.color ?? "#000000");
          expect(found.looks.wrapText ?? false, at).toBe(style.wrap ?? false);
          expect(String(found.looks.horizontalAlignment ?? "general").toLowerCase(), at).toBe(
            style.horizontal ?? "general",
          );
          expect(String(found.looks.verticalAlignment ?? "bottom").toLowerCase(), at).toBe(
            style.vertical ?? "bottom",
          );
          expect(found.looks.indentLevel ?? 0, at).toBe(style.indent ?? 0);
        }
        const isEntry = cell.value === null && isText;
        if (isEntry) expect(found.numberFormat, at).toBe(style.numberFormat ?? "General");
        const shows =
          typeof cell.value === "number" ||
          typeof cell.value === "object" ||
          style.numberFormat === "@";
        if (style.numberFormat && shows && cell.formula === undefined) {
          expect(found.numberFormat, at).toBe(style.numberFormat);
        }
      }
      sheet.columns.forEach((column, index) => {
        if (sheet.visibility === "veryHidden") return;
        expect(drawn.columnWidths.get(index + 1), `${sheet.name} column ${index + 1}`).toBeCloseTo(
          column.width * 0.75,
          5,
        );
        expect(drawn.hiddenColumns.has(index + 1)).toBe(column.hidden);
      });
      const lastRow = Math.max(...sheet.cells.map((cell) => cell.row));
      for (let row = 1; row <= lastRow; row += 1)
        expect(drawn.rowHeights.get(row) ?? 15, `${sheet.name} row ${row}`).toBe(
          sheet.rowHeights.get(row) ?? 15,
        );
      expect(drawn.protection.on).toBe(true);
      expect(drawn.protection.password).toBeNull();
      expect(drawn.showGridlines).toBe(false);
      expect(drawn.visibility === "VeryHidden").toBe(sheet.visibility === "veryHidden");
      if (sheet.filter) expect(drawn.filter).toEqual(sheet.filter);
      // A page begins at the row behind the break.
      expect(drawn.rowBreaks).toEqual(sheet.page.rowBreaks.map((row) => cellAddress(row + 1, 1)));
      for (const input of sheet.inputs) {
        for (const area of input.areas) {
          const { validation } = host.book.cell(drawn, area.row, area.column);
          if (input.accepts.kind === "list") {
            expect(validation?.rule).toEqual({
              list: { inCellDropDown: true, source: input.accepts.values.join(",") },
            });
          } else expect(validation).not.toBeNull();
          if (input.prompt) expect(validation?.prompt).toMatchObject(input.prompt);
          if (input.refusal) expect(validation?.errorAlert).toMatchObject(input.refusal);
        }
      }
      for (const rule of sheet.colors) {
        for (const area of rule.areas) {
          const found = drawn.colorFormats.filter((format) =>
            format.areas.some(
              (own) => own.row === area.row && own.column === area.column && own.rows === area.rows,
            ),
          );
          expect(found.length, `${sheet.name} ${rule.formula}`).toBeGreaterThan(0);
        }
      }
      expect(drawn.colorFormats.filter((format) => format.type === "DataBar")).toHaveLength(
        sheet.bars.length,
      );
    }
    expect(host.book.sheets.flatMap((sheet) => sheet.rowBreaks)).not.toEqual([]);
  });

  it("has colour rules that every program reads alike: short, and starting from their top left cell", () => {
    for (const { name, colors } of plan.sheets) {
      for (const { areas, formula } of colors) {
        expect(formula.length, `${name} ${formula}`).toBeLessThanOrEqual(255);
        expect(areas[0]?.row, formula).toBe(Math.min(...areas.map((area) => area.row)));
        const isAbsolute = !/(?<![$A-Z])[A-Z]{1,2}\$?\d/.test(formula.replace(/"[^"]*"/g, ""));
        if (!isAbsolute)
          expect(areas[0]?.column, formula).toBe(Math.min(...areas.map((area) => area.column)));
      }
    }
  });

  it("tells its progress by sheet", async () => {
    host = installExcel();
    const told: [string, number, number][] = [];
    await openExcel(EDITIONS).build(plan, { onProgress: (...step) => told.push(step) });
    // The form promises those that are seen.
    const seen = plan.sheets.filter(({ visibility }) => visibility === "visible");
    expect(seen).toHaveLength(plan.sheets.length - 1);
    expect(told.map(([message]) => message)).toEqual([
      "Building the workbook",
      ...seen.map(({ name }, index) => `Building ${name}, sheet ${index + 1} of ${seen.length}`),
      "Finishing",
    ]);
    expect(told.map(([, done]) => done)).toEqual([0, ...seen.keys(), seen.length]);
  });

  it("keeps to its budget of requests and bytes", async () => {
    host = installExcel();
    let largest = 0;
    let before = 0;
    await openExcel(EDITIONS).build(plan, {
      onProgress: () => {
        largest = Math.max(largest, host.figures.bytesUp - before);
        before = host.figures.bytesUp;
      },
    });
    expect(host.figures.requests).toBeLessThanOrEqual(10);
    // Contents are a third of it; the rest is what the client library spends on each object it speaks of.
    expect(host.figures.bytesUp).toBeLessThan(BUDGET_BYTES);
    expect(host.figures.actions).toBeLessThan(1_500);
    expect(largest).toBeLessThan(130_000);
  });

  it("refuses, before anything is made, where names are in the way or the structure is locked", async () => {
    host = ownWorkbook();
    host.book.addName("Owner", "=Sheet1!$A$1");
    host.book.addName("PHASE", "=Sheet1!$A$1");
    const names = inventory(host);
    await expect(openExcel(EDITIONS).build(plan)).rejects.toThrow(/names “Phase” and “Owner”/);
    expect(inventory(host)).toEqual(names);

    host = ownWorkbook();
    host.book.structureLocked = true;
    await expect(openExcel(EDITIONS).build(plan)).rejects.toThrow(
      /structure of this workbook is protected/,
    );
  });

  it("attaches where a checklist is there already", async () => {
    host = ownWorkbook();
    await openExcel(EDITIONS).build(plan);
    const before = inventory(host);
    const panel = await panelOn();
    expect(panel.report().partner).toBe("");
    await panel.session.host.newChecklist({ partner: "Second", reseller: true, renewal: false });
    expect(panel.report().partner).toBe("");
    expect(inventory(host)).toEqual(before);
    await expect(openExcel(EDITIONS).build(plan)).rejects.toThrow(/has a checklist already/);
  });

  it("leaves nothing behind when any request fails, at its start, half-way or at its end", async () => {
    host = ownWorkbook();
    await openExcel(EDITIONS).build(plan);
    // The last one comes when the checklist is there.
    const requests = host.figures.requests - 1;
    for (let request = 1; request <= requests; request += 1) {
      for (const [after, code] of [
        [0, "GeneralException"],
        [0.5, "AccessDenied"],
        [0.99, "InvalidArgument"],
      ] as const) {
        host = ownWorkbook();
        const before = inventory(host);
        host.plant({ fails: (count) => count === request, code, after });
        const panel = await quietly(() => openExcel(EDITIONS).build(plan));
        expect(panel, `request ${request} after ${after}`).toMatch(/^[A-Z].*\.$/s);
        expect(inventory(host), `request ${request} after ${after}`).toEqual(before);
        host.plant(null);
        expect(host.unknown).toEqual([]);
      }
    }
    // And then it can be made after all.
    await openExcel(EDITIONS).build(plan);
    expect(await openExcel(EDITIONS).snapshot()).not.toBeNull();
  });

  it("cleans up although one more request fails on the way, and says what is left where it cannot", async () => {
    host = ownWorkbook();
    const before = inventory(host);
    host.plant({ fails: (count) => count === 5 || count === 6, code: "ActivityLimitReached" });
    expect(await quietly(() => openExcel(EDITIONS).build(plan))).toMatch(/taken away again/);
    expect(inventory(host)).toEqual(before);

    host.plant({ fails: (count) => count >= 4, code: "ConnectionFailure" });
    const sentence = await quietly(() => openExcel(EDITIONS).build(plan));
    expect(sentence).toMatch(/lost its connection.*delete “Overview”.*by hand/s);
  });

  it.each([
    ["no page can be set up", /PageLayout|HeadersFooters|SetPrint/, {}, "Audited"],
    ["nothing is calculated", /"Calculate"/, { titleRows: "$2:$3" }, 0],
  ])("is there although %s", async (_, refused, page, scope) => {
    host = installExcel();
    const answer = host.answer.bind(host);
    host.answer = (text) => {
      const fault = { fails: () => true, code: "GeneralException", after: 0 };
      host.plant(refused.test(text) ? fault : null);
      return answer(text);
    };
    await openExcel(EDITIONS).build(plan);
    expect(host.book.sheets).toHaveLength(plan.sheets.length + 1);
    const { titleRows } = host.book.sheetNamed("Checklist")?.page ?? {};
    expect(titleRows === undefined ? {} : { titleRows }).toEqual(page);
    const scopes = plan.names.find(({ name }) => name === "Item_Scope")?.area;
    if (!scopes) throw new Error("none");
    expect(host.value("Checklist", cellAddress(scopes.row + 2, scopes.column))).toBe(scope);
  });

  it("lets people link evidence, comment and format entries under protection", async () => {
    host = installExcel();
    await openExcel(EDITIONS).build(plan);
    const evidence = plan.names.find(({ name }) => name === "Evidence")?.area;
    if (!evidence) throw new Error("none");
    const cell = cellAddress(evidence.row + 2, evidence.column);
    for (const what of ["link", "comment", "format"] as const) host.does("Checklist", cell, what);
    expect(() => host.does("Checklist", "A5", "link")).toThrow(/protected/);
  });

  it("stops on request, with nothing left", async () => {
    host = ownWorkbook();
    const before = inventory(host);
    let isCancelled = false;
    const building = openExcel(EDITIONS).build(plan, {
      onProgress: (_message, done) => {
        isCancelled = done === 2;
      },
      isCancelled: () => isCancelled,
    });
    await expect(building).rejects.toThrow(/stopped on request/);
    expect(inventory(host)).toEqual(before);
  });
});

/** Up, all requests of a build together. */
const BUDGET_BYTES = 345_000;

/** A constant as the cell gives it back. */
function plainValue(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "object") return value;
  return "date" in value ? (serialFromIso(value.date) ?? "") : value.error;
}

type Side = "top" | "right" | "bottom" | "left";
const ACROSS = {
  top: [-1, 0, "bottom"],
  bottom: [1, 0, "top"],
  left: [0, -1, "right"],
  right: [0, 1, "left"],
} as const;

/** The line that is drawn on a side of a cell: it may belong to either of two cells. */
function lineOf(own: ExcelHost, sheetName: string, row: number, column: number, side: Side) {
  const sheet = own.book.sheetNamed(sheetName);
  if (!sheet) return null;
  const [down, right, other] = ACROSS[side];
  const here = own.book.peek(sheet, row, column)?.borders[side];
  const there = own.book.peek(sheet, row + down, column + right)?.borders[other];
  const line = here?.style === "Continuous" ? here : there;
  return line?.style === "Continuous"
    ? { weight: (line.weight ?? "Thin").toLowerCase(), color: line.color }
    : null;
}

/** The line that the plan means there: the heavier of what both cells have. */
function lineIn(sheet: SheetPlan, row: number, column: number, side: Side) {
  const [down, right, other] = ACROSS[side];
  const edgeAt = (atRow: number, atColumn: number, which: Side) => {
    const cell = sheet.cells.find((own) => own.row === atRow && own.column === atColumn);
    return plan.styles[cell?.style ?? ""]?.borders?.[which];
  };
  const both = [edgeAt(row, column, side), edgeAt(row + down, column + right, other)];
  const [heaviest] = ["thick", "medium", "thin"].flatMap(
    (weight) => both.find((edge) => edge?.weight === weight) ?? [],
  );
  return heaviest ? { weight: heaviest.weight, color: heaviest.color } : null;
}

/** The sentence with which it fails. */
async function quietly(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("It did not fail.");
}
