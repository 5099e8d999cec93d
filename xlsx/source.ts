/** The bytes of any file that people bring answers in: a workbook of the checklist, lists in .xlsx, CSV, text or JSON. */

import type { Checklist } from "../core/checklist/types.ts";
import { textSource } from "../core/import/delimited.ts";
import { jsonSource, looksLikeJson } from "../core/import/json.ts";
import type { Source, SourceNote } from "../core/import/source.ts";
import { admit } from "../core/report/admit.ts";
import type { Library } from "../core/workbook/library.ts";
import { plainText } from "./encoding.ts";
import { readDirectory } from "./guard.ts";
import { readSnapshot } from "./read.ts";
import { readTables } from "./tables.ts";

const isPacked = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/**
 * `name` is what sentences call the file. What it is tells its content alone. A workbook that was admitted brings all
 * that was entered in it; one whose names are lost, or of another checklist, is read by the heads of its columns. Throws
 * `HostError` for files that are hostile, damaged, or no lists of any kind.
 */
export function readSource(
  library: Library,
  checklist: Checklist,
  name: string,
  bytes: Uint8Array,
): Source {
  if (isPacked(bytes)) return workbookSource(library, name, bytes);
  const plain = bytes.length === 0 ? { text: "", isWestern: false } : plainText(bytes);
  // Throws: what is neither text nor a zip archive has a sentence for what it is.
  if (plain === null || looksLikeMarkup(plain.text)) readDirectory(bytes);
  const { text, isWestern } = plain ?? { text: "", isWestern: false };
  const notes: readonly SourceNote[] = isWestern ? [{ code: "western" }] : [];
  return looksLikeJson(text)
    ? jsonSource(name, text, notes)
    : textSource(checklist, name, text, "strict", notes);
}

/** A page that asks to log in, saved in place of the file. */
const looksLikeMarkup = (text: string): boolean => /^\s*<(?:!doctype|html|\?xml)/i.test(text);

function workbookSource(library: Library, source: string, bytes: Uint8Array): Source {
  const snapshot = readSnapshot(bytes);
  const { refusal, snapshot: admitted } = admit(library, snapshot);
  if (refusal === null) return { source, notes: [], kind: "workbook", snapshot: admitted };
  const { tables, notes } = readTables(bytes, source);
  const isOther = refusal.code === "checklistUnknown" || refusal.code === "newerFormat";
  return {
    source,
    notes: isOther ? [{ code: "otherChecklist" }, ...notes] : notes,
    kind: "tables",
    tables,
  };
}
