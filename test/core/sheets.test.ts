/** The sheets' limits, texts and locks: what the file format bears, and which cells each phase leaves open. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { INPUTS } from "../../core/workbook/fields.ts";
import type { Area, Blueprint, PageText, SheetPlan } from "../../core/workbook/port.ts";
import { withItem } from "../fakes/snapshot.ts";

const { items } = checklist31;

const plan = blueprint(checklist31, blankInputs(checklist31));
const formulasOf = (from: Blueprint): string[] =>
  from.sheets.flatMap((sheet) => sheet.cells.flatMap(({ formula }) => formula ?? []));

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

describe("limits of the file format", () => {
  it("hold for input messages, lists and sheet names", () => {
    for (const sheet of plan.sheets) {
      expect(sheet.name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
      for (const rule of sheet.inputs) {
        for (const message of [rule.prompt, rule.refusal]) {
          if (!message) continue;
          expect(message.title.length).toBeLessThanOrEqual(32);
          expect(message.message.length).toBeLessThanOrEqual(255);
        }
        if (rule.accepts.kind !== "list") continue;
        expect(rule.accepts.values.join(",").length + 2).toBeLessThanOrEqual(255);
        for (const value of rule.accepts.values) expect(value).not.toMatch(/[",]|^\s|\s$/);
      }
    }
  });

  it.each([
    ["of ampersands", "&".repeat(300)],
    ["of wide characters", "😀".repeat(200)],
    ["of letters", "Abc ".repeat(90)],
    ["not there", ""],
  ])("hold for headers with a partner's name %s", (_, partner) => {
    const written = (text: PageText) =>
      text
        .map((part) =>
          typeof part === "string" ? part.replace(/&/g, "&&") : part.field === "page" ? "&P" : "&N",
        )
        .join("");
    for (const sheet of blueprint(checklist31, { ...blankInputs(checklist31), partner }).sheets) {
      for (const { left, right } of [sheet.page.header, sheet.page.footer]) {
        const whole = `&L${written(left)}&R${written(right)}`;
        expect(whole.length).toBeLessThanOrEqual(255);
        // No half of a surrogate pair is left over.
        expect(encodeURIComponent(whole)).toBeTruthy();
        expect(written(left).length).toBeGreaterThan(0);
      }
    }
  });

  it("hold for texts; no two cells stand in one place; every style exists", () => {
    for (const sheet of plan.sheets) {
      const places = sheet.cells.map(({ row, column }) => `${row}!${column}`);
      expect(new Set(places).size, sheet.name).toBe(places.length);
      for (const cell of sheet.cells) {
        expect(plan.styles[cell.style], cell.style).toBeDefined();
        if (typeof cell.value === "string") expect(cell.value.length).toBeLessThan(32_767);
      }
    }
  });

  it("ids are text, also to programs that guess, and section keys are numbers", () => {
    const sheet = plan.sheets.find((entry) => entry.name === "Checklist");
    const column = (name: string) => plan.names.find((entry) => entry.name === name)?.area.column;
    const ids = (sheet?.cells ?? []).filter(
      (cell) => cell.column === column("Item_Id") && items.some((item) => item.id === cell.value),
    );
    expect(ids).toHaveLength(97);
    for (const cell of ids)
      expect(plan.styles[cell.style]?.numberFormat, String(cell.value)).toBe("@");
    const keys = (sheet?.cells ?? []).filter(
      (cell) => cell.column === column("Item_Section") && typeof cell.value === "number",
    );
    expect(keys).toHaveLength(97);
  });
});

describe("text that looks like a formula", () => {
  const odd = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "'quoted"];

  it.each(odd)("%s stays text in every entry", (text) => {
    const start: Inputs = {
      ...blankInputs(checklist31),
      partner: text,
      previousAuditVersion: text,
      people: { People_Auditor: text, Sign_Off_Name: text },
    };
    const inputs = withItem(start, "1.1", {
      evidence: text,
      owner: text,
      note: text,
      closureEvidence: text,
      plan: text,
      whatChanged: text,
    });
    const drawn = blueprint(checklist31, {
      ...inputs,
      services: inputs.services.map((service) => ({ ...service, example: text, support: text })),
      prerequisites: {
        ...inputs.prerequisites,
        references: [{ customer: text, kind: "", on: null, isPublic: null, isPaying: null }],
      },
    });
    const found = drawn.sheets.flatMap((sheet) =>
      sheet.cells.filter((cell) => cell.value === text && cell.formula === undefined),
    );
    expect(found).toHaveLength(2 + 2 + 6 + 23 * 2 + 1);
    expect(formulasOf(drawn)).toEqual(formulasOf(plan));
  });
});

/** Which inputs the issue's own words leave open to writing in each phase; written here once more on purpose. */
const PROCESS = [
  "Owner",
  "Holidays",
  "Submitted_On",
  "Audit_On",
  "Summary_Received_On",
  "Report_Received_On",
];
const PEOPLE = [
  ..."AWS_Contact Auditor Audit_Firm Language Audit_Place Engineer Operations Business"
    .split(" ")
    .map((name) => `People_${name}`),
  "Partner_Editors",
  "Auditor_Editors",
];
const PARTNER = [
  ..."Partner_Name Reseller_Program Engagement Single_Region Last_Full_Audit_On Previous_Audit_Version".split(
    " ",
  ),
  ..."Self_Answer Evidence Prior_Action".split(" "),
  ..."Service_Example Service_Support Service_Unavailable Service_Reviewed Service_Compliant".split(
    " ",
  ),
  ..."Tier Reference Reference_Kind Reference_On Public Paying Application Application_On Sent Reviewed"
    .split(" ")
    .map((name) => `Prerequisite_${name}`),
];
const DISCLOSURE = ["Disclosed_Change", "What_Changed"];
const AUDITOR = ["Auditor_Answer", "Auditor_Note", "Note_Kind"];
const CLOSING = ["Closure_Evidence", "Closed_On", "Action_Plan"];
const SIGNING = ["Sign_Off_Name", "Sign_Off_Firm", "Sign_Off_On"];
const OPEN: Readonly<Record<(typeof PHASES)[number], readonly string[]>> = {
  selfAssessment: [...PARTNER, ...PROCESS, ...PEOPLE, ...DISCLOSURE, "Open_Add", "Points_Checked"],
  submitted: [
    "Phase",
    "Prerequisite_Sent",
    ...PROCESS,
    ...PEOPLE,
    ...DISCLOSURE,
    ...AUDITOR,
    ...CLOSING,
    ...SIGNING,
    "Open_Add",
    "Points_Checked",
  ],
  audit: [
    "Phase",
    ...PROCESS,
    ...PEOPLE,
    ...DISCLOSURE,
    ...AUDITOR,
    ...CLOSING,
    ...SIGNING,
    "Open_Add",
    "Points_Checked",
  ],
  actionItems: ["Phase", ...PROCESS, ...PEOPLE, ...CLOSING, ...SIGNING],
  closed: ["Phase", "Report_Received_On"],
};

describe("unlocked cells", () => {
  const cellsIn = (sheet: SheetPlan, areas: readonly Area[]): string[] =>
    areas.flatMap((area) =>
      Array.from({ length: area.rows * area.columns }, (_, index) => {
        const row = area.row + Math.floor(index / area.columns);
        return `${sheet.name}!${row}!${area.column + (index % area.columns)}`;
      }),
    );

  it.each(PHASES)("in %s are exactly those of the open inputs", (phase) => {
    const drawn = blueprint(checklist31, { ...blankInputs(checklist31), phase });
    const checklist = drawn.sheets.find((sheet) => sheet.name === "Checklist");
    const idColumn = drawn.names.find((entry) => entry.name === "Item_Id")?.area.column;
    const rowsOf = (ids: readonly string[]) =>
      (checklist?.cells ?? [])
        .filter((cell) => cell.column === idColumn && ids.includes(String(cell.value)))
        .map((cell) => cell.row);
    const all = rowsOf(items.map((item) => item.id));
    const expected = OPEN[phase].flatMap((name) => {
      const named = drawn.names.find((entry) => entry.name === name);
      const sheet = drawn.sheets.find((entry) => entry.name === named?.sheet);
      if (!named || !sheet) throw new RangeError(`No ${name}.`);
      if (INPUTS.find((field) => field.name === name)?.shape !== "column")
        return cellsIn(sheet, [named.area]);
      return all.map((row) => `${sheet.name}!${row}!${named.area.column}`);
    });
    const unlocked = drawn.sheets.flatMap((sheet) => cellsIn(sheet, sheet.unlocked));
    expect(unlocked.sort()).toEqual(expected.sort());
  });

  it("hold no formula in any phase", () => {
    for (const phase of PHASES) {
      for (const sheet of blueprint(checklist31, { ...blankInputs(checklist31), phase }).sheets) {
        const open = sheet.cells.filter(
          (cell) =>
            cell.formula !== undefined &&
            sheet.unlocked.some((area) => holds(area, cell.row, cell.column)),
        );
        expect(open).toEqual([]);
      }
    }
  });

  it("of inputs with words or dates have a rule that says what may be entered", () => {
    for (const field of INPUTS) {
      const named = plan.names.find((entry) => entry.name === field.name);
      const sheet = plan.sheets.find((entry) => entry.name === named?.sheet);
      const row = named?.area.row ?? 0;
      const last = row + (named?.area.rows ?? 1) - 2;
      const rules = (sheet?.inputs ?? []).filter((rule) =>
        rule.areas.some(
          (area) =>
            area.column <= (named?.area.column ?? 0) &&
            (named?.area.column ?? 0) < area.column + area.columns &&
            area.row <= Math.max(row, last) &&
            area.row + area.rows > row,
        ),
      );
      if (field.kind.is === "date")
        expect(
          rules.map((rule) => rule.accepts.kind),
          field.name,
        ).toEqual(["date"]);
      if (field.kind.is === "answer") {
        expect(
          rules.map((rule) => rule.accepts),
          field.name,
        ).toEqual([{ kind: "list", values: ["Met", "Not met"] }]);
      }
      if (field.kind.is === "choice") {
        expect(
          rules.map((rule) => rule.accepts),
          field.name,
        ).toEqual([{ kind: "list", values: field.kind.values }]);
      }
    }
  });
});

it("thirty holidays find room", () => {
  const holidays = Array.from(
    { length: 30 },
    (_, index) => `2026-04-${String(index + 1).padStart(2, "0")}` as IsoDate,
  );
  const drawn = blueprint(checklist31, { ...blankInputs(checklist31), holidays });
  const values = drawn.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.value));
  expect(
    values.filter(
      (value) =>
        typeof value === "object" &&
        value !== null &&
        "date" in value &&
        value.date.startsWith("2026-04"),
    ),
  ).toHaveLength(30);
});
