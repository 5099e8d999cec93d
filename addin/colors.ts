/** Colour rules that say the same of several columns, joined into one. */

import { overlap } from "../core/workbook/area.ts";
import type { ColorRule } from "../core/workbook/port.ts";
import { toR1C1 } from "./r1c1.ts";

/**
 * The same colours with fewer rules. A rule joins an earlier one where both mean the same and none of the
 * rules that it passes on the way covers its cells: earlier rules win.
 */
export function joinedRules(rules: readonly ColorRule[]): ColorRule[] {
  const joined: { rule: ColorRule; meaning: string }[] = [];
  for (const rule of rules) {
    const meaning = meaningOf(rule);
    let home = -1;
    for (let index = joined.length - 1; index >= 0; index -= 1) {
      const other = joined[index];
      if (!other) break;
      if (other.meaning === meaning) {
        home = index;
        break;
      }
      if (other.rule.areas.some((area) => rule.areas.some((own) => overlap(own, area) !== null)))
        break;
    }
    const found = joined[home];
    if (found) found.rule = { ...found.rule, areas: [...found.rule.areas, ...rule.areas] };
    else joined.push({ rule, meaning });
  }
  return joined.map(({ rule }) => rule);
}

function meaningOf(rule: ColorRule): string {
  const first = rule.areas[0];
  const formula = first ? toR1C1(rule.formula, first.row, first.column) : rule.formula;
  return JSON.stringify([formula, rule.style, rule.stop ?? false]);
}
