/** What is told of a kept workbook without opening it: whose it is, how far it has come, where its score stands. */

import { currentScore } from "../core/audit/advice.ts";
import type { Phase } from "../core/audit/phases.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { Report } from "../core/report/report.ts";
import { localDay } from "../core/report/today.ts";
import { scoreModel } from "../panel/model/score.ts";
import type { DayPoint, RecentMeter } from "../panel/types.ts";

export interface Facts {
  readonly partner: string;
  /** The checklist that it is of, as `3.1`. */
  readonly version: string;
  readonly phase: Phase;
  /** How much is answered, and how far it is to a pass: words. */
  readonly count: string;
  readonly headline: string;
  readonly total: number;
  readonly meter: RecentMeter;
}

export function factsOf(checklist: Checklist, report: Report): Facts {
  const { count, headline, meter } = scoreModel(checklist, report);
  const { nowShare, openShare, missedShare, passShare } = meter;
  return {
    partner: report.partner,
    version: checklist.version,
    phase: report.phase,
    count,
    headline,
    total: meter.now,
    meter: { nowShare, openShare, missedShare, passShare },
  };
}

/** Where the score that the phase works on stands now. */
export function pointOf(report: Report): DayPoint {
  const score = currentScore(report.phase);
  const { total, answered } = report[score];
  return { day: localDay(new Date()), score, total, answered };
}
