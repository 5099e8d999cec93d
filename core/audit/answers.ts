/** What a partner or an auditor says of an item, and how the words in a cell are read. */

import type { Points } from "../checklist/domain.ts";

export type Answer = "met" | "notMet" | "unanswered";

export const ANSWER_WORDS = { met: "Met", notMet: "Not met" } as const;

/**
 * How a cell was understood: `exact` as the sheet's formulas see it (case does not matter to them),
 * `lenient` where the meaning is plain but the formulas miss it, `unknown` where it means nothing to us.
 */
export interface AnswerReading {
  readonly answer: Answer;
  readonly how: "exact" | "lenient" | "unknown";
  /** Whether the word stands there letter by letter. */
  readonly spelled: boolean;
}

const BLANK: AnswerReading = { answer: "unanswered", how: "exact", spelled: true };
const UNKNOWN: AnswerReading = { answer: "unanswered", how: "unknown", spelled: false };

/**
 * Reads an answer cell. Stray case, spaces and hyphens are read leniently, and so is one of the item's two
 * point values in place of the word.
 */
export function readAnswer(
  value: unknown,
  item: { readonly ifNotMet: Points; readonly ifMet: Points },
): AnswerReading {
  if (value === null || value === undefined || value === "") return BLANK;
  if (typeof value === "number") return readPoints(value, item);
  if (typeof value !== "string") return UNKNOWN;
  if (value === ANSWER_WORDS.met) return { answer: "met", how: "exact", spelled: true };
  if (value === ANSWER_WORDS.notMet) return { answer: "notMet", how: "exact", spelled: true };
  const lower = value.toLowerCase();
  if (lower === "met") return { answer: "met", how: "exact", spelled: false };
  if (lower === "not met") return { answer: "notMet", how: "exact", spelled: false };
  // \s covers the no-break space that pasting from a web page brings.
  const letters = lower.replace(/[\s\u200b_.-]+/g, "");
  if (letters === "") return { answer: "unanswered", how: "lenient", spelled: false };
  if (letters === "met") return { answer: "met", how: "lenient", spelled: false };
  if (letters === "notmet") return { answer: "notMet", how: "lenient", spelled: false };
  const typed = value.trim().replace("\u2212", "-");
  return /^[+-]?\d+$/.test(typed) ? readPoints(Number(typed), item) : UNKNOWN;
}

function readPoints(
  value: number,
  item: { readonly ifNotMet: Points; readonly ifMet: Points },
): AnswerReading {
  if (value === item.ifMet) return { answer: "met", how: "lenient", spelled: false };
  if (value === item.ifNotMet) return { answer: "notMet", how: "lenient", spelled: false };
  return UNKNOWN;
}
