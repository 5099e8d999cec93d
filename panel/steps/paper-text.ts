/** A document as plain text, for hosts that can only copy. */

import type { Paper } from "../../core/papers/types.ts";

export function paperText(paper: Paper): string {
  const lines = [paper.title, paper.partner, ""];
  for (const [label, value] of paper.facts) lines.push(`${label}: ${value}`);
  for (const { heading, paragraphs, table } of paper.blocks) {
    lines.push("", heading, ...paragraphs);
    if (table === null) continue;
    lines.push(table.columns.map(({ label }) => label).join("\t"));
    for (const row of table.rows) lines.push(row.map(inOneCell).join("\t"));
  }
  return `${[...lines, "", paper.footer].join("\n")}\n`;
}

/** A tab or a line break would begin another cell. */
const inOneCell = (value: string | number): string => String(value).replace(/\s+/g, " ");
