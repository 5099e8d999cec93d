/** What `import` says: what stands in the way, what was left as it is, and how the sources were understood. */

import type { Checklist } from "../core/checklist/types.ts";
import type { Brought } from "../core/import/brought.ts";
import type { PlanEntry } from "../core/import/entry.ts";
import type { Plan } from "../core/import/plan.ts";
import {
  conflictText,
  entryLabel,
  faultText,
  guessText,
  sourceFaultText,
  sourceNoteText,
  sourcePlaceText,
} from "../core/words/import.ts";
import { inputLabel } from "../core/words/labels.ts";
import { placeText } from "../core/workbook/issues.ts";
import { printable, sayJson, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";
import { IMPORT_SAID } from "./words-lists.ts";

/** More are counted: whoever has so many looks at the list itself. */
const MOST_LINES = 200;

/** All that stands in the way, each with its place, and what to do; none where nothing does. */
export function refusals(
  checklist: Checklist,
  { entries }: Plan,
  { faults }: Brought,
  { asks, skips }: { readonly asks: boolean; readonly skips: boolean },
): string[] {
  if (faults.length > 0) {
    const lines = faults.map(({ place, fault }) => sourceFaultText(checklist, place, fault));
    return [...lines.map(printable), IMPORT_SAID.nothing];
  }
  const conflicts = asks ? entries.filter(({ group }) => group === "conflict") : [];
  const unknown = skips ? [] : entries.filter(({ group }) => group === "notUnderstood");
  const lines = [
    ...conflicts.map(conflictText),
    ...unknown.map((entry) => leftText(checklist, entry)),
  ];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).map(printable);
  if (shown.length < lines.length) shown.push(CLI_TEXT.andMore(lines.length - shown.length));
  return [...shown, IMPORT_SAID.refused(conflicts.length, unknown.length)];
}

export const leftText = (checklist: Checklist, entry: PlanEntry): string =>
  entry.fault === null ? "" : faultText(checklist, entry, entry.fault);

export function tellLines(
  terminal: Terminal,
  lines: readonly string[],
  head: (count: number) => string,
): void {
  if (lines.length === 0) return;
  tell(terminal, head(lines.length));
  for (const line of lines.slice(0, MOST_LINES)) tell(terminal, `  ${printable(line)}`);
  if (lines.length > MOST_LINES) tell(terminal, CLI_TEXT.andMore(lines.length - MOST_LINES));
}

/** How the sources were understood, as far as it was not to the letter. */
export function tellOfReading(terminal: Terminal, { entries }: Plan, brought: Brought): void {
  for (const { source, note } of brought.notes)
    tell(terminal, printable(sourceNoteText(source, note)));
  const byPlace = new Map<string, string>();
  for (const entry of entries) {
    if (entry.guess === null) continue;
    const { source, table, row } = entry.place;
    byPlace.set(JSON.stringify([source, table, row]), guessText(entry));
  }
  tellLines(terminal, [...byPlace.values()], IMPORT_SAID.guessed);
  for (const { source, table, answers, unread } of brought.tables) {
    if (answers !== null)
      tell(terminal, printable(IMPORT_SAID.answersFor(source, inputLabel(answers))));
    if (unread.length > 0) tell(terminal, printable(IMPORT_SAID.unread(source, table, unread)));
  }
}

/** What was planned, for programs; words for people stand in it beside the facts. */
export function sayPlan(
  terminal: Terminal,
  file: string,
  checklist: Checklist,
  plan: Plan,
  { tables, notes }: Brought,
  written: boolean,
): void {
  const [before, after] = [plan.before, plan.after].map(({ self, preliminary, final }) => ({
    self: self.total,
    preliminary: preliminary.total,
    final: final.total,
  }));
  sayJson(terminal, {
    file,
    written: written && terminal.rehearses === undefined,
    counts: plan.counts,
    score: { before, after },
    entries: plan.entries.map((entry) => ({
      group: entry.group,
      name: entry.name,
      of: entry.of,
      label: entryLabel(entry),
      cell: entry.cell && placeText(entry.cell),
      before: entry.before,
      after: entry.after,
      from: sourcePlaceText(entry.place),
      taken: entry.taken,
      ...(entry.guess === null ? {} : { guess: entry.guess }),
      ...(entry.fault === null
        ? {}
        : { code: entry.fault.code, message: leftText(checklist, entry) }),
    })),
    tables: tables.map(({ source, table, kind, lines, unread }) => ({
      source,
      table,
      kind,
      lines,
      unread,
    })),
    notes: notes.map(({ source, note }) => sourceNoteText(source, note)),
  });
}
