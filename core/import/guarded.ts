/**
 * Texts in CSV that a spreadsheet would take for a formula. They may be somebody else's, so they are written behind an
 * apostrophe, and read back without it (docs/decisions/0017).
 */

/** Also a tab or a line end in front, which spreadsheets pass over. */
const STARTS_FORMULA = /^[\t\r\n ]*[=+\-@\uff0b\uff0d\uff1d\uff20]/;
const GUARDED = /^'+[\t\r\n ]*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/** A text that begins with an apostrophe and goes on as a formula gets one more, or it would lose its own. */
export const guarded = (text: string): string =>
  STARTS_FORMULA.test(text) || GUARDED.test(text) ? `'${text}` : text;

/** What stood there before it was guarded; also `="1.10"`, with which other programs keep a text a text. */
export function unguarded(text: string): string {
  if (GUARDED.test(text)) return text.slice(1);
  const kept = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
  return kept === undefined ? text : kept.replace(/""/g, '"');
}
