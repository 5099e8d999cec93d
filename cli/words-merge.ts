/** What is said of copies of a workbook: what differs, what is merged, what goes to the auditor, what is kept. */

import { PROGRAM, quoted } from "./words.ts";

const fields = (count: number): string => (count === 1 ? "1 field" : `${count} fields`);

/** Beside each other. */
export const MERGE_SAID = {
  needsTwo: "Name two workbooks, or one with --sealed.",
  oneForm: "Choose one of --json and --html.",
  needsCopies: "Name what the copies were made from, your own copy, and theirs.",
  needsCopiesOnly: "With --no-base, name your own copy, and theirs.",
  needsOutput: "Name the workbook to be written with -o; it may be your own.",
  takes: "--take takes mine or theirs.",
  damaged: (file: string, errors: number) =>
    `Warning: ${file} has ${errors === 1 ? "1 error" : `${errors} errors`}, so entries may be missing in it or stand in another place. \`${PROGRAM} check ${quoted(file)}\` says what to do.`,
  warning: (sentence: string) => `Warning: ${sentence}`,
  differ: (file: string, other: string, count: number) =>
    count === 0
      ? `${file} and ${other} say the same.`
      : `${file} and ${other}: ${fields(count)} ${count === 1 ? "differs" : "differ"}.`,
  since: (file: string, at: string | null, count: number) =>
    `${file}: ${count === 0 ? "nothing differs" : `${fields(count)} ${count === 1 ? "differs" : "differ"}`} from what was sealed${at === null ? "" : ` on ${at}`}.`,
  sealed: (at: string | null) => (at === null ? "Sealed" : `Sealed on ${at}`),
  notSealed: (file: string) =>
    `${file} holds no seal to compare with: it was not handed over by a command. Name the other workbook instead.`,
  altered: (file: string) =>
    `${file}: the record of the hand-over was altered, so it proves nothing. Compare with the workbook that was mailed.`,
  difference: (label: string, whose: string, before: string, after: string) =>
    `  ${label} (${whose}): ${before} became ${after}`,
  merged: (count: number, files: readonly string[]) =>
    count === 0
      ? `nothing in ${files.join(" or ")} that it does not say already`
      : `${fields(count)} taken from ${files.join(" and ")}`,
  asked: (count: number) =>
    count === 1 ? "A choice is needed in 1 field:" : `A choice is needed in ${count} fields:`,
  conflict: (label: string, versions: string, before: string | null, cause: string) =>
    `  ${label}: ${versions}${before === null ? "" : `; before it was ${before}`}${cause}`,
  version: (value: string, files: readonly string[]) => `${value} in ${files.join(" and ")}`,
  causes: {
    both: "",
    closed: ". It was changed in a phase that had closed it",
    line: ". The lines are of two customers",
  },
  open: (list: string | null, isTaken: boolean) =>
    `Nothing was written. ${
      list !== null
        ? `Write mine, theirs, both or the name of a file under “take” in ${list}, then run it again with --answers ${quoted(list)}.`
        : `${isTaken ? "The other copies differ among themselves here" : "--take mine or --take theirs chooses in all of them"}; to choose one by one, --list CHOICES.csv writes a list that --answers reads.`
    }`,
  listed: (list: string, count: number) =>
    `${list}: ${count === 1 ? "one choice" : `${count} choices`} to make.`,
  nothingToList: "No choice is needed, so no list is written.",
  leftOut: (file: string, count: number) =>
    `${file} is the auditor's copy, so ${count === 1 ? "this field of the partner's stays as it is" : `these ${count} fields of the partner's stay as they are`}:`,
  left: (label: string, value: string, own: string) => `  ${label}: ${value} there, ${own} here`,
  unplaced: (label: string, value: string) =>
    `  ${label}: ${value} has no cell to go into. Enter it by hand.`,
  notPlaced: "Not written:",
  noRoom: (file: string) =>
    `${file}: moves of the phase, seals and the score of the summary could not be kept: its hidden sheet is missing.`,
  choiceHeads: { field: "field", label: "label", before: "before", take: "take" },
  choiceColumns: (file: string) =>
    `${file}: the first line must name the columns field and take. --list writes such a list.`,
  choiceUnknown: (place: string, found: string, allowed: readonly string[]) =>
    `${place}: “${found}” is no choice. Write ${allowed.slice(0, -1).join(", ")} or ${allowed[allowed.length - 1]}.`,
  choiceSeveral: (place: string, label: string, files: readonly string[]) =>
    `${place}: “${label}” is not the same in ${files.join(" and ")}. Write the name of the file instead of theirs.`,
  choiceTexts: (place: string, label: string) =>
    `${place}: “${label}” cannot hold both. Write mine or theirs.`,
  choicesBroken: (file: string) =>
    `${file} cannot be read as JSON. Write it as {"Partner_Name": "theirs"}, or use a CSV file.`,
  choicePlace: (file: string, field: string) => `${file}, ${field}`,
} as const;

/** A copy for the auditor. */
export const SHARE_SAID = {
  name: "for the auditor",
  needsWhom: "Say for whom the copy is: --for auditor.",
  noArchive: "What earlier versions of the checklist held, in the archive, is left out as well.",
  made: (file: string, owners: number, seal: string) =>
    `${file} made: ${owners === 0 ? "there were no owners to leave out" : `${owners === 1 ? "1 owner" : `${owners} owners`} left out`}; sealed ${seal}.`,
  changed: (file: string, at: string, count: number) =>
    `Warning: ${fields(count)} changed since the hand-over of ${at}, and the auditor will see which. \`${PROGRAM} diff ${quoted(file)} --sealed\` lists ${count === 1 ? "it" : "them"}.`,
  damaged: (file: string) =>
    `Warning: the record of the hand-over in ${file} was altered, so the auditor cannot tell what was handed over.`,
  goesAlong:
    "Comments, and sheets and columns of your own, go along: look through the copy before you send it.",
  next: (file: string, copy: string) =>
    `Next: send the copy. When it comes back: \`${PROGRAM} merge --no-base ${quoted(file)} ${quoted(copy)} -o ${quoted(file)}\`.`,
} as const;
