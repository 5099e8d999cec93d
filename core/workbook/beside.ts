/** A blueprint under titles that are free, for a workbook that has sheets of its user's own. */

import type { Blueprint } from "./port.ts";

/**
 * Every formula goes by defined names, so that titles are only seen. `taken` is in lower case; `titleOf` gives other
 * titles for one that is taken, from 1 on.
 */
export function retitled(
  blueprint: Blueprint,
  taken: ReadonlySet<string>,
  titleOf: (name: string, count: number) => string,
): Blueprint {
  const titles = new Map<string, string>();
  for (const { name } of blueprint.sheets) {
    let title = name;
    for (let count = 1; taken.has(title.toLowerCase()); count += 1) title = titleOf(name, count);
    titles.set(name, title);
  }
  const now = (name: string): string => titles.get(name) ?? name;
  return {
    ...blueprint,
    sheets: blueprint.sheets.map((sheet) => ({ ...sheet, name: now(sheet.name) })),
    names: blueprint.names.map((name) => ({ ...name, sheet: now(name.sheet) })),
  };
}
