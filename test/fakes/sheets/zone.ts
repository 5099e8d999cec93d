/** Clocks on the wall in real time zones, with summer time and with days that have no midnight. */

/** What Sheets makes of a time that the clocks leap over; no documentation says which it is. */
export type Gap = "later" | "earlier";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall's time, as if it were UTC, in milliseconds. */
export function wallTime(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

const DAY = 86_400_000;

/** When a wall in the zone shows this time. */
export function instantOf(zone: string, wall: number, gap: Gap): number {
  const offset = (instant: number) => wallTime(zone, instant) - instant;
  const [before, after] = [offset(wall - DAY), offset(wall + DAY)];
  for (const guess of [wall - before, wall - after]) {
    if (wallTime(zone, guess) === wall) return guess;
  }
  return wall - (gap === "later" ? before : after);
}
