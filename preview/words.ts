/** Everything that the page in the browser says, apart from its panel; and what `npm start` prints. */

import { PHASE_WORDS, type Phase } from "../core/audit/phases.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { Remedies } from "../core/report/refusal.ts";

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const MOST_REASONS = 3;
/** True of the entry that a reason is about, but not of the others that came with it. */
const WHOLE = " Nothing was changed.";

export const PREVIEW_TEXT = {
  tooLarge: (file: string, megabytes: number) =>
    `${file} has ${megabytes} MB; a checklist has far less. Remove pictures or other sheets, and try again.`,
  inFile: (file: string, sentence: string) => `${file}: ${sentence}`,
  title: "MSP checklist",
  workbook: "page",
  program: "The browser",
  fileName: (partner: string) => (partner === "" ? "MSP checklist" : `${partner} MSP checklist`),
  file: "File",
  open: "Open .xlsx",
  chooseVersion: "Choose a checklist file",
  moreFaults: (number: number): readonly string[] =>
    number > 0 ? [`And ${count(number, "more fault")}.`] : [],
  save: "Save file",
  print: "Print",
  saveKey: "Save file (Ctrl+S)",
  saveAs: "Save as",
  /** What a window of files calls what it lists. */
  fileKind: "Excel workbook",
  states: "Earlier states",
  start: "Start page",
  forget: "Forget this workbook",
  more: "More",
  undo: "Undo",
  redo: "Redo",
  find: "Find an item",
  bring: "Bring answers in",
  move: "Move to another version",
  nothingToMove: "There are no answers yet. Make a checklist or open one first.",
  needsChecklist: (file: string) =>
    `${file} is a list of answers. Make a checklist or open one first; then drop it again.`,
  partFailed: (cause: string) =>
    `A part of the page did not load. Check the connection, and try again. ${cause}`,
  keys: "Keys",
  steps: "Steps",
  phase: (phase: string) => `Phase: ${phase}. Open Steps`,
  views: "View",
  view: { answer: "Answer", sheet: "Sheet", overview: "Overview" },
  sheets: "Sheets of the checklist",
  sheetKeys: "F6 goes to the panel. So does Escape, then Tab.",
  drop: "Drop the .xlsx file to open it",
  oneFile: "Drop one file at a time.",
  loading: "Loading the sheets. Answer and Overview work already.",
  drawing: "Drawing the sheets",
  noGrid:
    "The sheets did not load. Answer and Overview work, and your answers are safe. Load the page again to try once more.",
  kept: "Kept in this browser, not saved as a file yet",
  changed: "Changed",
  keptElsewhere: "Not saved: another tab keeps its work in this browser",
  keptNowhere: "Not saved: this browser keeps nothing, so save before closing",
  saved: (time: string) => `Saved at ${time}`,
  savedAs: (file: string, time: string) => `Saved as ${file}, ${time}`,
  opened: "Opened, no changes yet",
  made: "New, no answers yet",
  example: "An example to look around in",
  own: (sheets: number) =>
    `${count(sheets, "sheet")} of your own ${sheets === 1 ? "is" : "are"} not shown here and ${sheets === 1 ? "stays" : "stay"} in the file.`,
  noPicture:
    "This browser copies no pictures. Print the overview as a PDF, or take a picture of the screen.",
  waiting: (answers: number) =>
    `${count(answers, "answer")} of another version ${answers === 1 ? "waits" : "wait"} to be confirmed. Each item says beside it what the answer was.`,
  unreadable: (file: string) => `${file}: the browser cannot read this file. Choose it again.`,
  failure: (cause: string) => `That did not work, and nothing was changed. ${cause}`,
  putBack: (entries: number, reasons: readonly string[]) => {
    const lead =
      entries === 1
        ? "One entry was not taken; its cell shows again what it held before. All others are kept."
        : `${entries} entries were not taken; their cells show again what they held before. All others are kept.`;
    const told = reasons.slice(0, MOST_REASONS).map((reason) => reason.replace(WHOLE, ""));
    return [lead, ...told].join("\n");
  },
  dismiss: "Dismiss",
  unsaved:
    "What was changed here last is neither kept in this browser nor saved as a file. It would be lost.",
  replaceTitle: "Leave this workbook?",
  replace: "Leave it and lose that",
  refused: {
    full: "This browser keeps nothing more: its storage is full. Save the file now; what you change from here on is only on this page.",
    nowhere:
      "This browser keeps nothing, as in a private window. Save the file before you close this page.",
  },
  notAllowed: (file: string) =>
    `${file} was not written: the browser was not allowed to. Save again and allow it, or choose Save as in the menu.`,
  notWritten: (file: string) =>
    `${file} was not written. Another program, such as Excel, may have it open: close it there and save again, or choose Save as in the menu.`,
  changedTitle: (file: string) => `${file} was changed since`,
  changedLead:
    "Another program or person has written to it since it was opened or saved here. Writing over it drops what they changed; to have both, choose Leave it, then Save as in the menu.",
  changedYes: "Write over it",
  recentDetail: (phase: Phase, answered: string, version: string) =>
    `${PHASE_WORDS[phase]}, ${answered}, v${version}`,
  bookGone: "This workbook is no longer kept: another tab has forgotten it.",
  statesTitle: (name: string) => (name === "" ? "Earlier states" : `Earlier states of ${name}`),
  statesLead:
    "Choose one to go back to. What is there now becomes one of them, so that you can come back.",
  statesNone:
    "There is none yet. One is kept before the first change after opening or after a pause, before each step, and before answers are brought in; the last ten stay.",
  close: "Close",
  statePoints: (points: number) => count(points, "point").replace("-", "\u2212"),
  wentBack: (when: string) =>
    `This is how it was ${when.replace("Today", "today")}. What was here before is the first of the earlier states.`,
  forgetTitle: (name: string) => (name === "" ? "Forget this workbook?" : `Forget ${name}?`),
  forgetLead:
    "It goes from this browser, with its earlier states and its progress. Files that you saved stay.",
  forgetYes: "Forget it",
  forgetAllTitle: (books: number) =>
    `Forget ${books === 1 ? "the workbook" : `all ${books} workbooks`}?`,
  forgetAllLead:
    "They go from this browser, with their earlier states and their progress. Files that you saved stay.",
  forgetAllYes: "Forget all",
  forgetUnsaved: "Changes that are in no file are lost.",
  keep: "Leave it",
  newerTitle: "The other tab has newer work",
  newerLead:
    "Loading it drops what was changed in this tab since. To keep that as well, choose Leave it and save this tab as a file first.",
  newerYes: "Load it",
  newerLoaded: "The newest work of the other tab is loaded, and kept here from now on.",
  /** Why another tab keeps the workbook, and this one does not. */
  lost: {
    held: "This checklist is open in another tab. What you change here is not kept in this browser; save it as a file.",
    taken: "Another tab goes on with this checklist. This one no longer keeps changes.",
    forgotten:
      "Another tab has forgotten this checklist. It is only on this page now: save it as a file, or keep it here again.",
  },
  useHere: "Go on here",
  openLink: (host: string) => `Open ${host}`,
  goTo: (sheet: string) => `Go to ${sheet}`,
} as const;

/** What to do where a workbook cannot be used. */
export const PREVIEW_REMEDIES: Remedies = {
  noChecklist: "Choose another file, or make a new one here.",
  namesLost: "Its entries are there: choose a copy from before, such as the mailed one.",
  newerFormat: "Install the newest version, then try again.",
  checklistUnknown: "Use the program that made it, or open the newest page.",
  checklistUnread: "Choose a copy from before, such as the mailed one.",
};

/** In place of the grid's own words. */
export const GRID_TEXT = {
  lockedTitle: "This cell is locked",
  locked:
    "Yellow and cream cells are open in this phase; the others are calculated, or belong to another phase.",
  refused: "Not one of the choices",
  refusedDate: "Not a date. Write it as 2026-03-17.",
  clipboard: "The browser did not give its clipboard. Allow it for this page, or press Ctrl+V.",
  formula: "This formula cannot be read. Check it, or remove the equals sign.",
  calculating: "Calculating",
  calculated: "Calculated",
  failed: "That did not work, and nothing was changed.",
  byColors: "By Colours",
  fillColor: "Filter by cell colour",
  textColor: "Filter by text colour",
  oneColor: "The column has only one colour",
} as const;

export const PRINT_TEXT = {
  paper: "The checklist as it is printed",
  title: (partner: string) => (partner === "" ? "MSP checklist" : `MSP checklist, ${partner}`),
  basis: ({ title, version }: Checklist, phase: string) => `${title} v${version}. Phase: ${phase}.`,
  scores: "Scores",
  section: "Section",
  answered: "Answered",
  self: "Self",
  preliminary: "Preliminary",
  final: "Final",
  most: "Most",
  total: "Total",
  verdict: "Verdict",
  checklist: "Checklist",
  id: "Id",
  item: "Item",
  requirement: "Requirement",
  points: "Points",
  scope: "Scope",
  partner: "Partner",
  auditor: "Auditor",
  evidence: "Evidence link or note",
  owner: "Owner",
  note: "Auditor’s note",
  mandatory: "Mandatory",
  ofMany: (some: number, all: number) => `${some} of ${all}`,
} as const;
