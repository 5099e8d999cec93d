/** Numbers and days as the panel writes them. */

import type { IsoDate } from "../../core/checklist/domain.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A number with a true minus sign. */
export const figure = (value: number): string => (value < 0 ? `\u2212${-value}` : String(value));
/** The same with a plus sign where it adds. */
export const gain = (value: number): string => (value > 0 ? `+${value}` : figure(value));

const utc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
export const weekday = (date: IsoDate): string => WEEKDAYS[utc(date).getUTCDay()] ?? "";
export const dayOfMonth = (date: IsoDate): string => String(utc(date).getUTCDate());
const monthOf = (date: IsoDate): string => MONTHS[utc(date).getUTCMonth()] ?? "";
/** `Tue 17 Mar`; with the year where it is not today's. */
export function dayText(date: IsoDate, today: IsoDate | null = null): string {
  const year =
    today !== null && date.slice(0, 4) !== today.slice(0, 4) ? ` ${date.slice(0, 4)}` : "";
  return `${weekday(date)} ${dayOfMonth(date)} ${monthOf(date)}${year}`;
}

/** The time of day of a moment in milliseconds, as `14:32`. */
export const timeText = (at: number): string =>
  new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
