/** One cell to what it means: leniently, and as the sheet's own formulas see it. */

import { ANSWER_WORDS, type Answer, readAnswer } from "../../audit/answers.ts";
import { dateFromText, isoDate } from "../../audit/dates.ts";
import type { IsoDate, Points } from "../../checklist/domain.ts";
import { isOpen } from "../../checklist/lookup.ts";
import type { Checklist, Item } from "../../checklist/types.ts";
import type { Input, Kind } from "../fields.ts";
import type { CellValue } from "../port.ts";
import { cellText, isBlank } from "./locate.ts";

/**
 * How a cell was understood: `exact` to the letter, `spelled` where only case differs, which formulas do not
 * mind, `lenient` where the meaning is plain but formulas miss it, `usual` where a blank stands for the usual
 * word, and `unknown`.
 */
export type How = "exact" | "spelled" | "lenient" | "usual" | "unknown";

/** What people meant, and what formulas see. */
export type View = "lenient" | "strict";

interface Meant<Is extends Kind["is"], T> {
  readonly is: Is;
  readonly lenient: T;
  readonly strict: T;
  readonly how: How;
}

export type AnswerMeaning = Meant<"answer", Answer>;
export type TextMeaning = Meant<"text", string>;
export type DateMeaning = Meant<"date", IsoDate | null>;
export type PointsMeaning = Meant<"points", Points>;
export type ChoiceMeaning = Meant<"choice", string | null>;
export type Meaning = AnswerMeaning | TextMeaning | DateMeaning | PointsMeaning | ChoiceMeaning;

/** Any date that formulas see where a number stands in a date cell that is no day. */
const SOME_DAY = "1900-03-01" as IsoDate;

const ANSWERS: Readonly<Record<Answer, AnswerMeaning>> = {
  met: { is: "answer", lenient: "met", strict: "met", how: "exact" },
  notMet: { is: "answer", lenient: "notMet", strict: "notMet", how: "exact" },
  unanswered: { is: "answer", lenient: "unanswered", strict: "unanswered", how: "exact" },
};

export function decodeAnswer(
  value: CellValue,
  item: { readonly ifNotMet: Points; readonly ifMet: Points },
): AnswerMeaning {
  const { answer, how, spelled } = readAnswer(value, item);
  if (spelled) return ANSWERS[answer];
  if (how === "exact") return { ...ANSWERS[answer], how: "spelled" };
  return { is: "answer", lenient: answer, strict: "unanswered", how };
}

const BLANK_DATE: DateMeaning = { is: "date", lenient: null, strict: null, how: "exact" };

export function decodeDate(value: CellValue): DateMeaning {
  if (isBlank(value)) return BLANK_DATE;
  if (typeof value === "object" && value !== null && "date" in value) {
    const day = isoDate(cellText(value).slice(0, 10));
    if (day) return { is: "date", lenient: day, strict: day, how: "exact" };
  }
  const day = typeof value === "string" ? dateFromText(value) : null;
  if (day) return { is: "date", lenient: day, strict: null, how: "lenient" };
  const seen = typeof value === "number" && value > 0 ? SOME_DAY : null;
  return { is: "date", lenient: null, strict: seen, how: "unknown" };
}

const BLANK_TEXT: TextMeaning = { is: "text", lenient: "", strict: "", how: "exact" };

export function decodeText({ name }: Input, value: CellValue): TextMeaning {
  if (isBlank(value)) return BLANK_TEXT;
  const text = cellText(value);
  const lenient = text.trim();
  // Formulas see a plan in any text, also in a lone space; no other text decides anything.
  const strict = name === "Action_Plan" ? text : lenient;
  return { is: "text", lenient, strict, how: "exact" };
}

/**
 * What the source prints is known better than the cell; of the others a blank is our reading.
 * Twin: workbook/draw/checklist-formulas.ts#openAddFormula
 */
export function decodePoints(
  { openValues }: Checklist,
  item: Item,
  value: CellValue,
): PointsMeaning {
  const { ifMet } = item;
  const read: PointsMeaning = { is: "points", lenient: ifMet, strict: ifMet, how: "exact" };
  if (value === ifMet) return read;
  const chosen = isOpen(item) ? openValues?.choices.find((choice) => choice === value) : undefined;
  if (chosen === undefined) return { ...read, how: "unknown" };
  return { ...read, lenient: chosen, strict: chosen };
}

/** Null while blank or not understood, where there is no usual word. */
export function decodeChoice(
  { values, usual, free }: Extract<Kind, { is: "choice" }>,
  value: CellValue,
): ChoiceMeaning {
  const read = (lenient: string | null, strict: string | null, how: How): ChoiceMeaning => ({
    is: "choice",
    lenient: lenient ?? usual ?? null,
    strict: strict ?? usual ?? null,
    how,
  });
  if (isBlank(value)) return read(null, null, usual === undefined ? "exact" : "usual");
  const text = cellText(value);
  if (free) return read(text.trim(), text.trim(), "exact");
  if (values.includes(text)) return read(text, text, "exact");
  const spoken = text.replace(/\s+/g, " ").trim().toLowerCase();
  const understood =
    values.find((word) => word.toLowerCase() === spoken) ??
    (value === true ? values.find((word) => word === "Yes") : undefined);
  if (understood === undefined) return read(null, null, spoken === "" ? "exact" : "unknown");
  const seen = values.find((word) => word.toLowerCase() === text.toLowerCase()) ?? null;
  return read(understood, seen, "lenient");
}

/** What a cell would have to hold to be read to the letter. */
export function exactValue(meaning: Meaning): CellValue {
  switch (meaning.is) {
    case "answer":
      return meaning.lenient === "unanswered" ? null : ANSWER_WORDS[meaning.lenient];
    case "date":
      return meaning.lenient && { date: meaning.lenient };
    default:
      return meaning.lenient;
  }
}
