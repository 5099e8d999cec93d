/** Sources into what they bring. */

import type { Checklist } from "../checklist/types.ts";
import { editionIn, type Library } from "../workbook/library.ts";
import type { Brought, BroughtCell, LostLine, TableRead } from "./brought.ts";
import type { ReadOptions } from "./options.ts";
import type { Source, SourceFault, SourcePlace } from "./source.ts";
import { readTable } from "./table.ts";
import { cellsOfWorkbook } from "./workbook.ts";

type Faults = Brought["faults"][number][];

/**
 * Reads sources for a workbook of `checklist`; a source that is a workbook itself may be of any checklist of the
 * library. Nothing is lost in silence: what cannot be placed or read stands in `lost`, `tables` and `faults`.
 */
export function readSources(
  library: Library,
  checklist: Checklist,
  sources: readonly Source[],
  options: ReadOptions,
): Brought {
  const cells: BroughtCell[] = [];
  const lost: LostLine[] = [];
  const tables: TableRead[] = [];
  const faults: Faults = [];
  let index = 0;
  for (const source of sources) {
    if (source.kind === "fault") faults.push({ place: wholeOf(source), fault: source.fault });
    else if (source.kind === "workbook") {
      const own = editionIn(library, source.snapshot)?.checklist ?? checklist;
      cells.push(...cellsOfWorkbook(own, checklist, source.source, source.snapshot));
    } else {
      const [first] = source.tables;
      const isAlone = source.tables.length === 1 && first?.counts !== "entries";
      const before = tables.length;
      let fault: SourceFault | null = source.tables.length === 0 ? { code: "empty" } : null;
      for (const table of source.tables) {
        const read = readTable(checklist, table, index, isAlone, options);
        index += 1;
        cells.push(...read.cells);
        lost.push(...read.lost);
        // A row of titles may name a column by chance: then nothing stands under it.
        tables.push(...read.read.filter(({ lines }) => lines > 0 || read.read.length === 1));
        fault = read.fault ?? fault;
      }
      if (tables.length === before)
        faults.push({ place: wholeOf(source), fault: fault ?? { code: "noHeading", heads: [] } });
    }
  }
  const notes = sources.flatMap(({ source, notes: own }) => own.map((note) => ({ source, note })));
  return { cells, lost, tables, notes, faults };
}

const wholeOf = ({ source }: Source): SourcePlace => ({
  source,
  table: null,
  counts: "lines",
  row: 0,
  column: null,
});
