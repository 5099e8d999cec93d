/**
 * Text with delimiters, from a file or the clipboard, into a table. A reader of our own, and one for both: what
 * spreadsheets lay on the clipboard is no CSV, and the packages that read CSV need Node's buffers
 * (docs/decisions/0017).
 */

import type { Checklist } from "../checklist/types.ts";
import { cellText } from "../workbook/read/locate.ts";
import { unguarded } from "./guarded.ts";
import { rateRows } from "./headings.ts";
import {
  MOST_CELLS,
  MOST_ROWS,
  type Source,
  type SourceFault,
  type SourceNote,
  type SourceRow,
} from "./source.ts";

/** Null: every line is one field. */
export type Delimiter = "," | ";" | "\t" | null;

const DELIMITERS = [",", ";", "\t"] as const;
/** `sep=;`, with which Excel is told the delimiter. */
const EXCEL_HINT = /^sep=([,;\t])\r?(?:\n|$)/i;
const BYTE_ORDER_MARK = "\ufeff";
/** Enough to tell the delimiter by. */
const HEAD_ROWS = 60;

/**
 * `strict` as files are written: a quotation mark that opens a field has to be closed. `loose` as clipboards are: a
 * field may begin with a mark that means nothing, and only then is it taken as it stands.
 */
export type Quotes = "strict" | "loose";

export type Delimited =
  | { readonly fault: null; readonly rows: readonly SourceRow[] }
  | { readonly fault: SourceFault; readonly rows: null };

/** The fields of each line; a line that is blank has one blank field. Line ends within a field become `\n`. */
export function readDelimited(
  text: string,
  delimiter: Delimiter,
  quotes: Quotes,
  most = MOST_ROWS,
): Delimited {
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  let [at, line, first, count] = [0, 1, 1, 0];
  const end = text.length;
  for (;;) {
    const field = readField(text, at, delimiter, quotes);
    if (field === null) return { fault: { code: "quotes", row: line }, rows: null };
    cells.push(field.text);
    line += field.lines;
    at = field.end;
    if (count + cells.length > MOST_CELLS)
      return { fault: { code: "tooLarge", most: MOST_CELLS }, rows: null };
    if (at < end && text[at] === delimiter) {
      at += 1;
      continue;
    }
    count += cells.length;
    rows.push({ row: first, cells });
    if (rows.length >= most && most < MOST_ROWS) return { fault: null, rows };
    if (rows.length > MOST_ROWS)
      return { fault: { code: "tooLarge", most: MOST_ROWS }, rows: null };
    cells = [];
    if (at >= end) return { fault: null, rows };
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    line += 1;
    first = line;
    // The line end behind the last line begins no other.
    if (at >= end) return { fault: null, rows };
  }
}

interface Field {
  readonly text: string;
  /** Line ends within it. */
  readonly lines: number;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
}

/** Null where a quotation mark is not closed as it should be. */
function readField(text: string, start: number, delimiter: Delimiter, quotes: Quotes) {
  if (text[start] !== '"') return plainField(text, start, delimiter);
  let value = "";
  let at = start + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) break;
    value += text.slice(at, mark);
    if (text[mark + 1] === '"') {
      value += '"';
      at = mark + 2;
      continue;
    }
    const end = skipSpaces(text, mark + 1, delimiter);
    if (!endsField(text, end, delimiter)) break;
    const whole = value.replace(/\r\n?/g, "\n");
    const lines = text.slice(start, end).replace(/\r\n?/g, "\n").split("\n").length - 1;
    return { text: whole, lines, end };
  }
  return quotes === "strict" ? null : plainField(text, start, delimiter);
}

function plainField(text: string, start: number, delimiter: Delimiter): Field {
  let end = start;
  while (!endsField(text, end, delimiter)) end += 1;
  return { text: text.slice(start, end), lines: 0, end };
}

const endsField = (text: string, at: number, delimiter: Delimiter): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === "\n" || text[at] === "\r";

function skipSpaces(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (text[at] === " " || (text[at] === "\t" && delimiter !== "\t")) at += 1;
  return at;
}

/** What was copied in a spreadsheet, or any text with delimiters, as it comes from the clipboard. */
export const pastedSource = (checklist: Checklist, text: string): Source =>
  textSource(checklist, "", text, "loose");

/** A file of text with delimiters, whichever they are. */
export function textSource(
  checklist: Checklist,
  source: string,
  text: string,
  quotes: Quotes = "strict",
  notes: readonly SourceNote[] = [],
): Source {
  const fault = (reason: SourceFault): Source => ({ source, notes, kind: "fault", fault: reason });
  const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const hint = EXCEL_HINT.exec(bare);
  const body = hint ? bare.slice(hint[0].length) : bare;
  if (body.trim() === "") return fault({ code: "empty" });
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? delimiterOf(checklist, body, quotes);
  const read = readDelimited(body, delimiter, quotes);
  if (read.fault !== null) return fault(shifted(read.fault, hint ? 1 : 0));
  const rows = read.rows.map(({ row, cells }) => ({
    row: row + (hint ? 1 : 0),
    cells: quotes === "strict" ? cells.map((cell) => unguarded(cellText(cell))) : cells,
  }));
  return {
    source,
    notes,
    kind: "tables",
    tables: [{ source, table: null, counts: "lines", rows }],
  };
}

const shifted = (fault: SourceFault, lines: number): SourceFault =>
  fault.code === "quotes" ? { ...fault, row: fault.row + lines } : fault;

/** The one with which most columns are understood; without any that are, a tab if there are tabs. */
function delimiterOf(checklist: Checklist, text: string, quotes: Quotes): Delimiter {
  let best: Delimiter = text.includes("\t") ? "\t" : null;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    // A mark that is not closed has to be told with the columns in sight.
    const { fault, rows } = readDelimited(text, delimiter, "loose", HEAD_ROWS);
    // Then whoever reads all of it says so.
    if (fault !== null) return delimiter;
    const rate = rateRows(checklist, rows);
    if (rate > most) {
      most = rate;
      best = delimiter;
    } else if (best === null && quotes === "strict" && isEven(rows)) {
      best = delimiter;
    }
  }
  return best;
}

/** In a file whose columns nobody knows, each line has as many fields. */
const isEven = (rows: readonly SourceRow[]): boolean => {
  const counts = new Set(rows.map(({ cells }) => cells.length));
  return counts.size === 1 && !counts.has(1);
};
