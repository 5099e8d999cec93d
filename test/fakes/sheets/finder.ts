/** Finding and replacing in the fake spreadsheet. */

import { self, strict } from "./strict.ts";
import { type Area, holds, placeOf, type SheetState, type World } from "./world.ts";

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;

/** One step for Sheets: only cells that hold the text at that moment are changed. */
export function textFinder(
  world: World,
  sheet: SheetState,
  area: Area,
  wanted: string,
  setValue: (row: number, column: number, raw: unknown) => void,
): TextFinder {
  let isWhole = false;
  let pattern: RegExp | null = null;
  const holdsText = (value: string) => (pattern ? pattern.test(value) : value === wanted);
  return strict<TextFinder>(world, "TextFinder", {
    matchCase: self,
    matchEntireCell: (whole) => {
      isWhole = whole;
      return self();
    },
    useRegularExpression: (isPattern) => {
      // Google writes characters by their number in another way.
      const source = wanted.replace(/\\x\{([0-9a-f]+)\}/gi, "\\u{$1}");
      pattern = isPattern ? new RegExp(source, "u") : null;
      return self();
    },
    replaceAllWith: (text) => {
      if (!isWhole && !/^\^.*\$$/.test(pattern ? wanted : ""))
        throw new Error("The fake finds only whole cells.");
      world.guard(sheet, area);
      let count = 0;
      for (const [key, cell] of sheet.cells) {
        const { row, column } = placeOf(key);
        if (!holds(area, row, column) || cell.formula !== null) continue;
        if (!holdsText(String(cell.value))) continue;
        setValue(row, column, text);
        count += 1;
      }
      world.send();
      return count;
    },
  });
}
