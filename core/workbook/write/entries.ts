/** Turns what is typed outside a spreadsheet, a list of answers or `NAME=VALUE`, into edits, or says why not. */

import { ANSWER_WORDS, type Answer, readAnswer } from "../../audit/answers.ts";
import { dateFromText } from "../../audit/dates.ts";
import { findItem, isOpen } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { ENTRY_TEXT } from "../../words/entries.ts";
import { cellLabel } from "../../words/labels.ts";
import { nearest } from "../../words/nearest.ts";
import { INPUTS, type Input, inputNamed } from "../fields.ts";
import type { CellValue, Edit, Snapshot } from "../port.ts";
import { cellsOf, cellText, columnsRead, openRow, rowsRead } from "../read/locate.ts";

/** A sentence for the user. */
export type Refusal = string;

export interface Entries {
  readonly edits: readonly Edit[];
  /** Not empty: nothing may be written. */
  readonly refusals: readonly Refusal[];
}

/** What a cell of Excel holds. */
export const LONGEST_TEXT = 32_767;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whose column an answer goes into. */
export type AnswerSide = "self" | "auditor";

export const ANSWER_COLUMNS = { self: "Self_Answer", auditor: "Auditor_Answer" } as const;

const answerWord = (answer: Answer): string | null =>
  answer === "unanswered" ? null : ANSWER_WORDS[answer];

/** An answer as it was chosen in the panel; what a host passes on may be of another checklist. */
export function readItemAnswer(
  checklist: Checklist,
  id: string,
  side: AnswerSide,
  answer: Answer,
): Entries {
  const name = ANSWER_COLUMNS[side];
  const item = findItem(checklist, id);
  return item
    ? { edits: [{ name, item: item.id, value: answerWord(answer) }], refusals: [] }
    : { edits: [], refusals: [ENTRY_TEXT.unknownItem(checklist, name, id)] };
}

/** Several answers that were chosen at once, for one column. */
export function readItemAnswers(
  checklist: Checklist,
  side: AnswerSide,
  answers: readonly { readonly id: string; readonly answer: Answer }[],
): Entries {
  const read = answers.map(({ id, answer }) => readItemAnswer(checklist, id, side, answer));
  return {
    edits: read.flatMap(({ edits }) => edits),
    refusals: read.flatMap(({ refusals }) => refusals),
  };
}

/** One answer as it came from a list; `place` names its line for sentences. */
export interface AnswerLine {
  readonly place: string;
  readonly id: string;
  readonly answer: string;
}

/** Answers for one column. An empty answer clears. */
export function readAnswers(
  checklist: Checklist,
  lines: readonly AnswerLine[],
  column: "Self_Answer" | "Auditor_Answer",
): Entries {
  const edits: Edit[] = [];
  const refusals: Refusal[] = [];
  const seen = new Map<string, string>();
  for (const line of lines) {
    const item = findItem(checklist, line.id.trim());
    if (!item) {
      refusals.push(
        looksLikeDate(line.id.trim())
          ? ENTRY_TEXT.idAsDate(checklist, line.place, line.id)
          : ENTRY_TEXT.unknownItem(checklist, line.place, line.id),
      );
      continue;
    }
    const first = seen.get(item.id);
    if (first !== undefined) refusals.push(ENTRY_TEXT.answerTwice(line.place, item.id, first));
    seen.set(item.id, line.place);
    const read = readAnswer(line.answer, item);
    if (read.how === "unknown") {
      refusals.push(ENTRY_TEXT.unknownAnswer(line.place, line.answer));
      continue;
    }
    edits.push({ name: column, item: item.id, value: answerWord(read.answer) });
  }
  return { edits, refusals };
}

/** What spreadsheet programs make of `1.1` or `1.1.26` that is typed, or comes in a list: a day, or another decimal mark. */
const looksLikeDate = (id: string): boolean =>
  /^\d{1,2}[.\-/ ]\s?\p{L}{3,}/u.test(id) ||
  /^\p{L}{3,}[.\-/ ]\s?\d{1,4}$/u.test(id) ||
  /^\d+(?:,\d+)+$/.test(id) ||
  /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})\b/.test(id) ||
  /^\d{4}-\d{2}-\d{2}/.test(id) ||
  /^\d{5}$/.test(id);

/** One `NAME=VALUE` or `NAME[KEY]=VALUE`, already taken apart. */
export interface Assignment {
  readonly name: string;
  readonly key: string | null;
  readonly value: string;
}

/** Null where the text is no assignment at all. */
export function parseAssignment(text: string): Assignment | null {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)(?:\[([^\]]*)\])?=([\s\S]*)$/.exec(text);
  if (!match?.[1]) return null;
  return { name: match[1], key: match[2]?.trim() ?? null, value: match[3] ?? "" };
}

/** Inputs by defined name; the snapshot says how many cells a list has and which service stands where. */
export function readAssignments(
  checklist: Checklist,
  assignments: readonly Assignment[],
  snapshot: Snapshot,
): Entries {
  const edits: Edit[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const assignment of assignments) {
    const outcome = readAssignment(checklist, assignment, snapshot);
    if (typeof outcome === "string") {
      refusals.push(outcome);
      continue;
    }
    const keys = outcome.map(({ name, item, index }) => `${name} ${item ?? index ?? ""}`);
    if (keys.some((key) => seen.has(key))) {
      refusals.push(ENTRY_TEXT.setTwice(assignment.name, assignment.key));
    }
    for (const key of keys) seen.add(key);
    edits.push(...outcome);
  }
  return { edits, refusals };
}

/** One entry of an item as typed in the panel; an empty text clears. */
export function readItemEntry(
  checklist: Checklist,
  id: string,
  name: string,
  text: string,
): Entries {
  const outcome = readAssignment(checklist, { name, key: id, value: text }, NOTHING);
  return typeof outcome === "string"
    ? { edits: [], refusals: [outcome] }
    : { edits: outcome, refusals: [] };
}

const NAMES = INPUTS.map(({ name }) => name);
const NOTHING: Snapshot = { sheets: [], names: {}, brokenNames: [] };

function readAssignment(
  checklist: Checklist,
  assignment: Assignment,
  snapshot: Snapshot,
): Edit[] | Refusal {
  const { key, value } = assignment;
  const name = movedName(assignment.name, snapshot);
  const field = inputNamed(name);
  if (!field) return ENTRY_TEXT.unknownName(name, nearest(name, NAMES));
  if (field.shape === "column") return columnEdit(checklist, field, key, value);
  if (field.shape === "cell") {
    if (key !== null) return ENTRY_TEXT.noKey(name);
    const read = readValue(checklist, field, null, value);
    return typeof read === "object" ? [{ name, value: read.value }] : read;
  }
  return listEdits(checklist, field, key, value, snapshot);
}

/** What people fill moved from one cell to another between two formats: either name finds it. */
function movedName(name: string, { names }: Snapshot): string {
  if (name === "Item_Add" && names.Open_Add) return "Open_Add";
  return name === "Open_Add" && !names.Open_Add ? "Item_Add" : name;
}

function columnEdit(
  checklist: Checklist,
  field: Input,
  key: string | null,
  value: string,
): Edit[] | Refusal {
  const { name } = field;
  if (key === null) return ENTRY_TEXT.needsItem(checklist, name);
  const item = findItem(checklist, key);
  if (!item) return ENTRY_TEXT.unknownItem(checklist, name, key);
  if (field.kind.is === "points" && !isOpen(item))
    return ENTRY_TEXT.fixedPoints(checklist, item.id);
  if (field.kind.is === "answer") {
    const read = readAnswer(value, item);
    if (read.how === "unknown") return ENTRY_TEXT.unknownAnswer(cellLabel(name, key), value);
    return [{ name, item: item.id, value: answerWord(read.answer) }];
  }
  const read = readValue(checklist, field, item.id, value);
  return typeof read === "object" ? [{ name, item: item.id, value: read.value }] : read;
}

function listEdits(
  checklist: Checklist,
  field: Input,
  key: string | null,
  value: string,
  snapshot: Snapshot,
): Edit[] | Refusal {
  const { name } = field;
  const range = snapshot.names[name];
  const room = range ? rowsRead(range) * columnsRead(range) : 0;
  if (key === null) {
    if (field.kind.is !== "date") return ENTRY_TEXT.needsPlace(name, room);
    const dates = value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (dates.length > room) return ENTRY_TEXT.tooManyDates(name, dates.length, room);
    const edits: Edit[] = [];
    for (let index = 0; index < room; index += 1) {
      const read = readValue(checklist, field, String(index + 1), dates[index] ?? "");
      if (typeof read === "string") return read;
      edits.push({ name, index, value: read.value });
    }
    return edits;
  }
  if (field.kind.is === "points" && !/^\d+$/.test(key))
    return openEdits(checklist, field, key, value, snapshot);
  const index = listIndex(name, key, snapshot);
  if (index < 0 || index >= room)
    return ENTRY_TEXT.noPlace(name, key, room, exampleService(checklist, name));
  const read = readValue(checklist, field, key, value);
  return typeof read === "object" ? [{ name, index, value: read.value }] : read;
}

/** By the item's id, where it is no place in the list. */
function openEdits(
  checklist: Checklist,
  field: Input,
  key: string,
  value: string,
  snapshot: Snapshot,
): Edit[] | Refusal {
  const item = findItem(checklist, key);
  if (!item) return ENTRY_TEXT.unknownItem(checklist, field.name, key);
  const index = isOpen(item) ? openRow(snapshot, item) : null;
  if (index === null) return ENTRY_TEXT.fixedPoints(checklist, item.id);
  const read = readValue(checklist, field, key, value);
  return typeof read === "object" ? [{ name: field.name, index, value: read.value }] : read;
}

const exampleService = ({ services }: Checklist, name: string): string | null =>
  name.startsWith("Service_") ? (services?.list[0]?.name ?? null) : null;

/** A place is a number from 1 or, among services, the service's name. */
function listIndex(name: string, key: string, snapshot: Snapshot): number {
  if (/^\d+$/.test(key)) return Number(key) - 1;
  const services = snapshot.names.Service_Name;
  if (!name.startsWith("Service_") || !services) return -1;
  const wanted = key.toLowerCase();
  return cellsOf(services).findIndex(({ value }) => callsOf(cellText(value)).includes(wanted));
}

/** The place of a service in the checklist's list, by any of its names; -1 where there is none. */
export function findService({ services }: Checklist, name: string): number {
  const wanted = name.replace(/\s+/g, " ").trim().toLowerCase();
  return (services?.list ?? []).findIndex((service) => callsOf(service.name).includes(wanted));
}

/** `amazon route 53 (r53)` is also called `route 53` and `r53`. */
function callsOf(service: string): string[] {
  const whole = service.toLowerCase();
  const short = /\(([^)]+)\)$/.exec(whole)?.[1];
  const bare = whole.replace(/\s*\([^)]+\)$/, "");
  const own = bare.replace(/^(?:amazon|aws) /, "");
  return [whole, bare, own, ...(short === undefined ? [] : [short])];
}

function readValue(
  checklist: Checklist,
  field: Input,
  key: string | null,
  typed: string,
): { readonly value: CellValue } | Refusal {
  const { kind } = field;
  const label = cellLabel(field.name, key);
  const text = typed.trim();
  // Without points an item could be counted either way.
  if (text === "" && kind.is !== "points") return { value: null };
  if (kind.is === "date") {
    const day = dateFromText(text);
    return day === null ? ENTRY_TEXT.notADate(label, typed) : { value: { date: day } };
  }
  if (kind.is === "points") {
    const chosen = checklist.openValues?.choices.find((choice) => String(choice) === text);
    return chosen === undefined ? ENTRY_TEXT.notPoints(checklist, label, typed) : { value: chosen };
  }
  if (kind.is === "choice") {
    const word = kind.values.find((entry) => entry.toLowerCase() === text.toLowerCase());
    return word === undefined ? ENTRY_TEXT.notAWord(label, typed, kind.values) : { value: word };
  }
  return textRefusal(label, typed) ?? { value: typed };
}

/** Why a text cannot stand in a cell, which is called so; null where it can. */
export function textRefusal(label: string, text: string): Refusal | null {
  if (text.length > LONGEST_TEXT) return ENTRY_TEXT.tooLong(label);
  return CONTROL.test(text) ? ENTRY_TEXT.controlCharacter(label) : null;
}
