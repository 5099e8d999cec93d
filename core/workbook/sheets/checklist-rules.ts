/** What may be entered in the Checklist, and how its cells change colour with phase, answer and state. */

import { ANSWER_WORDS } from "../../answers.ts";
import { PHASE_WORDS, type Phase } from "../../phases.ts";
import { VERDICT_WORDS } from "../../text/en.ts";
import { PROMPTS } from "../../text/sheets.ts";
import { area, type SheetBuilder } from "../builder.ts";
import { NOTE_KINDS } from "../fields.ts";
import {
  at,
  BODY,
  CHECKLIST_COLUMNS,
  type ChecklistColumn,
  columnOf,
  END_ROW,
  FIRST_BODY_ROW,
} from "../layout.ts";
import { RULE_LOOKS } from "../styles.ts";
import type { Area, InputRule } from "../types.ts";

/** A copy of the phase for colour rules, which can only see their own sheet. */
const PHASE_CELL = `$${at("order", 1).replace("1", "$1")}`;

/** The column's body from the first heading to the End-of-list row. */
const bodyOf = (column: ChecklistColumn): Area =>
  area(FIRST_BODY_ROW, columnOf(column), END_ROW - FIRST_BODY_ROW + 1);

/** The areas of the column's item rows, one for each section. */
function itemAreas(column: ChecklistColumn): Area[] {
  return BODY.flatMap((row) =>
    row.kind === "heading" ? [area(row.first, columnOf(column), row.last - row.first + 1)] : [],
  );
}

export function addInputRules(sheet: SheetBuilder): void {
  const list = (
    columns: readonly ChecklistColumn[],
    values: readonly string[],
    prompt: InputRule["prompt"],
    refusal: InputRule["refusal"] = PROMPTS.choiceRefusal,
  ) =>
    sheet.inputs.push({
      areas: columns.flatMap(itemAreas),
      accepts: { kind: "list", values },
      ...(prompt ? { prompt } : {}),
      ...(refusal ? { refusal } : {}),
    });
  // No message beside answer cells: a box at every step down the column would be in the way.
  list(["self", "auditor"], Object.values(ANSWER_WORDS), undefined, PROMPTS.answerRefusal);
  list(["noteKind"], NOTE_KINDS, PROMPTS.noteKind);
  list(["prior"], ["Yes"], PROMPTS.prior);
  list(["disclosed"], ["Yes"], PROMPTS.disclosed);
  sheet.inputs.push({
    areas: itemAreas("closedOn"),
    accepts: { kind: "date" },
    prompt: PROMPTS.closedOn,
    refusal: PROMPTS.dateRefusal,
  });
  sheet.inputs.push({
    areas: itemAreas("plan"),
    accepts: { kind: "anything" },
    prompt: PROMPTS.plan,
  });
  const reconstructed = BODY.flatMap((row) =>
    row.kind === "item" && row.item.provenance === "reconstructed"
      ? [area(row.row, columnOf("ifMet"))]
      : [],
  );
  sheet.inputs.push({
    areas: reconstructed,
    accepts: { kind: "list", values: ["0", "10", "20", "40"] },
    prompt: PROMPTS.addPoints,
    refusal: PROMPTS.addPointsRefusal,
  });
}

export function colorVerdict(sheet: SheetBuilder, where: Area): void {
  const cell = `${at(CHECKLIST_COLUMNS[where.column - 1] ?? "id", where.row)}`;
  sheet.color([where], `${cell}="${VERDICT_WORDS.pass}"`, RULE_LOOKS.pass);
  sheet.color([where], `${cell}="${VERDICT_WORDS.fail}"`, RULE_LOOKS.notMet);
  sheet.color([where], `${cell}="${VERDICT_WORDS.actionPlan}"`, RULE_LOOKS.amber);
}

export function addColors(sheet: SheetBuilder): void {
  const first = FIRST_BODY_ROW;
  const own = (column: ChecklistColumn) => at(column, first);
  const key = `${at("section", first, true)}<>""`;
  const audited = `${at("scope", first, true)}="Audited"`;
  const inPhase = (...phases: Phase[]) => {
    const tests = phases.map((phase) => `${PHASE_CELL}="${PHASE_WORDS[phase]}"`);
    return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
  };
  const notClosed = `${PHASE_CELL}<>"${PHASE_WORDS.closed}"`;
  const colored = (
    columns: readonly ChecklistColumn[],
    conditions: (column: ChecklistColumn) => readonly string[],
    look: keyof typeof RULE_LOOKS,
  ) => {
    for (const column of columns) {
      sheet.color(
        [bodyOf(column)],
        `AND(${[key, ...conditions(column)].join(",")})`,
        RULE_LOOKS[look],
      );
    }
  };

  colored(["self", "auditor"], (column) => [audited, `${own(column)}="Met"`], "met");
  colored(["self", "auditor"], (column) => [audited, `${own(column)}="Not met"`], "notMet");
  colored(
    ["self"],
    (column) => [audited, inPhase("selfAssessment"), `${own(column)}=""`],
    "toAnswer",
  );
  colored(["auditor"], (column) => [audited, inPhase("audit"), `${own(column)}=""`], "toAnswer");
  colored(["self", "auditor"], () => [`${at("scope", first, true)}<>"Audited"`], "muted");
  colored(["evidence"], () => [inPhase("selfAssessment")], "optional");
  colored(["owner"], () => [notClosed], "optional");
  colored(["note", "noteKind"], () => [inPhase("audit")], "optional");

  const state = (...words: string[]) =>
    `OR(${words.map((word) => `${at("state", first, true)}="${word}"`).join(",")})`;
  const isAction = `${at("actionItem", first, true)}<>""`;
  colored(
    ["closureEvidence"],
    (column) => [inPhase("actionItems"), state("Open"), `${own(column)}=""`],
    "toAnswer",
  );
  colored(
    ["plan"],
    (column) => [
      inPhase("actionItems"),
      `${at("actionItem", first, true)}="MAI"`,
      state("Open"),
      `${own(column)}=""`,
    ],
    "toAnswer",
  );
  colored(
    ["closureEvidence", "closedOn", "plan"],
    () => [inPhase("actionItems"), isAction],
    "optional",
  );
  colored(["state"], (column) => [`${own(column)}="Closed"`], "met");
  colored(["state"], (column) => [`${own(column)}="Late"`], "notMet");
  colored(["state"], () => [state("Open", "Planned")], "amber");
  // Also for section totals, which stand in headings without a key.
  for (const column of ["selfPoints", "auditorPoints", "finalPoints"] as const) {
    sheet.color([bodyOf(column)], `${own(column)}<0`, RULE_LOOKS.negative);
  }
  colored(["finalPoints"], () => [inPhase("selfAssessment", "submitted", "audit")], "muted");
  colored(
    ["ifMet"],
    () => [`${at("provenance", first, true)}<>""`, inPhase("selfAssessment", "audit")],
    "optional",
  );
  const renewal = `${at("whatChanged", first, true)}=""`;
  colored(["prior"], () => [inPhase("selfAssessment")], "optional");
  colored(
    ["whatChanged"],
    () => [
      inPhase("selfAssessment", "submitted", "audit"),
      `${at("disclosed", first, true)}="Yes"`,
      renewal,
    ],
    "toAnswer",
  );
  colored(
    ["disclosed", "whatChanged"],
    () => [inPhase("selfAssessment", "submitted", "audit")],
    "optional",
  );
}
