/** The calendar file: read again by a parser, and byte by byte as RFC 5545 wants it. */

import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { utf8 } from "../../core/audit/utf8.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { calendarDays } from "../../core/papers/calendar.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { calendarFile } from "../../outbox/ics.ts";
import { ACTIONS, day, READY } from "../core/ready.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { HOSTILE } from "../papers/hostile.ts";

const MADE = new Date("2026-03-09T18:05:30.500Z");
const daysOf = (inputs: Inputs) => calendarDays(checklist31, report(EDITIONS, snapshotOf(inputs)));
const fileOf = (partner: string): string =>
  calendarFile(daysOf({ ...ACTIONS, partner, reportReceivedOn: day("2026-03-23") }), MADE);

function eventsOf(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

describe("the deadlines of an audit", () => {
  it("are whole days, each with its title, note and a uid that stays the same", () => {
    const file = fileOf("Kestrel Cloud Ltd");
    const events = eventsOf(file);
    expect(
      events.map((event) => [event.startDate.toString(), event.summary.split(":")[0]]),
    ).toEqual([
      ["2026-03-16", "AWS aims to answer the self-assessment"],
      ["2026-03-10", "Audit summary due"],
      ["2026-03-17", "Action items due"],
      ["2026-03-18", "Final report possible from today"],
      ["2026-03-23", "Final report due"],
      ["2026-04-20", "Decision by AWS due"],
      ["2027-03-09", "MSP renewal due"],
      ["2029-03-09", "MSP full audit due"],
    ]);
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true);
      expect(event.duration.toString()).toBe("P1D");
      expect(event.summary).toMatch(/: Kestrel Cloud Ltd$/);
      expect(event.description).toMatch(/\.$/);
      expect(event.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    }
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    const later = calendarFile(
      daysOf({ ...ACTIONS, partner: "Kestrel Cloud Ltd" }),
      new Date("2026-04-01T08:00:00Z"),
    );
    expect(eventsOf(later).map((event) => event.uid)).toEqual(
      events.filter((event) => !event.summary.startsWith("Decision")).map((event) => event.uid),
    );
  });

  it("of two partners never have the same uid, in any script", () => {
    const names = ["東京クラウド", "大阪クラウド", "Ää", "Öö", "Kestrel", "Kestrel 2"];
    const uids = names.flatMap((partner) => daysOf({ ...ACTIONS, partner }).map(({ uid }) => uid));
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^[a-z0-9-]+@msp-checklist$/);
  });

  it("are none while no date is known", () => {
    expect(daysOf(READY)).toEqual([]);
  });
});

describe("the file", () => {
  it("keeps to the format, whatever the partner is called", () => {
    for (const [kind, name] of Object.entries(HOSTILE)) {
      const file = fileOf(name);
      const where = `${kind}: ${JSON.stringify(file.slice(0, 400))}`;
      expect(file.startsWith("BEGIN:VCALENDAR\r\n"), where).toBe(true);
      expect(file.endsWith("\r\nEND:VCALENDAR\r\n"), where).toBe(true);
      expect(file.replaceAll("\r\n", ""), where).not.toMatch(/[\r\n\u0000-\u001f\u007f]/);
      const lines = file.split("\r\n");
      for (const line of lines)
        expect(utf8(line).length, `${kind}: ${line}`).toBeLessThanOrEqual(75);
      const unfolded = file.replaceAll("\r\n ", "").split("\r\n");
      const names = unfolded.slice(0, -1).map((line) => line.split(/[:;]/)[0]);
      expect([...new Set(names)].sort(), where).toEqual([
        "BEGIN",
        "DESCRIPTION",
        "DTSTAMP",
        "DTSTART",
        "END",
        "PRODID",
        "SUMMARY",
        "TRANSP",
        "UID",
        "VERSION",
        "X-WR-CALNAME",
      ]);
      const events = eventsOf(file);
      expect(events, kind).toHaveLength(8);
      const told = name
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      for (const event of events) expect(event.summary, kind).toContain(`: ${told}`);
    }
  });

  it("escapes commas, semicolons and backslashes in texts, and writes UTC", () => {
    const unfolded = fileOf("Kestrel, Ltd; \\n").replaceAll("\r\n ", "");
    expect(unfolded).toContain("SUMMARY:Audit summary due: Kestrel\\, Ltd\\; \\\\n\r\n");
    expect(unfolded).toContain("\r\nDTSTART;VALUE=DATE:20260310\r\n");
    expect(unfolded).toContain("\r\nDTSTAMP:20260309T180530Z\r\n");
    expect(unfolded).toContain("\r\nVERSION:2.0\r\n");
  });

  it("tells one instant the same wherever it is made", () => {
    const zone = process.env.TZ;
    try {
      for (const [made, day, hour] of [
        ["Asia/Tokyo", 10, 3],
        ["America/Los_Angeles", 9, 11],
      ] as const) {
        process.env.TZ = made;
        const file = calendarFile(daysOf(ACTIONS), new Date(2026, 2, day, hour, 5));
        expect([...new Set(file.match(/^DTSTAMP.*$/gm))], made).toEqual([
          "DTSTAMP:20260309T180500Z",
        ]);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
