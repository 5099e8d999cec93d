/** Colours say what to do: yellow and cream in the phases of the table of fields, and good or bad by what a cell says. */

import type { HyperFormula } from "hyperformula";
import { describe, expect, it } from "vitest";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { PHASES, type Phase } from "../../core/audit/phases.ts";
import { FORMAT_VERSION } from "../../core/audit/records.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { shiftFormula } from "../../core/workbook/a1.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { wrapText } from "../../core/workbook/draw/measure.ts";
import { COLORS } from "../../core/workbook/draw/styles.ts";
import { askedPhases, INPUTS, type Input, isInputOf } from "../../core/workbook/fields.ts";
import type { Blueprint, ColorRule, SheetPlan } from "../../core/workbook/port.ts";
import { engineFor } from "../fakes/hyperformula.ts";
import { withItem } from "../fakes/snapshot.ts";

/** A renewal in which every kind of cell is to be had: an open mandatory action item, and a disclosed change. */
const ACTION = "1.1";
const DISCLOSED = "1.2";
const ENTRIES: readonly (readonly [string, Partial<ItemInputs>])[] = [
  [ACTION, { auditor: "notMet", priorAction: true }],
  [DISCLOSED, { disclosedChange: true }],
  // Then every service is assessed.
  [checklist31.services?.item ?? "", { priorAction: true }],
];
const start = ENTRIES.reduce<Inputs>((inputs, [id, entry]) => withItem(inputs, id, entry), {
  ...blankInputs(checklist31),
  renewal: true,
});

interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

class Sheets {
  readonly plan: Blueprint;
  private readonly engine: HyperFormula;

  constructor(inputs: Inputs) {
    this.plan = blueprint(checklist31, inputs);
    this.engine = engineFor(this.plan);
  }

  /** The sheet's cells under a name, by the item where it is a column. */
  find(name: string, item: string): CellPlace {
    const named = this.plan.names.find((entry) => entry.name === name);
    if (!named) throw new RangeError(`No name ${name}.`);
    const { sheet, area } = named;
    if (INPUTS.find((field) => field.name === name)?.shape !== "column")
      return { sheet, row: area.row, column: area.column };
    const cells = this.plan.sheets.find((entry) => entry.name === sheet)?.cells;
    const row = cells?.find((cell) => cell.column === 1 && cell.value === item)?.row;
    if (row === undefined) throw new RangeError(`No item ${item}.`);
    return { sheet, row, column: area.column };
  }

  write({ sheet, row, column }: CellPlace, value: string | null): void {
    const id = this.engine.getSheetId(sheet) ?? 0;
    this.engine.setCellContents({ sheet: id, row: row - 1, col: column - 1 }, value);
  }

  /** The fill that a cell has while it is blank. */
  blankFill(place: CellPlace): string | null {
    const id = this.engine.getSheetId(place.sheet) ?? 0;
    const address = { sheet: id, row: place.row - 1, col: place.column - 1 };
    const before = this.engine.getCellSerialized(address);
    this.write(place, null);
    const fill = this.fill(place);
    this.engine.setCellContents(address, before);
    return fill;
  }

  /** The fill that the cell gets from its rules: the first one that holds and has one. */
  fill({ sheet, row, column }: CellPlace): string | null {
    const id = this.engine.getSheetId(sheet) ?? 0;
    const rules = this.plan.sheets.find((entry) => entry.name === sheet)?.colors ?? [];
    const holds = ({ areas, formula }: ColorRule): boolean => {
      const [first] = areas;
      const covers = areas.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      );
      if (!first || !covers) return false;
      const own = shiftFormula(formula, row - first.row, column - first.column);
      return this.engine.calculateFormula(`=${own}`, id) === true;
    };
    return rules.find((rule) => holds(rule) && rule.style.fill !== undefined)?.style.fill ?? null;
  }
}

/** What people fill in a new workbook. */
const FIELDS = INPUTS.filter((field) => isInputOf(field, FORMAT_VERSION));

/** An item in whose row the input is asked for, where it is. */
function itemFor({ name }: Input): string {
  if (["Closure_Evidence", "Closed_On", "Action_Plan"].includes(name)) return ACTION;
  return DISCLOSED;
}

/** What each phase asks for, written here once more on purpose. */
const ASKED: Readonly<Record<Phase, readonly string[]>> = {
  selfAssessment: [
    "Partner_Name",
    "Reseller_Program",
    "Engagement",
    "Self_Answer",
    "What_Changed",
    "Service_Compliant",
    "Prerequisite_Tier",
    "Prerequisite_Application",
    "Prerequisite_Sent",
  ],
  submitted: ["Submitted_On", "What_Changed", "Prerequisite_Sent"],
  audit: ["Audit_On", "Summary_Received_On", "Auditor_Answer", "What_Changed"],
  actionItems: ["Summary_Received_On", "Closure_Evidence", "Action_Plan"],
  closed: [],
};

describe("a blank cell", () => {
  it.each(PHASES)(
    "in %s is yellow where it is asked for, and else cream where it may be filled",
    (phase) => {
      const sheets = new Sheets({ ...start, phase });
      const found: Record<string, string | null> = {};
      const expected: Record<string, string | null> = {};
      for (const field of FIELDS) {
        const place = sheets.find(field.name, itemFor(field));
        // A blank phase is the first one: then the cell is what it is.
        found[field.name] = field.name === "Phase" ? sheets.fill(place) : sheets.blankFill(place);
        const cream = field.open.includes(phase) ? COLORS.optional : null;
        expected[field.name] = ASKED[phase].includes(field.name) ? COLORS.toAnswer : cream;
      }
      expect(found).toEqual(expected);
    },
  );

  it("is asked for only while it may be filled", () => {
    for (const { name, open } of INPUTS)
      expect(open, name).toEqual(expect.arrayContaining([...askedPhases(name)]));
    const names = INPUTS.filter(({ name }) => askedPhases(name).length > 0).map(({ name }) => name);
    expect(names.sort()).toEqual([...new Set(Object.values(ASKED).flat())].sort());
  });

  it("is the partner's while the phase itself is blank", () => {
    const sheets = new Sheets(start);
    sheets.write(sheets.find("Phase", ""), null);
    for (const name of ["Self_Answer", "Partner_Name", "Service_Compliant", "Prerequisite_Tier"])
      expect(sheets.blankFill(sheets.find(name, DISCLOSED)), name).toBe(COLORS.toAnswer);
  });
});

describe("what a cell says", () => {
  const sheets = new Sheets({ ...start, phase: "audit" });
  const column = (name: string) =>
    sheets.plan.names.find((entry) => entry.name === name)?.area.column ?? 0;
  const row = (name: string) => sheets.find(name, DISCLOSED).row;
  const VERDICTS = {
    Pass: COLORS.met,
    Fail: COLORS.notMet,
    "Action plan": COLORS.amber,
    "In progress": null,
  };
  const ANSWERS = { Met: COLORS.met, "Not met": COLORS.notMet };
  const STATES = {
    Open: COLORS.amber,
    Planned: COLORS.amber,
    Closed: COLORS.met,
    Late: COLORS.notMet,
  };
  const COMPLIANT = { Yes: COLORS.met, No: COLORS.notMet };
  const onChecklist = (line: number, name: string): CellPlace => ({
    sheet: "Checklist",
    row: line,
    column: column(name),
  });
  it.each<[string, CellPlace, Readonly<Record<string, string | null>>]>([
    ["the Overview's verdict", sheets.find("Self_Verdict", ""), VERDICTS],
    ["the Checklist's verdict", onChecklist(1, "Self_Answer"), VERDICTS],
    ["the partner's answer", onChecklist(row("Self_Answer"), "Self_Answer"), ANSWERS],
    ["the auditor's answer", onChecklist(row("Self_Answer"), "Auditor_Answer"), ANSWERS],
    ["an action item's state", onChecklist(row("Self_Answer"), "Action_State"), STATES],
    ["a service", sheets.find("Service_Compliant", ""), COMPLIANT],
  ])("colours %s", (_, place, fills) => {
    for (const [word, fill] of Object.entries(fills)) {
      sheets.write(place, word);
      expect(sheets.fill(place), word).toBe(fill);
    }
  });
});

describe("fills of their own", () => {
  const plan = blueprint(checklist31, start);
  const fillOf = (style: string) => plan.styles[style]?.fill ?? null;
  const sheetNamed = (name: string): SheetPlan => {
    const found = plan.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new RangeError(`No sheet ${name}.`);
    return found;
  };

  it("are grey where something is calculated, and a heading's or header's in headings and headers", () => {
    /** Running text, lists and copies for rules lie on the bare sheet; the four values that people enter elsewhere look printed. */
    const bare = /^(?:note|noteBold|hiddenNote|spill|startDay|ifNotMet|ifMet|list.*)$/;
    for (const { name, cells } of plan.sheets) {
      for (const { formula, style } of cells) {
        if (formula === undefined || bare.test(style)) continue;
        const wanted = style.startsWith("heading")
          ? COLORS.section
          : style.startsWith("header")
            ? COLORS.header
            : COLORS.calculated;
        expect(fillOf(style), `${style} in ${name}`).toBe(wanted);
      }
    }
  });

  it("do not lie over cells that are to be filled, where colour rules speak", () => {
    for (const { cells, unlocked } of plan.sheets) {
      for (const cell of cells) {
        const open = unlocked.some(
          (area) =>
            cell.row >= area.row &&
            cell.row < area.row + area.rows &&
            cell.column >= area.column &&
            cell.column < area.column + area.columns,
        );
        if (open) expect(fillOf(cell.style), cell.style).toBe(null);
      }
    }
  });

  it("tell the Checklist's bands, headers and headings apart", () => {
    const { cells } = sheetNamed("Checklist");
    const shown = cells.filter(({ column }) => column < 26);
    const fills = (row: number) =>
      new Set(shown.filter((cell) => cell.row === row).map((cell) => fillOf(cell.style)));
    expect([fills(2), fills(3), fills(4)].map((set) => [...set])).toEqual([
      [COLORS.band],
      [COLORS.header],
      [COLORS.section],
    ]);
  });

  it("leave text that can be read: at least 4.5 to 1", () => {
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    for (const [name, { color = COLORS.text, fill = "#ffffff" }] of Object.entries(plan.styles)) {
      if (name !== "hiddenNote") expect(contrast(color, fill), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const { colors } of plan.sheets) {
      for (const { style, formula } of colors) {
        const seen = contrast(style.color ?? COLORS.text, style.fill ?? "#ffffff");
        expect(seen, formula).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

it("bold text is measured wider than regular text: a line that just fits breaks in bold", () => {
  for (const text of ["Financial planning and reporting", "Service desk, operations and support"]) {
    let width = 40;
    while (wrapText(text, width, 11).length > 1) width += 1;
    expect(wrapText(text, width, 11, true).length, text).toBe(2);
  }
});
