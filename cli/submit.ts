/** `submit`: hands a self-assessment over, and makes the draft of the mail that carries it. */

import { basename } from "node:path";
import type { IsoDate } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { handOverMail } from "../core/papers/letters.ts";
import { handOver, momentOf } from "../core/report/moves.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import { type Report, report } from "../core/report/report.ts";
import { speakFinding } from "../core/words/preflight.ts";
import { wholeSentence } from "../core/words/spoken.ts";
import { draftMail, LARGEST_ATTACHMENT, XLSX_TYPE } from "../outbox/eml.ts";
import { exists, type NewFile, Refused, readHead, writeTogether } from "./files.ts";
import { confirm, isAttended, printable, say, tell } from "./speak.ts";
import { type Command, oneFile, parse } from "./usage.ts";
import { CLI_TEXT, STEP_SAID, SUBMIT_TEXT } from "./words.ts";
import { applyEdits, nameOf, openChecklist, reread } from "./workbooks.ts";

export const submit: Command = async (args) => {
  const { values, positionals } = parse(args, { yes: { type: "boolean", short: "y" } });
  const file = oneFile(positionals);
  const opened = openChecklist(file);
  const { checklist } = opened.edition;
  const library = [opened.edition];
  const moment = momentOf(new Date());
  const before = report(library, opened.snapshot);
  const begins = before.phase === "selfAssessment";
  const findings = begins ? preflight(checklist, before, moment.slice(0, 10) as IsoDate) : [];
  for (const line of findingLines(findings)) say(line);
  const step = handOver(library, opened.snapshot, moment);
  if (step.refusal !== null) {
    const blocked = findings.some((finding) => finding.weight === "blocks");
    throw new Refused(
      blocked ? SUBMIT_TEXT.blocked(file) : CLI_TEXT.inFile(file, printable(step.refusal)),
    );
  }
  if (begins && !values.yes && isAttended()) {
    const missing = findings.some((finding) => finding.weight === "missing");
    if (!(await confirm(missing ? SUBMIT_TEXT.askAllTheSame : SUBMIT_TEXT.ask))) {
      tell(SUBMIT_TEXT.notHandedOver);
      return 1;
    }
  }
  const planned = begins ? applyEdits(file, opened, step.edits) : null;
  const now = reread(file, opened);
  const after = report(library, now.snapshot);
  const bytes = now.workbook.bytes();
  const draft = `${nameOf(file)}.eml`;
  if (exists(draft) && !isOurDraft(draft)) throw new Refused(SUBMIT_TEXT.foreignDraft(draft));
  const mail: NewFile = { file: draft, bytes: draftOf(checklist, file, after, bytes) };
  // The draft first: should the second rename fail, what is taken back is only a draft.
  writeTogether(begins ? [mail, { file, bytes, was: now.was }] : [mail]);
  const { seal } = after;
  tell(
    begins
      ? SUBMIT_TEXT.done(file, seal?.short ?? null)
      : SUBMIT_TEXT.again(file, seal?.at ?? null),
  );
  if (planned && planned.tidied > 0) tell(STEP_SAID.tidied(file, planned.tidied));
  tell(SUBMIT_TEXT.draft(draft));
  tell(SUBMIT_TEXT.next(file, draft));
  return 0;
};

/** What blocks first, then what is missing, then advice; each with its cell. */
function findingLines(findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  for (const weight of ["blocks", "missing", "advice"] as const) {
    const found = findings.filter((finding) => finding.weight === weight);
    if (found.length === 0) continue;
    lines.push(SUBMIT_TEXT.groups[weight]);
    for (const finding of found) lines.push(findingLine(finding));
    lines.push("");
  }
  return lines;
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
): Uint8Array {
  if (bytes.length > LARGEST_ATTACHMENT) {
    throw new Refused(SUBMIT_TEXT.tooLarge(file, bytes.length, LARGEST_ATTACHMENT));
  }
  const name = basename(file);
  return draftMail(handOverMail(checklist, after, name), { name, type: XLSX_TYPE, bytes });
}

/** A draft of an earlier run may be replaced, somebody's mail may not. */
function isOurDraft(draft: string): boolean {
  const head = readHead(draft, 4096);
  return head.includes("X-Unsent: 1") && head.includes("msp-checklist");
}
