/** Messages and table heads of the command line. */

import type { Checklist } from "../core/checklist/types.ts";
import type { Remedies } from "../core/report/refusal.ts";
import { OTHER_PROGRAM } from "../core/words/refusals.ts";
import { DAYS, PREREQUISITES, SHEETS } from "../core/words/sheets.ts";
import { type Place, placeText } from "../core/workbook/issues.ts";

export const PROGRAM = "msp-checklist";

export const CLI_TEXT = {
  unknownCommand: (name: string, meant: string | null) =>
    `There is no command ${name}.${meant === null ? "" : ` Did you mean ${meant}?`} \`${PROGRAM} help\` lists them.`,
  version: (program: string, checklist: string, format: number) =>
    `${PROGRAM} ${program}, checklist ${checklist}, format ${format}`,
  usage: (problem: string, command: string) =>
    `${problem}\n\`${PROGRAM} help ${command}\` says how it is used.`,
  needsFile: "Name a workbook, such as kestrel.xlsx.",
  oneFile: "Name one workbook.",
  needsAnswers: "Name the list of answers: --answers ANSWERS.csv.",
  needsColumn: "Say whose answers they are: --as self or --as auditor.",
  needsAssignments: "Say what to set, such as Partner_Name=Kestrel.",
  notAssignment: (text: string) => `“${text}” is not of the form NAME=VALUE.`,
  reseller: "--reseller takes yes or no.",
  notXlsxName: (file: string) => `${file}: the name of a workbook ends in .xlsx.`,
  notXlsmName: (file: string) =>
    `${file}: the workbook holds macros, so its name ends in .xlsm. Excel would not open it under another.`,
  signed: (file: string) =>
    `${file} is digitally signed, and no signature survives a change. Nothing was written. Ask who signed it, then write to another file, or add --force.`,
  signedCopy: (file: string) => `Warning: the digital signature in ${file} is no longer valid.`,
  openElsewhere: (file: string, by: string | null) =>
    `Warning: ${file} seems to be open${by === null ? "" : ` at ${by}`}. What is saved there later undoes this. Close it there first, or open it anew.`,
  isOpen: (file: string, by: string | null) =>
    `${file} is open${by === null ? "" : ` at ${by}`}: what was typed since it was last saved is not told here.`,
  isLock: (file: string, workbook: string, by: string | null) =>
    `${file} is no workbook. It says that ${workbook} is open${by === null ? "" : ` at ${by}`}. Name the workbook itself.`,
  isMail: (file: string) =>
    `${file} is a mail. \`${PROGRAM} score\` and \`${PROGRAM} check\` read the workbook in it; to do more, save the attachment first.`,
  mailBroken: (file: string) => `${file} is no mail that can be read. Save it anew as .eml.`,
  mailWithout: (file: string) =>
    `${file}: no workbook is attached to this mail. Name the mail that has it.`,
  mailSeveral: (file: string, names: readonly string[]) =>
    `${file}: ${names.length} checklists are attached (${names.join(", ")}). Save the one that counts, and name that.`,
  mailAttachment: (file: string, name: string, sentence: string) =>
    `${file}, attached ${name}: ${sentence}`,
  dryRun: "Dry run: nothing is written. Without --dry-run this would be said and done:",
  noAnswer: (place: string, found: string) =>
    `${place} holds “${found}”, which is no answer and would be lost.`,
  andMore: (count: number) => `and ${count} more.`,
  noAnswers: (count: number) =>
    `Nothing was written: ${count === 1 ? "one cell holds" : `${count} cells hold`} what is no answer; a column may have been moved. Look at ${count === 1 ? "it" : "them"}, then clear ${count === 1 ? "it" : "them"}, or add --force to write over ${count === 1 ? "it" : "them"}.`,
  notRead: (file: string, columns: readonly string[]) =>
    `${file}: not read: ${columns.join(", ")}. \`${PROGRAM} fill\` takes ids and answers; \`${PROGRAM} set\` takes the rest.`,
  exists: (file: string) =>
    `${file} exists already. Choose another name, or add --force to replace it.`,
  missing: (file: string) =>
    /[*?]/.test(file)
      ? `${file}: no file fits this. Check the folder and the pattern.`
      : `${file}: there is no such file. Check the name and the folder.`,
  isFolder: (file: string) => `${file} is a folder. Name the workbook in it.`,
  noAccess: (file: string) =>
    `${file} cannot be read: permission denied. Ask for access, or copy it to a folder of yours.`,
  unreadable: (file: string, why: string) =>
    `${file} cannot be read (${why}). Try again, or copy it to another disk.`,
  noWrite: (file: string) =>
    `${file} cannot be written: permission denied or a read-only folder. Choose a folder where you may write.`,
  noFolder: (file: string) =>
    `${file} cannot be written: its folder does not exist. Make the folder first.`,
  diskFull: (file: string) =>
    `${file} cannot be written: the disk is full. Nothing was changed; make room and try again.`,
  unwritable: (file: string, why: string) =>
    `${file} cannot be written (${why}). Nothing was changed.`,
  changedMeanwhile: (file: string) =>
    `${file} was changed by another program while this command ran. Nothing was written; run it again.`,
  tooLarge: (file: string, megabytes: number) =>
    `${file} has ${megabytes} MB; a checklist has far less. Remove pictures or other sheets, and try again.`,
  endless: (file: string, most: number) =>
    `${file} gives more than ${most} MB; a checklist has far less. Name the workbook itself.`,
  noOutput: (why: string) =>
    `The output cannot be written${why === "" ? "" : ` (${why})`}. Make room, or send it elsewhere, and try again.`,
  inFile: (file: string, sentence: string) => `${file}: ${sentence}`,
  noWorkbook: (file: string, sentence: string) =>
    /\.msg$/i.test(file)
      ? `${file} is a message of Outlook. Save the workbook that is attached to it, or the message as .eml.`
      : /\.csv$/i.test(file)
        ? `${file}: ${sentence} Answers in a CSV file go in with \`${PROGRAM} fill\`.`
        : `${file}: ${sentence}`,
  csvColumns: (file: string, column: string) =>
    `${file}: the first line must be id,answer. “${column}” stands for answer as well.`,
  csvFields: (place: string, found: number, expected: number) =>
    `${place}: ${found === 1 ? "one field" : `${found} fields`} where the first line has ${expected}. Put texts with a delimiter in quotation marks; leave the answer empty to clear it.`,
  csvBroken: (file: string, line: number) =>
    `${file}, line ${line}: the quotation marks do not match. Mend the line and try again.`,
  csvLine: (file: string, line: number) => `${file}, line ${line}`,
  csvEmpty: (file: string) =>
    `${file} holds no answers. Write a line for each item under id,answer.`,
  nothingWritten: (count: number) =>
    `Nothing was written: ${count === 1 ? "one line is" : `${count} lines are`} wrong.`,
  kept: (file: string, backup: string) => `${file} as it was is kept as ${backup}.`,
  written: (file: string, what: string) => `${file}: ${what}.`,
  answersWritten: (
    count: number,
    now: Readonly<Record<"fresh" | "changed" | "cleared" | "same", number>>,
  ) => {
    const parts = [
      [now.fresh, "new"],
      [now.changed, "changed"],
      [now.cleared, "cleared"],
      [now.same, "as before"],
    ] as const;
    const told = parts.filter(([many]) => many > 0).map(([many, word]) => `${many} ${word}`);
    const all = count === 1 ? "1 answer written" : `${count} answers written`;
    return now.fresh === count ? all : `${all}: ${told.join(", ")}`;
  },
  inputsWritten: (count: number) => (count === 1 ? "1 input written" : `${count} inputs written`),
  tidied: (count: number) => `${count === 1 ? "one cell" : `${count} cells`} put into exact words`,
  closedColumn: (label: string, phase: string) =>
    `Warning: “${label}” is closed in the phase ${phase}. Written all the same.`,
  made: (file: string) => `${file} made. Next: open it, and fill the yellow cells.`,
  sameMade: (file: string) => `${file} is there already, the same to the byte.`,
  demoMade: (file: string) =>
    `The workbook is ${file}. Open it in a spreadsheet program, answer an item, and see the totals move.`,
  progress: (done: number, all: number) => `Scoring ${done} of ${all}`,
  broken:
    "Something went wrong inside the program. Nothing was written. Report it with the command you ran.",
  severity: { error: "Error", warning: "Warning" },
  clean: (file: string) => `${file}: nothing is wrong.`,
  cleanHere: "Nothing is wrong.",
} as const;

/** Options that do not fit. */
export const OPTION_TEXT = {
  unknown: (option: string, meant: string | null) =>
    `There is no option ${option} here.${meant === null ? "" : ` Did you mean ${meant}?`}`,
  needsValue: (option: string) => `${option} needs a value behind it.`,
  takesNone: (option: string) => `${option} takes no value.`,
} as const;

/** Entries beside what they replace. */
export const CHANGE_TEXT = {
  /** `after` is null where nothing changes. */
  line: (label: string, place: string, before: string, after: string | null) =>
    after === null
      ? `  ${label} (${place}): ${worded(before)} already`
      : `  ${label} (${place}): ${worded(before)} becomes ${worded(after)}`,
  more: (count: number) => `  and ${count} more; --dry-run shows all.`,
} as const;

const worded = (text: string): string => (text === "" ? "blank" : `“${text}”`);

/** What to do where a workbook cannot be used. */
export const CLI_REMEDIES: Remedies = {
  noChecklist: "`msp-checklist new` makes one.",
  namesLost: `Its entries are there: \`${PROGRAM} check FILE --repair\` looks for their names by what stands on the sheets, and --dry-run says first what it finds.`,
  newerFormat: "Install the newest version, then try again.",
  checklistUnknown: OTHER_PROGRAM,
  checklistUnread: `Go on in a copy from before, such as the mailed one. Without one: \`${PROGRAM} new --checklist FILE.json\` makes a workbook anew from the checklist's file.`,
};

/** A file's name as a shell takes it. */
export const quoted = (file: string): string => {
  if (/^[\w./~-]+$/.test(file)) return file;
  return /["$`\\!]/.test(file) ? `'${file.replace(/'/g, "'\\''")}'` : `"${file}"`;
};
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

export const isYes = (answer: string): boolean => /^\s*y(?:es)?\s*$/i.test(answer);

/** Why nothing can be recorded, and what to do. */
const NO_ROOM = `The hidden sheet ${SHEETS.data}, or a name that leads to it, is missing. Go on in a copy that has it, or make a new workbook and fill it with your answers.`;

/** Moves of the phase. */
export const STEP_SAID = {
  needsPhase: (names: readonly string[]) => `Name the phase: ${names.join(", ")}.`,
  notAPhase: (typed: string, names: readonly string[]) =>
    `${typed === "" ? "Phase cannot be blank" : `“${typed}” is no phase`}. Write one of ${names.join(", ")}.`,
  onePhase: "Set Phase once.",
  withReason: (refusal: string) => `${refusal} Add --reason TEXT.`,
  already: (file: string, phase: string) =>
    `${file}: the phase is ${phase} already. Nothing was written.`,
  phaseIs: (phase: string, seal: string) =>
    seal === ""
      ? `the phase is now ${phase}`
      : `the phase is now ${phase}, and the partner's entries are sealed (${seal})`,
  thenSubmit: (file: string) => `\`${PROGRAM} submit ${quoted(file)}\` makes the mail.`,
  leftUndone: "The phase was moved. Before it, this was left undone:",
  reportEarly: "The report is made. Look at this before you send it:",
  passedOver: "The phase was moved all the same, though this blocks a hand-over:",
  noMail: (file: string) =>
    `\`${PROGRAM} submit\` makes no mail so. To hand over, go back to Self-assessment with a reason, settle this, and run \`${PROGRAM} submit ${quoted(file)}\`.`,
  notKept: (file: string, seal: boolean, reason: boolean) =>
    `${file}: ${[seal ? "the seal" : "", reason ? "the reason" : "", seal || reason ? "" : "the move"].filter((part) => part !== "").join(" and ")} could not be recorded. ${NO_ROOM}`,
  tidied: (file: string, count: number) => `${file}: ${CLI_TEXT.tidied(count)}.`,
} as const;

/** What to do next, as the last line of a command. */
export const NEXT_TEXT = {
  answer: (file: string, open: number) =>
    `Next: ${open === 1 ? "one item is" : `${open} items are`} not answered. Open ${file}, or \`${PROGRAM} fill ${quoted(file)} --as self --answers ANSWERS.csv\`.`,
  submit: (file: string) =>
    `Next: \`${PROGRAM} submit ${quoted(file)}\` lists what is open, and hands over when you say yes.`,
  send: (file: string) =>
    `Next: send the draft that \`${PROGRAM} submit ${quoted(file)}\` makes. When the audit begins: \`${PROGRAM} phase ${quoted(file)} audit\`.`,
  validate: (file: string, open: number) =>
    `Next: ${open === 1 ? "one item is" : `${open} items are`} not validated. Open ${file}, or \`${PROGRAM} fill ${quoted(file)} --as auditor --answers ANSWERS.csv\`.`,
  summary: (file: string) =>
    `Next: \`${PROGRAM} summary ${quoted(file)}\` writes the audit summary.`,
  actionItems: (file: string) =>
    `Next: send the summary, then \`${PROGRAM} phase ${quoted(file)} action items\`.`,
  received: (file: string, days: number) =>
    `Next: when the partner has the summary, \`${PROGRAM} set ${quoted(file)} Summary_Received_On=DATE\`. The ${days} business days count from then.`,
  close: (file: string, item: string, due: string | null) =>
    `Next: close the action items${due === null ? "" : `, by ${due}`}: \`${PROGRAM} set ${quoted(file)} "Closed_On[${item}]=DATE"\`. What takes longer goes into \`${PROGRAM} plan ${quoted(file)}\`.`,
  report: (file: string) =>
    `Next: \`${PROGRAM} report ${quoted(file)}\` writes the final report; then \`${PROGRAM} phase ${quoted(file)} closed\`.`,
  carried: (file: string) =>
    `Next: read ${file} through with whoever answers it; evidence and owners are last time's.`,
  renew: (file: string) =>
    `Next: \`${PROGRAM} renew ${quoted(file)}\` makes the workbook of the next audit.`,
} as const;

/** The seal, as `check` tells it. */
export const SEAL_SAID = {
  none: `Seal: none. The workbook was not handed over by a command, so later changes cannot be seen. \`${PROGRAM} seal\` seals it as it is.`,
  now: (file: string, seal: string) =>
    `${file}: sealed as it is (${seal}). Later changes are shown.`,
  already: (file: string, seal: string) =>
    `${file}: sealed already (${seal}). Nothing was written.`,
  damaged:
    "Seal: the record of the hand-over was altered, so it proves nothing. Compare with the workbook that was mailed.",
  unchanged: (seal: string, at: string) => `Seal ${seal}: unchanged since handed over on ${at}.`,
  changed: (seal: string, at: string, count: number) =>
    `Seal ${seal}: ${count === 1 ? "1 entry" : `${count} entries`} changed since handed over on ${at}.`,
  change: (key: string, before: string, after: string) =>
    `  ${key}: ${before === "" ? "blank" : `“${before}”`} became ${after === "" ? "blank" : `“${after}”`}`,
} as const;

export const SUBMIT_TEXT = {
  groups: { blocks: "Blocks the hand-over", missing: "Still open", advice: "Advice" },
  finding: (place: Place | null, message: string) =>
    `  ${place === null ? "" : `${placeText(place)}: `}${message}`,
  blocked: (file: string) =>
    `${file}: not handed over. Settle what blocks it, then try again. Nothing was written.`,
  ask: "Hand over? y/N ",
  askAllTheSame: "Hand over all the same? y/N ",
  notHandedOver: "Not handed over. Nothing was written.",
  nobodyToAsk: (file: string) =>
    `${file}: not handed over, since nobody can be asked here. Read the list above, then run it on a terminal, or add --yes. Nothing was written.`,
  open: "Before the hand-over",
  foreignDraft: (draft: string) =>
    `${draft} exists already and is no draft of this program. Move it away or rename it, then try again. Nothing was written.`,
  tooLarge: (file: string, bytes: number, most: number) =>
    `${file} has ${megabytes(bytes)} MB, and mails carry ${megabytes(most)} MB at most. Remove pictures or other sheets from it, then try again. Nothing was written.`,
  done: (file: string, seal: string | null) =>
    seal === null
      ? `${file}: handed over. The phase is now Submitted. The seal could not be recorded. ${NO_ROOM}`
      : `${file}: handed over and sealed (${seal}). The phase is now Submitted.`,
  again: (file: string, at: string | null) =>
    at === null
      ? `${file}: handed over already. Only the draft was made again.`
      : `${file}: handed over on ${at} already, and unchanged since. Only the draft was made again.`,
  draft: (draft: string) =>
    `${draft}: the draft of the mail, with the workbook attached. Nothing was sent.`,
  next: (file: string, draft: string) =>
    `Next: open ${draft} in your mail program, read it and send it. Then tick “${PREREQUISITES.sent}”: ${PROGRAM} set ${quoted(file)} Prerequisite_Sent=Yes`,
} as const;

export const PAPER_SAID = {
  summaryName: "audit summary",
  finalName: "final report",
  planName: "action plan",
  written: (files: readonly string[]) =>
    `Written: ${files.slice(0, -1).join(", ")}${files.length > 1 ? " and " : ""}${files[files.length - 1]}.`,
  noRoom: (file: string) =>
    `${file}: the score could not be recorded in the workbook, only in the summary. ${NO_ROOM}`,
  recorded: (file: string, total: number, before: number | null) =>
    `${file}: the preliminary score of ${total} is kept in it${before === null || before === total ? "" : `, in place of ${before}`}.`,
  kept: (file: string, total: number, on: string) =>
    `${file}: the score of ${total} told on ${on} stays on record, since the audit is over.`,
  isItself: (file: string) =>
    `${file} is the workbook itself, and would be lost. Name another file with -o.`,
  notHtmlName: (file: string) =>
    `${file}: a page to print ends in .html. Give it such a name with -o.`,
  isChecklist: (file: string) =>
    `${file} holds a checklist, which would be lost. Name another file with -o.`,
  renewed: (file: string) => `${file} made.`,
  noDates: (file: string) =>
    `${file}: no deadline has a date yet. Fill “${DAYS.submitted}”, “${DAYS.audit}” or the days after them first.`,
  calendar: (file: string, count: number) =>
    `${file}: ${count === 1 ? "1 date" : `${count} dates`} written. Open it with your calendar.`,
  noPlanNeeded: (file: string) =>
    `${file}: no mandatory action item is open, so no message is needed.`,
  subject: (subject: string) => `Subject: ${subject}`,
  planGoesTo: ({ manager, maker }: Checklist) =>
    `It goes to the ${manager}; your contact at ${maker} knows the address. Nothing was sent.`,
  untrusted: "Because of these errors the result cannot be trusted. Mend them, then run it again.",
} as const;

export const SCORE_TEXT = {
  heads: ({ pass }: Checklist) => ["", "Total", `To ${pass}`, "At most", "Answered", "Verdict"],
  self: "Self",
  preliminary: "Preliminary",
  final: "Final",
  sectionHeads: ["Section", "Self", "Preliminary", "Final", "Most"],
  total: "Total",
  manyHeads: ["File", "Partner", "Phase", "Self", "Preliminary", "Final", "Verdict", "Issues"],
  unnamed: "Partner not named yet",
  answered: (answered: number, all: number) => `${answered} of ${all}`,
  issues: (errors: number, warnings: number) =>
    [
      errors === 0 ? "" : errors === 1 ? "1 error" : `${errors} errors`,
      warnings === 0 ? "" : warnings === 1 ? "1 warning" : `${warnings} warnings`,
    ]
      .filter((part) => part !== "")
      .join(", ") || "none",
  untrusted: (file: string, errors: number) =>
    `${file}: the score cannot be trusted, because of ${errors === 1 ? "1 error" : `${errors} errors`}. \`${PROGRAM} check ${quoted(file)}\` says what to do.`,
  oneForm: "Choose one of --json and --csv.",
  repeated: (partner: string, files: readonly string[], isSame: boolean) =>
    `${partner} is in ${files.length} files${isSame ? ", all of one hand-over" : ""}: ${files.slice(0, 10).join(", ")}${files.length > 10 ? ` and ${files.length - 10} more` : ""}.`,
  notMet: "Not met",
  costs: (points: number) => `costs ${points}`,
  actions: "Action items",
  brings: (points: number) => `brings ${points}`,
  due: (day: string) => `due ${day}`,
  unanswered: (side: "self" | "auditor", ids: readonly string[], rest: number) =>
    `${side === "self" ? "Not answered" : "Not validated"}: ${ids.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  engagement: { full: "Full audit", renewal: "Renewal" },
  scope: (audited: number, waived: number, carried: number) =>
    [
      `${audited} items audited`,
      waived > 0 ? `${waived} waived` : "",
      carried > 0 ? `${carried} carried` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  actionItems: (open: number, brings: number) =>
    `${open === 1 ? "1 action item" : `${open} action items`} open, ${brings} points to close`,
} as const;

/** The first line of `score --csv`. */
export const CSV_HEADS = {
  file: "File",
  partner: "Partner",
  checklist: "Checklist",
  phase: "Phase",
  engagement: "Audit",
  reseller: "Channel Reseller Program",
  audited: "Items audited",
  answered: "Answered",
  validated: "Validated",
  self: "Self",
  preliminary: "Preliminary",
  final: "Final",
  verdict: "Verdict",
  open: "Action items open",
  submittedOn: "Self-assessment sent",
  auditOn: "Audit on",
  actionItemsDueOn: "Action items due",
  finalReportOn: "Final report due",
  renewalOn: "Renewal due",
  seal: "Seal",
  sealState: "Since the hand-over",
  errors: "Errors",
  warnings: "Warnings",
  reason: "Could not be read",
} as const;

export const SERVE_TEXT = {
  help: `Serves the built page on this computer only.

  npm start -- [--port NUMBER] [--no-open]

  --port NUMBER   the port to begin with (4173); the next free one is taken
  --no-open       only print the address
`,
  ready: (address: string) => `The checklist is at ${address}\nPress Ctrl+C to stop.`,
  noWords: (word: string) => `“${word}” means nothing here.`,
  notBuilt: "The page has not been built. Run npm run build first.",
  badPort: (text: string) => `--port takes a number from 0 to 65535, not “${text}”.`,
  noPort: (first: number, last: number) =>
    `No port from ${first} to ${last} is free. Give another with --port.`,
  failed: (code: string) => `The page cannot be served (${code}). Give another port with --port.`,
} as const;
