/** How far each copy has come: the phase with the history of its moves, which tells one that goes on from one that strayed. */

import { PHASES, type Phase, phaseIndex, phaseNamed } from "../audit/phases.ts";
import type { PhaseMove } from "../audit/records.ts";
import { AUDITORS_COPY } from "../words/merge.ts";
import { cellText, firstCell } from "../workbook/read/locate.ts";
import type { Copy } from "./copy.ts";

/** Where a copy stands, and how it came there. */
export interface Process {
  readonly phase: Phase;
  /** Oldest first, without the line that marks an auditor's copy. */
  readonly history: readonly PhaseMove[];
}

/** Where every workbook begins. */
export const UNKNOWN: Process = { phase: "selfAssessment", history: [] };

const lastPhase = (history: readonly PhaseMove[]): Phase =>
  history[history.length - 1]?.to ?? "selfAssessment";

const isMark = ({ reason }: PhaseMove): boolean => reason === AUDITORS_COPY;

/** Whether the copy was made for an auditor. */
export const isForAuditor = ({ inputs }: Copy): boolean => inputs.records.history.some(isMark);

/** Null in place of the phase where the cell is gone, blank or not understood: then nobody moved it there. */
export interface Told extends Pick<Process, "history"> {
  readonly phase: Phase | null;
}

export const toldBy = ({ inputs, snapshot }: Copy): Told => ({
  phase: phaseNamed(cellText(firstCell(snapshot, "Phase")?.value ?? null)),
  history: inputs.records.history.filter((move) => !isMark(move)),
});

/** A copy that does not say is where its moves led; without any, where it began. */
export const processFrom = ({ phase, history }: Told, start: Process): Process => ({
  phase: phase ?? (history.length > start.history.length ? lastPhase(history) : start.phase),
  history,
});

/** How many moves two histories begin with alike. */
export function commonMoves(a: readonly PhaseMove[], b: readonly PhaseMove[]): number {
  const isSame = (index: number) => JSON.stringify(a[index]) === JSON.stringify(b[index]);
  let count = 0;
  while (count < a.length && count < b.length && isSame(count)) count += 1;
  return count;
}

/** What copies without a known beginning have in common: the moves that all of them know of. */
export function commonProcess(copies: readonly Told[]): Process {
  const [first, ...others] = copies.map(({ history }) => history);
  const history = others.reduce(
    (common, other) => common.slice(0, commonMoves(common, other)),
    first ?? [],
  );
  return { phase: lastPhase(history), history };
}

/** Whether a copy went further than the other, or just as far: nothing was moved there that is not known here. */
const goesOn = (further: Process, from: Process, base: Process): boolean =>
  commonMoves(further.history, from.history) === from.history.length &&
  [lastPhase(from.history), further.phase, base.phase].includes(from.phase);

const isSeal = ({ seal }: PhaseMove): boolean => seal !== "";

/**
 * The copy whose phase counts, by its index; 0 where nobody moved it. All that moved it, where their ways do not go
 * together and a person has to choose.
 */
export function leadOf(base: Process, copies: readonly Process[]): number | readonly number[] {
  const moved = copies.flatMap((copy, index) =>
    copy.phase !== base.phase || copy.history.length > commonMoves(base.history, copy.history)
      ? [index]
      : [],
  );
  const at = (index: number): Process => copies[index] ?? base;
  const furthest = moved.filter(
    (index) =>
      !moved.some(
        (other) =>
          other !== index &&
          goesOn(at(other), at(index), base) &&
          // Of two that are the same the first counts.
          (other < index || !goesOn(at(index), at(other), base)),
      ),
  );
  const [first] = furthest;
  if (first === undefined) return 0;
  const isAlike = furthest.every(
    (index) =>
      at(index).phase === at(first).phase &&
      !at(index)
        .history.slice(commonMoves(base.history, at(index).history))
        .some(isSeal),
  );
  return furthest.length === 1 || isAlike ? first : furthest;
}

/** The phases that a copy was in since the base. */
export function phasesSince(base: Process, { phase, history }: Process): ReadonlySet<Phase> {
  const moves = history.slice(commonMoves(base.history, history));
  const seen = [base.phase, phase, ...moves.flatMap(({ from, to }) => [from, to])].map(phaseIndex);
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  return new Set(PHASES.filter((each) => phaseIndex(each) >= least && phaseIndex(each) <= most));
}
