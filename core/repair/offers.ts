/** Answers in other words than the checklist's: what may be meant is offered, and never put there unasked. */

import { ANSWER_WORDS, type Answer } from "../audit/answers.ts";
import type { ItemId } from "../checklist/domain.ts";
import type { Place } from "../workbook/issues.ts";
import { foundOf } from "../workbook/read/cells.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { WorkbookReading } from "../workbook/read/reading.ts";

/** A cell in which another word stands, and the answer that it may mean. */
export interface Offer {
  readonly name: string;
  readonly item: ItemId;
  readonly place: Place;
  readonly found: string;
  readonly word: string;
}

const MEANT: Readonly<Record<Exclude<Answer, "unanswered">, readonly string[]>> = {
  met: ["yes", "y", "true", "x", "ok", "done", "pass", "passed", "✓", "✔", "☑", "✅"],
  notMet: ["no", "n", "false", "fail", "failed", "open", "✗", "✘", "☒", "❌"],
};

export function offersIn({ cells }: Pick<WorkbookReading, "cells">): Offer[] {
  return cells.odd.flatMap((cell): Offer[] => {
    const { meaning, item, field } = cell;
    if (meaning.is !== "answer" || meaning.how !== "unknown" || item === null) return [];
    const found = cellText(cell.value);
    const said = found.trim().toLowerCase();
    const answer = (["met", "notMet"] as const).find((each) => MEANT[each].includes(said));
    if (answer === undefined) return [];
    const word = ANSWER_WORDS[answer];
    return [{ name: field.name, item: item.id, place: foundOf(cell).place, found, word }];
  });
}
