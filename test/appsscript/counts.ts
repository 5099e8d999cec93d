/** Sorts the calls that a script made by what they are for, to hold them to their limits. */

import type { World } from "../fakes/sheets/world.ts";

const CONTENT =
  /^Range\.set|^Sheet\.(?:getRangeList|setConditionalFormatRules|protect)$|^RangeList\.|^Protection\./;
/** Gets the ranges of a sheet's names all at once; each name could have a call for it. */
const RANGES_OF_NAMES = /^Sheet\.getRangeList RangeList\.getRanges$/;
const SIZES = /^Sheet\.(?:setColumnWidths|setRowHeights\w*|autoResizeRows)$/;
/** Whatever makes Sheets carry out, and recalculate, all that was written so far. */
const READS =
  /\.(?:getValues?|getFormulas|getDataValidations|getDataRange|getNamedRanges|getSheets|getProtections|getSheetByName|getConditionalFormatRules|getMax\w+|isSheetHidden|getName)$/;
const WRITES = /\.(?:set|insert|delete|protect|hide|autoResize|createFilter|replaceAll|remove)\w*$/;

export interface Counts {
  readonly all: number;
  /** For values, formulas, formats, lists, colour rules and protection, on the sheet that has most. */
  readonly contentOfASheet: number;
  readonly names: number;
  readonly sizes: number;
  readonly readsAfterWrites: readonly string[];
}

export function countCalls({ calls, callSheets }: World): Counts {
  const content = new Map<string, number>();
  calls.forEach((call, index) => {
    const sheet = callSheets[index];
    const isForNames = [index, index - 1].some((at) =>
      RANGES_OF_NAMES.test(`${calls[at]} ${calls[at + 1]}`),
    );
    if (isForNames) return;
    if (sheet && CONTENT.test(call)) content.set(sheet, (content.get(sheet) ?? 0) + 1);
  });
  const firstWrite = calls.findIndex(
    (call) => WRITES.test(call) && !/^(?:Properties|Lock)\./.test(call),
  );
  return {
    all: calls.length,
    contentOfASheet: Math.max(0, ...content.values()),
    names: calls.filter((call) => call === "Spreadsheet.setNamedRange").length,
    sizes: calls.filter((call) => SIZES.test(call)).length,
    readsAfterWrites:
      firstWrite < 0 ? [] : calls.slice(firstWrite).filter((call) => READS.test(call)),
  };
}
