/** When something was, as near as one needs to know it: only the page tells it. */

import { localDay } from "../../core/report/today.ts";
import { dayText, timeText } from "./numbers.ts";

/** `Today, 14:32`, `Wed 11 Feb, 14:32`; with the year where it is another. */
export function whenText(at: number, now: Date = new Date()): string {
  const [day, today] = [localDay(new Date(at)), localDay(now)];
  return `${day === today ? "Today" : dayText(day, today)}, ${timeText(at)}`;
}
