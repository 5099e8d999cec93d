/** The answers of before that wait to be confirmed, as a workbook lists them into which answers were moved. */

import { MOVED_NAME } from "../workbook/fields.ts";
import type { Snapshot } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";

/** Of the list, in order. */
export const MOVED_COLUMNS = ["id", "item", "what", "from", "former", "now", "version"] as const;

const ID = MOVED_COLUMNS.indexOf("id");
const FORMER = MOVED_COLUMNS.indexOf("former");
const VERSION = MOVED_COLUMNS.indexOf("version");

export interface AnswerBefore {
  /** `Met`, or of several items `7.1 Met, 7.2 Not met`. */
  readonly answer: string;
  readonly version: string;
}

/** By item; none for a workbook that nothing was moved into. */
export function answersBefore({ names }: Snapshot): ReadonlyMap<string, AnswerBefore> {
  const found = new Map<string, AnswerBefore>();
  for (const line of names[MOVED_NAME]?.values ?? []) {
    const [id = "", answer = "", version = ""] = [ID, FORMER, VERSION].map((at) =>
      cellText(line[at] ?? null).trim(),
    );
    if (id !== "" && answer !== "") found.set(id, { answer, version });
  }
  return found;
}
