/** AWS Services: the services that an item asks for, with what the partner can show for each. */

import { onlyNewServices } from "../../audit/evaluate.ts";
import { PHASE_WORDS } from "../../audit/phases.ts";
import type { Checklist, Service } from "../../checklist/types.ts";
import { PROMPTS, SERVICES, SHEETS } from "../../words/sheets.ts";
import { columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import { ENGAGEMENT_WORDS, NO, YES } from "../fields.ts";
import type { NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import { columnsOf } from "./columns.ts";
import type { DrawContext } from "./context.ts";
import { pageOf } from "./page.ts";
import { PHASE_COPY, phasesOf, whileIn } from "./phases.ts";
import { RULE_LOOKS, type StyleName } from "./styles.ts";

const COLUMNS = [
  "number",
  "service",
  "category",
  "isNew",
  "example",
  "support",
  "unavailable",
  "reviewed",
  "compliant",
  "assessed",
] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  number: 40,
  service: 250,
  category: 92,
  isNew: 64,
  example: 280,
  support: 250,
  unavailable: 92,
  reviewed: 84,
  compliant: 84,
  assessed: 112,
};
const { columnOf: col, at } = columnsOf(COLUMNS);
const HEADER = 4;
const FIRST = HEADER + 1;
const INDENTED: readonly Column[] = ["example", "support", "assessed"];
const CENTER: readonly Column[] = ["number", "isNew", "unavailable", "reviewed", "compliant"];

/** What people fill, side by side. */
const ENTRIES = [
  ["example", "Service_Example"],
  ["support", "Service_Support"],
  ["unavailable", "Service_Unavailable"],
  ["reviewed", "Service_Reviewed"],
  ["compliant", "Service_Compliant"],
] as const;

/**
 * Twin: audit/evaluate.ts#onlyNewServices
 * Twin: audit/evaluate.ts#assessServices
 */
export function servicesSheet(
  context: DrawContext,
  { item, list: services }: NonNullable<Checklist["services"]>,
): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.services);
  const { checklist, evaluation, inputs } = context;
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, SERVICES.title, "title");
  sheet.put(2, 1, SERVICES.intro(item), "note");

  // Which services count, and how many are ready: shown beside the title and used by the rows below.
  const onlyNew = onlyNewServices(checklist, inputs);
  const own = (name: string) => `INDEX(${name},MATCH("${item}",Item_Id,0))`;
  sheet.put(1, col("support"), SERVICES.scopeLabel, "noteRight");
  sheet.calc(
    1,
    col("unavailable"),
    checklist.renewal === null
      ? `"${SERVICES.all}"`
      : `IF(AND(Engagement="${ENGAGEMENT_WORDS.renewal}",${own("Prior_Action")}<>"${YES}",${own("Disclosed_Change")}<>"${YES}"),"${SERVICES.onlyNew}","${SERVICES.all}")`,
    onlyNew ? SERVICES.onlyNew : SERVICES.all,
    "noteBold",
  );
  const assessed = evaluation.services.filter((service) => service.assessed === "assessed");
  const compliant = assessed.filter((service) => service.compliant === true).length;
  sheet.put(2, col("support"), SERVICES.compliantLabel, "noteRight");
  const inAudit = `COUNTIFS(Service_Assessed,"${SERVICES.assessed.assessed}")`;
  sheet.calc(
    2,
    col("unavailable"),
    `COUNTIFS(Service_Assessed,"${SERVICES.assessed.assessed}",Service_Compliant,"${YES}")&" of "&${inAudit}`,
    `${compliant} of ${assessed.length}`,
    "noteBold",
  );
  sheet.name("Service_Summary", area(1, col("unavailable"), 2));

  sheet.rowHeights.set(HEADER, 33);
  for (const column of COLUMNS) {
    const style: StyleName = CENTER.includes(column)
      ? "headerCenter"
      : INDENTED.includes(column)
        ? "headerIndent"
        : "header";
    const label = column === "isNew" ? SERVICES.headers.isNew(checklist) : SERVICES.headers[column];
    sheet.put(HEADER, col(column), label, style);
  }
  const scopeCell = `$${columnLetters(col("unavailable"))}$1`;
  services.forEach((service, index) => {
    const row = FIRST + index;
    const result = evaluation.services[index];
    sheet.rowHeights.set(row, 26);
    sheet.put(row, col("number"), index + 1, "rowNumber");
    sheet.put(row, col("service"), service.name, "item11");
    sheet.put(row, col("category"), service.category, "entryShort");
    sheet.put(row, col("isNew"), service.isNew ? YES : null, "entryCenter");
    sheet.put(row, col("example"), result?.example || null, "entry");
    sheet.put(row, col("support"), result?.support || null, "entry");
    sheet.put(row, col("unavailable"), result?.unavailable ? YES : null, "entryCenter");
    sheet.put(row, col("reviewed"), result?.reviewed ? YES : null, "entryCenter");
    const word = result?.compliant === null || !result ? null : result.compliant ? YES : NO;
    sheet.put(row, col("compliant"), word, "answer");
    const { assessed: yes, waived, reviewedBefore, notInScope } = SERVICES.assessed;
    sheet.calc(
      row,
      col("assessed"),
      `IF(AND(Single_Region="${YES}",${at("unavailable", row)}="${YES}"),"${waived}",IF(${scopeCell}="${SERVICES.all}","${yes}",IF(${at("isNew", row)}<>"${YES}","${notInScope}",IF(${at("reviewed", row)}="${YES}","${reviewedBefore}","${yes}"))))`,
      SERVICES.assessed[result?.assessed ?? "assessed"],
      "scope",
    );
  });
  for (const [column, name] of [
    ["service", "Service_Name"],
    ["isNew", "Service_New"],
    ...ENTRIES,
    ["assessed", "Service_Assessed"],
  ] as const) {
    sheet.name(name, area(FIRST, col(column), services.length));
  }
  addRules(sheet, services, PHASE_WORDS[inputs.phase]);
  const plan = sheet.plan({
    widths: COLUMNS.map((column) => WIDTHS[column]),
    freeze: { rows: HEADER, columns: col("service") },
    filter: area(HEADER, 1, services.length + 1, COLUMNS.length),
    page: pageOf(SHEETS.services, context, area(1, 1, HEADER + services.length, COLUMNS.length), {
      titleRows: [HEADER, HEADER],
    }),
  });
  return { plan, names: sheet.names };
}

function addRules(sheet: SheetBuilder, services: readonly Service[], phase: string): void {
  const body = (column: Column) => area(FIRST, col(column), services.length);
  const refusal = PROMPTS.choiceRefusal;
  const list = (
    column: Column,
    values: readonly string[],
    prompt: { title: string; message: string },
  ) =>
    sheet.inputs.push({
      areas: [body(column)],
      accepts: { kind: "list", values },
      prompt,
      refusal,
    });
  list("unavailable", [YES], PROMPTS.unavailable);
  list("reviewed", [YES], PROMPTS.reviewed);
  list("compliant", [YES, NO], PROMPTS.compliant);
  // The phase, as the Checklist has it, is not visible to rules of this sheet: a copy stands in its first row.
  sheet.calc(1, COLUMNS.length, PHASE_COPY, phase, "hiddenNote");
  sheet.name("Service_Phase", area(1, COLUMNS.length));
  const copy = `$${columnLetters(COLUMNS.length)}$1`;
  const asked = whileIn(copy, phasesOf("asked", "Service_Compliant"));
  const open = whileIn(copy, phasesOf("open", ...ENTRIES.map(([, name]) => name)));
  const counts = `${at("assessed", FIRST, true)}="${SERVICES.assessed.assessed}"`;
  const own = at("compliant", FIRST);
  sheet.color([body("compliant")], `AND(${counts},${own}="${YES}")`, RULE_LOOKS.met);
  sheet.color([body("compliant")], `AND(${counts},${own}="${NO}")`, RULE_LOOKS.notMet);
  sheet.color([body("compliant")], `AND(${counts},${asked},${own}="")`, RULE_LOOKS.toAnswer);
  const entries = area(
    FIRST,
    col("example"),
    services.length,
    col("compliant") - col("example") + 1,
  );
  sheet.color([entries], open, RULE_LOOKS.optional);
}
