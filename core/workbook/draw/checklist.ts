/** The Checklist: one row an item under section headings, with both columns of answers and what follows from them. */

import { KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import { ANSWER_WORDS, type Answer } from "../../audit/answers.ts";
import { blankItemInputs, type Evaluation, type ItemResult } from "../../audit/evaluate.ts";
import type { ItemInputs } from "../../audit/inputs.ts";
import { PHASE_WORDS } from "../../audit/phases.ts";
import type { ItemId } from "../../checklist/domain.ts";
import { fullEvidence, fullRequirement, isOpen } from "../../checklist/lookup.ts";
import type { Item } from "../../checklist/types.ts";
import { SCOPE_WORDS, scopeReasons, VERDICT_WORDS } from "../../words/en.ts";
import { CHECKLIST, COLOR_KEY, SHEETS } from "../../words/sheets.ts";
import { area } from "../area.ts";
import { YES } from "../fields.ts";
import { itemKeys } from "../keys.ts";
import type { CellValue, NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import {
  actionFormula,
  finalFormula,
  numberFormula,
  openAddFormula,
  openMandatoryFormula,
  openSubtractFormula,
  pointsFormula,
  reasonFormula,
  scopeFormula,
  stateFormula,
} from "./checklist-formulas.ts";
import { addColors, addInputRules } from "./checklist-rules.ts";
import type { DrawContext } from "./context.ts";
import {
  at,
  type BodyRow,
  bodyOf,
  type ChecklistColumn,
  columnOf,
  columnsIn,
  endRow,
  FIRST_BODY_ROW,
  HEADER_ROW,
  planOf,
} from "./layout.ts";
import { INDENT, LINE_POINTS, ROW_PADDING_POINTS, wrappedLines } from "./measure.ts";
import { pageOf } from "./page.ts";
import { PHASE_COPY } from "./phases.ts";
import { pageEnds, printedColumns, roomOnPage } from "./print.ts";
import type { StyleName } from "./styles.ts";

const FIRST_HIDDEN = columnOf("order");
const BAND_ROW = HEADER_ROW - 1;
const TITLE_POINTS = 26;
const BAND_POINTS = 17;
const HEADER_POINTS = 33;

export function checklistSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.checklist);
  const end = endRow(context.checklist);
  drawTop(sheet, context);
  const results = new Map(context.evaluation.items.map((row) => [row.id, row]));
  const numbers = actionNumbers(context.evaluation);
  for (const row of bodyOf(context.checklist)) {
    if (row.kind === "heading") drawHeading(sheet, row, context, results);
    else drawItem(sheet, row, context, results, numbers);
  }
  drawEnd(sheet, end);
  const columns = columnsIn(context.format);
  for (const column of columns) {
    const { name } = planOf(column);
    if (name) sheet.name(name, area(HEADER_ROW, columnOf(column), end - HEADER_ROW + 1));
  }
  sheet.name("Checklist_Top", area(1, 1, 1, columns.length));
  addInputRules(sheet, context);
  addColors(sheet, context);
  const renewalOnly = [columnOf("prior"), columnOf("disclosed"), columnOf("whatChanged")];
  const { last, scale } = printedColumns(context.inputs.phase);
  const printed = bodyOf(context.checklist).map(({ row, kind }) => ({
    row,
    // The first page has the title as well.
    height: (sheet.rowHeights.get(row) ?? 0) + (row === FIRST_BODY_ROW ? TITLE_POINTS : 0),
    isHeading: kind === "heading",
  }));
  const plan = sheet.plan({
    tabColor: null,
    widths: columns.map((column) => planOf(column).width),
    hiddenColumns: (column) =>
      column >= FIRST_HIDDEN || (!context.inputs.renewal && renewalOnly.includes(column)),
    freeze: { rows: HEADER_ROW, columns: columnOf("item") },
    filter: area(HEADER_ROW, 1, end - HEADER_ROW + 1, columnOf("whatChanged")),
    page: pageOf(SHEETS.checklist, context, area(1, 1, end, columnOf(last)), {
      scale,
      rowBreaks: pageEnds(printed, roomOnPage(scale) - BAND_POINTS - HEADER_POINTS),
      // The totals above them are read once.
      titleRows: [BAND_ROW, HEADER_ROW],
    }),
  });
  return { plan, names: sheet.names };
}

function drawTop(sheet: SheetBuilder, { inputs, evaluation, format }: DrawContext): void {
  const { scores } = evaluation;
  sheet.rowHeights.set(1, TITLE_POINTS);
  sheet.rowHeights.set(BAND_ROW, BAND_POINTS);
  sheet.rowHeights.set(HEADER_ROW, HEADER_POINTS);
  sheet.put(1, columnOf("id"), CHECKLIST.title, "title");
  sheet.put(1, columnOf("requirement"), COLOR_KEY, "note");
  sheet.put(1, columnOf("scope"), CHECKLIST.total, "noteRight");
  const totals = [
    ["self", "Self_Verdict", "selfPoints", "Self_Total", scores.self],
    ["auditor", "Auditor_Verdict", "auditorPoints", "Auditor_Total", scores.preliminary],
    ["state", "Final_Verdict", "finalPoints", "Final_Total", scores.final],
  ] as const;
  for (const [verdictColumn, verdictName, totalColumn, totalName, score] of totals) {
    sheet.calc(1, columnOf(verdictColumn), verdictName, VERDICT_WORDS[score.verdict], "topVerdict");
    sheet.calc(1, columnOf(totalColumn), totalName, score.total, "topTotal");
  }
  sheet.calc(1, columnOf("order"), PHASE_COPY, PHASE_WORDS[inputs.phase], "note");

  const bands = [
    ["id", CHECKLIST.bands.item],
    ["self", CHECKLIST.bands.partner],
    ["auditor", CHECKLIST.bands.auditor],
    ["actionItem", CHECKLIST.bands.action],
    ["reason", CHECKLIST.bands.scope],
  ] as const;
  for (let column = 1; column < FIRST_HIDDEN; column += 1) {
    const band = bands.find(([first]) => columnOf(first) === column);
    sheet.put(BAND_ROW, column, band ? band[1] : null, "band");
  }
  for (const column of columnsIn(format)) {
    const style = planOf(column).header ?? "header";
    sheet.put(HEADER_ROW, columnOf(column), CHECKLIST.headers[column], style);
  }
}

function drawHeading(
  sheet: SheetBuilder,
  heading: Extract<BodyRow, { kind: "heading" }>,
  { checklist, inputs, format }: DrawContext,
  results: ReadonlyMap<ItemId, ItemResult>,
): void {
  const { row, section, first, last } = heading;
  const rows = section.items.flatMap((item) => results.get(item.id) ?? []);
  const block = (column: ChecklistColumn) => `${at(column, first)}:${at(column, last)}`;
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);

  sheet.fill(row, 1, columnOf("whatChanged"), "heading");
  sheet.put(row, columnOf("id"), section.id, "headingId");
  sheet.put(row, columnOf("item"), section.title, "headingWrapped");
  const mandatory = rows.filter((result) => result.mandatory).length;
  const items = CHECKLIST.items(section.items.length);
  const counted = CHECKLIST.mandatoryFormula(
    items,
    format < 2 ? `COUNTIFS(${block("ifNotMet")},"<0")` : `COUNTIFS(${block("mandatory")},"${YES}")`,
  );
  const hasOpen = format >= 2 && section.items.some(isOpen);
  const note = hasOpen ? CHECKLIST.openNote(checklist, section) : "";
  sheet.calc(
    row,
    columnOf("requirement"),
    hasOpen ? `${counted}&IF(Points_Checked="${YES}","","${note}")` : counted,
    CHECKLIST.mandatory(items, mandatory) + (inputs.pointsChecked ? "" : note),
    "headingNote",
  );
  sheet.calc(
    row,
    columnOf("ifMet"),
    `SUM(${block("ifMet")})`,
    sum(rows.map((r) => r.ifMet)),
    "headingPoints",
  );
  const audited = rows.filter((result) => result.scope === "audited");
  for (const [column, side] of [
    ["self", "self"],
    ["auditor", "auditor"],
  ] as const) {
    const inScope = `COUNTIFS(${block("scope")},"${SCOPE_WORDS.audited}")`;
    const answered = Object.values(ANSWER_WORDS)
      .map(
        (word) => `COUNTIFS(${block("scope")},"${SCOPE_WORDS.audited}",${block(column)},"${word}")`,
      )
      .join("+");
    const count = audited.filter((result) => result[side] !== "unanswered").length;
    sheet.calc(
      row,
      columnOf(column),
      `IF(${inScope}=0,"${CHECKLIST.noneInScope}",${CHECKLIST.answeredFormula(answered, inScope)})`,
      audited.length === 0 ? CHECKLIST.noneInScope : CHECKLIST.answered(count, audited.length),
      "headingCount",
    );
  }
  for (const [column, key] of [
    ["selfPoints", "selfPoints"],
    ["auditorPoints", "auditorPoints"],
    ["finalPoints", "finalPoints"],
  ] as const) {
    sheet.calc(
      row,
      columnOf(column),
      `SUM(${block(column)})`,
      sum(rows.map((r) => r[key])),
      "headingPoints",
    );
  }
  const lines = wrappedLines(section.title, planOf("item").width, 11, true);
  sheet.rowHeights.set(row, Math.max(22, lines * 15 + ROW_PADDING_POINTS));
}

const answerWord = (answer: Answer): string | null =>
  answer === "unanswered" ? null : ANSWER_WORDS[answer];
const textOrNull = (text: string): string | null => (text === "" ? null : text);
const yesOrNull = (yes: boolean): string | null => (yes ? YES : null);

function drawItem(
  sheet: SheetBuilder,
  { row, section, item }: Extract<BodyRow, { kind: "item" }>,
  context: DrawContext,
  results: ReadonlyMap<ItemId, ItemResult>,
  numbers: ReadonlyMap<ItemId, number>,
): void {
  const { checklist, inputs, format } = context;
  const own: ItemInputs = inputs.items[item.id] ?? blankItemInputs(item);
  const result = results.get(item.id);
  if (!result) return;
  const put = (column: ChecklistColumn, value: CellValue, style: StyleName) =>
    sheet.put(row, columnOf(column), value, style);
  const calc = (column: ChecklistColumn, formula: string, value: CellValue, style: StyleName) =>
    sheet.calc(row, columnOf(column), formula, value, style);
  const requirement = fullRequirement(checklist, item);
  const evidence = fullEvidence(checklist, item);

  put("id", item.id, item.mandatory ? "idMandatory" : "id");
  put("item", item.title, item.mandatory ? "itemMandatory" : "item");
  put("requirement", requirement, "long");
  put("evidenceToShow", evidence, "long");
  if (isOpen(item)) {
    const loss = checklist.openValues?.mandatoryLoss ?? 0;
    calc("ifNotMet", openSubtractFormula(row, loss), own.ifNotMet, "ifNotMet");
  } else {
    put("ifNotMet", item.ifNotMet, item.mandatory ? "ifNotMetMandatory" : "ifNotMet");
  }
  if (isOpen(item) && format >= 2) calc("ifMet", openAddFormula(item), own.ifMet, "ifMet");
  else put("ifMet", own.ifMet, "ifMet");
  calc("scope", scopeFormula(checklist, row), SCOPE_WORDS[result.scope], "scope");
  put("self", answerWord(own.self), "answer");
  calc("selfPoints", pointsFormula(row, "self"), result.selfPoints, "points");
  put("evidence", textOrNull(own.evidence), "entry");
  put("owner", textOrNull(own.owner), "entry");
  put("auditor", answerWord(own.auditor), "answer");
  calc("auditorPoints", pointsFormula(row, "auditor"), result.auditorPoints, "points");
  put("note", textOrNull(own.note), "entry");
  put("noteKind", textOrNull(own.noteKind), "entryCenter");
  calc("actionItem", actionFormula(row, format), actionWord(result), "actionItem");
  put("closureEvidence", textOrNull(own.closureEvidence), "entry");
  put("closedOn", own.closedOn === null ? null : { date: own.closedOn }, "entryDate");
  put("plan", textOrNull(own.plan), "entry");
  calc("state", stateFormula(row), stateWord(result), "state");
  calc("finalPoints", finalFormula(row), result.finalPoints, "points");
  calc(
    "reason",
    reasonFormula(checklist, row, format),
    scopeReasons(checklist, format)[result.scopeReason],
    "reason",
  );
  put("prior", yesOrNull(own.priorAction), "entryCenter");
  put("disclosed", yesOrNull(own.disclosedChange), "entryCenter");
  put("whatChanged", textOrNull(own.whatChanged), "entry");
  put("order", row - HEADER_ROW, "note");
  put("section", Number(section.id), "note");
  const keys = itemKeys(item, format);
  put("resellerOnly", keys.Item_Reseller_Only ?? null, "note");
  put("renewalList", keys.Item_Renewal_List ?? null, "note");
  calc("number", numberFormula(row), numbers.get(item.id) ?? null, "note");
  drawProvenance(sheet, row, item, own, context);

  const entries = [
    ["evidence", own.evidence],
    ["owner", own.owner],
    ["note", own.note],
    ["closureEvidence", own.closureEvidence],
    ["plan", own.plan],
    ["whatChanged", own.whatChanged],
  ] as const;
  const lines = Math.max(
    wrappedLines(requirement, planOf("requirement").width, 10),
    wrappedLines(evidence, planOf("evidenceToShow").width, 10),
    wrappedLines(item.title, planOf("item").width, 11, item.mandatory) * (15 / LINE_POINTS),
    ...entries.map(([column, text]) => wrappedLines(text, planOf(column).width - INDENT, 10)),
    2,
  );
  sheet.rowHeights.set(row, Math.ceil(lines * LINE_POINTS + ROW_PADDING_POINTS));
}

/** How the points are known, and the flag that makes the item a mandatory one. */
function drawProvenance(
  sheet: SheetBuilder,
  row: number,
  item: Item,
  own: ItemInputs,
  { inputs, format }: DrawContext,
): void {
  const { open, checked } = CHECKLIST.provenance;
  const column = columnOf("provenance");
  if (format < 2 || !isOpen(item)) {
    const keys = itemKeys(item, format);
    sheet.put(row, column, keys.Item_Provenance ?? null, "note");
    if (format >= 2) sheet.put(row, columnOf("mandatory"), keys.Item_Mandatory ?? null, "note");
    return;
  }
  sheet.calc(
    row,
    column,
    `IF(Points_Checked="${YES}","${checked}","${open}")`,
    inputs.pointsChecked ? checked : open,
    "note",
  );
  const mandatory = own.ifNotMet < 0 ? YES : "";
  sheet.calc(row, columnOf("mandatory"), openMandatoryFormula(row), mandatory, "note");
}

/**
 * The order of the list of action items: open and planned ones first.
 * Twin: workbook/draw/checklist-formulas.ts#numberFormula
 */
export function actionNumbers(evaluation: Evaluation): Map<ItemId, number> {
  const isPending = (state: string) => state === "open" || state === "planned";
  const pending = evaluation.actionItems.filter((action) => isPending(action.state));
  const settled = evaluation.actionItems.filter((action) => !isPending(action.state));
  return new Map([...pending, ...settled].map((action, index) => [action.id, index + 1]));
}

function actionWord(result: ItemResult): string {
  if (result.actionState === null) return "";
  return KIND_MARKS[result.mandatory ? "mandatory" : "score-impacting"];
}

function stateWord(result: ItemResult): string {
  return result.actionState === null ? "" : STATE_WORDS[result.actionState];
}

function drawEnd(sheet: SheetBuilder, row: number): void {
  sheet.put(row, columnOf("id"), CHECKLIST.endOfList, "endOfList");
  sheet.rowHeights.set(row, 15);
}
