/** What is printed of the Checklist in each phase, and where its pages end. */

import { type Phase, phaseIndex } from "../../audit/phases.ts";
import type { ChecklistColumn } from "./layout.ts";
import { MARGIN } from "./page.ts";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** Paper across: A4 is lower than Letter. */
const PAPER_MILLIMETRES = 210;
/** Programs differ in how much they find room for: what a page holds, against what the paper has. */
const ROOMS = [0.98, 0.99, 1, 1.01, 1.02, 1.03] as const;

/** Of a part of the columns, and in which size so that they take one page across, on A4 as on Letter. */
interface PrintedColumns {
  readonly last: ChecklistColumn;
  /** Percent. */
  readonly scale: number;
}

/**
 * Up to the partner's half before the audit; with the auditor's answers from then on. What comes of action items
 * stands on their own sheet.
 */
export const printedColumns = (phase: Phase): PrintedColumns =>
  phaseIndex(phase) < phaseIndex("audit")
    ? { last: "owner", scale: 72 }
    : { last: "noteKind", scale: 55 };

/** A row in the order of the sheet, in points. */
export interface PrintedRow {
  readonly row: number;
  readonly height: number;
  /** It never ends a page: what stands under it belongs to it. */
  readonly isHeading: boolean;
}

/** How much of a page's height, in points, is left to rows. */
export const roomOnPage = (scale: number): number =>
  ((PAPER_MILLIMETRES - 2 * MARGIN) * POINTS_PER_MILLIMETRE * 100) / scale;

/**
 * Behind which rows a page has to end, so that in no program a heading stands alone at a page's foot: as few pages as
 * that takes. Where the other pages end is left to the program. `room` is what a page has for rows like these.
 */
export function pageEnds(rows: readonly PrintedRow[], room: number): number[] {
  const starts = rows.flatMap(({ isHeading }, index) => (isHeading || index === 0 ? [index] : []));
  /** The best way to print the rows from each start on, in the order of the sheet. */
  let best: { readonly pages: number; readonly ends: number[] }[] = [{ pages: 0, ends: [] }];
  let nexts = [rows.length];
  for (const start of starts.reverse()) {
    const ways = nexts.map((next, index) => {
      const { pages = 0, ends = [] } = best[index] ?? {};
      const end = rows[next]?.row;
      return {
        pages: pages + pagesOf(rows.slice(start, next), room),
        ends: end ? [end - 1, ...ends] : ends,
      };
    });
    // Of two that are as short, the one that leaves more to the program.
    const way = ways.reduce((found, other) => (other.pages > found.pages ? found : other));
    best = [way, ...best];
    nexts = [start, ...nexts];
  }
  return best[0]?.ends ?? [];
}

/** How many pages these rows take, in all programs together; beyond all number where one leaves a heading alone. */
function pagesOf(rows: readonly PrintedRow[], room: number): number {
  let pages = 0;
  for (const share of ROOMS) {
    let left = 0;
    let isAlone = false;
    for (const { height, isHeading } of rows) {
      left -= height;
      if (left < 0) {
        pages += isAlone ? Number.POSITIVE_INFINITY : 1;
        left = room * share - height;
      }
      isAlone = isHeading;
    }
  }
  return pages;
}
