/** The workbook as an .xlsx file, and the mail that carries it to the programme. */

import { PHASE_WORDS, phaseIndex } from "../../core/audit/phases.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { handOverMail } from "../../core/papers/letters.ts";
import { type Report, report } from "../../core/report/report.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { HostError } from "../../core/workbook/port.ts";
import { comparedFormat } from "../../core/workbook/read/locate.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { XLSX_TYPE } from "../../outbox/media.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { SHEETS_TEXT } from "../words.ts";
import { type EvidenceLinks, evidenceLinks, withLinks } from "./evidence.ts";
import { causeText, hostError } from "./lock.ts";
import { activeBook, sheetsWorkbook } from "./workbook.ts";

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly report: Report;
  readonly checklist: FullChecklist;
  readonly evidence: EvidenceLinks;
}

/**
 * Drawn anew from what was read: the checklist alone, with the results stored; sheets of one's own stay here. Links
 * behind words go along.
 */
function checklistFile(): File {
  const book = activeBook();
  const { edition, snapshot } = sheetsWorkbook(book).admitted();
  const { checklist } = edition;
  const evidence = evidenceLinks(book, checklist, snapshot);
  const { inputs } = readInputs(checklist, snapshot);
  const plan = blueprint(checklist, inputs, comparedFormat(snapshot));
  const bytes = drawBlueprint(withLinks(plan, checklist, evidence));
  return {
    name: `${book.getName()}.xlsx`,
    bytes,
    checklist,
    evidence,
    report: report([edition], snapshot),
  };
}

/** For the sidebar, which can hand a file to its user; bytes do not survive the way, text does. */
export function workbookFile(): { readonly name: string; readonly base64: string } {
  const { name, bytes } = checklistFile();
  return { name, base64: Utilities.base64Encode(signed(bytes)) };
}

export function mailLook(): {
  readonly file: string;
  readonly bytes: number;
  readonly quota: number;
  readonly note: string;
} {
  const { name, bytes, evidence } = checklistFile();
  const { links, several } = evidence;
  return {
    file: name,
    bytes: bytes.length,
    quota: quotaLeft(),
    note: SHEETS_TEXT.goesAlong(links.size, several),
  };
}

/**
 * Sends the hand-over in the user's name. Recipient, subject and text are made here, from the sheet: what
 * a sidebar says is not to be trusted with mail.
 */
export function sendHandOver(): void {
  const { name, bytes, checklist, report: current } = checklistFile();
  if (phaseIndex(current.phase) < phaseIndex("submitted") || !current.seal) {
    throw new HostError(SHEETS_TEXT.notHandedOver(PHASE_WORDS[current.phase]));
  }
  if (current.seal.state !== "unchanged") throw new HostError(SHEETS_TEXT.changedSince);
  if (quotaLeft() < 1) throw new HostError(SHEETS_TEXT.noQuota);
  const letter = handOverMail(checklist, current, name);
  MailApp.sendEmail({
    to: letter.to,
    subject: letter.subject,
    body: letter.text,
    attachments: [Utilities.newBlob(signed(bytes), XLSX_TYPE, name)],
  });
}

/** The first call that needs the permission to send mail, which people can leave out when Google asks. */
function quotaLeft(): number {
  try {
    return MailApp.getRemainingDailyQuota();
  } catch (cause) {
    throw hostError(causeText(cause), cause);
  }
}

/** Google's bytes run from -128 to 127. */
const signed = (bytes: Uint8Array): number[] =>
  Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
