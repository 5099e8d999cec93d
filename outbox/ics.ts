/** The deadlines as an .ics file for any calendar. */

import { utf8 } from "../core/audit/utf8.ts";
import type { CalendarDay } from "../core/papers/calendar.ts";
import { CALENDAR_TEXT } from "../core/words/papers.ts";

const PRODUCT = "-//msp-checklist//EN";
const LINE = "\r\n";
/** A line has at most 75 octets without its end, and one that goes on begins with a space (RFC 5545, section 3.1). */
const OCTETS = 75;

/** Whole days; the instant of making is written as UTC, so that a calendar elsewhere does not take it for a time to come. */
export function calendarFile(days: readonly CalendarDay[], made: Date): string {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    `X-WR-CALNAME:${escaped(CALENDAR_TEXT.file)}`,
    ...days.flatMap((day) => [
      "BEGIN:VEVENT",
      `UID:${escaped(day.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.on.replace(/-/g, "")}`,
      `SUMMARY:${escaped(day.title)}`,
      `DESCRIPTION:${escaped(day.note)}`,
      // A deadline makes nobody busy.
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}${LINE}`).join("");
}

/** As a value of the type TEXT (RFC 5545, section 3.3.11). */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** Between whole characters: what reads a line before it is put together again would not know their halves. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const { length } = utf8(character);
    if (octets + length > OCTETS) {
      text += `${LINE} `;
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}
