/** The documents of an audit: summary, final report, next year's workbook, calendar and the message about plans. */

import { basename } from "node:path";
import type { Checklist, FullChecklist } from "../core/checklist/types.ts";
import { movedBlueprint } from "../core/migrate/draw.ts";
import { isSameVersion, moveEntries } from "../core/migrate/move.ts";
import { calendarDays } from "../core/papers/calendar.ts";
import { paperHtml } from "../core/papers/html.ts";
import { planLetter, unplannedNote } from "../core/papers/letters.ts";
import { paperMail } from "../core/papers/mails.ts";
import { paperBlueprint } from "../core/papers/sheet.ts";
import { auditSummary, finalRefusal, finalReport } from "../core/papers/summary.ts";
import type { Paper } from "../core/papers/types.ts";
import { dayOf, momentOf } from "../core/report/moment.ts";
import { recordSummary } from "../core/report/moves.ts";
import { renewal } from "../core/report/renewal.ts";
import { type Report, report } from "../core/report/report.ts";
import { blueprint } from "../core/workbook/draw/blueprint.ts";
import { draftMail } from "../outbox/eml.ts";
import { calendarFile } from "../outbox/ics.ts";
import { PAGE_TYPE, XLSX_TYPE } from "../outbox/media.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import {
  exists,
  isFolder,
  type NewFile,
  Refused,
  untilUnchanged,
  writeAtomically,
  writeTogether,
} from "./files.ts";
import { faults, spare, writeMade } from "./made.ts";
import { tellOfMove, versionAt } from "./migrate.ts";
import { nextStep } from "./next.ts";
import { tellOfStep } from "./set.ts";
import { say, tell } from "./speak.ts";
import { isOurDraft } from "./submit.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, oneFile, parse } from "./usage.ts";
import { CLI_TEXT, NEXT_TEXT, PAPER_SAID, STEP_SAID, SUBMIT_TEXT } from "./words.ts";
import {
  carryOut,
  holdsChecklist,
  itself,
  nameOf,
  openChecklist,
  openToChange,
  rehearsal,
  reread,
  warnBefore,
} from "./workbooks.ts";

const WITH_DRAFT = { ...OUTPUT, draft: { type: "boolean" } } as const;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const summary: Command = (args, user) => {
  const { values, positionals } = parse(args, WITH_DRAFT);
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  warnBefore(terminal, itself(file));
  return untilUnchanged(() => summarize(terminal, file, values));
};

function summarize(terminal: Terminal, file: string, values: Output): number {
  const opened = openToChange(terminal, file, itself(file, values.force));
  const { checklist } = opened.edition;
  const library = [opened.edition];
  const { change, tidied } = carryOut(file, opened, {
    kind: "step",
    take: (snapshot) => recordSummary(library, snapshot, momentOf(new Date())),
  });
  const records = change !== null;
  const now = reread(file, opened);
  const result = report(library, now.snapshot);
  const papers = paperFiles(
    terminal,
    file,
    values,
    PAPER_SAID.summaryName,
    auditSummary(checklist, result),
  );
  const workbook: NewFile = { file, bytes: now.workbook.bytes(), was: now.was };
  writeTogether(terminal, records ? [...papers, workbook] : papers);
  const isCurrent = records || result.phase === "audit";
  if (result.summary === null) tell(terminal, PAPER_SAID.noRoom(file));
  else if (isCurrent) {
    const before = report(library, opened.snapshot).summary?.total ?? null;
    tell(terminal, PAPER_SAID.recorded(file, result.preliminary.total, before));
  } else tell(terminal, PAPER_SAID.kept(file, result.summary.total, result.summary.on));
  if (tidied > 0) tell(terminal, STEP_SAID.tidied(file, tidied));
  tell(terminal, PAPER_SAID.written(papers.map((paper) => paper.file)));
  return ended(terminal, file, checklist, result);
}

export const finalPaper: Command = (args, user) => {
  const { values, positionals } = parse(args, WITH_DRAFT);
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const { checklist, result } = reportOf(terminal, file);
  const refusal = finalRefusal(result);
  if (refusal !== null) throw new Refused(CLI_TEXT.inFile(file, refusal));
  const papers = paperFiles(
    terminal,
    file,
    values,
    PAPER_SAID.finalName,
    finalReport(checklist, result),
  );
  writeTogether(terminal, papers);
  tell(terminal, PAPER_SAID.written(papers.map((paper) => paper.file)));
  tellOfStep(terminal, result, "report", dayOf(momentOf(new Date())));
  return ended(terminal, file, checklist, result);
};

export const renew: Command = (args, user) => {
  const { values, positionals } = parse(args, { to: { type: "string" }, ...OUTPUT });
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const { checklist, result } = reportOf(terminal, file);
  const { checklist: next, note } =
    values.to === undefined ? { checklist, note: null } : versionAt(terminal, values.to);
  const { inputs, notes } = renewal(checklist, result, next.renewal);
  const move = isSameVersion(checklist, next) ? null : moveEntries(checklist, inputs, next);
  const target = values.output ?? `${nextName(file, result)}.xlsx`;
  const plan = move ? movedBlueprint(move) : blueprint(checklist, inputs);
  writeMade(terminal, file, target, drawBlueprint(plan), values.force ?? false);
  if (note !== null) tell(terminal, note);
  tell(terminal, PAPER_SAID.renewed(target));
  for (const sentence of notes) tell(terminal, sentence);
  if (move) tellOfMove(terminal, move);
  tell(terminal, NEXT_TEXT.carried(target));
  return faults(terminal, result);
};

export const calendar: Command = (args, user) => {
  const { values, positionals } = parse(args, OUTPUT);
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const { checklist, result } = reportOf(terminal, file);
  const days = calendarDays(checklist, result);
  if (days.length === 0) throw new Refused(PAPER_SAID.noDates(file));
  const target = `${(values.output ?? nameOf(file)).replace(/\.ics$/i, "")}.ics`;
  spare(terminal, file, target);
  const was = spareNamed(terminal, target, values);
  writeAtomically(terminal, target, utf8(calendarFile(days, new Date())), was);
  tell(terminal, PAPER_SAID.calendar(target, days.length));
  return ended(terminal, file, checklist, result);
};

export const plan: Command = (args, user) => {
  const { values, positionals } = parse(args, WITH_DRAFT);
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const { checklist, result } = reportOf(terminal, file);
  const letter = planLetter(checklist, result);
  const note = unplannedNote(result);
  if (letter === null) {
    tell(terminal, note ?? PAPER_SAID.noPlanNeeded(file));
  } else {
    say(terminal, PAPER_SAID.subject(letter.subject));
    say(terminal, "");
    say(terminal, letter.text.trimEnd());
    if (values.draft || values.output !== undefined) {
      const named = values.output ?? `${nameOf(file)} ${PAPER_SAID.planName}`;
      const draft = `${named.replace(/\.eml$/i, "")}.eml`;
      const was = values.output === undefined ? undefined : spareNamed(terminal, draft, values);
      spareMail(terminal, draft);
      writeAtomically(terminal, draft, draftMail(letter), was);
      tell(terminal, PAPER_SAID.written([draft]));
    }
    tell(terminal, PAPER_SAID.planGoesTo(checklist));
    if (note !== null) tell(terminal, note);
  }
  return ended(terminal, file, checklist, result);
};

function reportOf(
  folder: Folder,
  file: string,
): {
  readonly checklist: FullChecklist;
  readonly result: Report;
} {
  const { snapshot, edition } = openChecklist(folder, file);
  return { checklist: edition.checklist, result: report([edition], snapshot) };
}

/** Where a document goes, without its ending. */
function outputBase(
  folder: Folder,
  file: string,
  output: string | undefined,
  what: string,
): string {
  if (output === undefined) return `${nameOf(file)} ${what}`;
  if (isFolder(folder, output)) throw new Refused(CLI_TEXT.isFolder(output));
  return output.replace(/\.(?:html?|xlsx)$/i, "");
}

interface Output {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly draft?: boolean | undefined;
}

/** A document as a page and as a workbook, and if wanted the draft of a mail with both; named after the file, both replace what an earlier run made. */
function paperFiles(
  folder: Folder,
  file: string,
  values: Output,
  what: string,
  paper: Paper,
): NewFile[] {
  const base = outputBase(folder, file, values.output, what);
  const [page, sheet] = [`${base}.html`, `${base}.xlsx`];
  const [pageWas, sheetWas] = [page, sheet].map((target) => {
    spare(folder, file, target);
    return spareNamed(folder, target, values);
  });
  if (exists(folder, sheet) && holdsChecklist(folder, sheet))
    throw new Refused(PAPER_SAID.isChecklist(sheet));
  const html = utf8(paperHtml(paper));
  const xlsx = drawBlueprint(paperBlueprint(paper));
  const papers: NewFile[] = [
    { file: page, bytes: html, was: pageWas },
    { file: sheet, bytes: xlsx, was: sheetWas },
  ];
  if (!values.draft) return papers;
  const draft = `${base}.eml`;
  spareMail(folder, draft);
  const mail = draftMail(
    paperMail(paper, [basename(page), basename(sheet)]),
    { name: basename(page), type: PAGE_TYPE, bytes: html },
    { name: basename(sheet), type: XLSX_TYPE, bytes: xlsx },
  );
  return [...papers, { file: draft, bytes: mail, was: spareNamed(folder, draft, values) }];
}

/** A draft of an earlier run may be replaced, somebody's mail may not. */
function spareMail(folder: Folder, draft: string): void {
  if (exists(folder, draft) && !isOurDraft(folder, draft))
    throw new Refused(SUBMIT_TEXT.foreignDraft(draft));
}

/** A file that the user named is replaced only on request: it may be anybody's. Gives what may be replaced. */
function spareNamed(folder: Folder, target: string, { output, force }: Output): NewFile["was"] {
  if (output === undefined || force) return undefined;
  if (exists(folder, target)) throw new Refused(CLI_TEXT.exists(target));
  return null;
}

/** Next year's name: the year in this one's is replaced, else added. */
function nextName(file: string, { profile }: Report): string {
  const year = Number((profile.auditOn ?? momentOf(new Date())).slice(0, 4)) + 1;
  const name = nameOf(file);
  const dated = /(^|[^0-9])20\d\d$/.exec(name);
  return dated ? `${name.slice(0, -4)}${year}` : `${name} ${year}`;
}

/** The last lines, after which the step that comes next is taken. */
function ended(terminal: Terminal, file: string, checklist: Checklist, result: Report): number {
  const code = faults(terminal, result);
  if (code === 0) tell(terminal, nextStep(checklist, file, result));
  return code;
}
