/** AWS Services: the services that an item asks for, with what the partner can show for each. */

import { onlyNewServices } from "../../audit/evaluate.ts";
import { PHASE_WORDS } from "../../audit/phases.ts";
import type { Service } from "../../checklist/types.ts";
import { PROMPTS, SERVICES, SHEETS } from "../../words/sheets.ts";
import { columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import type { NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import { columnsOf } from "./columns.ts";
import type { DrawContext } from "./context.ts";
import { pageHeader } from "./page.ts";
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

export function servicesSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.services);
  const { checklist, evaluation, inputs } = context;
  const services = checklist.services?.list ?? [];
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, SERVICES.title, "title");
  sheet.put(2, 1, SERVICES.intro, "note");

  // Which services count, and how many are ready: shown beside the title and used by the rows below.
  const onlyNew = onlyNewServices(checklist, inputs, evaluation.items);
  const own = (name: string) =>
    `INDEX(${name},MATCH("${checklist.services?.item ?? ""}",Item_Id,0))`;
  sheet.put(1, col("support"), SERVICES.scopeLabel, "noteRight");
  sheet.calc(
    1,
    col("unavailable"),
    `IF(AND(Engagement="Renewal",${own("Prior_Action")}<>"Yes",${own("Disclosed_Change")}<>"Yes"),"${SERVICES.onlyNew}","${SERVICES.all}")`,
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
    `COUNTIFS(Service_Assessed,"${SERVICES.assessed.assessed}",Service_Compliant,"Yes")&" of "&${inAudit}`,
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
    sheet.put(HEADER, col(column), SERVICES.headers[column], style);
  }
  const scopeCell = `$${columnLetters(col("unavailable"))}$1`;
  services.forEach((service, index) => {
    const row = FIRST + index;
    const result = evaluation.services[index];
    sheet.rowHeights.set(row, 26);
    sheet.put(row, col("number"), index + 1, "rowNumber");
    sheet.put(row, col("service"), service.name, "item11");
    sheet.put(row, col("category"), service.category, "entryShort");
    sheet.put(row, col("isNew"), service.isNew ? "Yes" : null, "entryCenter");
    sheet.put(row, col("example"), result?.example || null, "entry");
    sheet.put(row, col("support"), result?.support || null, "entry");
    sheet.put(row, col("unavailable"), result?.unavailable ? "Yes" : null, "entryCenter");
    sheet.put(row, col("reviewed"), result?.reviewed ? "Yes" : null, "entryCenter");
    const word = result?.compliant === null || !result ? null : result.compliant ? "Yes" : "No";
    sheet.put(row, col("compliant"), word, "answer");
    const { assessed: yes, waived, reviewedBefore, notInScope } = SERVICES.assessed;
    sheet.calc(
      row,
      col("assessed"),
      `IF(AND(Single_Region="Yes",${at("unavailable", row)}="Yes"),"${waived}",IF(${scopeCell}="${SERVICES.all}","${yes}",IF(${at("isNew", row)}<>"Yes","${notInScope}",IF(${at("reviewed", row)}="Yes","${reviewedBefore}","${yes}"))))`,
      SERVICES.assessed[result?.assessed ?? "assessed"],
      "scope",
    );
  });
  for (const [column, name] of [
    ["service", "Service_Name"],
    ["isNew", "Service_New"],
    ["example", "Service_Example"],
    ["support", "Service_Support"],
    ["unavailable", "Service_Unavailable"],
    ["reviewed", "Service_Reviewed"],
    ["compliant", "Service_Compliant"],
    ["assessed", "Service_Assessed"],
  ] as const) {
    sheet.name(name, area(FIRST, col(column), services.length));
  }
  addRules(sheet, services, PHASE_WORDS[inputs.phase]);
  const plan = sheet.plan({
    widths: COLUMNS.map((column) => WIDTHS[column]),
    freeze: { rows: HEADER, columns: col("service") },
    filter: area(HEADER, 1, services.length + 1, COLUMNS.length),
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: area(1, 1, HEADER + services.length, COLUMNS.length),
      columnBreaks: [],
      titleRows: [HEADER, HEADER],
      titleColumns: null,
      margin: 10,
      ...pageHeader(SHEETS.services, context.partner),
    },
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
  list("unavailable", ["Yes"], PROMPTS.unavailable);
  list("reviewed", ["Yes"], PROMPTS.reviewed);
  list("compliant", ["Yes", "No"], PROMPTS.compliant);
  // The phase, as the Checklist has it, is not visible to rules of this sheet: a copy stands in its first row.
  sheet.calc(1, COLUMNS.length, PHASE_COPY, phase, "hiddenNote");
  sheet.name("Service_Phase", area(1, COLUMNS.length));
  const open = `$${columnLetters(COLUMNS.length)}$1="${PHASE_WORDS.selfAssessment}"`;
  const counts = `${at("assessed", FIRST, true)}="${SERVICES.assessed.assessed}"`;
  const own = at("compliant", FIRST);
  sheet.color([body("compliant")], `AND(${counts},${own}="Yes")`, RULE_LOOKS.met);
  sheet.color([body("compliant")], `AND(${counts},${own}="No")`, RULE_LOOKS.notMet);
  sheet.color([body("compliant")], `AND(${counts},${open},${own}="")`, RULE_LOOKS.toAnswer);
  const entries = area(
    FIRST,
    col("example"),
    services.length,
    col("compliant") - col("example") + 1,
  );
  sheet.color([entries], open, RULE_LOOKS.optional);
}

const PHASE_COPY = `IF(Phase="","${PHASE_WORDS.selfAssessment}",Phase)`;
