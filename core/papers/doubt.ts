/** What papers and letters say while points that are our reading are in play. */

import { doubtfulPoints, openPointsSpread } from "../audit/doubts.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Report } from "../report/report.ts";
import { PAPER_TEXT } from "../words/papers.ts";

/** Whose answers the paper tells; what has been closed since is in play no more. */
export type Told = "self" | "preliminary" | "final";

/** One sentence; null where no such item is not met, or somebody has compared the points. */
export function doubtOf(checklist: Checklist, report: Report, told: Told): string | null {
  const { pointsChecked } = report.profile;
  const side = told === "self" ? "self" : "auditor";
  const ids = doubtfulPoints(checklist, { pointsChecked, items: report.items }).flatMap((row) => {
    const isClosed = told === "final" && row.actionState === "closed";
    return row[side] === "notMet" && !isClosed ? [row.id] : [];
  });
  return ids.length === 0 ? null : PAPER_TEXT.doubt(ids, openPointsSpread(checklist));
}
