/** The cells that were edited since the last reading, as one rectangle a sheet. */

import { around } from "../core/workbook/area.ts";
import type { Area } from "../core/workbook/port.ts";

/** By sheet id; whatever was edited lies inside. */
export type Touched = ReadonlyMap<string, Area>;

export function bothTouched(a: Touched, b: Touched): Touched {
  const both = new Map(a);
  for (const [id, area] of b) {
    const other = both.get(id);
    both.set(id, other ? around(other, area) : area);
  }
  return both;
}
