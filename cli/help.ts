/** What `help` says of the command line and of each command, with an example. */

import type { ItemId } from "../core/checklist/domain.ts";
import type { Checklist, Item } from "../core/checklist/types.ts";
import { PROGRAM } from "./words.ts";
import { migrateHelp } from "./words-migrate.ts";

/** What examples name: an item that can be an action item, and a service where there are any. */
interface Example {
  readonly item: Pick<Item, "id" | "section">;
  readonly service: string | null;
  /** The first two items. */
  readonly first: readonly string[];
}

/** The shortest name is the easiest to type. */
export function exampleOf({ items, services }: Checklist): Example {
  const depth = (id: ItemId) => id.split(".").length;
  const [item = { id: "" as ItemId, section: "" as Item["section"] }] = items
    .filter(({ mandatory }) => mandatory)
    .sort((a, b) => depth(b.id) - depth(a.id));
  const [service = null] = (services?.list ?? [])
    .map(({ name }) => name)
    .sort((a, b) => a.length - b.length);
  return { item, service, first: items.slice(0, 2).map(({ id }) => id) };
}

export const HELP = {
  overview: ({ title, version }: Checklist) => `Usage: ${PROGRAM} COMMAND …

The ${title} v${version} as a workbook that scores itself.

Commands
  new       make a workbook
  fill      write a list of answers into a workbook
  set       write single inputs: partner, dates, closures, services
  import    bring in lists of answers, evidence and more, or another workbook
  export    write out what was entered as CSV, JSON or plain lists
  print     a page to read and print: every item and what was said of it
  score     the three scores of one or many workbooks
  check     what is wrong in a workbook, and what changed since it was handed over
  diff      what differs between two workbooks, or since the hand-over
  merge     bring several people's copies of one workbook together
  migrate   move the answers to another version of the checklist
  catalog   every item of the checklist
  checklist another version of the checklist, or your own, as a file
  demo      make a half-filled workbook and score it

Steps of an audit
  submit    hand a self-assessment over, and make the draft of its mail
  seal      seal a workbook whose phase was moved by hand
  share     make the copy for the auditor
  phase     move to another phase
  summary   the audit summary as a page and a workbook
  plan      the message about mandatory items that cannot be closed in time
  report    the final report as a page and a workbook
  renew     make the workbook of the next audit
  calendar  the deadlines as a calendar file

${PROGRAM} help COMMAND says more, with an example; ${PROGRAM} --version names the version.
Every command that writes takes --dry-run: it says what would change, with old and new value, and writes nothing;
and --backup: what it replaces is kept beside it, as “kestrel (backup 1).xlsx”.
A workbook with macros stays .xlsm. A digitally signed one is changed only with --force, which ends its signature.
Exit codes: 0 done; 1 a fault, a file that could not be read, or refused work; 2 wrong usage.
`,
  new: `Usage: ${PROGRAM} new [FILE.xlsx] [--partner NAME] [--reseller yes|no] [--renewal] [--checklist FILE.json]
       [--force] [--dry-run]

Makes a workbook, MSP checklist.xlsx unless you name one. Will not overwrite a file without --force. With --checklist
it is one of the checklist in that file (see ${PROGRAM} help checklist), and carries it along.

Example
  ${PROGRAM} new kestrel.xlsx --partner "Kestrel Cloud Ltd" --reseller no
`,
  fill: ({
    first,
  }: Example) => `Usage: ${PROGRAM} fill FILE --as self|auditor --answers ANSWERS.csv [-o OUT] [--force] [--dry-run]

Writes answers into Partner Self-Assessment or Auditor Validation. ANSWERS.csv has the columns id,answer;
an answer is Met, Not met, or empty to clear. Columns that are not read are named. One bad line, and nothing is
written, nor over a cell that holds what is no answer. Without -o FILE is replaced. --force replaces another file, and
writes over such cells.

answers.csv
  id,answer
  ${first[0]},Met
  ${first[1]},Not met

Example
  ${PROGRAM} fill kestrel.xlsx --as self --answers answers.csv
`,
  import: ({
    first,
  }: Example) => `Usage: ${PROGRAM} import FILE SOURCE… [--overwrite | --keep] [--skip-unknown] [--clear]
         [--as self|auditor] [--from ID] [--means WORD=ANSWER,…] [--json] [-o OUT] [--force] [--dry-run]

Brings in answers, evidence, owners, notes, closures, plans, services, prerequisites and dates from any of: CSV, a sheet
of an .xlsx file, JSON that export wrote, another workbook of the checklist. Columns are known by their names as on the
sheets, in any order; ids that a spreadsheet program made dates of are recognised, and told.

All or nothing. What stands here otherwise is a conflict, and nothing is written until --overwrite takes the new or
--keep keeps the old. Lines that are not understood are named; --skip-unknown leaves them out, and --means done=Met says
what a word means. A blank keeps what is here unless --clear. A column called answer holds the partner's before the
audit and then the auditor's, unless --as says whose. A single column without ids goes by the order of the items, from
the first or from --from. Without -o FILE is replaced. --json gives the plan, entry by entry, also where it is refused.

answers.csv
  Id,Partner Self-Assessment,Evidence,Owner
  ${first[0]},Met,https://example.com/plan,T. Weiss
  ${first[1]},Not met,,

Examples
  ${PROGRAM} import kestrel.xlsx answers.csv --dry-run
  ${PROGRAM} import kestrel.xlsx "security team.xlsx" operations.xlsx --keep
`,
  export: `Usage: ${PROGRAM} export FILE --csv|--json|--xlsx [-o OUT] [--force] [--dry-run]

Writes out what was entered. --csv is one file of all items, with scope and action items beside the entries; --xlsx and
--json hold everything: profile, people, services, prerequisites and dates as well. import reads each of them back, and
changes nothing by it. Without -o, or with -o -, CSV and JSON go to standard output. In CSV a text that a spreadsheet
would run as a formula stands behind an apostrophe. JSON has inputs under the names that set takes. FILE may be a mail.

Example
  ${PROGRAM} export kestrel.xlsx --csv -o items.csv
`,
  set: (
    { item, service }: Example,
    inputs: string,
  ) => `Usage: ${PROGRAM} set FILE NAME=VALUE… [-o OUT] [--force] [--reason TEXT] [--dry-run]

Writes inputs by their defined name, and says what stood there; an empty value clears. For a column of the
Checklist, name the item: Closed_On[${item.id}]=2026-03-16. For a list, name the place, or give all dates: Holidays=2026-12-25,2026-12-26.
Dates are read as 2026-03-16, 16 Mar 2026, March 16, 2026, 16.03.2026 or 03/16/2026; 3/4/2026 could be two, and is none.
Phase=… moves the phase as the command phase does; going back, or past a phase, needs a --reason. Without -o FILE is replaced;
another file is only with --force.

Names
${inputs}

Example
  ${PROGRAM} set kestrel.xlsx Audit_On=2026-03-09 "Owner[${item.id}]=T. Weiss"${service === null ? "" : ` "Service_Compliant[${service}]=Yes"`}
`,
  score: `Usage: ${PROGRAM} score FILE… [--json | --csv]

The self, preliminary and final score, computed from the answers and checked against the workbook's own
formulas; of one file also what is not met, what is open and due, and what comes next. Several files give a table,
with --csv one for a spreadsheet, with --json one object a line; a bad file has its error there. A score with errors
cannot be trusted: each such file is named, and the exit code is 1.

FILE is a workbook, a mail with one attached as it came (.eml), a folder of them, or a pattern such as inbox/*.xlsx.

Example
  ${PROGRAM} score kestrel.xlsx
  ${PROGRAM} score inbox --csv > scores.csv
`,
  check: `Usage: ${PROGRAM} check FILE… [--json] [--strict]
       ${PROGRAM} check FILE --repair [-o OUT.xlsx] [--dry-run] [--cells] [--json] [--backup] [--force]

Lists what is wrong in a workbook, where, and what to do. Errors mean that the score cannot be trusted.
Of a workbook that was handed over it says whether the partner's entries are unchanged, or each that is not
with its old and new value; of one that was not, under “Before the hand-over”, what submit would list, which makes no
exit code. With --strict the exit code is 1 as well where anything changed since. Several files stand under their
names, with --json one object a line. FILE may be what score takes.

With --repair it mends one workbook and lists what it did, a line a kind, with --cells cell by cell: formulas, points,
hidden keys, names of cells, lists to choose from and protection go back to what a new workbook has; a sheet that is
gone, or whose rows are, is made anew with every entry that was read, and with what was sealed where cells are gone. The
damaged sheet stays behind the others with whatever you added to it. No entry is changed but for its spelling (“met ”);
other words (“Yes”) are offered, and what nobody can know is left and told. Where an entry would be lost, nothing is
written.

Example
  ${PROGRAM} check kestrel.xlsx
  ${PROGRAM} check kestrel.xlsx --repair --dry-run
`,
  diff: `Usage: ${PROGRAM} diff FILE OTHER [--json | --html]
       ${PROGRAM} diff FILE --sealed [--json | --html]

Lists every field that differs, with its value in FILE and in OTHER, and whose it is, in the order of the checklist;
with --sealed, what differs from the entries that were sealed at the hand-over and after it. Fields are found by item
and name, so titles of sheets, order of rows and format do not matter. --html prints a page to keep or send. What a
program reads goes by the names of \`set\`; null stands for a cell that is not there. FILE may also be a mail (.eml).

Example
  ${PROGRAM} diff kestrel.xlsx "kestrel from Anna.xlsx"
`,
  merge: `Usage: ${PROGRAM} merge BASE MINE THEIRS… -o OUT [--take mine|theirs] [--answers FILE] [--force] [--dry-run]
       ${PROGRAM} merge --no-base MINE THEIRS… -o OUT …
       ${PROGRAM} merge BASE MINE THEIRS… --list CHOICES.csv

Brings copies together, a field at a time, found by item and name: what was changed since BASE in one copy is taken
into MINE, and OUT is MINE with that; it may be MINE itself. Whatever else stands in MINE stays. Where copies differ, a
person chooses: until then they are listed, and nothing is written. --take chooses the same in all, --list writes a
list with a column “take” to fill with mine, theirs, both or a file's name, and --answers reads it, or JSON such as
{"Partner_Name": "mine"}.

Without a base the entries that all copies hold as sealed serve; for what was never sealed a blank never clears, and
two values are asked about. The phase goes by its history. What a copy changed in a phase that had closed it is asked
about. Of an auditor's copy (share) only the auditor's fields, dates and the phase are taken. THEIRS may be mails.

Examples
  ${PROGRAM} merge kestrel.xlsx kestrel-mine.xlsx kestrel-anna.xlsx kestrel-lee.xlsx -o kestrel.xlsx --force
  ${PROGRAM} merge --no-base kestrel.xlsx "kestrel from the auditor.xlsx" -o kestrel.xlsx
`,
  catalog: `Usage: ${PROGRAM} catalog [--json] [--checklist FILE.json]

Every item with its points; with --json the whole checklist: what is asked and the evidence to show, groups,
services, deadlines, prerequisites, process, definitions, our readings, references and changes. In these texts
a line that begins with "- " is a part of a list; sourceLine is explained in docs/source.md.

Example
  ${PROGRAM} catalog --json > checklist.json
`,
  seal: `Usage: ${PROGRAM} seal FILE [--force] [--dry-run]

Seals the partner's entries as they are, where the phase was moved by hand in a spreadsheet and nothing was sealed:
from then on each later change is shown. submit and phase seal by themselves. FILE is replaced.

Example
  ${PROGRAM} seal kestrel.xlsx
`,
  share: `Usage: ${PROGRAM} share FILE --for auditor [-o OUT] [--force] [--dry-run]

Makes the copy that goes to the auditor after the hand-over: without owners, and with the seal. “FILE for the
auditor.xlsx” unless you name another. When it comes back, merge takes the auditor's fields, dates and the phase from
it, and nothing else. FILE stays as it is.

Example
  ${PROGRAM} share kestrel.xlsx --for auditor
`,
  phase: (
    { maker }: Checklist,
    { item }: Example,
  ) => `Usage: ${PROGRAM} phase FILE PHASE [--reason TEXT] [--force] [--dry-run]

Moves a workbook to Self-assessment, Submitted, Audit, Action items or Closed, and records when, from where
and why. Going back needs a reason, and so does passing over a phase. Leaving the self-assessment seals the partner's entries, and names what
submit would refuse for. FILE is replaced.

Examples
  ${PROGRAM} phase kestrel.xlsx Audit
  ${PROGRAM} phase kestrel.xlsx Self-assessment --reason "${maker} asks for more evidence in section ${item.section}"
`,
  submit: `Usage: ${PROGRAM} submit FILE [--yes] [--force] [--dry-run]

Hands a self-assessment over. Lists what is missing, each with its cell; only a missing partner name, a workbook
without any answer or one that cannot be trusted stands in the way. Asks on a terminal, unless you say --yes; where
nobody can be asked, it hands nothing over without --yes. Then it seals the entries, moves FILE to Submitted, and
writes the draft of the mail with the workbook attached beside it, as an .eml file for your mail program. Nothing is
sent. Once handed over, it makes the draft again.

Example
  ${PROGRAM} submit kestrel.xlsx
`,
  print: `Usage: ${PROGRAM} print FILE [-o OUT.html] [--force] [--dry-run]

Writes a page to read and print on A4 or Letter: scores, every item with what is asked, what to show, the partner's
answer, evidence and owner; from the audit on also the auditor's answer and note, action items and dates; lines to
sign on. “FILE.html” unless you name another, which is replaced only with --force. FILE stays as it is.

Example
  ${PROGRAM} print kestrel.xlsx
`,
  summary: `Usage: ${PROGRAM} summary FILE [-o OUT] [--draft] [--force] [--dry-run]

Writes the audit summary as a page to read and print, and as a workbook: “FILE audit summary.html” and .xlsx,
or OUT.html and OUT.xlsx. An earlier summary named after FILE is replaced, OUT only with --force. The preliminary
score is kept in FILE with its day; it can be told anew as long as the phase is Audit. --draft also writes the draft
of a mail that carries both, as an .eml file. Nothing is sent.

Example
  ${PROGRAM} summary kestrel.xlsx
`,
  report: `Usage: ${PROGRAM} report FILE [-o OUT] [--draft] [--force] [--dry-run]

Writes the final report as a page to read and print, and as a workbook: “FILE final report.html” and .xlsx, or
OUT.html and OUT.xlsx. An earlier report named after FILE is replaced, OUT only with --force. FILE stays as it is.
--draft also writes the draft of a mail that carries both, as an .eml file. Nothing is sent.

Example
  ${PROGRAM} report kestrel.xlsx
`,
  migrate: migrateHelp,
  renew: `Usage: ${PROGRAM} renew FILE [--to VERSION|FILE.json|WORKBOOK] [-o OUT] [--force] [--dry-run]

Makes the workbook of the next audit, named after FILE and the year. Profile, evidence and owners are carried,
answers begin anew; what the auditor found not met becomes a previous action item. Says whether the next audit
is a renewal or a full one. Will not overwrite a file without --force. FILE stays as it is. With --to the next
audit is against another version, which decides what a renewal looks at; evidence and owners move as in
${PROGRAM} help migrate.

Example
  ${PROGRAM} renew kestrel.xlsx -o "kestrel 2027.xlsx"
`,
  calendar: `Usage: ${PROGRAM} calendar FILE [-o OUT] [--force] [--dry-run]

Writes every deadline that has a date as an .ics file for any calendar, named after FILE unless you name one,
which is replaced only with --force.

Example
  ${PROGRAM} calendar kestrel.xlsx
`,
  plan: ({
    manager,
  }: Checklist) => `Usage: ${PROGRAM} plan FILE [--draft | -o OUT] [--force] [--dry-run]

Prints the message to the ${manager} about mandatory action items that are still open: how and when
each will be closed. --draft writes it as the draft of a mail too, “FILE action plan.eml” or OUT.eml. Nothing is sent.

Example
  ${PROGRAM} plan kestrel.xlsx
`,
  demo: `Usage: ${PROGRAM} demo [FILE.xlsx] [--force] [--dry-run]

Makes the workbook of an imaginary partner half-way through its self-assessment, and scores it.
Will not overwrite another file without --force.

Example
  ${PROGRAM} demo
`,
} as const;
