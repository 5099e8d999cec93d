/** What the browser's own command prints: scoreboard and list of items, made anew whenever it is about to be printed. */

import { ANSWER_WORDS, type Answer } from "../core/audit/answers.ts";
import { PHASE_WORDS } from "../core/audit/phases.ts";
import type { Score } from "../core/audit/score.ts";
import { itemById } from "../core/checklist/lookup.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { ItemReport, Report } from "../core/report/report.ts";
import { SCOPE_WORDS, VERDICT_WORDS } from "../core/words/en.ts";
import { element } from "./dom.ts";
import { PRINT_TEXT as TEXT } from "./words.ts";

type Cell = string | number;

/** How a column is set: figures to the right, words unbroken, texts wrapped. */
type Setting = "number" | "word" | "text";

interface Column {
  readonly head: string;
  readonly setting: Setting;
}

const column = (head: string, setting: Setting): Column => ({ head, setting });

const row = (columns: readonly Column[], values: readonly Cell[], attributes = {}) =>
  element(
    "tr",
    attributes,
    ...values.map((value, index) =>
      element(
        "td",
        { class: columns[index]?.setting },
        typeof value === "number" ? String(value).replace("-", "\u2212") : value,
      ),
    ),
  );

function table(columns: readonly Column[], rows: readonly HTMLElement[]): HTMLElement {
  const heads = columns.map(({ head, setting }) =>
    element("th", { class: setting, scope: "col" }, head),
  );
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
}

/** Prints the overview as it is on the screen; what the browser's own command prints stays the list of all items. */
export function printBoard(): void {
  const { dataset } = document.body;
  dataset.print = "board";
  window.addEventListener("afterprint", () => delete dataset.print, { once: true });
  window.print();
}

/** What is printed of a report. */
export function printedPage(checklist: Checklist, report: Report): HTMLElement[] {
  return [
    element("h1", {}, TEXT.title(report.partner)),
    element("p", {}, TEXT.basis(checklist, PHASE_WORDS[report.phase])),
    element("h2", {}, TEXT.scores),
    scoreboard(checklist, report),
    element("h2", {}, TEXT.checklist),
    itemTable(checklist, report),
  ];
}

function scoreboard(checklist: Checklist, report: Report): HTMLElement {
  const scores = [report.self, report.preliminary, report.final];
  const most = (id: string) =>
    report.items.filter((item) => item.section === id).reduce((sum, item) => sum + item.ifMet, 0);
  const words = (of: (score: Score) => Cell) => scores.map(of);
  const columns = [
    column(TEXT.section, "text"),
    column(TEXT.self, "number"),
    column(TEXT.preliminary, "number"),
    column(TEXT.final, "number"),
    column(TEXT.most, "number"),
  ];
  return table(columns, [
    ...checklist.sections.map((section) =>
      row(columns, [
        `${section.id} ${section.title}`,
        ...words((score) => score.sections[section.id] ?? 0),
        most(section.id),
      ]),
    ),
    row(
      columns,
      [
        TEXT.total,
        ...words((score) => score.total),
        report.items.reduce((sum, item) => sum + item.ifMet, 0),
      ],
      { class: "total" },
    ),
    row(columns, [
      TEXT.answered,
      ...words((score) => TEXT.ofMany(score.answered, score.answered + score.unanswered)),
      "",
    ]),
    row(columns, [TEXT.verdict, ...words((score) => VERDICT_WORDS[score.verdict]), ""], {
      class: "total",
    }),
  ]);
}

function itemTable(checklist: Checklist, report: Report): HTMLElement {
  const byId = new Map(report.items.map((item) => [item.id, item]));
  const columns = [
    column(TEXT.id, "word"),
    column(TEXT.item, "text"),
    column(TEXT.points, "number"),
    column(TEXT.scope, "word"),
    column(TEXT.partner, "word"),
    column(TEXT.evidence, "text"),
    column(TEXT.owner, "text"),
    column(TEXT.auditor, "word"),
    column(TEXT.note, "text"),
  ];
  const rows = checklist.sections.flatMap((section) => [
    element(
      "tr",
      { class: "section" },
      element(
        "th",
        { colspan: columns.length, scope: "rowgroup" },
        `${section.id} ${section.title}`,
      ),
    ),
    ...section.items.flatMap(({ id }) => {
      const item = byId.get(id);
      return item ? [itemRow(checklist, columns, item)] : [];
    }),
  ]);
  return table(columns, rows);
}

const answerWord = (answer: Answer): string =>
  answer === "unanswered" ? "" : ANSWER_WORDS[answer];

function itemRow(checklist: Checklist, columns: readonly Column[], item: ItemReport): HTMLElement {
  const { title, mandatory } = itemById(checklist, item.id);
  return row(columns, [
    item.id,
    title,
    mandatory ? TEXT.mandatory : item.ifMet,
    SCOPE_WORDS[item.scope],
    answerWord(item.self),
    item.evidence,
    item.owner,
    answerWord(item.auditor),
    item.note,
  ]);
}
