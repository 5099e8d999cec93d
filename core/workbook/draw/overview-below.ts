/** Below the first screen: holidays, all dates, profile, people and sign-off. */

import { renewalDay, summaryDays } from "../../audit/clock.ts";
import { PHASE_WORDS } from "../../audit/phases.ts";
import { shortSeal } from "../../audit/seal.ts";
import type { IsoDate } from "../../checklist/domain.ts";
import { openItems } from "../../checklist/lookup.ts";
import type { Checklist, RenewalRule } from "../../checklist/types.ts";
import { OVERVIEW, PROMPTS } from "../../words/sheets.ts";
import { cellAddress } from "../a1.ts";
import { area } from "../area.ts";
import { EDITOR_NAMES, ENGAGEMENT_WORDS, YES } from "../fields.ts";
import { HISTORY_ROWS } from "../read/records.ts";
import type { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import {
  A,
  B,
  C,
  colorOpen,
  D,
  day,
  dueFormula,
  E,
  F,
  frameOf,
  G,
  H,
  HISTORY_LINES,
  HOLIDAY_COLUMNS,
  HOLIDAY_ROWS,
  header,
  I,
  inputRow,
  K,
  L,
  M,
  monthsFormula,
  phaseIs,
  TIMELINE_ROW,
} from "./overview-frame.ts";
import { phasesOf } from "./phases.ts";
import { RULE_LOOKS } from "./styles.ts";

export function drawHolidays(sheet: SheetBuilder, { checklist, inputs }: DrawContext): void {
  const { below } = frameOf(checklist);
  header(sheet, below, A, I, { [A]: OVERVIEW.holidays });
  sheet.put(below + 1, A, OVERVIEW.holidaysNote, "note");
  const first = below + 2;
  const where = area(first, E, HOLIDAY_ROWS, HOLIDAY_COLUMNS);
  for (let row = 0; row < HOLIDAY_ROWS; row += 1) {
    const from = row * HOLIDAY_COLUMNS + 1;
    sheet.put(first + row, A, OVERVIEW.holidayRow(from, from + HOLIDAY_COLUMNS - 1), "label");
    for (const column of [B, C, D]) sheet.put(first + row, column, null, "label");
    for (let column = 0; column < HOLIDAY_COLUMNS; column += 1) {
      const holiday = inputs.holidays[row * HOLIDAY_COLUMNS + column] ?? null;
      sheet.put(first + row, E + column, day(holiday), "holiday");
    }
  }
  sheet.name("Holidays", where);
  sheet.inputs.push({
    areas: [where],
    accepts: { kind: "date" },
    prompt: PROMPTS.holiday,
    refusal: PROMPTS.dateRefusal,
  });
  colorOpen(sheet, "Holidays");
}

/** Twin: audit/clock.ts#deadlines */
export function drawDates(
  sheet: SheetBuilder,
  { checklist, evaluation, inputs, format }: DrawContext,
): void {
  const { clock, renewal } = checklist;
  const { dates: datesRow } = frameOf(checklist);
  header(sheet, datesRow, A, I, {
    [A]: OVERVIEW.allDates,
    [D]: OVERVIEW.date,
    [E]: OVERVIEW.countedFrom,
  });
  const audit = cellAddress(TIMELINE_ROW.audit, L);
  const last = cellAddress(TIMELINE_ROW.last, L);
  const closures = cellAddress(TIMELINE_ROW.summary, M);
  const due = evaluation.deadlines;
  const lastFull = `IF(Engagement="${ENGAGEMENT_WORDS.renewal}",MAX(${last}),IF(MAX(${audit})>0,MAX(${audit}),MAX(${last})))`;
  const fullAuditRow = datesRow + 6;
  const helper = cellAddress(fullAuditRow, I);
  const full = cellAddress(fullAuditRow, D);
  const dates = OVERVIEW.dates(checklist);
  type Line = readonly [readonly [label: string, from: string], string, IsoDate | null];
  const nextAudits = (rule: RenewalRule): readonly Line[] => {
    const next = OVERVIEW.nextAudits(rule);
    const renewed = monthsFormula(audit, rule.months);
    const before = `IF(MAX(${audit})=0,"",IF(AND(MAX(${full})>0,${renewed}>=MAX(${full})),"",${renewed}))`;
    return [
      format < 2
        ? [next.renewal, renewed, renewalDay(rule, inputs.auditOn)]
        : [next.renewal, before, due.renewalOn],
      [next.fullAudit, monthsFormula(helper, rule.fullAuditMonths), due.fullAuditOn],
    ];
  };
  const lines: readonly Line[] = [
    [dates.summary, `IF(MAX(${audit})>0,${audit}+${summaryDays(clock)},"")`, due.summaryOn],
    [dates.advised, dueFormula(audit, clock.closureDays), due.actionItemsAdvisedOn],
    [dates.reportFrom, `IF(${closures}="","",${closures}+1)`, due.finalReportFrom],
    [dates.reportBy, dueFormula(audit, clock.finalReportDays), due.finalReportOn],
    ...(renewal === null ? [] : nextAudits(renewal)),
  ];
  lines.forEach(([[label, from], formula, date], index) => {
    const row = datesRow + 1 + index;
    sheet.put(row, A, label, "label");
    sheet.put(row, B, null, "label");
    sheet.put(row, C, null, "label");
    sheet.calc(row, D, formula, day(date), "day");
    sheet.put(row, E, from, "labelMuted");
    for (const column of [F, G, H]) sheet.put(row, column, null, "label");
    if (row !== fullAuditRow) sheet.put(row, I, null, "label");
  });
  if (renewal !== null) {
    const start = inputs.renewal
      ? inputs.lastFullAuditOn
      : (inputs.auditOn ?? inputs.lastFullAuditOn);
    // The day it is counted from, shown beside it; nothing while unknown.
    sheet.calc(fullAuditRow, I, `IF(${lastFull}>0,${lastFull},"")`, day(start), "startDay");
  }
  sheet.name("Overview_Dates", area(datesRow + 1, A, lines.length, I));
}

/** The newest moves of the phase, a line each; the hidden sheet holds more of them. */
export function drawHistory(sheet: SheetBuilder, { checklist, inputs }: DrawContext): void {
  const { history: historyRow } = frameOf(checklist);
  header(sheet, historyRow, A, I, { [A]: OVERVIEW.history });
  const moves = inputs.records.history.slice(-HISTORY_ROWS);
  const { historyFrom, historyTo, historyReason } = OVERVIEW;
  for (let line = 1; line <= HISTORY_LINES; line += 1) {
    const row = historyRow + line;
    const part = (column: number) =>
      `INDEX(Phase_History,MAX(Phase_History)-${line - 1},${column})`;
    const formula = `IF(MAX(Phase_History)<${line},"",IF(${part(2)}="","",${part(2)}&"${historyFrom}")&${part(3)}&"${historyTo}"&${part(4)}&IF(${part(5)}="","","${historyReason}"&${part(5)}))`;
    const move = moves[moves.length - line];
    const reason = move?.reason ? historyReason + move.reason : "";
    const shown = move
      ? `${move.at === "" ? "" : move.at + historyFrom}${PHASE_WORDS[move.from]}${historyTo}${PHASE_WORDS[move.to]}${reason}`
      : "";
    sheet.calc(row, A, formula, shown, "spill");
  }
  sheet.name("Overview_History", area(historyRow + 1, A, HISTORY_LINES));
}

/** Where people enter the points that our copy of the source lacks, and say that they have compared them. */
export function drawOpenPoints(sheet: SheetBuilder, { checklist, inputs }: DrawContext): void {
  const items = openItems(checklist);
  const { openValues } = checklist;
  if (openValues === null || items.length === 0) return;
  const { open: top } = frameOf(checklist);
  header(sheet, top, A, I, {
    [A]: OVERVIEW.openPoints,
    [C]: OVERVIEW.openReading,
    [D]: OVERVIEW.openEntry,
  });
  sheet.put(top + 1, A, OVERVIEW.openPointsNote(checklist), "note");
  const first = top + 2;
  items.forEach((item, index) => {
    const row = first + index;
    sheet.put(row, A, item.id, "openId");
    sheet.put(row, B, item.shortTitle, "label");
    sheet.put(row, C, item.ifMet, "figure");
    sheet.put(row, D, inputs.items[item.id]?.ifMet ?? item.ifMet, "openPoints");
    for (const column of [E, F, G, H, I]) sheet.put(row, column, null, "label");
  });
  const entries = area(first, D, items.length);
  sheet.name("Open_Id", area(first, A, items.length));
  sheet.name("Open_Add", entries);
  sheet.inputs.push({
    areas: [entries],
    accepts: { kind: "list", values: openValues.choices.map(String) },
    prompt: PROMPTS.openPoints(items.length, openValues),
    refusal: PROMPTS.openPointsRefusal(openValues),
  });
  const last = first + items.length;
  sheet.put(last, A, OVERVIEW.pointsChecked, "label");
  for (const column of [B, C, E, F, G, H, I]) sheet.put(last, column, null, "label");
  sheet.put(last, D, inputs.pointsChecked ? YES : null, "input");
  sheet.name("Points_Checked", area(last, D));
  sheet.inputs.push({
    areas: [area(last, D)],
    accepts: { kind: "list", values: [YES] },
    prompt: PROMPTS.pointsChecked(openValues),
    refusal: PROMPTS.choiceRefusal,
  });
  const open = phaseIs(...phasesOf("open", "Open_Add", "Points_Checked"));
  sheet.color([area(first, D, items.length + 1)], open, RULE_LOOKS.optional);
}

const PEOPLE = Object.entries(OVERVIEW.people);
const SIDES = ["partner", "auditor"] as const;

/** The rows of the profile's blocks, from the first one on. */
function profileRows(checklist: Checklist) {
  const { below: profile } = frameOf(checklist);
  const editors = profile + PEOPLE.length + 3;
  const signOff = editors + SIDES.length + 1;
  return { profile, editors, signOff, end: signOff + 4 };
}

export const profileEnd = (checklist: Checklist): number => profileRows(checklist).end;

export function drawProfile(sheet: SheetBuilder, { checklist, inputs }: DrawContext): void {
  const { profile, editors, signOff: signOffRow } = profileRows(checklist);
  header(sheet, profile, K, M, { [K]: OVERVIEW.profile });
  const row = profile + 1;
  inputRow(
    sheet,
    row,
    OVERVIEW.singleRegion,
    "Single_Region",
    inputs.singleRegion ? YES : null,
    "input",
  );
  sheet.put(row, M, OVERVIEW.singleRegionNote, "remark");
  colorOpen(sheet, "Single_Region");
  inputRow(
    sheet,
    row + 1,
    OVERVIEW.previousVersion,
    "Previous_Audit_Version",
    inputs.previousAuditVersion || null,
    "input",
  );
  sheet.put(row + 1, M, OVERVIEW.previousVersionNote(checklist), "remark");
  colorOpen(sheet, "Previous_Audit_Version");
  PEOPLE.forEach(([name, [label, remark]], index) => {
    const at = row + 2 + index;
    inputRow(sheet, at, label, name, inputs.people[name] || null, "input");
    sheet.put(at, M, remark === "" ? null : remark, "remark");
    colorOpen(sheet, name);
  });
  SIDES.forEach((side, index) => {
    const at = editors + index;
    const [label, remark] = OVERVIEW.editors[side];
    const value = inputs.editors[side] || null;
    inputRow(sheet, at, label, EDITOR_NAMES[side], value, "input", PROMPTS.editors[side]);
    sheet.put(at, M, remark, "remark");
    colorOpen(sheet, EDITOR_NAMES[side]);
  });
  header(sheet, signOffRow, K, M, { [K]: OVERVIEW.signOff });
  const signOff = [
    [OVERVIEW.signOffName, "Sign_Off_Name", inputs.people.Sign_Off_Name || null, "input"],
    [OVERVIEW.signOffFirm, "Sign_Off_Firm", inputs.people.Sign_Off_Firm || null, "input"],
  ] as const;
  signOff.forEach(([label, name, value, style], index) => {
    inputRow(sheet, signOffRow + 1 + index, label, name, value, style);
    sheet.put(signOffRow + 1 + index, M, null, "remark");
  });
  const signed = inputs.people.Sign_Off_On;
  inputRow(
    sheet,
    signOffRow + 3,
    OVERVIEW.signOffOn,
    "Sign_Off_On",
    signed ? { date: signed } : null,
    "inputDate",
  );
  sheet.put(signOffRow + 3, M, null, "remark");
  for (const name of ["Sign_Off_Name", "Sign_Off_Firm", "Sign_Off_On"]) colorOpen(sheet, name);
  sheet.put(signOffRow + 4, K, OVERVIEW.seal, "label");
  const { seal } = inputs.records;
  sheet.calc(
    signOffRow + 4,
    L,
    `IF(INDEX(Seal_Record,2,1)="","${OVERVIEW.sealNone}",INDEX(Seal_Record,2,1))`,
    seal ? shortSeal(seal.hash) : OVERVIEW.sealNone,
    "remark",
  );
  sheet.put(signOffRow + 4, M, null, "remark");
  sheet.name("Seal", area(signOffRow + 4, L));
}
