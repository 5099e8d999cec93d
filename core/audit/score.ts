/** The scoring rule: three scores from two columns of answers and the closures between them. */

import type { Points, SectionId } from "../checklist/domain.ts";
import type { Answer } from "./answers.ts";
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

const NOTHING: Readonly<Record<SectionId, number>> = {
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

class Tally {
  total = 0;
  below = 0;
  above = 0;
  answered = 0;
  unanswered = 0;
  notMet = 0;
  mandatoryNotMet = 0;
  readonly sections: Record<SectionId, number>;
  /** Points of the section that the present rows belong to, not yet added to it. */
  private run = 0;

  constructor(sections: Readonly<Record<SectionId, number>> = NOTHING) {
    this.sections = { ...sections };
  }

  earn(points: number): void {
    this.total += points;
    this.run += points;
  }

  /** Rows mostly come section by section, so a section is looked up once for each run of its rows. */
  endRun(section: SectionId): void {
    this.sections[section] += this.run;
    this.run = 0;
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
      this.earn(row.ifMet);
      return;
    }
    this.notMet += 1;
    if (row.ifNotMet < 0) this.mandatoryNotMet += 1;
    this.earn(row.ifNotMet);
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

/** The final score: the preliminary one, with closed action items counted as met. */
class FinalTally extends Tally {
  openMandatory = 0;
  plannedMandatory = 0;
  plannedLift = 0;

  constructor(preliminary: Tally, actions: readonly ScoringRow[], closed: boolean) {
    super(preliminary.sections);
    this.total = preliminary.total;
    this.below = preliminary.below;
    this.above = preliminary.above;
    this.answered = preliminary.answered;
    this.unanswered = preliminary.unanswered;
    this.notMet = preliminary.notMet;
    for (const row of actions) this.close(row, closed);
  }

  private close(row: ScoringRow, closed: boolean): void {
    const lift = row.ifMet - row.ifNotMet;
    const isMandatory = row.ifNotMet < 0;
    switch (row.actionState) {
      case "closed":
        this.total += lift;
        this.sections[row.section] += lift;
        this.notMet -= 1;
        return;
      case "planned":
        this.above += lift;
        if (!isMandatory) return;
        this.plannedMandatory += 1;
        this.plannedLift += lift;
        return;
      case "open":
        if (!closed) this.above += lift;
        if (isMandatory) this.openMandatory += 1;
        return;
      default:
        return;
    }
  }

  finalVerdict(closed: boolean): Verdict {
    if (this.total + this.above < PASS_POINTS) return "fail";
    if (this.unanswered > 0) return "inProgress";
    const pending = this.openMandatory + this.plannedMandatory;
    if (this.total >= PASS_POINTS && pending === 0) return "pass";
    if (!closed) return "inProgress";
    const plansSuffice =
      this.openMandatory === 0 &&
      this.plannedMandatory > 0 &&
      this.total + this.plannedLift >= PASS_POINTS;
    return plansSuffice ? "actionPlan" : "fail";
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
  const actions: ScoringRow[] = [];
  let section: SectionId = rows[0]?.section ?? "1";
  for (const row of rows) {
    if (row.section !== section) {
      self.endRun(section);
      preliminary.endRun(section);
      section = row.section;
    }
    if (row.scope === "audited") {
      self.count(row, row.self);
      preliminary.count(row, row.auditor);
      if (row.auditor === "notMet") actions.push(row);
    } else {
      self.earn(row.ifMet);
      preliminary.earn(row.ifMet);
    }
  }
  self.endRun(section);
  preliminary.endRun(section);
  const final = new FinalTally(preliminary, actions, closed);
  return {
    self: self.score(self.verdict()),
    preliminary: preliminary.score(preliminary.verdict()),
    final: final.score(final.finalVerdict(closed)),
  };
}
