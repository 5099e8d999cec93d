/** The deadlines as an .ics file for any calendar. */

import ICAL from "ical.js";
import type { CalendarDay } from "../core/papers/calendar.ts";
import { CALENDAR_TEXT } from "../core/text/papers.ts";

/*! Holds ical.js, unchanged, under the Mozilla Public License 2.0; its source: https://github.com/kewisch/ical.js */

const PRODUCT = "-//msp-checklist//EN";

/** A line has at most 75 octets (RFC 5545, section 3.1); the library leaves out the space that continues one. */
ICAL.foldLength = 74;

/** Whole days; `stamp` is the moment of making as `2026-11-24 18:05`, taken as UTC. */
export function calendarFile(days: readonly CalendarDay[], stamp: string): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", PRODUCT);
  calendar.updatePropertyWithValue("x-wr-calname", CALENDAR_TEXT.file);
  for (const day of days) {
    const event = new ICAL.Component("vevent");
    event.updatePropertyWithValue("uid", day.uid);
    const made = ICAL.Time.fromDateTimeString(`${stamp.replace(" ", "T")}:00Z`);
    event.updatePropertyWithValue("dtstamp", made);
    event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(day.on));
    event.updatePropertyWithValue("summary", day.title);
    event.updatePropertyWithValue("description", day.note);
    // A deadline makes nobody busy.
    event.updatePropertyWithValue("transp", "TRANSPARENT");
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
