/** Makes the files that the page Steps saves: the draft of the mail, papers, the calendar and next year's workbook. */

import { utf8 } from "../../core/audit/utf8.ts";
import { isFull } from "../../core/checklist/lookup.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { calendarDays } from "../../core/papers/calendar.ts";
import { paperHtml } from "../../core/papers/html.ts";
import { handOverMail } from "../../core/papers/letters.ts";
import { paperBlueprint } from "../../core/papers/sheet.ts";
import type { Paper } from "../../core/papers/types.ts";
import { renewal } from "../../core/report/renewal.ts";
import type { Report } from "../../core/report/report.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Blueprint } from "../../core/workbook/port.ts";
import { draftMail, LARGEST_ATTACHMENT } from "../../outbox/eml.ts";
import { calendarFile } from "../../outbox/ics.ts";
import { XLSX_TYPE } from "../../outbox/media.ts";
import { fileName } from "../file-name.ts";
import type { FileHost, NamedFile } from "../types.ts";
import { FILE_NAMES, MAIL_TEXT, RENEW_TEXT, STEPS_TEXT } from "../words/steps.ts";

/** Says what became of the file. */
async function save(
  files: FileHost,
  file: NamedFile,
  saved: (name: string) => string = STEPS_TEXT.saved,
): Promise<string> {
  await files.save(file);
  return (files.saved ?? saved)(file.name);
}

export function refuseTooLarge(bytes: number): void {
  if (bytes <= LARGEST_ATTACHMENT) return;
  throw new Error(MAIL_TEXT.tooLarge(MAIL_TEXT.size(bytes), MAIL_TEXT.size(LARGEST_ATTACHMENT)));
}

/** Each resolves to the sentence that says what became of the file. */
export async function saveDraft(
  files: FileHost,
  workbookFile: NonNullable<FileHost["workbook"]>,
  checklist: Checklist,
  report: Report,
): Promise<string> {
  const workbook = await workbookFile();
  refuseTooLarge(workbook.bytes.length);
  const draft: NamedFile = {
    name: fileName(FILE_NAMES.draft(report.partner), "eml"),
    type: "message/rfc822",
    bytes: draftMail(handOverMail(checklist, report, workbook.name), workbook),
  };
  return save(files, draft, MAIL_TEXT.drafted);
}

export function savePage(files: FileHost, name: string, paper: Paper): Promise<string> {
  return save(files, {
    name: fileName(name, "html"),
    type: "text/html",
    bytes: utf8(paperHtml(paper)),
  });
}

export function saveSheet(
  files: FileHost,
  draw: NonNullable<FileHost["draw"]>,
  name: string,
  paper: Paper,
): Promise<string> {
  return saveDrawn(files, draw, name, paperBlueprint(paper));
}

export async function saveRenewal(
  files: FileHost,
  draw: NonNullable<FileHost["draw"]>,
  checklist: Checklist,
  report: Report,
): Promise<string> {
  if (!isFull(checklist)) throw new Error(RENEW_TEXT.noTexts);
  const drawn = blueprint(checklist, renewal(checklist, report).inputs);
  return saveDrawn(files, draw, FILE_NAMES.renewal(report.partner), drawn);
}

async function saveDrawn(
  files: FileHost,
  draw: NonNullable<FileHost["draw"]>,
  name: string,
  drawn: Blueprint,
): Promise<string> {
  const bytes = await draw(drawn);
  return save(files, { name: fileName(name, "xlsx"), type: XLSX_TYPE, bytes });
}

export function saveCalendar(
  files: FileHost,
  checklist: Checklist,
  report: Report,
  now: Date,
): Promise<string> {
  return save(files, {
    name: fileName(FILE_NAMES.calendar(report.partner), "ics"),
    type: "text/calendar",
    bytes: utf8(calendarFile(calendarDays(checklist, report), now)),
  });
}
