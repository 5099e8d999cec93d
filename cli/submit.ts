/** `submit`: hands a self-assessment over, and makes the draft of the mail that carries it. */

import { basename } from "node:path";
import type { Checklist } from "../core/checklist/types.ts";
import { handOverMail } from "../core/papers/letters.ts";
import { dayOf, momentOf } from "../core/report/moment.ts";
import { handOver } from "../core/report/moves.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import { type Report, report } from "../core/report/report.ts";
import { speakFinding } from "../core/words/preflight.ts";
import { wholeSentence } from "../core/words/spoken.ts";
import { replacements } from "../core/workbook/write/before.ts";
import { draftMail, LARGEST_ATTACHMENT } from "../outbox/eml.ts";
import { workbookType } from "../outbox/media.ts";
import type { WorkbookKind } from "../xlsx/kind.ts";
import { tellReplaced } from "./conclude.ts";
import { exists, type NewFile, Refused, readHead, writeTogether } from "./files.ts";
import { printable, say, tell } from "./speak.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, oneFile, parse, WRITING } from "./usage.ts";
import { isYes, STEP_SAID, SUBMIT_TEXT } from "./words.ts";
import {
  apply,
  enterInto,
  itself,
  nameOf,
  openToChange,
  refusedFor,
  rehearsal,
  reread,
  warnBefore,
} from "./workbooks.ts";

export const submit: Command = async (args, user) => {
  const { values, positionals } = parse(args, {
    yes: { type: "boolean", short: "y" },
    force: { type: "boolean" },
    ...WRITING,
  });
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const target = itself(file, values.force ?? false);
  warnBefore(terminal, target);
  const opened = openToChange(terminal, file, target);
  const { checklist } = opened.edition;
  const library = [opened.edition];
  const moment = momentOf(new Date());
  const before = report(library, opened.snapshot);
  const begins = before.phase === "selfAssessment";
  const findings = begins ? preflight(checklist, before, dayOf(moment)) : [];
  if (findings.length > 0) {
    for (const line of findingLines(findings)) say(terminal, line);
    say(terminal, "");
  }
  const entered = enterInto(opened, {
    kind: "step",
    take: (snapshot) => handOver(library, snapshot, moment),
  });
  if (entered.refusal !== null) {
    const blocked = findings.some((finding) => finding.weight === "blocks");
    throw blocked ? new Refused(SUBMIT_TEXT.blocked(file)) : refusedFor(file, entered.refusal);
  }
  if (begins && !values.yes && !terminal.rehearses && !(await isWanted(terminal, file, findings)))
    return 1;
  apply(file, opened, entered.change);
  const now = reread(file, opened);
  const after = report(library, now.snapshot);
  const bytes = now.workbook.bytes();
  const draft = `${nameOf(file)}.eml`;
  if (exists(terminal, draft) && !isOurDraft(terminal, draft))
    throw new Refused(SUBMIT_TEXT.foreignDraft(draft));
  const mail: NewFile = {
    file: draft,
    bytes: draftOf(checklist, file, after, bytes, now.workbook.kind()),
  };
  // The draft first: should the second rename fail, what is taken back is only a draft.
  writeTogether(terminal, begins ? [mail, { file, bytes, was: now.was }] : [mail]);
  const { seal } = after;
  tell(
    terminal,
    begins
      ? SUBMIT_TEXT.done(file, seal?.short ?? null)
      : SUBMIT_TEXT.again(file, seal?.at ?? null),
  );
  const edits = (entered.change?.edits ?? []).slice(entered.tidied);
  const replaced = replacements(checklist, opened.snapshot, edits);
  tellReplaced(
    terminal,
    replaced.filter(({ name }) => name !== "Phase"),
  );
  if (entered.tidied > 0) tell(terminal, STEP_SAID.tidied(file, entered.tidied));
  tell(terminal, SUBMIT_TEXT.draft(draft));
  tell(terminal, SUBMIT_TEXT.next(file, draft));
  return 0;
};

/** Whether a person says yes; where nobody can be asked, nobody did. */
async function isWanted(
  terminal: Terminal,
  file: string,
  findings: readonly Finding[],
): Promise<boolean> {
  if (terminal.ask === null) {
    tell(terminal, SUBMIT_TEXT.nobodyToAsk(file));
    return false;
  }
  const missing = findings.some((finding) => finding.weight === "missing");
  const answer = await terminal.ask(missing ? SUBMIT_TEXT.askAllTheSame : SUBMIT_TEXT.ask);
  if (!isYes(answer)) tell(terminal, SUBMIT_TEXT.notHandedOver);
  return isYes(answer);
}

/** What blocks first, then what is missing, then advice; each with its cell. */
export function findingLines(findings: readonly Finding[]): string[] {
  return (["blocks", "missing", "advice"] as const).flatMap((weight) => {
    const found = findings.filter((finding) => finding.weight === weight);
    return found.length === 0 ? [] : [SUBMIT_TEXT.groups[weight], ...found.map(findingLine)];
  });
}

/** A finding with its cell, as one line. */
export const findingLine = (finding: Finding): string =>
  printable(SUBMIT_TEXT.finding(finding.place, wholeSentence(speakFinding(finding))));

/** The mail with the workbook as it is written. */
export function draftOf(
  checklist: Checklist,
  file: string,
  after: Report,
  bytes: Uint8Array,
  kind: WorkbookKind,
): Uint8Array {
  if (bytes.length > LARGEST_ATTACHMENT) {
    throw new Refused(SUBMIT_TEXT.tooLarge(file, bytes.length, LARGEST_ATTACHMENT));
  }
  const name = basename(file);
  return draftMail(handOverMail(checklist, after, name), { name, type: workbookType(kind), bytes });
}

/** A draft of an earlier run may be replaced, somebody's mail may not. */
export function isOurDraft(folder: Folder, draft: string): boolean {
  const head = readHead(folder, draft, 4096);
  return head.includes("X-Unsent: 1") && head.includes("msp-checklist");
}
