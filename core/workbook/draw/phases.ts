/** In which phases cells are coloured, as tests of colour rules: the table of fields says so, and nothing else. */

import { PHASE_WORDS, PHASES, type Phase } from "../../audit/phases.ts";
import { askedPhases, inputNamed, isEarlyIn } from "../fields.ts";

/** What a copy of the phase holds, for rules which can only see their own sheet; a blank phase is the first one. */
export const PHASE_COPY = `IF(Phase="","${PHASE_WORDS.selfAssessment}",Phase)`;

/**
 * `open`: the cells may be filled. `asked`: they should be. Throws where the inputs differ, because they are
 * about to be coloured by one rule.
 */
export function phasesOf(when: "open" | "asked", ...names: readonly string[]): readonly Phase[] {
  const [first = [], ...others] = names.map((name) =>
    when === "asked" ? askedPhases(name) : openPhases(name),
  );
  if (others.some((phases) => phases.join() !== first.join()))
    throw new RangeError(`One rule cannot colour ${names.join(", ")}: their phases differ.`);
  return first;
}

function openPhases(name: string): readonly Phase[] {
  const field = inputNamed(name);
  if (field === null) throw new RangeError(`${name} is no input.`);
  return field.open;
}

/** The phases in which nobody can have filled the input yet. */
export function phasesBefore(name: string): readonly Phase[] {
  const field = inputNamed(name);
  return field === null ? [] : PHASES.filter((phase) => isEarlyIn(field, phase));
}

/** Those from which on somebody can have. */
export const phasesFrom = (name: string): readonly Phase[] => {
  const before = phasesBefore(name);
  return PHASES.filter((phase) => !before.includes(phase));
};

/** Tests which all hold while a copy of the phase says one of these: as few of them as can say it. */
export function during(copy: string, phases: readonly Phase[]): readonly string[] {
  if (phases.length === 0) throw new RangeError("No phase, so nothing to colour.");
  const others = PHASES.filter((phase) => !phases.includes(phase));
  if (others.length < phases.length)
    return others.map((phase) => `${copy}<>"${PHASE_WORDS[phase]}"`);
  const tests = phases.map((phase) => `${copy}="${PHASE_WORDS[phase]}"`);
  return tests.length < 2 ? tests : [`OR(${tests.join(",")})`];
}

/** The same as one test. */
export function whileIn(copy: string, phases: readonly Phase[]): string {
  const tests = during(copy, phases);
  return tests.length === 1 ? (tests[0] ?? "") : `AND(${["1=1", ...tests].join(",")})`;
}
