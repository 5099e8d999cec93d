/** What differs between two copies, as a document to read and pass on. */

import type { Checklist } from "../checklist/types.ts";
import type { Difference } from "../merge/compare.ts";
import { headingOf } from "../merge/fields.ts";
import { fieldLabel, MERGE_TEXT, WHOSE_WORDS } from "../words/merge.ts";
import { PAPER_TEXT } from "../words/papers.ts";
import { PAGE } from "../words/sheets.ts";
import type { Paper, PaperBlock, PaperColumn } from "./types.ts";

const text = (label: string, width: number): PaperColumn => ({ label, kind: "text", width });
const shown = (value: string | null): string => value ?? MERGE_TEXT.notThere;

/** `before` and `after` are what the two are called, such as the names of their files. */
export function differencesPaper(
  checklist: Checklist,
  partner: string,
  [before, after]: readonly [string, string],
  differences: readonly Difference[],
): Paper {
  const columns = [
    text(MERGE_TEXT.field, 3),
    text(before, 4),
    text(after, 4),
    text(MERGE_TEXT.whose, 1),
  ];
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const heading = headingOf(checklist, difference);
    groups.set(heading, [...(groups.get(heading) ?? []), difference]);
  }
  const blocks = [...groups].map(
    ([heading, all]): PaperBlock => ({
      heading,
      paragraphs: [],
      table: {
        columns,
        rows: all.map(({ name, place, whose, before: was, after: is }) => [
          fieldLabel(name, place),
          shown(was),
          shown(is),
          WHOSE_WORDS[whose],
        ]),
        total: false,
      },
    }),
  );
  const none: PaperBlock = {
    heading: MERGE_TEXT.differences,
    paragraphs: [MERGE_TEXT.same],
    table: null,
  };
  return {
    title: MERGE_TEXT.differences,
    partner: partner || PAPER_TEXT.unnamed,
    facts: [
      [MERGE_TEXT.compared, `${before}\n${after}`],
      [MERGE_TEXT.count, String(differences.length)],
    ],
    blocks: blocks.length === 0 ? [none] : blocks,
    footer: PAPER_TEXT.footer(checklist),
    version: PAGE.version(checklist),
  };
}
