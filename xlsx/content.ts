/** Values of the seam as XML that stands in a cell. */

import { DAYS_TO_1904, serialFromIso } from "../core/audit/dates.ts";
import type { CellValue } from "../core/workbook/port.ts";
import { LONGEST_TEXT } from "../core/workbook/write/entries.ts";
import { hostError } from "./failure.ts";
import { encodeCellText, escapeText, textElement } from "./markup.ts";
import type { TextTable } from "./strings.ts";
import { FILE_TEXT } from "./words.ts";

/** How content is written into a cell: its type and what stands between the tags. */
export interface Content {
  /** Undefined for numbers, the format's default, and for nothing. */
  readonly type: string | undefined;
  readonly body: string;
}

export const NOTHING: Content = { type: undefined, body: "" };

/**
 * Content for an entry; a text goes into the table of shared texts, into the cell itself where the file has none.
 * `name` is for sentences only.
 */
export function entryContent(
  value: CellValue,
  name: string,
  address: string,
  is1904: boolean,
  texts: TextTable | null,
): Content {
  if (typeof value !== "string") return plainContent(value, name, is1904);
  if (value === "") return NOTHING;
  const text = encodedText(value, name, address);
  if (texts) return { type: "s", body: `<v>${texts.indexOf(text)}</v>` };
  return { type: "inlineStr", body: `<is>${textElement(text)}</is>` };
}

/** The text of a cell as files hold it. Throws `HostError` where a cell cannot hold it. */
export function encodedText(value: string, name: string, address: string): string {
  if (value.length > LONGEST_TEXT) {
    throw hostError(FILE_TEXT.textTooLong(name, address, value.length, LONGEST_TEXT));
  }
  return encodeCellText(value);
}

/** Content for a formula's result. */
export function resultContent(value: CellValue, name: string, is1904: boolean): Content {
  if (typeof value !== "string") return plainContent(value, name, is1904);
  const text = escapeText(encodeCellText(value));
  // Blanks at the ends of <v> are kept by every reader that matters; xml:space is not allowed there.
  return { type: "str", body: `<v>${text}</v>` };
}

/** Content for what is no text. */
export function plainContent(
  value: Exclude<CellValue, string>,
  name: string,
  is1904: boolean,
): Content {
  if (value === null) return NOTHING;
  if (typeof value === "boolean") return { type: "b", body: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw hostError(FILE_TEXT.notFinite(name));
    return { type: undefined, body: `<v>${value}</v>` };
  }
  if ("error" in value) return { type: "e", body: `<v>${escapeText(value.error)}</v>` };
  const serial = serialFromIso(value.date);
  const day = serial === null ? null : is1904 ? serial - DAYS_TO_1904 : serial;
  if (day === null || day < 0) throw hostError(FILE_TEXT.badDate(name, value.date));
  return { type: undefined, body: `<v>${day}</v>` };
}
