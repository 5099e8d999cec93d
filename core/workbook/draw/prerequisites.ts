/** Prerequisites: what must be in place before the audit is scheduled, with a table of customer references. */

import { PHASE_WORDS } from "../../audit/phases.ts";
import {
  ageCounts,
  countReferences,
  REFERENCE_KINDS,
  type ReferenceAge,
  referenceAge,
  referenceBase,
} from "../../audit/references.ts";
import type { IsoDate } from "../../checklist/domain.ts";
import { keptByChecklist } from "../../checklist/kept.ts";
import type { FullChecklist, ReferenceRule } from "../../checklist/types.ts";
import { PREREQUISITES, PROMPTS, SHEETS } from "../../words/sheets.ts";
import { cellAddress, columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import { NO, TIERS, YES } from "../fields.ts";
import type { CellValue, NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import { wrapText } from "./measure.ts";
import { pageOf } from "./page.ts";
import { PHASE_COPY, phasesOf, whileIn } from "./phases.ts";
import { RULE_LOOKS } from "./styles.ts";

const WIDTHS = [40, 250, 150, 104, 72, 72, 190, 96];
const [NUMBER, WHAT, ENTRY, DATE, PUBLIC, PAYING, RESULT, BASE] = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const HEADER = 4;
const ROW = { tier: 5, application: 6, sent: 7, reviewed: 8, references: 9 } as const;
const REFERENCE_HEADER = 12;
const FIRST_REFERENCE = REFERENCE_HEADER + 1;
export const REFERENCE_ROWS = 8;
const LAST_REFERENCE = REFERENCE_HEADER + REFERENCE_ROWS;
const TEXT_ROW = LAST_REFERENCE + 2;

const ageWords = (rule: ReferenceRule): Readonly<Record<ReferenceAge, string>> => ({
  fine: PREREQUISITES.fine,
  confirm: PREREQUISITES.confirm(rule),
  tooOld: PREREQUISITES.tooOld(rule),
  afterAudit: PREREQUISITES.afterAudit,
  undated: PREREQUISITES.undated,
  unmeasured: PREREQUISITES.unmeasured,
  noKind: PREREQUISITES.noKind,
  notPaying: PREREQUISITES.notPaying,
  none: "",
});

const day = (date: IsoDate | null): CellValue => (date === null ? null : { date });
const yesNo = (value: boolean | null) => (value === null ? null : value ? YES : NO);

export function prerequisitesSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.prerequisites);
  const { checklist, inputs } = context;
  sheet.rowHeights.set(1, 24);
  sheet.put(1, NUMBER, PREREQUISITES.title, "title");
  sheet.put(2, NUMBER, PREREQUISITES.intro, "note");
  sheet.calc(1, BASE, PHASE_COPY, PHASE_WORDS[inputs.phase], "hiddenNote");
  drawEntries(sheet, context);
  drawReferences(sheet, context);
  drawText(sheet, checklist);
  sheet.name("Prerequisite_Result", area(1, RESULT, LAST_REFERENCE, 2));
  const plan = sheet.plan({
    widths: WIDTHS,
    hiddenColumns: (column) => column === BASE,
    freeze: { rows: 2, columns: 0 },
    page: pageOf(SHEETS.prerequisites, context, area(1, 1, textEnd(checklist), RESULT)),
  });
  return { plan, names: sheet.names };
}

const PHASE_CELL = `$${columnLetters(BASE)}$1`;
const SENT = "Prerequisite_Sent";
const REFERENCE_NAMES = [
  [WHAT, "Prerequisite_Reference"],
  [ENTRY, "Prerequisite_Reference_Kind"],
  [DATE, "Prerequisite_Reference_On"],
  [PUBLIC, "Prerequisite_Public"],
  [PAYING, "Prerequisite_Paying"],
] as const;

/**
 * For rules from the first entry on: the phases of these inputs, and those that the mail has beyond them, because
 * it goes out after the hand-over. Its row is known by its label.
 */
function inPhases(when: "open" | "asked", ...names: readonly string[]): string {
  const usual = phasesOf(when, ...names);
  const later = phasesOf(when, SENT).filter((phase) => !usual.includes(phase));
  const isUsual = whileIn(PHASE_CELL, usual);
  if (later.length === 0) return isUsual;
  const isSent = `$${cellAddress(ROW.tier, WHAT)}=$${columnLetters(WHAT)}$${ROW.sent}`;
  return `OR(${isUsual},AND(${isSent},${whileIn(PHASE_CELL, later)}))`;
}

/** Twin: audit/references.ts#countReferences */
function drawEntries(sheet: SheetBuilder, { checklist, inputs, format }: DrawContext): void {
  const { references: rule } = checklist;
  const { headers, ok, missing } = PREREQUISITES;
  for (const [column, label] of [
    [NUMBER, headers.number],
    [WHAT, headers.what],
    [ENTRY, headers.entry],
    [DATE, headers.date],
    [PUBLIC, null],
    [PAYING, null],
    [RESULT, headers.result],
  ] as const) {
    sheet.put(
      HEADER,
      column,
      label,
      column === DATE ? "headerRight" : column === NUMBER ? "headerCenter" : "headerIndent",
    );
  }
  const own = inputs.prerequisites;
  const entries = [
    [ROW.tier, PREREQUISITES.tier, "Prerequisite_Tier", own.tier || null, TIERS, missing],
    [
      ROW.application,
      PREREQUISITES.application,
      "Prerequisite_Application",
      own.applicationSent ? YES : null,
      [YES],
      missing,
    ],
    [ROW.sent, PREREQUISITES.sent, SENT, own.selfAssessmentSent ? YES : null, [YES], missing],
    [
      ROW.reviewed,
      PREREQUISITES.reviewed,
      "Prerequisite_Reviewed",
      own.reviewed ? YES : null,
      [YES],
      PREREQUISITES.recommended,
    ],
  ] as const;
  for (const [row, label, name, value, values, lacking] of entries) {
    const entry = cellAddress(row, ENTRY);
    sheet.put(row, NUMBER, row - HEADER, "rowNumber");
    sheet.put(row, WHAT, label, "sectionTitle");
    sheet.put(row, ENTRY, value, "input");
    for (const column of [DATE, PUBLIC, PAYING] as const) sheet.put(row, column, null, "label");
    sheet.name(name, area(row, ENTRY));
    sheet.calc(
      row,
      RESULT,
      `IF(${entry}="","${lacking}","${ok}")`,
      value === null ? lacking : ok,
      "result",
    );
    sheet.inputs.push({
      areas: [area(row, ENTRY)],
      accepts: { kind: "list", values },
      refusal: PROMPTS.choiceRefusal,
    });
  }
  sheet.put(ROW.application, DATE, day(own.applicationOn), "inputDate");
  sheet.name("Prerequisite_Application_On", area(ROW.application, DATE));
  sheet.inputs.push({
    areas: [area(ROW.application, DATE)],
    accepts: { kind: "date" },
    refusal: PROMPTS.dateRefusal,
  });
  const required = area(ROW.tier, ENTRY, ROW.sent - ROW.tier + 1);
  const blank = `${cellAddress(ROW.tier, ENTRY)}=""`;
  const asked = inPhases("asked", "Prerequisite_Tier", "Prerequisite_Application");
  sheet.color([required], `AND(${blank},${asked})`, RULE_LOOKS.toAnswer);
  sheet.color(
    [
      area(ROW.tier, ENTRY, ROW.reviewed - ROW.tier + 1),
      area(ROW.application, DATE),
      area(FIRST_REFERENCE, WHAT, REFERENCE_ROWS, PAYING - WHAT + 1),
    ],
    inPhases(
      "open",
      ...entries.flatMap(([, , name]) => (name === SENT ? [] : [name])),
      "Prerequisite_Application_On",
      ...REFERENCE_NAMES.map(([, name]) => name),
    ),
    RULE_LOOKS.optional,
  );

  const { enough } = countReferences(rule, own.references, inputs, { format });
  sheet.put(ROW.references, NUMBER, ROW.references - HEADER, "rowNumber");
  sheet.put(ROW.references, WHAT, PREREQUISITES.referenceCount, "sectionTitle");
  for (const column of [ENTRY, DATE, PUBLIC, PAYING] as const) {
    sheet.put(ROW.references, column, null, "label");
  }
  const words = ageWords(rule);
  const tooFew = PREREQUISITES.tooFew(rule);
  const column = columnLetters(RESULT);
  const results = `${column}${FIRST_REFERENCE}:${column}${LAST_REFERENCE}`;
  const publicColumn = columnLetters(PUBLIC);
  const isPublic = `${publicColumn}${FIRST_REFERENCE}:${publicColumn}${LAST_REFERENCE}`;
  const counted = (...more: string[]) =>
    (["fine", "confirm", "unmeasured"] as const)
      .filter((age) => ageCounts(age, format))
      .map((age) => `COUNTIFS(${[results, `"${words[age]}"`, ...more].join(",")})`)
      .join("+");
  sheet.calc(
    ROW.references,
    RESULT,
    `IF(AND(${counted()}>=${rule.needed},${counted(isPublic, `"${YES}"`)}>=${rule.publicNeeded}),"${ok}","${tooFew}")`,
    enough ? ok : tooFew,
    "result",
  );
}

/**
 * Twin: audit/references.ts#referenceAge
 * Twin: audit/references.ts#referenceBase
 */
function drawReferences(sheet: SheetBuilder, { checklist, inputs, format }: DrawContext): void {
  const { references: rule } = checklist;
  const { referenceHeaders: headers } = PREREQUISITES;
  sheet.put(REFERENCE_HEADER - 1, NUMBER, PREREQUISITES.references, "blockTitle");
  for (const [column, label] of [
    [NUMBER, headers.number],
    [WHAT, headers.customer],
    [ENTRY, headers.kind],
    [DATE, headers.on],
    [PUBLIC, headers.isPublic],
    [PAYING, headers.isPaying],
    [RESULT, headers.result],
  ] as const) {
    sheet.put(
      REFERENCE_HEADER,
      column,
      label,
      column === DATE ? "headerRight" : column === NUMBER ? "headerCenter" : "headerIndent",
    );
  }
  sheet.rowHeights.set(REFERENCE_HEADER, 33);
  const words = ageWords(rule);
  const base = referenceBase(inputs);
  const baseCell = `$${columnLetters(BASE)}$${REFERENCE_HEADER}`;
  sheet.calc(
    REFERENCE_HEADER,
    BASE,
    'IF(Audit_On<>"",Audit_On,IF(Submitted_On<>"",Submitted_On,""))',
    day(base),
    "calculatedDate",
  );
  const monthsBefore = (months: number) =>
    `MIN(DATE(YEAR(${baseCell}),MONTH(${baseCell})-${months},DAY(${baseCell})),DATE(YEAR(${baseCell}),MONTH(${baseCell})-${months - 1},0))`;
  for (let index = 0; index < REFERENCE_ROWS; index += 1) {
    const row = FIRST_REFERENCE + index;
    const reference = inputs.prerequisites.references[index];
    const [customer, kind, on, paying] = [WHAT, ENTRY, DATE, PAYING].map((column) =>
      cellAddress(row, column),
    );
    const aged = `IF(${on}<${monthsBefore(rule.oldestMonths)},"${words.tooOld}",IF(${on}<${monthsBefore(rule.fineMonths)},"${words.confirm}","${words.fine}"))`;
    const measured = `IF(MAX(${on})=0,"${words.undated}",IF(MAX(${baseCell})=0,"${words.unmeasured}",${format < 2 ? aged : `IF(${on}>${baseCell},IF(Audit_On="","${words.unmeasured}","${words.afterAudit}"),${aged})`}))`;
    const isKind = REFERENCE_KINDS.map((word) => `${kind}="${word}"`).join(",");
    const dated = format < 2 ? measured : `IF(OR(${isKind}),${measured},"${words.noKind}")`;
    sheet.put(row, NUMBER, index + 1, "rowNumber");
    sheet.put(row, WHAT, reference?.customer || null, "input");
    sheet.put(row, ENTRY, reference?.kind || null, "input");
    sheet.put(row, DATE, day(reference?.on ?? null), "inputDate");
    sheet.put(row, PUBLIC, yesNo(reference?.isPublic ?? null), "input");
    sheet.put(row, PAYING, yesNo(reference?.isPaying ?? null), "input");
    sheet.calc(
      row,
      RESULT,
      `IF(${customer}="","",IF(${paying}<>"${YES}","${words.notPaying}",${dated}))`,
      reference ? words[referenceAge(rule, reference, inputs, format)] : "",
      "result",
    );
  }
  const body = (column: number) => area(FIRST_REFERENCE, column, REFERENCE_ROWS);
  for (const [column, name] of REFERENCE_NAMES) sheet.name(name, body(column));
  const refusal = PROMPTS.choiceRefusal;
  sheet.inputs.push({
    areas: [body(ENTRY)],
    accepts: { kind: "list", values: REFERENCE_KINDS },
    refusal,
  });
  sheet.inputs.push({
    areas: [body(PUBLIC), body(PAYING)],
    accepts: { kind: "list", values: [YES, NO] },
    refusal,
  });
  sheet.inputs.push({
    areas: [body(DATE)],
    accepts: { kind: "date" },
    refusal: PROMPTS.dateRefusal,
  });
  const own = cellAddress(FIRST_REFERENCE, RESULT);
  const state = cellAddress(ROW.tier, RESULT);
  sheet.color(
    [area(ROW.tier, RESULT, ROW.references - ROW.tier + 1), body(RESULT)],
    `OR(${state}="${PREREQUISITES.ok}",${state}="${PREREQUISITES.fine}")`,
    RULE_LOOKS.met,
  );
  sheet.color([body(RESULT)], `${own}="${words.confirm}"`, RULE_LOOKS.amber);
  sheet.color([body(RESULT)], `${own}="${PREREQUISITES.unmeasured}"`, RULE_LOOKS.muted, true);
  sheet.color(
    [body(RESULT)],
    `AND(${own}<>"",${own}<>"${PREREQUISITES.unmeasured}")`,
    RULE_LOOKS.notMet,
  );
}

const TEXT_WIDTH = [ENTRY, DATE, PUBLIC, PAYING, RESULT].reduce(
  (width, column) => width + (WIDTHS[column - 1] ?? 0),
  0,
);
/** Each requirement takes a row a line, so that nothing has to be merged. */
const textLines = keptByChecklist(({ texts }: FullChecklist) =>
  texts.prerequisites.map((entry) => wrapText(entry.requirement, TEXT_WIDTH, 10)),
);
const textEnd = (checklist: FullChecklist): number =>
  TEXT_ROW + textLines(checklist).reduce((sum, lines) => sum + lines.length, 0);

function drawText(sheet: SheetBuilder, checklist: FullChecklist): void {
  sheet.put(TEXT_ROW, NUMBER, PREREQUISITES.headers.requirement, "blockTitle");
  let row = TEXT_ROW + 1;
  checklist.texts.prerequisites.forEach((entry, index) => {
    sheet.put(row, WHAT, entry.title, "spillBold");
    for (const line of textLines(checklist)[index] ?? []) {
      sheet.put(row, ENTRY, line, "spill");
      row += 1;
    }
  });
}
