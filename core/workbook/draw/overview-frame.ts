/** The Overview's grid: its columns and rows, and the formulas and drawing steps that its blocks share. */

import { type ActionKind, KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import { ANSWER_WORDS } from "../../audit/answers.ts";
import { PHASE_WORDS, type Phase } from "../../audit/phases.ts";
import type { ActionState } from "../../audit/score.ts";
import type { IsoDate } from "../../checklist/domain.ts";
import { keptByChecklist } from "../../checklist/kept.ts";
import type { Checklist } from "../../checklist/types.ts";
import { SCOPE_WORDS } from "../../words/en.ts";
import { PROMPTS } from "../../words/sheets.ts";
import { columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import { inputNamed, YES } from "../fields.ts";
import type { Area, CellValue, InputRule } from "../port.ts";
import type { SheetBuilder } from "./builder.ts";
import { phasesFrom, phasesOf } from "./phases.ts";
import { RULE_LOOKS, type StyleName } from "./styles.ts";

export const WIDTHS = [32, 216, 72, 132, 72, 88, 72, 64, 64, 24, 176, 132, 172];
export const [A, B, C, D, E, F, G, H, I, , K, L, M] = WIDTHS.map((_, index) => index + 1) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
export const LAST_COLUMN = M;

export const SCORE_ROW = { self: 5, preliminary: 6, final: 7 } as const;
export const SECTION_HEADER = 9;
export const FIRST_SECTION = SECTION_HEADER + 1;
export const ENGAGEMENT_ROW = { phase: 5, partner: 6, reseller: 7, engagement: 8 } as const;
export const TIMELINE_ROW = {
  last: 10,
  submitted: 11,
  audit: 12,
  summary: 13,
  report: 14,
} as const;
/** Where rules of the Overview find the phase. */
export const PHASE_CELL = `$${columnLetters(L)}$${ENGAGEMENT_ROW.phase}`;
export const ACTION_ROW = { mandatory: 17, scoreImpacting: 18 } as const;
export const CHECK_ROW = { points: 21, items: 22, open: 23 } as const;
export const HOLIDAY_ROWS = 6;
export const HOLIDAY_COLUMNS = 5;
export const HISTORY_LINES = 3;
/** Beside the sections stand blocks of a fixed height: what comes below starts under the longer of the two. */
const UNDER_BLOCKS = 27;

/** Rows that depend on how many sections there are. */
export const frameOf = keptByChecklist(({ sections }: Checklist) => {
  const lastSection = SECTION_HEADER + sections.length;
  const total = lastSection + 1;
  const below = Math.max(UNDER_BLOCKS, total + 3);
  const dates = below + HOLIDAY_ROWS + 3;
  const history = dates + 8;
  const historyEnd = history + HISTORY_LINES;
  return { lastSection, total, below, dates, history, historyEnd, open: historyEnd + 2 };
});
export const AUDITED = `Item_Scope,"${SCOPE_WORDS.audited}"`;
export const count = (...criteria: string[]) => `COUNTIFS(${criteria.join(",")})`;
export const answered = (who: "Self" | "Auditor", ...criteria: string[]) =>
  Object.values(ANSWER_WORDS)
    .map((word) => count(...criteria, AUDITED, `${who}_Answer,"${word}"`))
    .join("+");
export const unansweredSum = (values: string, who: "Self" | "Auditor") =>
  [
    `SUMIFS(${values},${AUDITED})`,
    ...Object.values(ANSWER_WORDS).map(
      (word) => `SUMIFS(${values},${AUDITED},${who}_Answer,"${word}")`,
    ),
  ].join("-");
/** Items that are not met, as criteria. */
export const missed = (who: "Self" | "Auditor") => `${who}_Answer,"${ANSWER_WORDS.notMet}"`;
/** Action items by state and kind, as criteria. */
export const inState = (state: ActionState) => `Action_State,"${STATE_WORDS[state]}"`;
export const ofKind = (kind: ActionKind) => `Action_Item,"${KIND_MARKS[kind]}"`;
/** What closing every action item in this state would bring. */
export const lift = (state: ActionState, ...criteria: string[]) => {
  const where = [...criteria, inState(state)].join(",");
  return `SUMIFS(Item_Add,${where})-SUMIFS(Item_Subtract,${where})`;
};
/** From the audit on, progress is the auditor's. */
export const VALIDATING = phasesFrom("Auditor_Answer");
export const isValidating = `OR(${VALIDATING.map((phase) => `Phase="${PHASE_WORDS[phase]}"`).join(",")})`;

export const day = (date: IsoDate | null): CellValue => (date === null ? null : { date });

export function header(
  sheet: SheetBuilder,
  row: number,
  from: number,
  to: number,
  labels: Readonly<Record<number, string>>,
  right: readonly number[] = [],
): void {
  sheet.rowHeights.set(row, 16.5);
  for (let column = from; column <= to; column += 1) {
    sheet.put(
      row,
      column,
      labels[column] ?? null,
      right.includes(column)
        ? "headerRight"
        : column === D || column === M
          ? "headerIndent"
          : "headerWide",
    );
  }
}

/** Mandatory items, as criteria; format 1 told them by what they cost. */
export const ofMandatory = (format: number) =>
  format < 2 ? 'Item_Subtract,"<0"' : `Item_Mandatory,"${YES}"`;

/** One labelled input of the right-hand column, with its remark. */
export function inputRow(
  sheet: SheetBuilder,
  row: number,
  label: string,
  name: string,
  value: CellValue,
  style: StyleName,
  prompt?: InputRule["prompt"],
  /** Where this checklist offers fewer than the field takes. */
  words?: readonly string[],
): void {
  sheet.put(row, K, label, "label");
  sheet.put(row, L, value, style);
  sheet.name(name, area(row, L));
  const kind = inputNamed(name)?.kind;
  const areas = [area(row, L)];
  const shown = prompt ? { prompt } : {};
  if (kind?.is === "choice") {
    sheet.inputs.push({
      areas,
      accepts: { kind: "list", values: words ?? kind.values },
      ...shown,
      refusal: PROMPTS.choiceRefusal,
    });
  } else if (kind?.is === "date") {
    sheet.inputs.push({ areas, accepts: { kind: "date" }, ...shown, refusal: PROMPTS.dateRefusal });
  } else if (prompt) {
    sheet.inputs.push({ areas, accepts: { kind: "anything" }, prompt });
  }
}

export const phaseIs = (...phases: readonly Phase[]) => {
  const tests = phases.map((phase) => `${PHASE_CELL}="${PHASE_WORDS[phase]}"`);
  // A blank phase is read as the first one.
  if (phases.includes("selfAssessment")) tests.push(`${PHASE_CELL}=""`);
  return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
};

/** Cream while it may be filled; the cells under the name are drawn already. */
export function colorOpen(sheet: SheetBuilder, name: string): void {
  const named = sheet.names.find((entry) => entry.name === name);
  if (named) sheet.color([named.area], phaseIs(...phasesOf("open", name)), RULE_LOOKS.optional);
}

/** Yellow while something is asked for, before any cream. */
export function askFor(sheet: SheetBuilder, where: Area, formula: string): void {
  sheet.colors.unshift({ areas: [where], formula, style: RULE_LOOKS.toAnswer });
}

/** Twin: audit/clock.ts#addBusinessDays */
export function dueFormula(start: string, days: number): string {
  return `IF(MAX(${start})>0,IFERROR(WORKDAY(${start},${days},Holidays),""),"")`;
}

/**
 * The same day of another month, or that month's last: EDATE differs between programs.
 * Twin: audit/dates.ts#addMonths
 */
export function monthsFormula(start: string, months: number): string {
  const [year, month, date] = [`YEAR(${start})`, `MONTH(${start})`, `DAY(${start})`];
  return `IF(MAX(${start})>0,MIN(DATE(${year},${month}+${months},${date}),DATE(${year},${month}+${months + 1},0)),"")`;
}
