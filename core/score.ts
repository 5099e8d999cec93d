/** The scoring rule: three scores from two columns of answers and the closures between them. */

import type { Answer } from "./answers.ts";
import type { Points, SectionId } from "./domain.ts";
import type { Scope } from "./scope.ts";

/** Source: lines 95 and 96. */
export const MOST_POINTS = 1000;
export const PASS_POINTS = 900;

export type Verdict = "pass" | "fail" | "inProgress" | "actionPlan";

/** Where an action item stands; a planned one is a mandatory one that has an action plan. */
export type ActionState = "open" | "planned" | "closed" | "late";

/** All that the score of one item depends on. */
export interface ScoringRow {
  readonly section: SectionId;
  readonly scope: Scope;
  readonly ifNotMet: Points;
  readonly ifMet: Points;
  readonly self: Answer;
  readonly auditor: Answer;
  /** Null where the auditor's answer makes no action item. */
  readonly actionState: ActionState | null;
}

export interface Score {
  /** Points of what is answered, waived or carried so far. */
  readonly total: Points;
  /** The total if everything unanswered turns out not met. */
  readonly floor: Points;
  /** The total if everything unanswered is met, and for the final score everything closable is closed. */
  readonly ceiling: Points;
  /** Audited items with an answer, and without one. */
  readonly answered: number;
  readonly unanswered: number;
  /** Audited items answered as not met; in the final score those not closed. */
  readonly notMet: number;
  readonly verdict: Verdict;
  readonly sections: Readonly<Record<SectionId, Points>>;
}

export interface Scores {
  readonly self: Score;
  readonly preliminary: Score;
  readonly final: Score;
}

class Tally {
  total = 0;
  below = 0;
  above = 0;
  answered = 0;
  unanswered = 0;
  notMet = 0;
  mandatoryNotMet = 0;
  readonly sections: Record<SectionId, number> = {
    "1": 0,
    "2": 0,
    "3": 0,
    "4": 0,
    "5": 0,
    "6": 0,
    "7": 0,
    "8": 0,
    "9": 0,
    "10": 0,
    "11": 0,
    "12": 0,
    "13": 0,
    "14": 0,
  };

  earn(row: ScoringRow, points: number): void {
    this.total += points;
    this.sections[row.section] += points;
  }

  count(row: ScoringRow, answer: Answer): void {
    if (answer === "unanswered") {
      this.unanswered += 1;
      this.below += row.ifNotMet;
      this.above += row.ifMet;
      return;
    }
    this.answered += 1;
    if (answer === "met") {
      this.earn(row, row.ifMet);
      return;
    }
    this.notMet += 1;
    if (row.ifNotMet < 0) this.mandatoryNotMet += 1;
    this.earn(row, row.ifNotMet);
  }

  score(verdict: Verdict): Score {
    return {
      total: this.total as Points,
      floor: (this.total + this.below) as Points,
      ceiling: (this.total + this.above) as Points,
      answered: this.answered,
      unanswered: this.unanswered,
      notMet: this.notMet,
      verdict,
      sections: this.sections as Record<SectionId, Points>,
    };
  }

  /** Self and preliminary: no closures, so one mandatory item not met has failed. */
  verdict(): Verdict {
    if (this.total + this.above < PASS_POINTS || this.mandatoryNotMet > 0) return "fail";
    if (this.unanswered > 0) return "inProgress";
    return this.total >= PASS_POINTS ? "pass" : "fail";
  }
}

/**
 * Scores all rows at once. The order of rows does not matter, and no total depends on the phase;
 * `closed` (the phase is Closed) only ends the time in which open action items can still be closed.
 * Source: lines 28, 95 to 104 and 54 to 65.
 */
export function scoreItems(rows: readonly ScoringRow[], closed: boolean): Scores {
  const self = new Tally();
  const preliminary = new Tally();
  const final = new Tally();
  let openMandatory = 0;
  let plannedMandatory = 0;
  let plannedLift = 0;
  for (const row of rows) {
    if (row.scope !== "audited") {
      self.earn(row, row.ifMet);
      preliminary.earn(row, row.ifMet);
      final.earn(row, row.ifMet);
      continue;
    }
    self.count(row, row.self);
    preliminary.count(row, row.auditor);
    const state = row.auditor === "notMet" ? row.actionState : null;
    final.count(row, state === "closed" ? "met" : row.auditor);
    if (state !== "open" && state !== "planned") continue;
    const lift = row.ifMet - row.ifNotMet;
    if (!closed || state === "planned") final.above += lift;
    if (row.ifNotMet >= 0) continue;
    if (state === "planned") {
      plannedMandatory += 1;
      plannedLift += lift;
    } else {
      openMandatory += 1;
    }
  }
  return {
    self: self.score(self.verdict()),
    preliminary: preliminary.score(preliminary.verdict()),
    final: final.score(finalVerdict(final, closed, openMandatory, plannedMandatory, plannedLift)),
  };
}

function finalVerdict(
  final: Tally,
  closed: boolean,
  openMandatory: number,
  plannedMandatory: number,
  plannedLift: number,
): Verdict {
  if (final.total + final.above < PASS_POINTS) return "fail";
  if (final.unanswered > 0) return "inProgress";
  if (final.total >= PASS_POINTS && openMandatory + plannedMandatory === 0) return "pass";
  if (!closed) return "inProgress";
  const plansSuffice =
    openMandatory === 0 && plannedMandatory > 0 && final.total + plannedLift >= PASS_POINTS;
  return plansSuffice ? "actionPlan" : "fail";
}
