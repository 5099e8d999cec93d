/** What is printed of the sheets from a phase on; no formula can follow it, because programs read none there. */

import type { Evaluation } from "../../audit/evaluate.ts";
import type { Phase } from "../../audit/phases.ts";
import type { Checklist } from "../../checklist/types.ts";
import { parseArea } from "../a1.ts";
import { area } from "../area.ts";
import { planOf } from "../draw/layout.ts";
import { printedColumns } from "../draw/print.ts";
import type { NamedRange, PrintChange, Snapshot } from "../port.ts";
import { cellText } from "../read/locate.ts";

/** The columns behind which a printed Checklist has ever ended. */
const LAST = ["Owner", "Note_Kind", "Final_Points"] as const;

/** With its sheet's title; several areas are nobody's but a person's. */
const ONE_AREA = /^(?:'(?:[^']|'')+'|[^'!]+)!([^!]+)$/;

/** Whether a sheet's print area, as hosts write it, is one of those that we set. */
export function isOurPrint(address: string, { columns }: PrintChange): boolean {
  const area = parseArea(ONE_AREA.exec(address)?.[1] ?? "");
  return area?.column === 1 && columns.includes(area.columns);
}

/** By the title of the sheet; a sheet whose names are lost is left as it is. */
export function printsFor(
  checklist: Checklist,
  { names }: Snapshot,
  phase: Phase,
  evaluation: Pick<Evaluation, "actionItems">,
): Record<string, PrintChange> {
  const prints: Record<string, PrintChange> = {};
  const { last, scale } = printedColumns(phase);
  const ids = names.Item_Id;
  const end = names[planOf(last).name ?? ""];
  if (ids && end)
    prints[ids.sheet] = {
      area: area(1, 1, ids.row + ids.rows - 1, end.column),
      columns: LAST.flatMap((name) => names[name]?.column ?? []),
      scale,
      headings: headingRows(checklist, ids),
    };
  const list = names.Action_List;
  if (list && list.row > 2 && list.columns > 2) {
    const count = evaluation.actionItems.length;
    // The last column is a key that nobody sees.
    const columns = list.column + list.columns - 2;
    prints[list.sheet] = {
      area: count === 0 ? area(list.row - 2, 1) : area(1, 1, list.row - 1 + count, columns),
      columns: [columns, 1],
    };
  }
  return prints;
}

/** A heading shows its section's id where items show theirs. */
function headingRows({ sections }: Checklist, { row, values }: NamedRange): number[] {
  const known = new Set<string>(sections.map(({ id }) => id));
  return values.flatMap(([id = null], index) =>
    known.has(cellText(id).trim()) ? [row + index] : [],
  );
}
