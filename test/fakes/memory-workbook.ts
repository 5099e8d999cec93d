/** A workbook that lives in memory alone: the port without drawing and without a calculation engine. */

import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import {
  type Blueprint,
  type CellValue,
  type Change,
  HostError,
  type NamedRange,
  type Snapshot,
  type Workbook,
} from "../../core/workbook/port.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOfBlueprint } from "./snapshot.ts";

export class MemoryWorkbook implements Workbook {
  readonly cannot = [
    "calculation",
    "pageSetup",
    "pageHeaders",
    "shareBars",
    "rowHeights",
    "inputPrompts",
  ] as const;

  private content: Snapshot | null = null;
  private readonly watchers = new Set<() => void>();

  build(blueprint: Blueprint): void {
    if (this.content) throw new HostError("The workbook holds a checklist already.");
    this.content = snapshotOfBlueprint(blueprint);
    this.tell();
  }

  snapshot(): Snapshot | null {
    return this.content;
  }

  apply(change: Change): void {
    const before = this.content;
    if (!before) throw new HostError("The workbook holds no checklist.");
    for (const { name } of [...change.edits, ...(change.stored ?? [])]) {
      if (!before.names[name]) throw new HostError(`The workbook has no name ${name}.`);
    }
    const edited = editedSnapshot(checklist31, before, change.edits);
    const names: Record<string, NamedRange> = { ...edited.names };
    for (const { name, values } of change.stored ?? []) {
      const range = names[name];
      if (range) names[name] = { ...range, values: overlaid(range.values, values) };
    }
    this.content = { ...edited, names };
    this.tell();
  }

  watch(onChange: () => void): () => void {
    this.watchers.add(onChange);
    return () => this.watchers.delete(onChange);
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** Null leaves a cell as it is. */
function overlaid(
  below: readonly (readonly CellValue[])[],
  above: readonly (readonly CellValue[])[],
): CellValue[][] {
  return below.map((line, row) => line.map((value, column) => above[row]?.[column] ?? value));
}
