/** The deadlines as an .ics file for any calendar. */

import ICAL from "ical.js";
import type { CalendarDay } from "../core/papers/calendar.ts";
import { CALENDAR_TEXT } from "../core/words/papers.ts";

/*! Holds ical.js, unchanged, under the Mozilla Public License 2.0; its source: https://github.com/kewisch/ical.js */

const PRODUCT = "-//msp-checklist//EN";

/** A line has at most 75 octets (RFC 5545, section 3.1); the library leaves out the space that continues one. */
ICAL.foldLength = 74;

/** Whole days; the instant of making is written as UTC, so that a calendar elsewhere does not take it for a time to come. */
export function calendarFile(days: readonly CalendarDay[], made: Date): string {
  const stamp = ICAL.Time.fromJSDate(made, true);
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", PRODUCT);
  calendar.updatePropertyWithValue("x-wr-calname", CALENDAR_TEXT.file);
  for (const day of days) {
    const event = new ICAL.Component("vevent");
    event.updatePropertyWithValue("uid", day.uid);
    event.updatePropertyWithValue("dtstamp", stamp);
    event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(day.on));
    event.updatePropertyWithValue("summary", day.title);
    event.updatePropertyWithValue("description", day.note);
    // A deadline makes nobody busy.
    event.updatePropertyWithValue("transp", "TRANSPARENT");
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
