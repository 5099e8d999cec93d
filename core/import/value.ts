/** What something that was brought means where it shall stand: as if it stood there already, and read as cells are. */

import { ANSWER_WORDS, type Answer } from "../audit/answers.ts";
import { dateFromText, isoFromSerial } from "../audit/dates.ts";
import type { Points } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { inputLabel } from "../words/labels.ts";
import { type Input, NO, YES } from "../workbook/fields.ts";
import type { CellValue } from "../workbook/port.ts";
import { decodeAnswer, decodeChoice, exactValue, type Meaning } from "../workbook/read/decode.ts";
import { cellText, isBlank } from "../workbook/read/locate.ts";
import { textRefusal } from "../workbook/write/entries.ts";
import { isEmpty, tidyText } from "./cells.ts";

/** Why nothing can be made of a value. */
export type ValueFault =
  | { readonly code: "noAnswer" | "noDate" | "errorValue" }
  | { readonly code: "noChoice"; readonly allowed: readonly string[] }
  | { readonly code: "noPoints"; readonly allowed: readonly number[] }
  /** A text that no cell can hold; its own sentence. */
  | { readonly code: "text"; readonly message: string };

/** Null as a value is a blank. */
export type Meant =
  | { readonly fault: null; readonly value: CellValue }
  | { readonly fault: ValueFault; readonly value: null };

/** What words mean as answers that say neither Met nor Not met; by the word as `wordKey` has it. */
export type Meanings = Readonly<Record<string, Answer>>;

/** Words are told apart by their letters alone. */
export const wordKey = (value: CellValue): string =>
  tidyText(value).replace(/\s+/g, " ").toLowerCase();

export interface ItemPoints {
  readonly ifMet: Points;
  readonly ifNotMet: Points;
}

const BLANK: Meant = { fault: null, value: null };
const NO_POINTS = { ifMet: 0 as Points, ifNotMet: 0 as Points };

/** `points` are those of the item, with which an answer may be given in place of a word. */
export function meantBy(
  checklist: Checklist,
  field: Input,
  points: ItemPoints | null,
  value: CellValue,
  meanings: Meanings = {},
): Meant {
  if (isEmpty(value)) return BLANK;
  if (typeof value === "object" && value !== null && "error" in value)
    return { fault: { code: "errorValue" }, value: null };
  switch (field.kind.is) {
    case "answer":
      return answerMeant(value, points ?? NO_POINTS, meanings);
    case "choice":
      return choiceMeant(field, field.kind, value);
    case "date":
      return dateMeant(value);
    case "points":
      return pointsMeant(checklist, value);
    case "text":
      return textMeant(field, value);
  }
}

function answerMeant(value: CellValue, points: ItemPoints, meanings: Meanings): Meant {
  const word = wordKey(value);
  const said = Object.entries(meanings).find(([own]) => own === word)?.[1];
  if (said !== undefined)
    return { fault: null, value: said === "unanswered" ? null : ANSWER_WORDS[said] };
  const read = decodeAnswer(typeof value === "string" ? value.trim() : value, points);
  return read.how === "unknown"
    ? { fault: { code: "noAnswer" }, value: null }
    : { fault: null, value: exactValue(read) };
}

function choiceMeant(
  { name }: Input,
  kind: Extract<Input["kind"], { is: "choice" }>,
  value: CellValue,
): Meant {
  const { values, free } = kind;
  const word = value === false ? NO : value === true ? YES : tidyText(value);
  // Where only a Yes can stand, a No is a blank.
  if (!values.includes(NO) && values.includes(YES) && /^(?:no|n|false|-|\u2013)$/i.test(word))
    return BLANK;
  const read = decodeChoice(kind, word);
  if (read.how === "unknown") return { fault: { code: "noChoice", allowed: values }, value: null };
  const refusal = free ? textRefusal(inputLabel(name), word) : null;
  if (refusal !== null) return { fault: { code: "text", message: refusal }, value: null };
  return { fault: null, value: exactValue(read) };
}

/** A number is a day as spreadsheets count them. */
function dateMeant(value: CellValue): Meant {
  const day =
    typeof value === "number"
      ? isoFromSerial(value)
      : dateFromText(typeof value === "object" ? cellText(value).slice(0, 10) : cellText(value));
  return day === null
    ? { fault: { code: "noDate" }, value: null }
    : { fault: null, value: { date: day } };
}

function pointsMeant({ openValues }: Checklist, value: CellValue): Meant {
  const allowed = openValues?.choices ?? [];
  const number = Number(cellText(value).trim().replace(/^\+/, ""));
  const chosen = allowed.find((choice) => choice === number);
  return chosen === undefined
    ? { fault: { code: "noPoints", allowed }, value: null }
    : { fault: null, value: chosen };
}

function textMeant({ name }: Input, value: CellValue): Meant {
  const text = tidyText(value);
  const refusal = textRefusal(inputLabel(name), text);
  return refusal === null
    ? { fault: null, value: text }
    : { fault: { code: "text", message: refusal }, value: null };
}

/** What a cell holds, to compare with: what it means, and what stands there where it means nothing. */
export function standing(meaning: Meaning, value: CellValue): CellValue {
  if (isBlank(value) || (typeof value === "string" && value.trim() === "")) return null;
  if (meaning.how === "unknown") return value;
  return meaning.is === "text" ? tidyText(value) : exactValue(meaning);
}
