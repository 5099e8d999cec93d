/** Sentences for entries that are refused before anything is written. */

import { openItems } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { either, join } from "./numbers.ts";

/** Two ids of the checklist to show what they look like: its first, and the last of the longest kind. */
function exampleIds({ items }: Checklist): readonly [string, string] {
  const parts = (id: string): number => id.split(".").length;
  const most = items.reduce((deepest, { id }) => Math.max(deepest, parts(id)), 0);
  const long = items.filter(({ id }) => parts(id) === most);
  return [items[0]?.id ?? "", long[long.length - 1]?.id ?? ""];
}

export const ENTRY_TEXT = {
  unknownItem: (checklist: Checklist, place: string, id: string) =>
    `${place}: the checklist has no item “${id}”. Ids look like ${either(exampleIds(checklist))}.`,
  idAsDate: (checklist: Checklist, place: string, id: string) =>
    `${place}: “${id}” is what a spreadsheet program makes of an id such as ${exampleIds(checklist)[0]}. Format the column as Text, and type the id again.`,
  unknownAnswer: (place: string, found: string) =>
    `${place}: “${found}” is no answer. Write Met, Not met, or nothing to clear.`,
  answerTwice: (place: string, id: string, first: string) =>
    `${place}: item ${id} is already answered in ${first}. Keep one of them.`,
  unknownName: (name: string, meant: string | null) =>
    `${name} is no input of the workbook.${meant === null ? "" : ` Did you mean ${meant}?`} \`msp-checklist help set\` lists the names.`,
  needsItem: (checklist: Checklist, name: string) =>
    `${name} is a column: say which item, such as ${name}[${exampleIds(checklist)[1]}]=…`,
  needsPlace: (name: string, count: number) =>
    `${name} is a list of ${count} cells: say which one, such as ${name}[1]=…`,
  /** `service` is the name of one, where the cells are those of services. */
  noPlace: (name: string, key: string, room: number, service: string | null) =>
    `${name} has no cell [${key}]. Name a place from 1 to ${room}${service === null ? "" : `, or the whole name of a service, such as ${service}`}.`,
  setTwice: (name: string, key: string | null) =>
    `${name}${key === null ? "" : `[${key}]`} is set more than once. Keep one of them.`,
  noKey: (name: string) => `${name} is a single cell: leave out the brackets.`,
  notAWord: (label: string, found: string, allowed: readonly string[]) =>
    `${label} takes ${allowed.join(", ")}, or nothing to clear; “${found}” is none of them.`,
  notADate: (label: string, found: string) =>
    `${label} takes a date such as 2026-03-16; “${found}” is none, or could be two.`,
  notPoints: ({ openValues }: Checklist, label: string, found: string) =>
    `${label} takes ${either(openValues?.choices ?? [])}; “${found}” is none of them.`,
  fixedPoints: (checklist: Checklist, id: string) =>
    `The points of item ${id} are printed in the source and cannot be changed; only those of ${join(openItems(checklist).map((item) => item.id))} can.`,
  tooLong: (label: string) =>
    `The text for “${label}” is longer than the 32,767 characters a cell can hold.`,
  controlCharacter: (label: string) =>
    `The text for “${label}” holds a control character, which a cell cannot. Remove it.`,
  tooManyDates: (name: string, count: number, room: number) =>
    `${name} has room for ${room} dates; ${count} were given.`,
} as const;
