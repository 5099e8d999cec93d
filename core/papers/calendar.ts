/** The deadlines of an audit as days of a calendar. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Deadlines } from "../audit/clock.ts";
import { utf8 } from "../audit/utf8.ts";
import type { IsoDate } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Report } from "../report/report.ts";
import { CALENDAR_TEXT as TEXT } from "../words/papers.ts";
import { oneLine } from "./letters.ts";

export interface CalendarDay {
  /** The same for the same deadline of the same audit, so that a calendar can renew its entry. */
  readonly uid: string;
  readonly on: IsoDate;
  readonly title: string;
  readonly note: string;
}

type Key = keyof ReturnType<typeof TEXT.titles> & keyof Deadlines;

/** Every deadline that has a date, in the order of the process. */
export function calendarDays(checklist: Checklist, report: Report): CalendarDay[] {
  const titles = TEXT.titles(checklist);
  const notes = TEXT.notes(checklist);
  const partner = oneLine(report.partner);
  // Of any script, and two partners of an auditor's never the same.
  const owner = bytesToHex(sha256(utf8(partner.toLowerCase()))).slice(0, 12);
  return (Object.keys(titles) as Key[]).flatMap((key) => {
    const on = report.deadlines[key];
    if (on === null) return [];
    // The year alone: a day that moves must renew its entry, not double it.
    const year = (report.profile.auditOn ?? report.profile.submittedOn ?? on).slice(0, 4);
    return [
      {
        uid: `${key.toLowerCase()}-${year}-${owner}@msp-checklist`,
        on,
        title: TEXT.event(titles[key], partner),
        note: notes[key],
      },
    ];
  });
}
