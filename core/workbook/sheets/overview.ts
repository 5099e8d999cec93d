/** The Overview: scores by section, verdicts, dates, people and checks; every figure found by key or name. */

import { items, sections } from "../../checklist/catalogue.ts";
import { CLOSURE_DAYS, DECISION_DAYS, FINAL_REPORT_DAYS, REPLY_DAYS } from "../../clock.ts";
import type { IsoDate } from "../../domain.ts";
import type { ItemResult } from "../../evaluate.ts";
import { PHASE_WORDS, type Phase } from "../../phases.ts";
import { MOST_POINTS, PASS_POINTS, type Score } from "../../score.ts";
import { VERDICT_WORDS } from "../../text/en.ts";
import {
  COLOR_KEY,
  OVERVIEW,
  PARTNER_UNNAMED,
  PROMPTS,
  SHEETS,
  WORKBOOK_TITLE,
} from "../../text/sheets.ts";
import { cellAddress } from "../a1.ts";
import { area, SheetBuilder } from "../builder.ts";
import type { DrawContext } from "../context.ts";
import { ENGAGEMENT_WORDS, inputNamed } from "../fields.ts";
import { wrapText } from "../measure.ts";
import { pageHeader } from "../page.ts";
import { COLORS, RULE_LOOKS, type StyleName } from "../styles.ts";
import type { Area, CellValue, InputRule, NamePlan, SheetPlan } from "../types.ts";

const WIDTHS = [32, 216, 72, 132, 72, 88, 72, 64, 64, 24, 176, 132, 172];
const [A, B, C, D, E, F, G, H, I, , K, L, M] = WIDTHS.map((_, index) => index + 1) as [
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
const LAST_COLUMN = M;

const SCORE_ROW = { self: 5, preliminary: 6, final: 7 } as const;
const SECTION_HEADER = 9;
const FIRST_SECTION = SECTION_HEADER + 1;
const LAST_SECTION = SECTION_HEADER + sections.length;
const TOTAL_ROW = LAST_SECTION + 1;
const ENGAGEMENT_ROW = { phase: 5, partner: 6, reseller: 7, engagement: 8 } as const;
const TIMELINE_ROW = { last: 10, submitted: 11, audit: 12, summary: 13, report: 14 } as const;
const ACTION_ROW = { mandatory: 17, scoreImpacting: 18 } as const;
const CHECK_ROW = { points: 21, items: 22, lost: 23 } as const;
const BELOW = 27;
const HOLIDAY_ROWS = 6;
const HOLIDAY_COLUMNS = 5;
const DATES_ROW = BELOW + HOLIDAY_ROWS + 3;

const AUDITED = 'Item_Scope,"Audited"';
const count = (...criteria: string[]) => `COUNTIFS(${criteria.join(",")})`;
const answered = (who: "Self" | "Auditor", ...criteria: string[]) =>
  ["Met", "Not met"]
    .map((word) => count(...criteria, AUDITED, `${who}_Answer,"${word}"`))
    .join("+");
const unansweredSum = (values: string, who: "Self" | "Auditor") =>
  `SUMIFS(${values},${AUDITED})-SUMIFS(${values},${AUDITED},${who}_Answer,"Met")-SUMIFS(${values},${AUDITED},${who}_Answer,"Not met")`;
/** What closing every action item in this state would bring. */
const lift = (state: string, ...criteria: string[]) => {
  const where = [...criteria, `Action_State,"${state}"`].join(",");
  return `SUMIFS(Item_Add,${where})-SUMIFS(Item_Subtract,${where})`;
};
/** From the audit on, progress is the auditor's. */
const VALIDATING: readonly Phase[] = ["audit", "actionItems", "closed"];
const isValidating = `OR(${VALIDATING.map((phase) => `Phase="${PHASE_WORDS[phase]}"`).join(",")})`;

const day = (date: IsoDate | null): CellValue => (date === null ? null : { date });

export function overviewSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.overview);
  drawTitle(sheet, context);
  drawScores(sheet, context);
  drawSections(sheet, context);
  drawEngagement(sheet, context);
  drawTimeline(sheet, context);
  drawActions(sheet, context);
  drawChecks(sheet, context);
  drawHolidays(sheet, context);
  drawDates(sheet, context);
  drawProfile(sheet, context);
  const plan = sheet.plan({
    tabColor: COLORS.band,
    widths: WIDTHS,
    freeze: { rows: 2, columns: 0 },
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: area(1, 1, PROFILE_END, LAST_COLUMN),
      columnBreaks: [],
      titleRows: null,
      titleColumns: null,
      margin: 10,
      ...pageHeader(SHEETS.overview, context.partner),
    },
  });
  return { plan, names: sheet.names };
}

function header(
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

function drawTitle(sheet: SheetBuilder, { inputs }: DrawContext): void {
  sheet.rowHeights.set(1, 24);
  sheet.put(1, A, WORKBOOK_TITLE, "title");
  const start = PHASE_WORDS.selfAssessment;
  const partner = inputs.partner === "" ? PARTNER_UNNAMED : inputs.partner;
  sheet.calc(
    2,
    A,
    `IF(Partner_Name="","${PARTNER_UNNAMED}",Partner_Name)&".  Phase: "&IF(Phase="","${start}",Phase)&".  ${COLOR_KEY}"`,
    `${partner}.  Phase: ${PHASE_WORDS[inputs.phase]}.  ${COLOR_KEY}`,
    "note",
  );
  sheet.name("Overview_Subtitle", area(2, A));
}

function drawScores(sheet: SheetBuilder, { evaluation }: DrawContext): void {
  header(
    sheet,
    4,
    A,
    H,
    {
      [A]: OVERVIEW.score,
      [C]: OVERVIEW.answered,
      [D]: OVERVIEW.verdict,
      [E]: OVERVIEW.total,
      [F]: OVERVIEW.to900,
      [G]: OVERVIEW.atMost,
      [H]: OVERVIEW.notMet,
    },
    [C, E, F, G, H],
  );
  sheet.put(4, I, null, "header");
  const { scores } = evaluation;
  const draw = (
    row: number,
    label: string,
    prefix: "Self" | "Auditor" | "Final",
    score: Score,
    formulas: {
      readonly answered: string;
      readonly ceiling: string;
      readonly notMet: string;
      readonly verdict: string;
    },
  ) => {
    sheet.put(row, A, label, "label");
    sheet.put(row, B, null, "label");
    sheet.calc(row, C, formulas.answered, score.answered, "figure");
    sheet.calc(row, D, formulas.verdict, VERDICT_WORDS[score.verdict], "verdict");
    sheet.calc(row, E, `${prefix}_Total`, score.total, "figureBold");
    sheet.calc(
      row,
      F,
      `MAX(0,${PASS_POINTS}-${cellAddress(row, E)})`,
      Math.max(0, PASS_POINTS - score.total),
      "figure",
    );
    sheet.calc(row, G, formulas.ceiling, score.ceiling, "figure");
    sheet.calc(row, H, formulas.notMet, score.notMet, "count");
    sheet.put(row, I, null, "figure");
    sheet.name(`${prefix}_Answered`, area(row, C));
    sheet.name(`${prefix}_Verdict`, area(row, D));
    sheet.name(`${prefix}_Ceiling`, area(row, G));
  };
  for (const [row, label, who, score] of [
    [SCORE_ROW.self, OVERVIEW.self, "Self", scores.self],
    [SCORE_ROW.preliminary, OVERVIEW.preliminary, "Auditor", scores.preliminary],
  ] as const) {
    const mandatory = count(AUDITED, `${who}_Answer,"Not met"`, 'Item_Subtract,"<0"');
    const total = `${who}_Total`;
    draw(row, label, who, score, {
      answered: answered(who),
      ceiling: `${total}+${unansweredSum("Item_Add", who)}`,
      notMet: count(AUDITED, `${who}_Answer,"Not met"`),
      verdict: `IF(${who}_Ceiling<${PASS_POINTS},"Fail",IF(${mandatory}>0,"Fail",IF(${count(AUDITED)}-${who}_Answered>0,"In progress",IF(${total}>=${PASS_POINTS},"Pass","Fail"))))`,
    });
  }
  const row = SCORE_ROW.final;
  const open = count('Action_Item,"MAI"', 'Action_State,"Open"');
  const planned = count('Action_Item,"MAI"', 'Action_State,"Planned"');
  draw(row, OVERVIEW.final, "Final", scores.final, {
    answered: answered("Auditor"),
    ceiling: `Final_Total+${unansweredSum("Item_Add", "Auditor")}+${lift("Planned")}+IF(Phase="Closed",0,${lift("Open")})`,
    notMet: `${count(AUDITED, 'Auditor_Answer,"Not met"')}-${count('Action_State,"Closed"')}`,
    verdict: `IF(Final_Ceiling<${PASS_POINTS},"Fail",IF(${count(AUDITED)}-Final_Answered>0,"In progress",IF(AND(Final_Total>=${PASS_POINTS},${open}+${planned}=0),"Pass",IF(Phase<>"Closed","In progress",IF(AND(${open}=0,${planned}>0,Final_Total+${lift("Planned")}>=${PASS_POINTS}),"Action plan","Fail")))))`,
  });
  const first = SCORE_ROW.self;
  sheet.name("Overview_Scores", area(first, A, 3, H));
  const verdicts = [area(first, D, 3)];
  const own = cellAddress(first, D);
  sheet.color(verdicts, `${own}="${VERDICT_WORDS.pass}"`, RULE_LOOKS.pass);
  sheet.color(verdicts, `${own}="${VERDICT_WORDS.fail}"`, RULE_LOOKS.notMet);
  sheet.color(verdicts, `${own}="${VERDICT_WORDS.actionPlan}"`, RULE_LOOKS.amber);
  sheet.color([area(first, E, 3)], `${cellAddress(first, E)}<0`, RULE_LOOKS.negative);
  const early = (["selfAssessment", "submitted", "audit"] as const)
    .map((phase) => `$L$5="${PHASE_WORDS[phase]}"`)
    .join(",");
  sheet.color([area(row, A, 1, H)], `OR($L$5="",${early})`, RULE_LOOKS.muted);
}

function drawSections(sheet: SheetBuilder, { evaluation, inputs }: DrawContext): void {
  const validating = VALIDATING.includes(inputs.phase);
  header(sheet, SECTION_HEADER, A, C, { [A]: OVERVIEW.section, [C]: OVERVIEW.items }, [C]);
  header(
    sheet,
    SECTION_HEADER,
    E,
    I,
    {
      [E]: OVERVIEW.selfShort,
      [F]: OVERVIEW.preliminaryShort,
      [G]: OVERVIEW.finalShort,
      [H]: OVERVIEW.most,
      [I]: OVERVIEW.notMet,
    },
    [E, F, G, H, I],
  );
  // Who makes the progress depends on the phase.
  sheet.calc(
    SECTION_HEADER,
    D,
    `IF(${isValidating},"${OVERVIEW.validated}","${OVERVIEW.answered}")`,
    validating ? OVERVIEW.validated : OVERVIEW.answered,
    "headerRight",
  );
  const side = validating ? "auditor" : "self";
  const share = (rows: readonly ItemResult[]): CellValue => {
    const audited = rows.filter((row) => row.scope === "audited");
    if (audited.length === 0) return "";
    return audited.filter((row) => row[side] !== "unanswered").length / audited.length;
  };
  const notMet = (rows: readonly ItemResult[]) =>
    rows.filter((row) => row.scope === "audited" && row[side] === "notMet").length;
  const { scores } = evaluation;
  sections.forEach((section, index) => {
    const row = FIRST_SECTION + index;
    const key = `Item_Section,${cellAddress(row, A)}`;
    const rows = evaluation.items.filter((result) => result.section === section.id);
    sheet.put(row, A, Number(section.id), "sectionNumber");
    const fits = wrapText(section.title, (WIDTHS[B - 1] ?? 0) - 9, 11).length === 1;
    sheet.put(row, B, fits ? section.title : section.shortTitle, "sectionTitle");
    sheet.calc(row, C, count(key), section.items.length, "figure");
    const audited = count(key, AUDITED);
    sheet.calc(
      row,
      D,
      `IF(${audited}=0,"",IF(${isValidating},${answered("Auditor", key)},${answered("Self", key)})/${audited})`,
      share(rows),
      "share",
    );
    sheet.calc(row, E, `SUMIFS(Self_Points,${key})`, scores.self.sections[section.id], "figure");
    sheet.calc(
      row,
      F,
      `SUMIFS(Auditor_Points,${key})`,
      scores.preliminary.sections[section.id],
      "figure",
    );
    sheet.calc(row, G, `SUMIFS(Final_Points,${key})`, scores.final.sections[section.id], "figure");
    sheet.calc(
      row,
      H,
      `SUMIFS(Item_Add,${key})`,
      rows.reduce((sum, result) => sum + result.ifMet, 0),
      "figure",
    );
    const missed = (who: string) => count(key, AUDITED, `${who}_Answer,"Not met"`);
    sheet.calc(
      row,
      I,
      `IF(${isValidating},${missed("Auditor")},${missed("Self")})`,
      notMet(rows),
      "count",
    );
  });

  const block = (column: number) =>
    `${cellAddress(FIRST_SECTION, column)}:${cellAddress(LAST_SECTION, column)}`;
  sheet.put(TOTAL_ROW, A, OVERVIEW.total, "totalLabel");
  sheet.put(TOTAL_ROW, B, null, "totalLabel");
  sheet.calc(TOTAL_ROW, C, `SUM(${block(C)})`, items.length, "total");
  sheet.calc(
    TOTAL_ROW,
    D,
    `IF(${count(AUDITED)}=0,"",IF(${isValidating},${answered("Auditor")},${answered("Self")})/${count(AUDITED)})`,
    share(evaluation.items),
    "totalShare",
  );
  sheet.calc(TOTAL_ROW, E, "SUM(Self_Sections)", scores.self.total, "total");
  sheet.calc(TOTAL_ROW, F, "SUM(Auditor_Sections)", scores.preliminary.total, "total");
  sheet.calc(TOTAL_ROW, G, "SUM(Final_Sections)", scores.final.total, "total");
  const most = evaluation.items.reduce((sum, result) => sum + result.ifMet, 0);
  sheet.calc(TOTAL_ROW, H, `SUM(${block(H)})`, most, "total");
  sheet.calc(TOTAL_ROW, I, `SUM(${block(I)})`, notMet(evaluation.items), "total");

  sheet.name("Overview_Sections", area(SECTION_HEADER, A, TOTAL_ROW - SECTION_HEADER + 1, I));
  sheet.name("Section_Keys", area(FIRST_SECTION, A, sections.length));
  sheet.name("Self_Sections", area(FIRST_SECTION, E, sections.length));
  sheet.name("Auditor_Sections", area(FIRST_SECTION, F, sections.length));
  sheet.name("Final_Sections", area(FIRST_SECTION, G, sections.length));
  sheet.name("Self_Total", area(TOTAL_ROW, E));
  sheet.name("Auditor_Total", area(TOTAL_ROW, F));
  sheet.name("Final_Total", area(TOTAL_ROW, G));
  sheet.bars.push({
    area: area(FIRST_SECTION, D, TOTAL_ROW - FIRST_SECTION + 1),
    fill: COLORS.bar,
    edge: COLORS.barEdge,
    full: 1.45,
  });
  const figures = area(FIRST_SECTION, E, TOTAL_ROW - FIRST_SECTION + 1, 3);
  sheet.color([figures], `${cellAddress(FIRST_SECTION, E)}<0`, RULE_LOOKS.negative);
}

/** One labelled input of the right-hand column, with its remark. */
function inputRow(
  sheet: SheetBuilder,
  row: number,
  label: string,
  name: string,
  value: CellValue,
  style: StyleName,
  prompt?: InputRule["prompt"],
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
      accepts: { kind: "list", values: kind.values },
      ...shown,
      refusal: PROMPTS.choiceRefusal,
    });
  } else if (kind?.is === "date") {
    sheet.inputs.push({ areas, accepts: { kind: "date" }, ...shown, refusal: PROMPTS.dateRefusal });
  } else if (prompt) {
    sheet.inputs.push({ areas, accepts: { kind: "anything" }, prompt });
  }
}

const phaseIs = (...phases: readonly Phase[]) => {
  const tests = phases.map((phase) => `$L$5="${PHASE_WORDS[phase]}"`);
  // A blank phase is read as the first one.
  if (phases.includes("selfAssessment")) tests.push('$L$5=""');
  return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
};

/** Yellow while the phase asks for the cell and it is blank, cream while it may be written. */
function colorInput(
  sheet: SheetBuilder,
  where: Area,
  asked: readonly Phase[],
  open: readonly Phase[],
): void {
  const own = cellAddress(where.row, where.column);
  if (asked.length > 0)
    sheet.color([where], `AND(${phaseIs(...asked)},${own}="")`, RULE_LOOKS.toAnswer);
  if (open.length > 0) sheet.color([where], phaseIs(...open), RULE_LOOKS.optional);
}

function drawEngagement(sheet: SheetBuilder, { inputs, evaluation }: DrawContext): void {
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
    inputs.reseller ? "Yes" : "No",
    "input",
    PROMPTS.reseller,
  );
  inputRow(
    sheet,
    rows.engagement,
    OVERVIEW.engagementKind,
    "Engagement",
    inputs.renewal ? ENGAGEMENT_WORDS.renewal : ENGAGEMENT_WORDS.full,
    "input",
    PROMPTS.engagement,
  );
  sheet.put(rows.phase, M, null, "remark");
  sheet.put(rows.partner, M, null, "remark");
  const { yes, no } = OVERVIEW.resellerNotes;
  sheet.calc(
    rows.reseller,
    M,
    `IF(Reseller_Program="No","${no}","${yes}")`,
    inputs.reseller ? yes : no,
    "remark",
  );
  const audited = evaluation.items.filter((row) => row.scope === "audited").length;
  sheet.calc(
    rows.engagement,
    M,
    OVERVIEW.itemsAudited(count(AUDITED)),
    `${audited} items audited`,
    "remark",
  );
  colorInput(sheet, area(rows.phase, L), [], ["submitted", "audit", "actionItems", "closed"]);
  for (const row of [rows.partner, rows.reseller, rows.engagement]) {
    colorInput(sheet, area(row, L), ["selfAssessment"], ["selfAssessment"]);
  }
}

function dueFormula(start: string, days: number): string {
  return `IF(MAX(${start})>0,IFERROR(WORKDAY(${start},${days},Holidays),""),"")`;
}

/** The same day of another month, or that month's last: EDATE differs between programs. */
function monthsFormula(start: string, months: number): string {
  const [year, month, date] = [`YEAR(${start})`, `MONTH(${start})`, `DAY(${start})`];
  return `IF(MAX(${start})>0,MIN(DATE(${year},${month}+${months},${date}),DATE(${year},${month}+${months + 1},0)),"")`;
}

function drawTimeline(sheet: SheetBuilder, { inputs, evaluation }: DrawContext): void {
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
    OVERVIEW.submitted,
    "Submitted_On",
    day(inputs.submittedOn),
    "inputDate",
  );
  inputRow(sheet, rows.audit, OVERVIEW.audit, "Audit_On", day(inputs.auditOn), "inputDate");
  inputRow(
    sheet,
    rows.summary,
    OVERVIEW.summaryReceived,
    "Summary_Received_On",
    day(inputs.summaryReceivedOn),
    "inputDate",
    PROMPTS.summaryReceived,
  );
  inputRow(
    sheet,
    rows.report,
    OVERVIEW.reportReceived,
    "Report_Received_On",
    day(inputs.reportReceivedOn),
    "inputDate",
  );
  sheet.put(rows.last, M, null, "remark");
  sheet.calc(
    rows.submitted,
    M,
    dueFormula(address(rows.submitted), REPLY_DAYS),
    day(due.replyOn),
    "dueReply",
  );
  sheet.calc(
    rows.audit,
    M,
    dueFormula(address(rows.audit), FINAL_REPORT_DAYS),
    day(due.finalReportOn),
    "dueReport",
  );
  sheet.calc(
    rows.summary,
    M,
    dueFormula(address(rows.summary), CLOSURE_DAYS),
    day(due.actionItemsDueOn),
    "dueClosures",
  );
  sheet.calc(
    rows.report,
    M,
    dueFormula(address(rows.report), DECISION_DAYS),
    day(due.decisionOn),
    "dueDecision",
  );
  sheet.name("Action_Items_Due_On", area(rows.summary, M));
  sheet.name(
    "Overview_Notes",
    area(ENGAGEMENT_ROW.phase, M, rows.report - ENGAGEMENT_ROW.phase + 1),
  );
  const untilClosed: readonly Phase[] = ["selfAssessment", "submitted", "audit", "actionItems"];
  colorInput(sheet, area(rows.last, L), [], ["selfAssessment"]);
  colorInput(sheet, area(rows.submitted, L), ["submitted"], untilClosed);
  colorInput(sheet, area(rows.audit, L), ["audit"], untilClosed);
  colorInput(sheet, area(rows.summary, L), ["audit", "actionItems"], untilClosed);
  colorInput(sheet, area(rows.report, L), [], [...untilClosed, "closed"]);
}

function drawActions(sheet: SheetBuilder, { evaluation }: DrawContext): void {
  header(sheet, 16, K, M, { [K]: OVERVIEW.actionItems, [L]: OVERVIEW.open, [M]: OVERVIEW.brings }, [
    L,
    M,
  ]);
  for (const [row, label, word, kind] of [
    [ACTION_ROW.mandatory, OVERVIEW.mandatory, "MAI", "mandatory"],
    [ACTION_ROW.scoreImpacting, OVERVIEW.scoreImpacting, "SIAI", "score-impacting"],
  ] as const) {
    const pending = evaluation.actionItems.filter(
      (action) => action.kind === kind && (action.state === "open" || action.state === "planned"),
    );
    const own = `Action_Item,"${word}"`;
    sheet.put(row, K, label, "label");
    sheet.calc(
      row,
      L,
      `${count(own, 'Action_State,"Open"')}+${count(own, 'Action_State,"Planned"')}`,
      pending.length,
      "figure",
    );
    sheet.calc(
      row,
      M,
      `${lift("Open", own)}+${lift("Planned", own)}`,
      pending.reduce((sum, action) => sum + action.points, 0),
      "figure",
    );
  }
  sheet.name("Overview_Actions", area(ACTION_ROW.mandatory, L, 2, 2));
}

function drawChecks(sheet: SheetBuilder, { evaluation }: DrawContext): void {
  header(sheet, 20, K, M, { [K]: OVERVIEW.checks, [L]: OVERVIEW.found, [M]: OVERVIEW.result }, [L]);
  const most = evaluation.items.reduce((sum, row) => sum + row.ifMet, 0);
  const rows = CHECK_ROW;
  const found = (row: number) => cellAddress(row, L);
  sheet.put(rows.points, K, OVERVIEW.allItemsMake, "label");
  sheet.calc(rows.points, L, cellAddress(TOTAL_ROW, H), most, "figure");
  sheet.calc(
    rows.points,
    M,
    `IF(${found(rows.points)}=${MOST_POINTS},"${OVERVIEW.ok}","${OVERVIEW.not1000}")`,
    most === MOST_POINTS ? OVERVIEW.ok : OVERVIEW.not1000,
    "result",
  );
  sheet.put(rows.items, K, OVERVIEW.allItems, "label");
  sheet.calc(rows.items, L, cellAddress(TOTAL_ROW, C), items.length, "figure");
  sheet.calc(
    rows.items,
    M,
    `IF(${found(rows.items)}=${items.length},"${OVERVIEW.ok}","${OVERVIEW.not97}")`,
    OVERVIEW.ok,
    "result",
  );
  const lost = (["Self", "Auditor"] as const).map((who) =>
    count('Item_Provenance,"Reconstructed"', AUDITED, `${who}_Answer,"Not met"`),
  );
  const lostIds = new Set(
    items.filter((item) => item.provenance === "reconstructed").map((item) => item.id),
  );
  const lostRows = evaluation.items.filter((row) => lostIds.has(row.id) && row.scope === "audited");
  const lostCount = Math.max(
    lostRows.filter((row) => row.self === "notMet").length,
    lostRows.filter((row) => row.auditor === "notMet").length,
  );
  sheet.put(rows.lost, K, OVERVIEW.lostPoints, "label");
  sheet.calc(rows.lost, L, `MAX(${lost.join(",")})`, lostCount, "figure");
  sheet.calc(
    rows.lost,
    M,
    `IF(${found(rows.lost)}=0,"${OVERVIEW.ok}","${OVERVIEW.lostPointsNote}")`,
    lostCount === 0 ? OVERVIEW.ok : OVERVIEW.lostPointsNote,
    "result",
  );
  sheet.name("Overview_Checks", area(rows.points, L, 3, 2));
  const results = area(rows.points, M, 3);
  sheet.color([results], `${cellAddress(rows.points, M)}<>"${OVERVIEW.ok}"`, RULE_LOOKS.amber);
}

function drawHolidays(sheet: SheetBuilder, { inputs }: DrawContext): void {
  header(sheet, BELOW, A, I, { [A]: OVERVIEW.holidays });
  sheet.put(BELOW + 1, A, OVERVIEW.holidaysNote, "note");
  const first = BELOW + 2;
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
  sheet.color(
    [where],
    phaseIs("selfAssessment", "submitted", "audit", "actionItems"),
    RULE_LOOKS.optional,
  );
}

function drawDates(sheet: SheetBuilder, { evaluation, inputs }: DrawContext): void {
  header(sheet, DATES_ROW, A, I, {
    [A]: OVERVIEW.allDates,
    [D]: OVERVIEW.date,
    [E]: OVERVIEW.countedFrom,
  });
  const audit = cellAddress(TIMELINE_ROW.audit, L);
  const last = cellAddress(TIMELINE_ROW.last, L);
  const closures = cellAddress(TIMELINE_ROW.summary, M);
  const due = evaluation.deadlines;
  const lastFull = `IF(Engagement="Renewal",MAX(${last}),IF(MAX(${audit})>0,MAX(${audit}),MAX(${last})))`;
  const fullAuditRow = DATES_ROW + 6;
  const helper = cellAddress(fullAuditRow, I);
  const dates = OVERVIEW.dates;
  const lines: readonly [readonly [string, string], string, IsoDate | null][] = [
    [dates.summary, `IF(MAX(${audit})>0,${audit}+1,"")`, due.summaryOn],
    [dates.advised, dueFormula(audit, CLOSURE_DAYS), due.actionItemsAdvisedOn],
    [dates.reportFrom, `IF(${closures}="","",${closures}+1)`, due.finalReportFrom],
    [dates.reportBy, dueFormula(audit, FINAL_REPORT_DAYS), due.finalReportOn],
    [dates.renewal, monthsFormula(audit, 12), due.renewalOn],
    [dates.fullAudit, monthsFormula(helper, 36), due.fullAuditOn],
  ];
  lines.forEach(([[label, from], formula, date], index) => {
    const row = DATES_ROW + 1 + index;
    sheet.put(row, A, label, "label");
    sheet.put(row, B, null, "label");
    sheet.put(row, C, null, "label");
    sheet.calc(row, D, formula, day(date), "day");
    sheet.put(row, E, from, "labelMuted");
    for (const column of [F, G, H]) sheet.put(row, column, null, "label");
    if (row !== fullAuditRow) sheet.put(row, I, null, "label");
  });
  const start = inputs.renewal
    ? inputs.lastFullAuditOn
    : (inputs.auditOn ?? inputs.lastFullAuditOn);
  // The day it is counted from, shown beside it; nothing while unknown.
  sheet.calc(fullAuditRow, I, `IF(${lastFull}>0,${lastFull},"")`, day(start), "startDay");
  sheet.name("Overview_Dates", area(DATES_ROW + 1, A, lines.length, I));
}

const PROFILE_ROW = BELOW;
const PEOPLE = Object.entries(OVERVIEW.people);
const SIGN_OFF_ROW = PROFILE_ROW + PEOPLE.length + 4;
const PROFILE_END = SIGN_OFF_ROW + 4;

function drawProfile(sheet: SheetBuilder, { inputs }: DrawContext): void {
  header(sheet, PROFILE_ROW, K, M, { [K]: OVERVIEW.profile });
  const untilClosed: readonly Phase[] = ["selfAssessment", "submitted", "audit", "actionItems"];
  const row = PROFILE_ROW + 1;
  inputRow(
    sheet,
    row,
    OVERVIEW.singleRegion,
    "Single_Region",
    inputs.singleRegion ? "Yes" : null,
    "input",
  );
  sheet.put(row, M, OVERVIEW.singleRegionNote, "remark");
  colorInput(sheet, area(row, L), [], ["selfAssessment"]);
  inputRow(
    sheet,
    row + 1,
    OVERVIEW.previousVersion,
    "Previous_Audit_Version",
    inputs.previousAuditVersion || null,
    "input",
  );
  sheet.put(row + 1, M, OVERVIEW.previousVersionNote, "remark");
  colorInput(sheet, area(row + 1, L), [], ["selfAssessment"]);
  PEOPLE.forEach(([name, [label, remark]], index) => {
    const at = row + 2 + index;
    inputRow(sheet, at, label, name, inputs.people[name] || null, "input");
    sheet.put(at, M, remark === "" ? null : remark, "remark");
    colorInput(sheet, area(at, L), [], untilClosed);
  });
  header(sheet, SIGN_OFF_ROW, K, M, { [K]: OVERVIEW.signOff });
  const signOff = [
    [OVERVIEW.signOffName, "Sign_Off_Name", inputs.people.Sign_Off_Name || null, "input"],
    [OVERVIEW.signOffFirm, "Sign_Off_Firm", inputs.people.Sign_Off_Firm || null, "input"],
  ] as const;
  signOff.forEach(([label, name, value, style], index) => {
    inputRow(sheet, SIGN_OFF_ROW + 1 + index, label, name, value, style);
    sheet.put(SIGN_OFF_ROW + 1 + index, M, null, "remark");
  });
  const signed = inputs.people.Sign_Off_On;
  inputRow(
    sheet,
    SIGN_OFF_ROW + 3,
    OVERVIEW.signOffOn,
    "Sign_Off_On",
    signed ? { date: signed } : null,
    "inputDate",
  );
  sheet.put(SIGN_OFF_ROW + 3, M, null, "remark");
  for (let offset = 1; offset <= 3; offset += 1) {
    colorInput(sheet, area(SIGN_OFF_ROW + offset, L), [], ["audit", "actionItems"]);
  }
  sheet.put(SIGN_OFF_ROW + 4, K, OVERVIEW.seal, "label");
  sheet.put(SIGN_OFF_ROW + 4, L, OVERVIEW.sealNone, "remark");
  sheet.put(SIGN_OFF_ROW + 4, M, null, "remark");
  sheet.name("Seal", area(SIGN_OFF_ROW + 4, L));
}
