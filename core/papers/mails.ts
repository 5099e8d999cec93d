/** The mail that carries a document: its figures as plain text, and what is attached. */

import { LETTER_TEXT } from "../words/papers.ts";
import { oneLine } from "./letters.ts";
import type { Letter, Paper } from "./types.ts";

/** Whom it goes to only people know. */
export function paperMail(paper: Paper, files: readonly string[]): Letter {
  const [first] = paper.blocks;
  const lines = [
    oneLine(paper.title),
    "",
    LETTER_TEXT.partner(oneLine(paper.partner)),
    ...paper.facts.map(([label, value]) => `${oneLine(label)}: ${oneLine(value)}`),
    "",
    ...(first?.paragraphs ?? []),
    "",
    ...files.map((file) => LETTER_TEXT.attached(oneLine(file))),
    "",
    oneLine(paper.footer),
  ];
  return {
    to: "",
    subject: `${oneLine(paper.partner)}: ${oneLine(paper.title)}`,
    text: `${lines.join("\n")}\n`,
  };
}
