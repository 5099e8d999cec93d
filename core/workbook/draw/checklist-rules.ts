/** What may be entered in the Checklist, and how its cells change colour with phase, answer and state. */

import { KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import { ANSWER_WORDS } from "../../audit/answers.ts";
import { NOTE_KINDS } from "../../audit/notes.ts";
import { isOpen } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { SCOPE_WORDS, VERDICT_WORDS } from "../../words/en.ts";
import { CHECKLIST, PROMPTS } from "../../words/sheets.ts";
import { area } from "../area.ts";
import { YES } from "../fields.ts";
import type { Area, InputRule } from "../port.ts";
import type { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import {
  at,
  bodyOf,
  type ChecklistColumn,
  columnOf,
  endRow,
  FIRST_BODY_ROW,
  HEADER_ROW,
  planOf,
} from "./layout.ts";
import { during, phasesBefore, phasesOf } from "./phases.ts";
import { RULE_LOOKS } from "./styles.ts";

/** A copy of the phase for colour rules, which can only see their own sheet. */
const PHASE_CELL = `$${at("order", 1).replace("1", "$1")}`;

/** The areas of the column's item rows, one for each section. */
function itemAreas(checklist: Checklist, column: ChecklistColumn): Area[] {
  return bodyOf(checklist).flatMap((row) =>
    row.kind === "heading" ? [area(row.first, columnOf(column), row.last - row.first + 1)] : [],
  );
}

export function addInputRules(sheet: SheetBuilder, { checklist, format }: DrawContext): void {
  const list = (
    columns: readonly ChecklistColumn[],
    values: readonly string[],
    prompt: InputRule["prompt"],
    refusal: InputRule["refusal"] = PROMPTS.choiceRefusal,
  ) =>
    sheet.inputs.push({
      areas: columns.flatMap((column) => itemAreas(checklist, column)),
      accepts: { kind: "list", values },
      ...(prompt ? { prompt } : {}),
      ...(refusal ? { refusal } : {}),
    });
  // No message beside answer cells: a box at every step down the column would be in the way.
  list(["self", "auditor"], Object.values(ANSWER_WORDS), undefined, PROMPTS.answerRefusal);
  list(["noteKind"], NOTE_KINDS, PROMPTS.noteKind);
  list(["prior"], [YES], PROMPTS.prior);
  list(["disclosed"], [YES], PROMPTS.disclosed);
  sheet.inputs.push({
    areas: itemAreas(checklist, "closedOn"),
    accepts: { kind: "date" },
    prompt: PROMPTS.closedOn,
    refusal: PROMPTS.dateRefusal,
  });
  sheet.inputs.push({
    areas: itemAreas(checklist, "plan"),
    accepts: { kind: "anything" },
    prompt: PROMPTS.plan(checklist),
  });
  const open = bodyOf(checklist).flatMap((row) =>
    row.kind === "item" && isOpen(row.item) ? [area(row.row, columnOf("ifMet"))] : [],
  );
  const { openValues } = checklist;
  if (openValues === null || open.length === 0) return;
  if (format >= 2) {
    sheet.inputs.push({
      areas: open,
      accepts: { kind: "anything" },
      prompt: PROMPTS.openPointsShown,
    });
    return;
  }
  sheet.inputs.push({
    areas: open,
    accepts: { kind: "list", values: openValues.choices.map(String) },
    prompt: PROMPTS.openPoints(open.length, openValues),
    refusal: PROMPTS.openPointsRefusal(openValues),
  });
}

/** Areas over these columns down to the end; the first column is the leftmost, from which the formulas start. */
const areasFrom = (
  checklist: Checklist,
  row: number,
  columns: readonly ChecklistColumn[],
): Area[] => columns.map((column) => area(row, columnOf(column), endRow(checklist) - row + 1));

const anyOf = (...tests: string[]): string => `OR(${tests.join(",")})`;
const allOf = (...tests: string[]): string => `AND(${tests.join(",")})`;
/** While the table of fields has these columns open, or asks for them. */
const inPhases = (
  when: "open" | "asked",
  ...columns: readonly ChecklistColumn[]
): readonly string[] =>
  during(PHASE_CELL, phasesOf(when, ...columns.map((column) => planOf(column).name ?? column)));

/** Few rules, because each costs as much as a page of text where a program builds the workbook by commands. */
export function addColors(sheet: SheetBuilder, { checklist, format }: DrawContext): void {
  colorWords(sheet, checklist);
  const points = ["selfPoints", "auditorPoints", "finalPoints"] as const;
  // Also for section totals, which stand in headings without a key.
  sheet.color(areasFrom(checklist, 1, points), `${at("selfPoints", 1)}<0`, RULE_LOOKS.negative);
  if (format >= 2) colorOpenPoints(sheet, checklist);
  colorEntries(sheet, checklist, format);
}

/** Points that are our reading, until somebody has compared them. */
function colorOpenPoints(sheet: SheetBuilder, checklist: Checklist): void {
  const rows = bodyOf(checklist).filter((row) => row.kind === "item" && isOpen(row.item));
  const [first] = rows;
  if (!first) return;
  sheet.color(
    rows.map(({ row }) => area(row, columnOf("ifNotMet"), 1, 2)),
    `${at("provenance", first.row, true)}="${CHECKLIST.provenance.open}"`,
    RULE_LOOKS.amber,
  );
}

/** Verdicts in the first row, and the answers and states below them: what is good, bad and pending. */
function colorWords(sheet: SheetBuilder, checklist: Checklist): void {
  const own = at("self", 1);
  const key = `${at("section", 1, true)}<>""`;
  const audited = `${at("scope", 1, true)}="${SCOPE_WORDS.audited}"`;
  const color = (verdict: string, below: string, look: keyof typeof RULE_LOOKS) =>
    sheet.color(
      areasFrom(checklist, 1, ["self", "auditor", "state"]),
      anyOf(`${own}="${verdict}"`, allOf(key, below)),
      RULE_LOOKS[look],
    );
  const answered = (word: string) => allOf(audited, `${own}="${word}"`);
  const { pass, fail, actionPlan } = VERDICT_WORDS;
  const { open, planned, closed, late } = STATE_WORDS;
  color(pass, anyOf(answered(ANSWER_WORDS.met), `${own}="${closed}"`), "met");
  color(fail, anyOf(answered(ANSWER_WORDS.notMet), `${own}="${late}"`), "notMet");
  color(actionPlan, anyOf(`${own}="${open}"`, `${own}="${planned}"`), "amber");
}

type IsColumn = (...columns: readonly ChecklistColumn[]) => string;

/** While the columns are open; `where` adds what else must hold, on either side. */
const mayFill = (
  is: IsColumn,
  columns: readonly ChecklistColumn[],
  where: (open: readonly string[]) => readonly string[] = (open) => open,
): string => allOf(is(...columns), ...where(inPhases("open", ...columns)));

/** Cells to be filled now, cells that may be, and those that do not count. */
function colorEntries(sheet: SheetBuilder, checklist: Checklist, format: number): void {
  const first = FIRST_BODY_ROW;
  const cell = (column: ChecklistColumn) => at(column, first, true);
  const audited = `${cell("scope")}="${SCOPE_WORDS.audited}"`;
  const color = (
    look: keyof typeof RULE_LOOKS,
    columns: readonly [ChecklistColumn, ...ChecklistColumn[]],
    tests: (is: IsColumn, own: string) => readonly string[],
  ) => {
    const header = at(columns[0], HEADER_ROW).replace(/\d/, "$$$&");
    // A cell knows its column by the header above it: the column's number is not to be had everywhere.
    const is: IsColumn = (...which) => {
      const headers = which.map(
        (column) => `${header}=$${at(column, HEADER_ROW).replace(/\d/, "$$$&")}`,
      );
      return headers.length === 1 ? (headers[0] ?? "") : anyOf(...headers);
    };
    const formula = allOf(`${cell("section")}<>""`, ...tests(is, at(columns[0], first)));
    sheet.color(areasFrom(checklist, first, columns), formula, RULE_LOOKS[look]);
  };
  color("toAnswer", ["self", "auditor", "closureEvidence", "plan", "whatChanged"], (is, own) => [
    `${own}=""`,
    anyOf(
      allOf(
        audited,
        anyOf(
          allOf(is("self"), ...inPhases("asked", "self")),
          allOf(is("auditor"), ...inPhases("asked", "auditor")),
        ),
      ),
      allOf(
        ...inPhases("asked", "closureEvidence", "plan"),
        `${cell("state")}="${STATE_WORDS.open}"`,
        anyOf(
          is("closureEvidence"),
          allOf(is("plan"), `${cell("actionItem")}="${KIND_MARKS.mandatory}"`),
        ),
      ),
      allOf(
        is("whatChanged"),
        `${cell("disclosed")}="${YES}"`,
        ...inPhases("asked", "whatChanged"),
      ),
    ),
  ]);
  color("muted", ["self", "auditor", "finalPoints"], (is) => [
    anyOf(
      // Until something can be closed, they say nothing of their own.
      allOf(is("finalPoints"), ...during(PHASE_CELL, phasesBefore("Closed_On"))),
      allOf(is("self", "auditor"), `${cell("scope")}<>"${SCOPE_WORDS.audited}"`),
    ),
  ]);
  color(
    "optional",
    ["evidence", "owner", "note", "noteKind", "closureEvidence", "closedOn", "plan", "prior"],
    (is) => [
      anyOf(
        mayFill(is, ["evidence", "prior"]),
        mayFill(is, ["owner"]),
        mayFill(is, ["note", "noteKind"]),
        mayFill(is, ["closureEvidence", "closedOn", "plan"], (open) => [
          ...open,
          `${cell("actionItem")}<>""`,
        ]),
      ),
    ],
  );
  if (format >= 2) {
    color("optional", ["disclosed", "whatChanged"], (is) => [
      mayFill(is, ["disclosed", "whatChanged"]),
    ]);
    return;
  }
  color("optional", ["ifMet", "disclosed", "whatChanged"], (is) => [
    anyOf(
      mayFill(is, ["disclosed", "whatChanged"]),
      mayFill(is, ["ifMet"], (open) => [`${cell("provenance")}<>""`, ...open]),
    ),
  ]);
}
