/** What `check --repair` says. */

import { PROGRAM, quoted } from "./words.ts";

export const REPAIR_SAID = {
  alone: "--strict looks, and --repair mends: choose one of them.",
  needsRepair: (option: string) => `${option} goes with --repair.`,
  willDo: "This is mended:",
  nothing: (file: string) => `${file}: nothing to mend.`,
  done: (file: string) => `${file} is mended.`,
  left: (errors: number) =>
    errors === 0
      ? "No error is left."
      : `${errors === 1 ? "One error is" : `${errors} errors are`} left, for people to settle:`,
  leftOver: "Left, for people to look at:",
  mendable: (file: string, several: boolean) =>
    `\`${PROGRAM} check ${quoted(file)} --repair\` mends ${several ? "what can be mended of this" : "this"}; with --dry-run it says first what it would do.`,
  reread: (count: number) =>
    `${count === 1 ? "One entry is" : `${count} entries are`} read where ${count === 1 ? "it stands" : "they stand"}; before, something else was read in ${count === 1 ? "its" : "their"} place.`,
  eachReread: (label: string, before: string, after: string) =>
    `${label}: read “${before}” before, “${after}” now`,
  namesLost: (file: string) =>
    `${file}: its names of cells are lost, and what stands on its sheets does not tell where they belong. Nothing was written. Go on in a copy from before, such as the mailed one; \`${PROGRAM} import\` takes the answers of this one over by the heads of their columns.`,
  wouldLose: (file: string, entries: readonly string[], more: number) =>
    `${file}: mending would lose ${entries.join(", ")}${more > 0 ? ` and ${more} more` : ""}. Nothing was written. This should not be: please report it, with a copy that holds no entries, and go on in a copy from before.`,
  offer: (place: string, found: string, word: string, file: string, input: string) =>
    `${place} says “${found}”. Is ${word} meant? \`${PROGRAM} set ${quoted(file)} ${quoted(input)}\``,
  offers: (count: number) =>
    `and ${count} more answers in other words; \`${PROGRAM} export\` and \`import\` change many at once.`,
} as const;
