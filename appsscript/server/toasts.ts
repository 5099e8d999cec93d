/** Short messages in the corner of the spreadsheet, long enough on screen to be read. */

import { SHEETS_TEXT } from "../words.ts";

const SECONDS_AT_LEAST = 5;
/** Of somebody who reads slowly. */
const CHARACTERS_A_SECOND = 12;

/** Shows nothing where there is nothing to say. */
export function tell(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sentences: readonly string[],
): void {
  const message = sentences.join(" ");
  if (message === "") return;
  const seconds = Math.max(SECONDS_AT_LEAST, Math.ceil(message.length / CHARACTERS_A_SECOND));
  book.toast(message, SHEETS_TEXT.title, seconds);
}
