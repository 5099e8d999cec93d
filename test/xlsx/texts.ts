/** The sample with texts of a test in it, and what is read of them. */

import type { Blueprint, CellValue, SheetPlan } from "../../core/workbook/port.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { sampleBlueprint } from "./sample.ts";

/** The sample with texts under `Evidence`, and others as results of formulas under `Self_Points`. */
export function planWith(texts: readonly string[], results: readonly string[] = []): Blueprint {
  const plan = sampleBlueprint();
  const [overview, checklist, data] = plan.sheets as [SheetPlan, SheetPlan, SheetPlan];
  const put = (column: number, values: readonly string[], formula?: string) =>
    values.map((value, index) => ({
      row: index + 1,
      column,
      value,
      style: "long",
      ...(formula === undefined ? {} : { formula }),
    }));
  const cells = [...put(1, texts), ...put(2, results, 'IF(TRUE,"a"&"<b>","")')];
  const rows = Math.max(texts.length, results.length, 1);
  return {
    ...plan,
    sheets: [overview, checklist, { ...data, cells }],
    names: [
      ...plan.names.filter(({ name }) => name !== "Evidence" && name !== "Self_Points"),
      { name: "Evidence", sheet: "Data", area: { row: 1, column: 1, rows, columns: 1 } },
      { name: "Self_Points", sheet: "Data", area: { row: 1, column: 2, rows, columns: 1 } },
    ],
  };
}

export function read(bytes: Uint8Array, name: string): readonly CellValue[] {
  return readSnapshot(bytes)?.names[name]?.values.flat() ?? [];
}
