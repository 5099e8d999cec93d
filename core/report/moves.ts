/** Steps of an audit as edits: each command says what it writes, or in a sentence why it must not. */

import { type Evaluation, evaluate } from "../audit/evaluate.ts";
import type { Inputs } from "../audit/inputs.ts";
import { needsReason, PHASE_WORDS, type Phase, phaseIndex } from "../audit/phases.ts";
import type { PhaseMove, SealRecord, StageRecord, SummaryRecord } from "../audit/records.ts";
import { checkSeal, makeSeal, shortSeal } from "../audit/seal.ts";
import { earlierHandOver, sealStage, withStage } from "../audit/stages.ts";
import { summaryRecord } from "../audit/summary-record.ts";
import type { IsoDate } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import type { RecordKind } from "../words/issues.ts";
import { speakFinding } from "../words/preflight.ts";
import { wholeSentence } from "../words/spoken.ts";
import { STEP_TEXT } from "../words/steps.ts";
import { editionIn, type Library } from "../workbook/library.ts";
import type { Edit, Snapshot } from "../workbook/port.ts";
import { comparedFormat } from "../workbook/read/locate.ts";
import { readInputs, type WorkbookReading } from "../workbook/read/reading.ts";
import {
  fitsSealed,
  fitsStages,
  HISTORY_ROWS,
  hasRoom,
  hasStages,
  recordEdits,
} from "../workbook/read/records.ts";
import { dayOf, type Moment } from "./moment.ts";
import { preflight } from "./preflight.ts";
import { report } from "./report.ts";

/** Without edits and without a refusal nothing has to be written. */
export type Step =
  | { readonly edits: readonly Edit[]; readonly refusal: null }
  | { readonly edits: null; readonly refusal: string };

const refused = (refusal: string): Step => ({ edits: null, refusal });
const granted = (edits: readonly Edit[]): Step => ({ edits, refusal: null });

type Known = WorkbookReading & { readonly checklist: Checklist };

/** Null where the workbook is of a checklist that is not known. */
function readKnown(library: Library, snapshot: Snapshot): Known | null {
  const checklist = editionIn(library, snapshot)?.checklist;
  return checklist ? { checklist, ...readInputs(checklist, snapshot) } : null;
}

/**
 * Moves the phase and records the move. Leaving the self-assessment seals the partner's entries, by
 * whichever command; going back and passing over a phase ask for a reason. To the phase that stands there, it records
 * why it was set by hand, where that was so.
 */
export function movePhase(
  library: Library,
  snapshot: Snapshot,
  to: Phase,
  reason: string,
  moment: Moment,
): Step {
  const read = readKnown(library, snapshot);
  if (read === null) return refused(STEP_TEXT.checklistUnknown);
  const { checklist, inputs, records } = read;
  const format = comparedFormat(snapshot);
  const from = inputs.phase;
  const why = reason.replace(/\s+/g, " ").trim();
  if (to === from) return recordByHand(read, snapshot, why);
  if (needsReason(from, to) && why === "") return refused(STEP_TEXT.needsReason(from, to));
  const seals = from === "selfAssessment";
  const seal = seals ? makeSeal(checklist, inputs, moment, format) : inputs.records.seal;
  if (seals && seal && !fitsSealed(checklist, seal.text)) return refused(STEP_TEXT.tooLongToSeal);
  // Seals that cannot be read are left where they lie.
  const stages = isUnreadable(records, "stages")
    ? inputs.records.stages
    : sealedOnLeaving(checklist, inputs, to, seal, moment);
  if (hasStages(snapshot) && !fitsStages(checklist, stages))
    return refused(STEP_TEXT.tooLongToSeal);
  const move: PhaseMove = {
    at: moment,
    from,
    to,
    reason: why,
    seal: seals && seal ? shortSeal(seal.hash) : "",
  };
  const history = [...inputs.records.history, ...movesByHand(inputs, from), move];
  const today = dayOf(moment);
  // A day still to come was meant; an earlier one is of an earlier hand-over. A move past Submitted is
  // made after the fact, on a day that nobody knows here.
  const isDated = inputs.submittedOn !== null && inputs.submittedOn >= today;
  return granted([
    ...(seals && to === "submitted" && !isDated
      ? [{ name: "Submitted_On", value: { date: today } }]
      : []),
    { name: "Phase", value: PHASE_WORDS[to] },
    ...recordEdits(checklist, snapshot, {
      ...inputs.records,
      seal,
      stages,
      summary: leaves("audit", from, to) ? summaryTold(read, today) : inputs.records.summary,
      history: history.slice(-HISTORY_ROWS),
    }),
  ]);
}

/** When that was nobody knows; why, whoever is asked may say. */
function recordByHand({ checklist, inputs }: Known, snapshot: Snapshot, why: string): Step {
  const { records, phase } = inputs;
  const [move] = movesByHand(inputs, phase);
  if (move === undefined || why === "") return granted([]);
  const told = { ...move, reason: `${move.reason}: ${why}` };
  return granted([
    { name: "Phase", value: PHASE_WORDS[phase] },
    ...recordEdits(checklist, snapshot, {
      ...records,
      history: [...records.history, told].slice(-HISTORY_ROWS),
    }),
  ]);
}

/** The seals that stand there, with those of the phases that end and the hand-over that is replaced. */
function sealedOnLeaving(
  checklist: Checklist,
  inputs: Inputs,
  to: Phase,
  seal: SealRecord | null,
  moment: Moment,
): readonly StageRecord[] {
  const { seal: replaced } = inputs.records;
  let { stages } = inputs.records;
  if (replaced !== null && replaced.hash !== seal?.hash)
    stages = withStage(stages, earlierHandOver(replaced));
  for (const stage of ["audit", "actionItems"] as const) {
    if (leaves(stage, inputs.phase, to))
      stages = withStage(stages, sealStage(stage, checklist, inputs, moment));
  }
  return stages;
}

/** Whether a move forward ends the phase. */
const leaves = (phase: Phase, from: Phase, to: Phase): boolean =>
  phaseIndex(from) <= phaseIndex(phase) && phaseIndex(phase) < phaseIndex(to);

/** Leaving Audit tells the preliminary score; what a summary told before stays. Without any validation there is none. */
function summaryTold({ checklist, inputs, records }: Known, today: IsoDate): SummaryRecord | null {
  const { summary } = inputs.records;
  if (summary !== null || isUnreadable(records, "summary")) return summary;
  const isBegun = Object.values(inputs.items).some(({ auditor }) => auditor !== "unanswered");
  return isBegun ? summaryRecord(evaluate(checklist, inputs), today) : null;
}

const isUnreadable = (records: WorkbookReading["records"], kind: RecordKind): boolean =>
  records.unreadable.some(({ record }) => record === kind);

/** Seals what the partner entered where the phase was moved by hand and nothing was sealed. */
export function sealNow(library: Library, snapshot: Snapshot, moment: Moment): Step {
  const read = readKnown(library, snapshot);
  if (read === null) return refused(STEP_TEXT.checklistUnknown);
  const { checklist, inputs, records } = read;
  const { phase } = inputs;
  const { history, seal } = inputs.records;
  if (phase === "selfAssessment") return refused(STEP_TEXT.sealedByHandOver);
  if (seal !== null) return granted([]);
  const isLost = isUnreadable(records, "seal") || history.some((move) => move.seal !== "");
  if (isLost || !hasRoom(snapshot)) return refused(STEP_TEXT.sealLost);
  const made = makeSeal(checklist, inputs, moment, comparedFormat(snapshot));
  if (!fitsSealed(checklist, made.text)) return refused(STEP_TEXT.tooLongToSeal);
  const move: PhaseMove = {
    at: moment,
    from: phase,
    to: phase,
    reason: STEP_TEXT.sealedLater,
    seal: shortSeal(made.hash),
  };
  const moves = [...history, ...movesByHand(inputs, phase), move].slice(-HISTORY_ROWS);
  const after = { ...inputs.records, seal: made, history: moves };
  return granted(recordEdits(checklist, snapshot, after));
}

/** A move that no command recorded, so that the history has no gap. */
export function movesByHand({ records: { history } }: Inputs, now: Phase): PhaseMove[] {
  const last = history[history.length - 1]?.to ?? "selfAssessment";
  return last === now ? [] : [{ at: "", from: last, to: now, reason: STEP_TEXT.byHand, seal: "" }];
}

/**
 * Hands the self-assessment over: seals it, and moves to Submitted. Only findings that block stand in the
 * way; the others are for the caller to show and to have confirmed. A second time, with nothing changed,
 * nothing has to be written: the mail can be made again.
 */
export function handOver(library: Library, snapshot: Snapshot, moment: Moment): Step {
  const read = readKnown(library, snapshot);
  if (read === null) return refused(STEP_TEXT.checklistUnknown);
  const { checklist, inputs } = read;
  const today = dayOf(moment);
  const blocking = preflight(checklist, report(library, snapshot), today).filter(
    (finding) => finding.weight === "blocks",
  );
  if (blocking.length > 0)
    return refused(blocking.map((finding) => wholeSentence(speakFinding(finding))).join("\n"));
  if (phaseIndex(inputs.phase) > phaseIndex("submitted")) {
    return refused(STEP_TEXT.tooLateToHandOver(PHASE_WORDS[inputs.phase]));
  }
  if (inputs.phase === "submitted") {
    const check = checkSeal(checklist, inputs);
    if (check?.state === "unchanged" || !hasRoom(snapshot)) return granted([]);
    if (check?.state === "damaged") return refused(STEP_TEXT.sealDamaged);
    return refused(check ? STEP_TEXT.changedSinceHandOver(check.at) : STEP_TEXT.submittedByHand);
  }
  return movePhase(library, snapshot, "submitted", "", moment);
}

/**
 * Stores the preliminary score with its day. While the audit lasts a new summary replaces the old one;
 * later the score that was told stays.
 */
export function recordSummary(library: Library, snapshot: Snapshot, moment: Moment): Step {
  const read = readKnown(library, snapshot);
  if (read === null) return refused(STEP_TEXT.checklistUnknown);
  const { checklist, inputs, records } = read;
  if (phaseIndex(inputs.phase) < phaseIndex("audit")) {
    return refused(STEP_TEXT.noAuditYet(PHASE_WORDS[inputs.phase]));
  }
  const { summary } = inputs.records;
  const isTold = summary !== null || records.unreadable.some(({ record }) => record === "summary");
  if (isTold && inputs.phase !== "audit") return granted([]);
  const evaluation: Evaluation = evaluate(checklist, inputs);
  const after = { ...inputs.records, summary: summaryRecord(evaluation, dayOf(moment)) };
  return granted(recordEdits(checklist, snapshot, after));
}
