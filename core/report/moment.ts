/** The user's clock, as records bear it. */

import type { IsoDate } from "../checklist/domain.ts";

/** Day and time as `2026-11-24 18:05`. */
export type Moment = string;

export function momentOf(now: Date): Moment {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

export const dayOf = (moment: Moment): IsoDate => moment.slice(0, 10) as IsoDate;
