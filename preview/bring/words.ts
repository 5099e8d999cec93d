/** What the page says while answers are brought in. */

import type { Answer } from "../../core/audit/answers.ts";
import type { Group } from "../../core/import/entry.ts";
import { count } from "../../core/words/numbers.ts";

const changes = (number: number): string => count(number, "change");

export const BRING_TEXT = {
  title: "Bring answers in",
  lead: "A list of answers, evidence and owners, such as the one your team keeps in a spreadsheet. You see what it would change before anything is written.",
  choose: "Choose a file",
  fileHint:
    ".csv, .xlsx or .json, or another workbook of this checklist. You can drop it here too.",
  paste: "Or paste a column or a table",
  pasteHint: "Copied from a spreadsheet, with ids beside the answers or one answer for each item.",
  read: "Read what I pasted",
  another: "Another list",
  cancel: "Cancel",
  pasted: "Pasted",
  from: (source: string, lines: number, columns: readonly string[]) =>
    `${source}: ${count(lines, "line")}${columns.length === 0 ? ", by their order" : `, read as ${columns.join(", ")}`}.`,
  unread: (heads: readonly string[]) => `Not read: ${heads.join(", ")}.`,
  workbook: (source: string) => `${source}: all entries of a workbook.`,
  whose: "Answers are",
  partner: "the partner’s",
  auditor: "the auditor’s",
  tiles: {
    change: "will change",
    conflict: "conflict: filled here already",
    notUnderstood: "not understood",
    same: "the same as here",
  } as const satisfies Record<Group, string>,
  groups: {
    conflict: (number: number) => `${number} conflict. Choose, or they stay as they are`,
    notUnderstood: (number: number) =>
      `${number} not understood. They are left out until you say what they mean`,
    change: (number: number) => `${number} will change`,
    same: (number: number) => `${number} the same as here`,
  } as const satisfies Record<Group, (number: number) => string>,
  heads: ["Id", "What", "Here now", "In the list", "Choice"],
  takeAll: "Take all new",
  keepAll: "Keep all",
  keep: "Keep",
  take: "Take new",
  leaveOut: "Leave out",
  means: (answer: Answer) =>
    `Means ${{ met: "Met", notMet: "Not met", unanswered: "no answer" }[answer]}`,
  meaning: (word: string) => `What “${word}” means`,
  choiceOf: (what: string) => `Choice for ${what}`,
  locked: "Closed in this phase",
  blank: "blank",
  guess: (found: string) => `from “${found}”`,
  cleared: "cleared",
  more: (number: number) => `Show ${number} more`,
  showSame: "Show them",
  now: "Now",
  after: "After Apply",
  whatChanges: "What changes",
  changesOf: (label: string, number: number, filled: number) =>
    `${label}: ${count(number, "entry", "entries")}${filled > 0 && filled < number ? `, ${filled} of them new` : ""}`,
  nothing: "Nothing yet.",
  whatStays: "What stays",
  stays: "An empty cell in the list leaves the one here as it is.",
  clear: "Let empty cells clear entries",
  apply: (number: number) => `Apply ${changes(number)}`,
  applyNone: "Nothing to apply",
  oneStep: (number: number) =>
    number === 0
      ? "Nothing is written until you apply."
      : `One step in the history: Undo takes all ${number} back.`,
  applied: (number: number) =>
    `${count(number, "entry", "entries")} brought in. Undo takes them back as one.`,
  closed: "Some of these are entries of a phase that is closed; they are left out.",
} as const;
