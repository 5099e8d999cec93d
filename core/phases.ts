/** The five phases of an audit, in order. */

export const PHASES = ["selfAssessment", "submitted", "audit", "actionItems", "closed"] as const;
export type Phase = (typeof PHASES)[number];

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  selfAssessment: "Self-assessment",
  submitted: "Submitted",
  audit: "Audit",
  actionItems: "Action items",
  closed: "Closed",
};

export function phaseIndex(phase: Phase): number {
  return PHASES.indexOf(phase);
}
