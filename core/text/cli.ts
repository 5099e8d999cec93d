/** Help, messages and table heads of the command line. */

export const PROGRAM = "msp-checklist";

export const HELP = {
  overview: `Usage: ${PROGRAM} COMMAND …

The AWS MSP Partner Program Validation Checklist v3.1 as a workbook that scores itself.

Commands
  new      make a workbook
  fill     write a list of answers into a workbook
  set      write single inputs: partner, dates, closures, services
  score    the three scores of one or many workbooks
  check    what is wrong in a workbook, and where
  catalog  every item of the checklist
  demo     make a half-filled workbook and score it

${PROGRAM} help COMMAND says more, with an example.
Exit codes: 0 done; 1 a fault, a file that could not be read, or refused work; 2 wrong usage.
`,
  new: `Usage: ${PROGRAM} new [FILE.xlsx] [--partner NAME] [--reseller yes|no] [--renewal] [--force]

Makes a workbook, MSP checklist.xlsx unless you name one. Will not overwrite a file without --force.

Example
  ${PROGRAM} new kestrel.xlsx --partner "Kestrel Cloud Ltd" --reseller no
`,
  fill: `Usage: ${PROGRAM} fill FILE --as self|auditor --answers ANSWERS.csv [-o OUT]

Writes answers into Partner Self-Assessment or Auditor Validation. ANSWERS.csv has the columns id,answer;
an answer is Met, Not met, or empty to clear. One bad line, and nothing is written. Without -o FILE is replaced.

Example
  ${PROGRAM} fill kestrel.xlsx --as self --answers answers.csv
`,
  set: (inputs: string) => `Usage: ${PROGRAM} set FILE NAME=VALUE… [-o OUT]

Writes inputs by their defined name; an empty value clears. For a column of the Checklist, name the item:
Closed_On[8.1.9]=2026-03-16. For a list, name the place, or give all dates: Holidays=2026-12-25,2026-12-26.
Without -o FILE is replaced.

Names
${inputs}

Example
  ${PROGRAM} set kestrel.xlsx Audit_On=2026-03-09 "Owner[8.1.9]=T. Weiss" "Service_Compliant[AWS Lambda]=Yes"
`,
  score: `Usage: ${PROGRAM} score FILE… [--json]

The self, preliminary and final score, computed from the answers and checked against the workbook's own
formulas. Several files give a table, with --json one object a line; a bad file has its error on its line.

Example
  ${PROGRAM} score kestrel.xlsx
  ${PROGRAM} score inbox/*.xlsx --json
`,
  check: `Usage: ${PROGRAM} check FILE [--json]

Lists what is wrong in a workbook, where, and what to do. Errors mean that the score cannot be trusted.

Example
  ${PROGRAM} check kestrel.xlsx
`,
  catalog: `Usage: ${PROGRAM} catalog [--json]

Every item with its points; with --json also what is asked, the evidence to show, and the groups.

Example
  ${PROGRAM} catalog --json > checklist.json
`,
  demo: `Usage: ${PROGRAM} demo [FILE.xlsx]

Makes the workbook of an imaginary partner half-way through its self-assessment, and scores it.
An earlier demonstration of the same name is replaced.

Example
  ${PROGRAM} demo
`,
} as const;

export const CLI_TEXT = {
  unknownCommand: (name: string) => `There is no command ${name}. \`${PROGRAM} help\` lists them.`,
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
  exists: (file: string) =>
    `${file} exists already. Choose another name, or add --force to replace it.`,
  missing: (file: string) => `${file}: there is no such file. Check the name and the folder.`,
  isFolder: (file: string) => `${file} is a folder. Name the workbook in it.`,
  noAccess: (file: string) =>
    `${file} cannot be read: permission denied. Ask for access, or copy it to a folder of yours.`,
  unreadable: (file: string, why: string) =>
    `${file} cannot be read (${why}). Try again, or copy it to another disk.`,
  noWrite: (file: string) =>
    `${file} cannot be written: permission denied or a read-only folder. Name another place with -o.`,
  noFolder: (file: string) =>
    `${file} cannot be written: its folder does not exist. Make the folder first.`,
  diskFull: (file: string) =>
    `${file} cannot be written: the disk is full. Nothing was changed; make room and try again.`,
  unwritable: (file: string, why: string) =>
    `${file} cannot be written (${why}). Nothing was changed.`,
  tooLarge: (file: string, megabytes: number) =>
    `${file} has ${megabytes} MB; a checklist has far less. Remove pictures or other sheets, and try again.`,
  inFile: (file: string, sentence: string) => `${file}: ${sentence}`,
  noChecklist: "There is no checklist in this workbook. `msp-checklist new` makes one.",
  newerFormat:
    "The workbook was made by a newer version of this program. Install the newest version, then try again.",
  csvColumns: (file: string) => `${file}: the first line must be id,answer.`,
  csvBroken: (file: string, line: number) =>
    `${file}, line ${line}: the quotation marks do not match. Mend the line and try again.`,
  csvLine: (file: string, line: number) => `${file}, line ${line}`,
  csvEmpty: (file: string) =>
    `${file} holds no answers. Write a line for each item under id,answer.`,
  nothingWritten: (count: number) =>
    `Nothing was written: ${count === 1 ? "one line is" : `${count} lines are`} wrong.`,
  written: (file: string, what: string) => `${file}: ${what}.`,
  answersWritten: (count: number) =>
    count === 1 ? "1 answer written" : `${count} answers written`,
  inputsWritten: (count: number) => (count === 1 ? "1 input written" : `${count} inputs written`),
  tidied: (count: number) => `${count === 1 ? "one cell" : `${count} cells`} put into exact words`,
  closedColumn: (name: string, phase: string) =>
    `Warning: ${name} is closed in the phase ${phase}. Written all the same.`,
  made: (file: string) => `${file} made. Open it, and fill the yellow cells.`,
  demoMade: (file: string) =>
    `The workbook is ${file}. Open it in a spreadsheet program, answer an item, and see the totals move.`,
  progress: (done: number, all: number) => `Scoring ${done} of ${all}`,
  broken:
    "Something went wrong inside the program. Nothing was written. Report it with the command you ran.",
  severity: { error: "Error", warning: "Warning" },
  clean: (file: string) => `${file}: nothing is wrong.`,
} as const;

export const SCORE_TEXT = {
  heads: ["", "Total", "To 900", "At most", "Answered", "Verdict"],
  self: "Self",
  preliminary: "Preliminary",
  final: "Final",
  sectionHeads: ["Section", "Self", "Preliminary", "Final", "Most"],
  total: "Total",
  manyHeads: ["File", "Partner", "Phase", "Self", "Preliminary", "Final", "Verdict", "Issues"],
  unnamed: "Partner not named yet",
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
