/** Who is audited and how, the dates of the process with what is due after each, action items and checks. */

import { PHASE_WORDS, PHASES } from "../../audit/phases.ts";
import { openItems } from "../../checklist/lookup.ts";
import { CHECKLIST, DAYS, OVERVIEW, PROMPTS } from "../../words/sheets.ts";
import { cellAddress, columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import { ENGAGEMENT_WORDS, NO, YES } from "../fields.ts";
import type { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import {
  ACTION_ROW,
  AUDITED,
  askFor,
  C,
  CHECK_ROW,
  colorOpen,
  count,
  day,
  dueFormula,
  ENGAGEMENT_ROW,
  frameOf,
  H,
  header,
  inputRow,
  inState,
  K,
  L,
  lift,
  M,
  missed,
  ofKind,
  phaseIs,
  SECTION_HEADER,
  TIMELINE_ROW,
} from "./overview-frame.ts";
import { phasesOf } from "./phases.ts";
import { RULE_LOOKS } from "./styles.ts";

export function drawEngagement(
  sheet: SheetBuilder,
  { checklist, inputs, evaluation }: DrawContext,
): void {
  header(sheet, 4, K, M, { [K]: OVERVIEW.engagement });
  const rows = ENGAGEMENT_ROW;
  inputRow(
    sheet,
    rows.phase,
    OVERVIEW.phase,
    "Phase",
    PHASE_WORDS[inputs.phase],
    "input",
    PROMPTS.phase,
  );
  inputRow(sheet, rows.partner, OVERVIEW.partner, "Partner_Name", inputs.partner || null, "input");
  inputRow(
    sheet,
    rows.reseller,
    OVERVIEW.reseller,
    "Reseller_Program",
    inputs.reseller ? YES : NO,
    "input",
    PROMPTS.reseller(checklist),
  );
  inputRow(
    sheet,
    rows.engagement,
    OVERVIEW.engagementKind,
    "Engagement",
    inputs.renewal ? ENGAGEMENT_WORDS.renewal : ENGAGEMENT_WORDS.full,
    "input",
    PROMPTS.engagement(checklist),
    checklist.renewal === null ? [ENGAGEMENT_WORDS.full] : Object.values(ENGAGEMENT_WORDS),
  );
  sheet.put(rows.phase, M, null, "remark");
  sheet.put(rows.partner, M, null, "remark");
  const [yes, no] = [OVERVIEW.nothingWaived, OVERVIEW.waived(checklist)];
  sheet.calc(
    rows.reseller,
    M,
    `IF(Reseller_Program="${NO}","${no}","${yes}")`,
    inputs.reseller ? yes : no,
    "remark",
  );
  const audited = evaluation.items.filter((row) => row.scope === "audited").length;
  sheet.calc(
    rows.engagement,
    M,
    OVERVIEW.itemsAuditedFormula(count(AUDITED)),
    OVERVIEW.itemsAudited(audited),
    "remark",
  );
  for (const name of ["Partner_Name", "Reseller_Program", "Engagement"]) colorOpen(sheet, name);
}

/** Twin: audit/clock.ts#deadlines */
export function drawTimeline(
  sheet: SheetBuilder,
  { checklist, inputs, evaluation }: DrawContext,
): void {
  const { clock } = checklist;
  header(
    sheet,
    SECTION_HEADER,
    K,
    M,
    { [K]: OVERVIEW.timeline, [L]: OVERVIEW.date, [M]: OVERVIEW.thenDue },
    [L],
  );
  const due = evaluation.deadlines;
  const rows = TIMELINE_ROW;
  const address = (row: number) => cellAddress(row, L);
  inputRow(
    sheet,
    rows.last,
    OVERVIEW.lastFullAudit,
    "Last_Full_Audit_On",
    day(inputs.lastFullAuditOn),
    "inputDate",
  );
  inputRow(
    sheet,
    rows.submitted,
    DAYS.submitted,
    "Submitted_On",
    day(inputs.submittedOn),
    "inputDate",
  );
  inputRow(sheet, rows.audit, DAYS.audit, "Audit_On", day(inputs.auditOn), "inputDate");
  inputRow(
    sheet,
    rows.summary,
    DAYS.summaryReceived,
    "Summary_Received_On",
    day(inputs.summaryReceivedOn),
    "inputDate",
    PROMPTS.summaryReceived(checklist),
  );
  inputRow(
    sheet,
    rows.report,
    DAYS.reportReceived,
    "Report_Received_On",
    day(inputs.reportReceivedOn),
    "inputDate",
  );
  sheet.put(rows.last, M, null, "remark");
  sheet.calc(
    rows.submitted,
    M,
    dueFormula(address(rows.submitted), clock.replyDays),
    day(due.replyOn),
    "dueReply",
  );
  sheet.calc(
    rows.audit,
    M,
    dueFormula(address(rows.audit), clock.finalReportDays),
    day(due.finalReportOn),
    "dueReport",
  );
  sheet.calc(
    rows.summary,
    M,
    dueFormula(address(rows.summary), clock.closureDays),
    day(due.actionItemsDueOn),
    "dueClosures",
  );
  sheet.calc(
    rows.report,
    M,
    dueFormula(address(rows.report), clock.decisionDays),
    day(due.decisionOn),
    "dueDecision",
  );
  sheet.name("Action_Items_Due_On", area(rows.summary, M));
  sheet.name(
    "Overview_Notes",
    area(ENGAGEMENT_ROW.phase, M, rows.report - ENGAGEMENT_ROW.phase + 1),
  );
  for (const name of ["Last_Full_Audit_On", "Submitted_On", "Audit_On", "Summary_Received_On"])
    colorOpen(sheet, name);
  colorAsked(sheet);
}

/**
 * Whether a rule that starts in the row `from` has come to this row. Not told by the labels beside: two of them say
 * Audit. From any other row it is more than one row to this one, up or down, also when rows are put in.
 */
const isFor = (row: number, from: number): string =>
  `ROWS(${cellAddress(from, L)}:${columnLetters(L)}$${row})=1`;

/** What a phase asks for, of engagement and timeline together; and the two cells that open in odd phases. */
function colorAsked(sheet: SheetBuilder): void {
  const first = ENGAGEMENT_ROW.partner;
  const asked: readonly (readonly [name: string, row: number])[][] = [
    [
      ["Partner_Name", first],
      ["Reseller_Program", ENGAGEMENT_ROW.reseller],
      ["Engagement", ENGAGEMENT_ROW.engagement],
    ],
    [["Submitted_On", TIMELINE_ROW.submitted]],
    [["Audit_On", TIMELINE_ROW.audit]],
    [["Summary_Received_On", TIMELINE_ROW.summary]],
  ];
  const tests = asked.map((cells) => {
    const labels = cells.map(([, row]) => isFor(row, first));
    const phases = phasesOf("asked", ...cells.map(([name]) => name));
    return `AND(${labels.length === 1 ? labels[0] : `OR(${labels.join(",")})`},${phaseIs(...phases)})`;
  });
  askFor(
    sheet,
    area(first, L, TIMELINE_ROW.summary - first + 1),
    `AND(${cellAddress(first, L)}="",OR(${tests.join(",")}))`,
  );
  const { phase } = ENGAGEMENT_ROW;
  if (phasesOf("open", "Report_Received_On").length < PHASES.length)
    throw new RangeError("Report_Received_On is taken for always open.");
  sheet.color(
    [area(phase, L), area(TIMELINE_ROW.report, L)],
    `OR(${isFor(TIMELINE_ROW.report, phase)},${phaseIs(...phasesOf("open", "Phase"))})`,
    RULE_LOOKS.optional,
  );
}

export function drawActions(sheet: SheetBuilder, { evaluation }: DrawContext): void {
  header(sheet, 16, K, M, { [K]: OVERVIEW.actionItems, [L]: OVERVIEW.open, [M]: OVERVIEW.brings }, [
    L,
    M,
  ]);
  for (const [row, label, kind] of [
    [ACTION_ROW.mandatory, OVERVIEW.mandatory, "mandatory"],
    [ACTION_ROW.scoreImpacting, OVERVIEW.scoreImpacting, "score-impacting"],
  ] as const) {
    const pending = evaluation.actionItems.filter(
      (action) => action.kind === kind && (action.state === "open" || action.state === "planned"),
    );
    const own = ofKind(kind);
    sheet.put(row, K, label, "label");
    sheet.calc(
      row,
      L,
      `${count(own, inState("open"))}+${count(own, inState("planned"))}`,
      pending.length,
      "figure",
    );
    sheet.calc(
      row,
      M,
      `${lift("open", own)}+${lift("planned", own)}`,
      pending.reduce((sum, action) => sum + action.points, 0),
      "figure",
    );
  }
  sheet.name("Overview_Actions", area(ACTION_ROW.mandatory, L, 2, 2));
}

export function drawChecks(
  sheet: SheetBuilder,
  { checklist, evaluation, inputs, format }: DrawContext,
): void {
  const { items } = checklist;
  const [otherSum, otherCount] = [OVERVIEW.otherSum(checklist), OVERVIEW.otherCount(checklist)];
  const { total: totalRow } = frameOf(checklist);
  header(sheet, 20, K, M, { [K]: OVERVIEW.checks, [L]: OVERVIEW.found, [M]: OVERVIEW.result }, [L]);
  const most = evaluation.items.reduce((sum, row) => sum + row.ifMet, 0);
  const rows = CHECK_ROW;
  const found = (row: number) => cellAddress(row, L);
  sheet.put(rows.points, K, OVERVIEW.allItemsMake, "label");
  sheet.calc(rows.points, L, cellAddress(totalRow, H), most, "figure");
  sheet.calc(
    rows.points,
    M,
    `IF(${found(rows.points)}=${checklist.most},"${OVERVIEW.ok}","${otherSum}")`,
    most === checklist.most ? OVERVIEW.ok : otherSum,
    "result",
  );
  sheet.put(rows.items, K, OVERVIEW.allItems, "label");
  sheet.calc(rows.items, L, cellAddress(totalRow, C), items.length, "figure");
  sheet.calc(
    rows.items,
    M,
    `IF(${found(rows.items)}=${items.length},"${OVERVIEW.ok}","${otherCount}")`,
    OVERVIEW.ok,
    "result",
  );
  const marked = format < 2 ? CHECKLIST.reconstructed : CHECKLIST.provenance.open;
  const openMissed = (["Self", "Auditor"] as const).map((who) =>
    count(`Item_Provenance,"${marked}"`, AUDITED, missed(who)),
  );
  const openIds = new Set(openItems(checklist).map((item) => item.id));
  const openRows = evaluation.items.filter((row) => openIds.has(row.id) && row.scope === "audited");
  const openCount =
    format >= 2 && inputs.pointsChecked
      ? 0
      : Math.max(
          openRows.filter((row) => row.self === "notMet").length,
          openRows.filter((row) => row.auditor === "notMet").length,
        );
  const note = OVERVIEW.openNotMetNote(format);
  sheet.put(rows.open, K, OVERVIEW.openNotMet(format), "label");
  sheet.calc(rows.open, L, `MAX(${openMissed.join(",")})`, openCount, "figure");
  sheet.calc(
    rows.open,
    M,
    `IF(${found(rows.open)}=0,"${OVERVIEW.ok}","${note}")`,
    openCount === 0 ? OVERVIEW.ok : note,
    "result",
  );
  sheet.name("Overview_Checks", area(rows.points, L, 3, 2));
}
