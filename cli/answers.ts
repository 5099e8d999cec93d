/** Reads lists of answers: CSV files with the columns `id` and `answer`. */

import { parse as parseCsv } from "csv-parse/sync";
import type { AnswerLine } from "../core/workbook/write/entries.ts";
import { Refused, readBytes } from "./files.ts";
import type { Folder } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";

const DELIMITERS = [",", ";", "\t"] as const;
/** `sep=;`, with which Excel is told the delimiter. */
const EXCEL_HINT = /^sep=(.)\r?\n/i;

export interface AnswerList {
  readonly lines: readonly AnswerLine[];
  /** Heads of columns that hold something and are not read. */
  readonly unread: readonly string[];
}

/**
 * The lines under a header that names `id` and `answer`, or the answer's column as its sheet has it, in any order,
 * with or without more columns. Lines of another length than the header are refused, all of them at once: their fields
 * cannot be told apart.
 */
export function readAnswerList(folder: Folder, file: string, column: string): AnswerList {
  const text = decoded(readBytes(folder, file));
  const found = listIn(file, text, [["id"], ["answer", column.toLowerCase()]]);
  if (found === null) throw new Refused(CLI_TEXT.csvColumns(file, column));
  const { heads, lines } = found;
  if (lines.length === 0) throw new Refused(CLI_TEXT.csvEmpty(file));
  const [id = 0, answer = 0] = found.columns;
  return {
    lines: lines.map(({ place, fields }) => ({
      place,
      id: fields[id] ?? "",
      answer: fields[answer] ?? "",
    })),
    unread: heads.filter(
      (head, index) =>
        !found.columns.includes(index) &&
        head !== "" &&
        lines.some(({ fields }) => fields[index]?.trim()),
    ),
  };
}

/** A list under heads. */
export interface List {
  /** In small letters. */
  readonly heads: readonly string[];
  /** Where the columns that were wanted stand, from 0. */
  readonly columns: readonly number[];
  readonly lines: readonly { readonly place: string; readonly fields: readonly string[] }[];
}

/** `wanted` has for each column the heads that it may have. Null where the first line lacks one of them. */
export function listIn(
  file: string,
  whole: string,
  wanted: readonly (readonly string[])[],
): List | null {
  const hint = EXCEL_HINT.exec(whole);
  const text = hint ? whole.slice(hint[0].length) : whole;
  for (const delimiter of hint?.[1] ? [hint[1]] : DELIMITERS) {
    const heads = headsOf(text, delimiter);
    const columns = wanted.map((names) => heads.findIndex((head) => names.includes(head)));
    if (columns.some((column) => column < 0)) continue;
    const lines = records(file, text, delimiter, hint ? 1 : 0)
      .slice(1)
      .filter(({ fields }) => fields.some((field) => field.trim() !== ""));
    const wrong = lines.filter(({ fields }) => !fits(fields, heads.length));
    if (wrong.length > 0) {
      const said = wrong.map(({ line, fields }) =>
        CLI_TEXT.csvFields(CLI_TEXT.csvLine(file, line), fields.length, heads.length),
      );
      throw new Refused([...said, CLI_TEXT.nothingWritten(said.length)].join("\n"));
    }
    return {
      heads,
      columns,
      lines: lines.map(({ line, fields }) => ({ place: CLI_TEXT.csvLine(file, line), fields })),
    };
  }
  return null;
}

/** UTF-8, or UTF-16 as Excel's “Unicode Text” has it. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** The words of the first line; none where it does not read with this delimiter. */
function headsOf(text: string, delimiter: string): string[] {
  const first = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
  try {
    const [heads = []] = parseCsv(first, { bom: true, delimiter }) as string[][];
    return heads.map((head) => head.trim().toLowerCase());
  } catch {
    return [];
  }
}

/** Empty fields at the end are what spreadsheets leave behind. */
const fits = (fields: readonly string[], count: number): boolean =>
  fields.length >= count && fields.slice(count).every((field) => field.trim() === "");

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

function records(file: string, text: string, delimiter: string, shift: number): CsvRecord[] {
  try {
    const parsed = parseCsv(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ line: info.lines + shift, fields: record }));
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    throw new Refused(CLI_TEXT.csvBroken(file, line + shift), { cause: error });
  }
}
