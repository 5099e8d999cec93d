/** Why a step of the audit is refused, and what the history says of moves made by hand. */

import { PHASE_WORDS, PHASES, type Phase, phaseIndex } from "../audit/phases.ts";
import { join } from "./numbers.ts";
import { OTHER_PROGRAM, UNFIT_TEXT } from "./refusals.ts";

export const STEP_TEXT = {
  checklistUnknown: `${UNFIT_TEXT.checklistUnknown} ${OTHER_PROGRAM}`,
  byHand: "Set by hand",
  needsReason: (from: Phase, to: Phase) => {
    const [at, past] = [phaseIndex(from), phaseIndex(to)];
    const passed = PHASES.slice(at + 1, past).map((phase) => PHASE_WORDS[phase]);
    return past < at
      ? `Going back from ${PHASE_WORDS[from]} to ${PHASE_WORDS[to]} needs a reason. Say why; it is kept in the history.`
      : `Going from ${PHASE_WORDS[from]} to ${PHASE_WORDS[to]} passes over ${join(passed)}, and needs a reason. Say why; it is kept in the history.`;
  },
  tooLongToSeal:
    "The entries are too long to be kept with the seal. Shorten the longest evidence texts, then try again.",
  tooLateToHandOver: (phase: string) =>
    `The phase is ${phase}, so it is too late to hand over. To do it all the same, go back to Self-assessment with a reason.`,
  changedSinceHandOver: (at: string) =>
    `Entries were changed after the hand-over of ${at}. Put them back, or go back to Self-assessment with a reason and hand over again.`,
  sealDamaged:
    "The record of the hand-over was altered. Go back to Self-assessment with a reason and hand over again.",
  submittedByHand:
    "The phase was set to Submitted by hand, so there is no seal. Choose Seal now in the panel's Steps, or run “msp-checklist seal”; or go back to Self-assessment with a reason and hand over again.",
  sealedByHandOver: "The phase is Self-assessment: handing over seals the entries.",
  sealedLater: "Sealed later",
  sealLost:
    "The record of the hand-over was there and is gone or altered, so a new seal would tell nothing. Compare with the workbook that was mailed.",
  noAuditYet: (phase: string) =>
    `The phase is ${phase}, so there is no audit to sum up yet. Move to the phase Audit first.`,
  noActionsYet: (phase: string) =>
    `The phase is ${phase}; the final report comes after the action items. Move to the phase Action items first.`,
} as const;
