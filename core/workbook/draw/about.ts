/** About: how to use the workbook, what the programme asks around the items, our readings, references and changes. */

import { runningText } from "../../checklist/lines.ts";
import type { Passage } from "../../checklist/types.ts";
import { ABOUT_HEADINGS, ABOUT_TITLE, howTo, independence } from "../../words/about.ts";
import { SHEETS } from "../../words/sheets.ts";
import { area } from "../area.ts";
import type { NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import { wrappedLines } from "./measure.ts";
import { pageOf } from "./page.ts";

const TERM = 1;
const TEXT = 2;
const TERM_WIDTH = 240;
const TEXT_WIDTH = 760;
const LINE_POINTS = 13;

export function aboutSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.about);
  sheet.rowHeights.set(1, 24);
  sheet.put(1, TERM, ABOUT_TITLE, "title");
  let row = 2;

  const title = (text: string) => {
    row += 1;
    sheet.rowHeights.set(row, 20);
    sheet.put(row, TERM, text, "passageTitle");
    sheet.put(row, TEXT, null, "passageRule");
    row += 1;
  };
  const line = (term: string | null, text: string, link?: string) => {
    const lines = Math.max(
      wrappedLines(text, TEXT_WIDTH, 10),
      term === null ? 1 : wrappedLines(term, TERM_WIDTH, 10, true),
    );
    sheet.rowHeights.set(row, lines * LINE_POINTS + 4);
    sheet.put(row, TERM, term, "term");
    sheet.put(row, TEXT, text, link === undefined ? "wrapped" : "link", link);
    row += 1;
  };
  const passage = (from: Passage) => {
    title(from.title);
    for (const paragraph of from.paragraphs) line(null, paragraph);
  };

  const { texts } = context.checklist;
  for (const part of [
    independence(context.checklist),
    howTo(context.checklist),
    ...texts.process,
    texts.readings,
  ]) {
    // A file may be without readings.
    if (part.title !== "") passage(part);
  }
  const { groups } = context.checklist;
  if (groups.length > 0) title(ABOUT_HEADINGS.groups);
  for (const { id, title: name } of groups) {
    const { requirement = "", evidence = "" } = texts.groups[id] ?? {};
    if (requirement !== "")
      line(`${id} ${name}`, `${ABOUT_HEADINGS.requirement}: ${runningText(requirement)}`);
    if (evidence !== "") line(null, `${ABOUT_HEADINGS.evidence}: ${runningText(evidence)}`);
  }
  if (texts.definitions.length > 0) title(ABOUT_HEADINGS.definitions);
  for (const definition of texts.definitions) line(definition.term, definition.meaning);
  if (texts.links.length > 0) title(ABOUT_HEADINGS.links);
  for (const link of texts.links) line(link.title, link.url, link.url);
  for (const version of texts.changes) {
    title(ABOUT_HEADINGS.changes(version.from, version.to));
    for (const change of version.changes) line(null, change);
  }

  const plan = sheet.plan({
    widths: [TERM_WIDTH, TEXT_WIDTH],
    freeze: { rows: 1, columns: 0 },
    page: pageOf(SHEETS.about, context, area(1, 1, row - 1, TEXT), { orientation: "portrait" }),
  });
  return { plan, names: sheet.names };
}
