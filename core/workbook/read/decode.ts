/** Single cells to values: each read kindly and as the sheet's own formulas see it, with every fault named. */

import { ANSWER_WORDS, type Answer, readAnswer } from "../../audit/answers.ts";
import { dateFromText, isoDate } from "../../audit/dates.ts";
import type { IsoDate, Points } from "../../checklist/domain.ts";
import { ISSUE_TEXT } from "../../words/en.ts";
import { type Issue, type Place, placeText, type Severity } from "../issues.ts";
import type { CellValue, Snapshot } from "../port.ts";
import { cellsOf, cellText, type Found, firstCell, isBlank } from "./locate.ts";

/** A value read kindly, and the one that the sheet's own formulas see. */
export interface Both<T> {
  readonly kind: T;
  readonly strict: T;
}

export const both = <T>(value: T): Both<T> => ({ kind: value, strict: value });

/** Any date that formulas see where a number stands in a date cell that is no day. */
const SOME_DAY = "1900-03-01" as IsoDate;

/** Reads single cells of one snapshot, and remembers every fault and every cell that was read kindly. */
export class Reader {
  readonly issues: Issue[] = [];
  readonly kindly: { found: Found; value: CellValue }[] = [];

  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  report(code: keyof typeof ISSUE_TEXT, severity: Severity, message: string, place: Place | null) {
    this.issues.push({
      code,
      severity,
      place,
      where: place === null ? null : placeText(place),
      message,
    });
  }

  answer(found: Found | null, item: { ifNotMet: Points; ifMet: Points }): Both<Answer> {
    if (!found) return both<Answer>("unanswered");
    const reading = readAnswer(found.value, item);
    if (reading.spelled) return both(reading.answer);
    const at = placeText(found.place);
    const text = cellText(found.value);
    if (reading.how === "unknown") {
      this.report("unknownAnswer", "error", ISSUE_TEXT.unknownAnswer(text, at), found.place);
      return both<Answer>("unanswered");
    }
    const word = reading.answer === "unanswered" ? "" : ANSWER_WORDS[reading.answer];
    this.kindly.push({ found, value: word === "" ? null : word });
    if (reading.how === "exact") {
      this.report(
        "answerSpelling",
        "warning",
        ISSUE_TEXT.answerSpelling(text, word, at),
        found.place,
      );
      return both(reading.answer);
    }
    this.report(
      "answerReadKindly",
      "warning",
      ISSUE_TEXT.answerReadKindly(text, word, at),
      found.place,
    );
    return { kind: reading.answer, strict: "unanswered" };
  }

  date(found: Found | null, severity: Severity): Both<IsoDate | null> {
    if (!found || isBlank(found.value)) return both(null);
    const { value, place } = found;
    if (typeof value === "object" && value !== null && "date" in value) {
      const day = isoDate(cellText(value).slice(0, 10));
      if (day) return both(day);
    }
    const text = cellText(value);
    const day = typeof value === "string" ? dateFromText(value) : null;
    if (day) {
      this.kindly.push({ found, value: { date: day } });
      this.report(
        "dateAsText",
        "warning",
        ISSUE_TEXT.dateAsText(text, day, placeText(place)),
        place,
      );
      return { kind: day, strict: null };
    }
    this.report("unknownDate", severity, ISSUE_TEXT.unknownDate(text, placeText(place)), place);
    return { kind: null, strict: typeof value === "number" && value > 0 ? SOME_DAY : null };
  }

  /** One of a few words; null while blank or not understood. */
  word<W extends string>(found: Found | null, words: readonly W[]): Both<W | null> {
    if (!found || isBlank(found.value)) return both(null);
    const text = cellText(found.value);
    const exact = words.find((word) => word === text);
    if (exact) return both(exact);
    const sameLetters = words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? null;
    const spoken = text.replace(/\s+/g, " ").trim().toLowerCase();
    const understood =
      words.find((word) => word.toLowerCase() === spoken) ??
      (found.value === true ? words.find((word) => word === "Yes") : undefined);
    const at = placeText(found.place);
    if (understood) {
      this.kindly.push({ found, value: understood });
      this.report(
        "wordReadKindly",
        "warning",
        ISSUE_TEXT.wordReadKindly(text, understood, at),
        found.place,
      );
      return { kind: understood, strict: sameLetters };
    }
    if (spoken !== "") {
      this.report("unknownWord", "warning", ISSUE_TEXT.unknownWord(text, words, at), found.place);
    }
    return both(null);
  }

  /** A word that has a default, with a warning where the default was taken. */
  wordOr<W extends string>(name: string, words: readonly W[], fallback: W): Both<W> {
    const found = firstCell(this.snapshot, name);
    const read = this.word(found, words);
    if (read.kind === null && found && isBlank(found.value)) {
      const at = placeText(found.place);
      this.report(
        "defaultTaken",
        "warning",
        ISSUE_TEXT.defaultTaken(name, fallback, at),
        found.place,
      );
    }
    return { kind: read.kind ?? fallback, strict: read.strict ?? fallback };
  }

  text(name: string): string {
    const found = firstCell(this.snapshot, name);
    return found ? cellText(found.value).trim() : "";
  }

  cells(name: string): Found[] {
    const range = this.snapshot.names[name];
    return range ? cellsOf(range) : [];
  }
}
