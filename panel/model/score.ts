/** The score block: where the workbook stands, how far it is to a pass, and the three scores. */

import { advise, currentScore, type ScoreName } from "../../core/audit/advice.ts";
import { phaseIndex } from "../../core/audit/phases.ts";
import type { Score, Verdict } from "../../core/audit/score.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { groupIssues } from "../../core/report/groups.ts";
import type { Report } from "../../core/report/report.ts";
import { VERDICT_WORDS } from "../../core/words/en.ts";
import { SCORE } from "../words/panel.ts";

export interface Meter {
  readonly now: number;
  readonly open: number;
  readonly missed: number;
  /** Shares of the bar from 0 to 1; a total under 0 leaves it empty. */
  readonly nowShare: number;
  readonly openShare: number;
  readonly missedShare: number;
  readonly passShare: number;
  /** Whether what is open can be closed, rather than answered. */
  readonly closable: boolean;
}

export interface ScoreModel {
  readonly verdict: Verdict;
  readonly badge: string;
  readonly besideBadge: string | null;
  readonly errors: number;
  readonly count: string;
  readonly headline: string;
  readonly reason: string | null;
  readonly meter: Meter;
  readonly scores: readonly {
    readonly name: ScoreName;
    /** Null while there is nothing to show yet. */
    readonly total: number | null;
    readonly current: boolean;
  }[];
  /** What a screen reader hears when it changes. */
  readonly spoken: string;
}

const SCORES: readonly ScoreName[] = ["self", "preliminary", "final"];

export function scoreModel(checklist: Checklist, report: Report): ScoreModel {
  const name = currentScore(report.phase);
  const score = report[name];
  const errors = groupIssues(report.issues).filter(
    ({ first }) => first.severity === "error",
  ).length;
  const soFar = name === "preliminary" && score.verdict === "fail" && score.unanswered > 0;
  return {
    verdict: score.verdict,
    badge: VERDICT_WORDS[score.verdict],
    besideBadge: soFar ? SCORE.soFar : null,
    errors,
    count: countText(report, name),
    ...headline(checklist, report, name, errors),
    meter: meter(checklist, score, name),
    scores: SCORES.map((each) => ({
      name: each,
      total: each === name || hasBegun(report, each) ? report[each].total : null,
      current: each === name,
    })),
    spoken: SCORE.spoken(checklist, name, score.total, score.verdict),
  };
}

/** The final score stays out of sight until action items can be closed: before, it equals the preliminary one. */
function hasBegun(report: Report, name: ScoreName): boolean {
  if (name === "final") return phaseIndex(report.phase) >= phaseIndex("actionItems");
  return report[name].answered > 0;
}

function countText(report: Report, name: ScoreName): string {
  const score = report[name];
  const all = score.answered + score.unanswered;
  if (name === "self") return SCORE.answered(score.answered, all);
  const actions = report.actionItems;
  if (name === "final" && actions.length > 0 && score.unanswered === 0) {
    const closed = actions.filter((action) => action.state === "closed").length;
    return SCORE.closed(closed, actions.length);
  }
  return SCORE.validated(score.answered, all);
}

function headline(
  checklist: Checklist,
  report: Report,
  name: ScoreName,
  errors: number,
): { readonly headline: string; readonly reason: string | null } {
  const score = report[name];
  const found = distance(checklist, report, name, score);
  return errors > 0
    ? { ...found, reason: SCORE.damaged(score.total, report.sheetTotals[name]) }
    : found;
}

function distance(
  checklist: Checklist,
  report: Report,
  name: ScoreName,
  score: Score,
): { readonly headline: string; readonly reason: string | null } {
  const advice = advise(checklist, report, name);
  const missing = checklist.pass - score.total;
  if (advice.kind === "passed") {
    const text = advice.spare === 0 ? SCORE.passExactly : SCORE.pass(advice.spare);
    return { headline: text, reason: null };
  }
  if (advice.kind === "outOfReach") {
    if (missing <= 0) return { headline: SCORE.mandatoryNotMet, reason: SCORE.notMet(advice) };
    return score.ceiling === score.total
      ? { headline: SCORE.short(checklist, missing), reason: SCORE.notMet(advice) }
      : { headline: SCORE.outOfReach(checklist), reason: SCORE.best(advice) };
  }
  if (score.verdict === "actionPlan") {
    return { headline: SCORE.toPass(checklist, missing), reason: SCORE.planned(advice.steps) };
  }
  if (missing > 0) return { headline: SCORE.toPass(checklist, missing), reason: null };
  return {
    headline: SCORE.reached(checklist),
    reason: SCORE.reachedThen(advice.steps.mandatory.length, advice.unanswered),
  };
}

function meter({ most, pass }: Checklist, score: Score, name: ScoreName): Meter {
  const share = (value: number) => Math.min(1, Math.max(0, value / most));
  const nowShare = share(score.total);
  const reachShare = Math.max(nowShare, share(score.ceiling));
  return {
    now: score.total,
    open: score.ceiling - score.total,
    missed: Math.max(0, most - score.ceiling),
    nowShare,
    openShare: reachShare - nowShare,
    missedShare: 1 - reachShare,
    passShare: pass / most,
    closable: name === "final" && score.unanswered === 0,
  };
}
