/** Sentences for entries that are refused before anything is written. */

export const ENTRY_TEXT = {
  unknownItem: (place: string, id: string) =>
    `${place}: the checklist has no item “${id}”. Ids look like 1.1 or 8.1.9.`,
  unknownAnswer: (place: string, found: string) =>
    `${place}: “${found}” is no answer. Write Met, Not met, or nothing to clear.`,
  answerTwice: (place: string, id: string, first: string) =>
    `${place}: item ${id} is already answered in ${first}. Keep one of them.`,
  unknownName: (name: string) =>
    `${name} is no input of the workbook. \`msp-checklist help set\` lists the names.`,
  needsItem: (name: string) => `${name} is a column: say which item, such as ${name}[8.1.9]=…`,
  needsPlace: (name: string, count: number) =>
    `${name} is a list of ${count} cells: say which one, such as ${name}[1]=…`,
  noPlace: (name: string, key: string, room: number, ofServices: boolean) =>
    `${name} has no cell [${key}]. Name a place from 1 to ${room}${ofServices ? ", or the whole name of a service, such as AWS Lambda" : ""}.`,
  setTwice: (name: string, key: string | null) =>
    `${name}${key === null ? "" : `[${key}]`} is set more than once. Keep one of them.`,
  noKey: (name: string) => `${name} is a single cell: leave out the brackets.`,
  notAWord: (name: string, found: string, allowed: readonly string[]) =>
    `${name} takes ${allowed.join(", ")}, or nothing to clear; “${found}” is none of them.`,
  notADate: (name: string, found: string) =>
    `${name} takes a date such as 2026-03-16; “${found}” is none.`,
  notPoints: (name: string, found: string) =>
    `${name} takes 0, 10, 20 or 40; “${found}” is none of them.`,
  fixedPoints: (id: string) =>
    `The points of item ${id} are printed in the source and cannot be changed; only those of 4.1, 4.2.1, 4.2.2 and 4.2.3 can.`,
  tooLong: (name: string) =>
    `The text for ${name} is longer than the 32,767 characters a cell can hold.`,
  controlCharacter: (name: string) =>
    `The text for ${name} holds a control character, which a cell cannot. Remove it.`,
  tooManyDates: (name: string, count: number, room: number) =>
    `${name} has room for ${room} dates; ${count} were given.`,
} as const;
