/** The scoring rule: three scores from two columns of answers and the closures between them. */

import type { Points, SectionId } from "../checklist/domain.ts";
import { keptByChecklist } from "../checklist/kept.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Answer } from "./answers.ts";
import type { Scope } from "./scope.ts";

export type Verdict = "pass" | "fail" | "inProgress" | "actionPlan";

/** Where an action item stands; a planned one is a mandatory one that has an action plan. */
export type ActionState = "open" | "planned" | "closed" | "late";

/** All that the score of one item depends on. */
export interface ScoringRow {
  readonly section: SectionId;
  readonly scope: Scope;
  readonly ifNotMet: Points;
  readonly ifMet: Points;
  /** Not met, it alone keeps the audit from being passed. */
  readonly mandatory: boolean;
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

const noPoints = keptByChecklist(
  ({ sections }: Checklist): Readonly<Record<SectionId, number>> =>
    Object.fromEntries(sections.map(({ id }) => [id, 0])),
);

class Tally {
  total = 0;
  below = 0;
  above = 0;
  answered = 0;
  unanswered = 0;
  notMet = 0;
  mandatoryNotMet = 0;
  readonly sections: Record<SectionId, number>;
  readonly pass: number;
  /** Points of the section that the present rows belong to, not yet added to it. */
  private run = 0;

  constructor(pass: number, sections: Readonly<Record<SectionId, number>>) {
    this.pass = pass;
    this.sections = { ...sections };
  }

  earn(points: number): void {
    this.total += points;
    this.run += points;
  }

  /** Rows mostly come section by section, so a section is looked up once for each run of its rows. */
  endRun(section: SectionId): void {
    this.sections[section] = (this.sections[section] ?? 0) + this.run;
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
    if (row.mandatory) this.mandatoryNotMet += 1;
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
    if (this.total + this.above < this.pass || this.mandatoryNotMet > 0) return "fail";
    if (this.unanswered > 0) return "inProgress";
    return this.total >= this.pass ? "pass" : "fail";
  }
}

/** The final score: the preliminary one, with closed action items counted as met. */
class FinalTally extends Tally {
  openMandatory = 0;
  plannedMandatory = 0;
  plannedLift = 0;

  constructor(preliminary: Tally, actions: readonly ScoringRow[], closed: boolean) {
    super(preliminary.pass, preliminary.sections);
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
    switch (row.actionState) {
      case "closed":
        this.total += lift;
        this.sections[row.section] = (this.sections[row.section] ?? 0) + lift;
        this.notMet -= 1;
        return;
      case "planned":
        this.above += lift;
        if (!row.mandatory) return;
        this.plannedMandatory += 1;
        this.plannedLift += lift;
        return;
      case "open":
        if (!closed) this.above += lift;
        if (row.mandatory) this.openMandatory += 1;
        return;
      default:
        return;
    }
  }

  finalVerdict(closed: boolean): Verdict {
    if (this.total + this.above < this.pass) return "fail";
    if (this.unanswered > 0) return "inProgress";
    const pending = this.openMandatory + this.plannedMandatory;
    if (this.total >= this.pass && pending === 0) return "pass";
    if (!closed) return "inProgress";
    const plansSuffice =
      this.openMandatory === 0 &&
      this.plannedMandatory > 0 &&
      this.total + this.plannedLift >= this.pass;
    return plansSuffice ? "actionPlan" : "fail";
  }
}

/**
 * Scores all rows at once. The order of rows does not matter, and no total depends on the phase;
 * `closed` (the phase is Closed) only ends the time in which open action items can still be closed.
 * Source: lines 28, 95 to 104 and 54 to 65.
 * Twin: workbook/draw/overview-scores.ts#drawScores
 * Twin: workbook/draw/overview-scores.ts#drawSections
 */
export function scoreItems(
  checklist: Checklist,
  rows: readonly ScoringRow[],
  closed: boolean,
): Scores {
  const self = new Tally(checklist.pass, noPoints(checklist));
  const preliminary = new Tally(checklist.pass, noPoints(checklist));
  const actions: ScoringRow[] = [];
  let section = rows[0]?.section;
  for (const row of rows) {
    if (section !== undefined && row.section !== section) {
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
  if (section !== undefined) {
    self.endRun(section);
    preliminary.endRun(section);
  }
  const final = new FinalTally(preliminary, actions, closed);
  return {
    self: self.score(self.verdict()),
    preliminary: preliminary.score(preliminary.verdict()),
    final: final.score(final.finalVerdict(closed)),
  };
}
