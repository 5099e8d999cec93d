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

/** A phase as typed: capitals, spaces and hyphens do not matter. Null for anything else. */
export function phaseNamed(typed: string): Phase | null {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, "");
  return PHASES.find((phase) => plain(PHASE_WORDS[phase]) === plain(typed)) ?? null;
}

export function phaseIndex(phase: Phase): number {
  return PHASES.indexOf(phase);
}

/** Going back asks for a reason, and so does passing over a phase. */
export function needsReason(from: Phase, to: Phase): boolean {
  const steps = phaseIndex(to) - phaseIndex(from);
  return steps < 0 || steps > 1;
}
