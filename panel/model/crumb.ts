/** Where an item stands: its section, its place in it, and how its neighbours stand. */

import { currentScore } from "../../core/audit/advice.ts";
import type { ItemId, SectionId } from "../../core/checklist/domain.ts";
import { findSection } from "../../core/checklist/lookup.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { type ItemRow, itemRow } from "./items.ts";

export interface Crumb {
  readonly section: SectionId;
  readonly name: string;
  /** Counted from 1. */
  readonly at: number;
  /** The section's items, in the checklist's order. */
  readonly items: readonly ItemRow[];
}

/** Null where the report has no such item. */
export function crumb(checklist: Checklist, report: Report, id: ItemId): Crumb | null {
  const section = report.items.find((row) => row.id === id)?.section;
  if (section === undefined) return null;
  const score = currentScore(report.phase);
  const items = report.items
    .filter((row) => row.section === section)
    .map((row) => itemRow(checklist, row, score));
  const name = findSection(checklist, section)?.shortTitle ?? "";
  return { section, name, at: items.findIndex((row) => row.id === id) + 1, items };
}
