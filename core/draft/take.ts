/** What people type in a draft's cells, as values of the file; read kindly where there is no doubt. */

import type { Json } from "../checklist/domain.ts";
import { DRAFT, DRAFT_FAULTS } from "../words/draft.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText, isBlank } from "../workbook/read/locate.ts";
import type { Take } from "./tables.ts";

export type Taken =
  /** Undefined for a blank cell. */
  | { readonly value: Json | undefined; readonly fault: null }
  /** A sentence, to stand behind the cell. */
  | { readonly value: undefined; readonly fault: string };

const taken = (value: Json | undefined): Taken => ({ value, fault: null });
const refused = (fault: string): Taken => ({ value: undefined, fault });

/** `header` is how the cell is called. */
export function takenOf(cell: CellValue, take: Take, header: string): Taken {
  const text = cellText(cell)
    .replace(/\u00a0/g, " ")
    .trim();
  if (isBlank(cell) || text === "") return taken(undefined);
  switch (take.is) {
    case "number":
      return taken(numberOf(cell, text));
    case "id":
      // Of 7.30 a number keeps 7.3.
      return typeof cell === "number" && !Number.isInteger(cell)
        ? refused(DRAFT_FAULTS.idAsNumber(header))
        : taken(text);
    case "version":
      return typeof cell === "number" ? refused(DRAFT_FAULTS.idAsNumber(header)) : taken(text);
    case "yesNo":
      return wordOf(text, { true: DRAFT.yes, false: DRAFT.no }, header, (key) => key === "true");
    case "choice":
      return wordOf(text, take.words, header, (key) => key);
    case "lines":
      return taken(linesOf(text));
    case "paragraphs":
      return taken(
        text
          .split(/\r\n?|\n/)
          .map(spaced)
          .filter(Boolean),
      );
    case "ids":
    case "words":
      return taken(partsOf(text).map((part) => (take.is === "words" ? part.toLowerCase() : part)));
    case "numbers":
      return taken(partsOf(text).map((part) => numberOf(part, part)));
    case "text":
      return taken(spaced(text));
  }
}

const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();
const partsOf = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

/** A number, also one that was typed as a text; anything else as it is, for the file's reader to tell. */
function numberOf(cell: CellValue, text: string): Json {
  if (typeof cell === "number") return cell;
  const plain = text.replace(/[\u2212\u2013]/g, "-").replace(/^\+/, "");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function wordOf(
  text: string,
  words: Readonly<Record<string, string>>,
  header: string,
  meant: (key: string) => Json,
): Taken {
  const found = Object.entries(words).find(([, word]) => word.toLowerCase() === text.toLowerCase());
  if (!found) return refused(DRAFT_FAULTS.choice(header, text, Object.values(words)));
  return taken(meant(found[0]));
}

/** What word processors set before the parts of a list. */
const BULLET = /^[-\u2022\u25cf\u25aa\u2013\u2014\u00b7*]\s+/;

/** Without blank lines; several without a list among them were broken by a program, and are one. */
function linesOf(text: string): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map(spaced)
    .filter(Boolean)
    .map((line) => line.replace(BULLET, "- "));
  return lines.some((line) => line.startsWith("- ")) ? lines.join("\n") : lines.join(" ");
}
