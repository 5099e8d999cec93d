/** The mail of a hand-over and the message about action plans, as text for people to send. */

import { isFinding } from "../audit/notes.ts";
import { itemById } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Report } from "../report/report.ts";
import { PAPER_TEXT, LETTER_TEXT as TEXT } from "../words/papers.ts";
import { doubtOf } from "./doubt.ts";
import type { Letter } from "./types.ts";

/** One line of plain text: a name with a line break in it must not make a header of its own. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The mail to the programme that carries the workbook. */
export function handOverMail(checklist: Checklist, report: Report, file: string): Letter {
  const partner = oneLine(report.partner) || PAPER_TEXT.unnamed;
  const { self, scope, seal } = report;
  const most = (section: string) =>
    report.items.reduce((sum, row) => sum + (row.section === section ? row.ifMet : 0), 0);
  const missed = report.items.filter((row) => row.scope === "audited" && row.self === "notMet");
  const doubt = doubtOf(checklist, report, "self");
  const answered = PAPER_TEXT.of(self.answered, self.answered + self.unanswered);
  const lines = [
    TEXT.title(checklist),
    "",
    TEXT.partner(partner),
    TEXT.scope(
      PAPER_TEXT.engagements[scope.engagement],
      PAPER_TEXT.scopeCounts(scope.audited, scope.waived, scope.carried),
    ),
    TEXT.score(checklist, self.total, TEXT.answered(answered)),
    ...(missed.length > 0 ? [TEXT.notMet(missed.map((row) => row.id).join(", "))] : []),
    ...(doubt === null ? [] : [doubt]),
    "",
    TEXT.bySection,
    ...checklist.sections.map(({ id, title }) =>
      TEXT.section(id, title, self.sections[id] ?? 0, most(id)),
    ),
    "",
    ...(seal ? [TEXT.seal(seal.short, seal.at), TEXT.sealNote, ""] : []),
    TEXT.attached(oneLine(file)),
    "",
    TEXT.independent(checklist),
  ];
  return {
    to: checklist.mail.to,
    subject: checklist.mail.subject.replace("{partner}", () => partner),
    text: `${lines.join("\n")}\n`,
  };
}

/**
 * Null where no mandatory action item has a plan. It goes to the programme's manager, and speaks of nothing that may
 * still be closed in time (lines 57 to 59 of the source).
 */
export function planLetter(checklist: Checklist, report: Report): Letter | null {
  const planned = report.actionItems.filter(({ state }) => state === "planned");
  if (planned.length === 0) return null;
  const partner = oneLine(report.partner) || PAPER_TEXT.unnamed;
  const { auditOn } = report.profile;
  const lines = [
    TEXT.planLead(
      checklist,
      partner,
      planned.length,
      auditOn === null ? null : PAPER_TEXT.day(auditOn),
    ),
  ];
  for (const action of planned) {
    const row = report.items.find(({ id }) => id === action.id);
    lines.push(
      "",
      TEXT.planItem(action.id, itemById(checklist, action.id).title),
      ...(row && row.note !== "" && isFinding(row.noteKind, true)
        ? [TEXT.planFinding(row.note)]
        : []),
      TEXT.plan(action.plan ?? ""),
    );
  }
  const doubt = doubtOf(checklist, report, "final");
  if (doubt !== null) lines.push("", doubt);
  lines.push("", TEXT.independent(checklist));
  return {
    to: "",
    subject: TEXT.planSubject(partner, planned.length),
    text: `${lines.join("\n")}\n`,
  };
}

/** To whoever sends it: the open mandatory items that the letter leaves out; null where there are none. */
export function unplannedNote({ actionItems }: Report): string | null {
  const open = actionItems.filter(({ kind, state }) => kind === "mandatory" && state === "open");
  return open.length === 0 ? null : TEXT.unplanned(open.map(({ id }) => id));
}

/** Programs take links of about 2,000 characters; a longer text is left for copying. */
const LONGEST_LINK = 1900;

/** Half a character makes an address impossible to encode. */
const sound = (text: string): string =>
  encodeURIComponent(
    Array.from(text, (character) =>
      /^[\ud800-\udfff]$/.test(character) ? "\ufffd" : character,
    ).join(""),
  );

/** A `mailto:` link; without the text, or even the subject, where it would grow too long. */
export function mailtoLink({ to, subject, text }: Letter): string {
  const bare = `mailto:${to}`;
  const short = `${bare}?subject=${sound(subject)}`;
  const full = `${short}&body=${sound(text.replace(/\n/g, "\r\n"))}`;
  return [full, short].find((link) => link.length <= LONGEST_LINK) ?? bare;
}
