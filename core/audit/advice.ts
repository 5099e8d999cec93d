/** What stands between a score and a pass: the cheapest way there, or what would have to change. */

import type { ItemId, Points } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import type { ItemResult } from "./evaluate.ts";
import type { Phase } from "./phases.ts";
import type { Score, Scores } from "./score.ts";

/** Which of the three scores a phase works on. */
export type ScoreName = keyof Scores;

export function currentScore(phase: Phase): ScoreName {
  if (phase === "audit") return "preliminary";
  return phase === "selfAssessment" || phase === "submitted" ? "self" : "final";
}

/** Items to be met or closed; mandatory ones first, each group in the checklist's order. */
export interface Steps {
  readonly mandatory: readonly ItemId[];
  /** The fewest others that suffice. */
  readonly others: readonly ItemId[];
  /** How many others there are to choose from. */
  readonly otherChoices: number;
  /** The total once all of these are taken. */
  readonly makes: number;
}

export type Advice =
  | { readonly kind: "passed"; readonly spare: number }
  | {
      readonly kind: "way";
      /** Answering as met, closing action items, or some of both. */
      readonly act: "meet" | "close" | "both";
      readonly steps: Steps;
      /** What closing or meeting these items adds. */
      readonly brings: number;
      /** What can still be missed without falling under what is needed. */
      readonly spare: number;
      readonly unanswered: number;
    }
  | {
      readonly kind: "outOfReach";
      /** The best total that is still possible. */
      readonly best: number;
      /** What would have to change, beside everything that is still open going well. */
      readonly steps: Steps;
      /** Whether an answer can be changed, an action item closed, or nothing is left to do. */
      readonly remedy: "reanswer" | "close" | "none";
    };

/** All that advice depends on; a report is one. */
export interface AdviceFacts extends Scores {
  readonly phase: Phase;
  readonly items: readonly ItemResult[];
}

interface Candidate {
  readonly id: ItemId;
  readonly mandatory: boolean;
  readonly lift: number;
  readonly act: "meet" | "close";
}

/**
 * The way from a score to a pass. Every open mandatory item has to be met; of the others the fewest are
 * chosen, those that bring most first. With nothing open left that would do, the same choice is made
 * among the items that are lost.
 */
export function advise(
  { pass }: Checklist,
  facts: AdviceFacts,
  name: ScoreName = currentScore(facts.phase),
): Advice {
  const score = facts[name];
  if (score.verdict === "pass") return { kind: "passed", spare: score.total - pass };
  const { open, lost } = sortOut(facts, name);
  if (score.verdict === "fail") return outOfReach(pass, facts.phase, name, score, lost);
  const steps = cheapest(pass, open, score.total);
  const taken = open.filter(({ id }) => steps.mandatory.includes(id) || steps.others.includes(id));
  const acts = new Set(taken.map(({ act }) => act));
  return {
    kind: "way",
    act: acts.size > 1 ? "both" : ([...acts][0] ?? "meet"),
    steps,
    brings: steps.makes - score.total,
    spare: score.ceiling - pass,
    unanswered: score.unanswered,
  };
}

function outOfReach(
  pass: number,
  phase: Phase,
  name: ScoreName,
  score: Score,
  lost: readonly Candidate[],
): Advice {
  const remedy = () => {
    if (name === "preliminary") return "close";
    return name === "self" && phase === "selfAssessment" ? "reanswer" : "none";
  };
  return {
    kind: "outOfReach",
    best: score.ceiling,
    steps: cheapest(pass, lost, score.ceiling),
    remedy: remedy(),
  };
}

/** The audited items that can still add to a score, and those that no longer can. */
function sortOut(
  facts: AdviceFacts,
  name: ScoreName,
): { readonly open: readonly Candidate[]; readonly lost: readonly Candidate[] } {
  const open: Candidate[] = [];
  const lost: Candidate[] = [];
  for (const row of facts.items) {
    if (row.scope !== "audited") continue;
    const answer = name === "self" ? row.self : row.auditor;
    const { id, mandatory } = row;
    if (answer === "unanswered") {
      open.push({ id, mandatory, lift: row.ifMet, act: "meet" });
    } else if (answer === "notMet") {
      const closing: Candidate = { id, mandatory, lift: row.ifMet - row.ifNotMet, act: "close" };
      const state = name === "final" ? row.actionState : null;
      if (state === "closed") continue;
      const canBeClosed = state === "planned" || (state === "open" && facts.phase !== "closed");
      (canBeClosed ? open : lost).push(closing);
    }
  }
  return { open, lost };
}

function cheapest(pass: number, candidates: readonly Candidate[], total: Points): Steps {
  const mandatory = candidates.filter((candidate) => candidate.mandatory);
  const others = candidates.filter((candidate) => !candidate.mandatory);
  let makes: number = total;
  for (const candidate of mandatory) makes += candidate.lift;
  const chosen = new Set<ItemId>();
  // The sort is stable, so among equals the checklist's order decides.
  for (const candidate of [...others].sort((a, b) => b.lift - a.lift)) {
    if (makes >= pass) break;
    makes += candidate.lift;
    chosen.add(candidate.id);
  }
  return {
    mandatory: mandatory.map(({ id }) => id),
    others: others.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    otherChoices: others.length,
    makes,
  };
}
