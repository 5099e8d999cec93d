/**
 * Brings copies of one workbook together, a field at a time: what one side changed is taken, and where people differ a
 * person has to choose. Pure: nothing is written here.
 */

import { PHASE_WORDS } from "../audit/phases.ts";
import type { Checklist } from "../checklist/types.ts";
import { phaseText } from "../words/merge.ts";
import type { Copy } from "./copy.ts";
import { decide, type Sides, strayedLines } from "./decide.ts";
import { byChecklist, fieldOf } from "./fields.ts";
import type { Conflict, Merge, Taken, Version } from "./outcome.ts";
import {
  commonProcess,
  isForAuditor,
  leadOf,
  type Process,
  processFrom,
  toldBy,
  UNKNOWN,
} from "./process.ts";
import { withLinesMatched } from "./references.ts";
import { sealedInAll } from "./sealed.ts";

export interface MergeRequest {
  /** What the copies were made from; null where nobody has it: then what all of them hold as sealed serves. */
  readonly base: Copy | null;
  /** The one that goes on: whatever else stands in its file stays. */
  readonly mine: Copy;
  readonly theirs: readonly Copy[];
}

/**
 * What would change in mine, and what has to be asked first. All copies are of one checklist. A field that a copy has no
 * cell for is not changed by it; without a base a blank never clears, and two values are a conflict. `settle` takes the
 * choices, `mergeStep` makes edits of what is taken.
 */
export function merge(checklist: Checklist, { base, mine, theirs }: MergeRequest): Merge {
  const copies = [mine, ...theirs];
  const told = copies.map(toldBy);
  const start = base ? processFrom(toldBy(base), UNKNOWN) : commonProcess(told);
  const known = base ?? sealedInAll(checklist, copies);
  const lines = withLinesMatched(
    known?.entries ?? null,
    copies.map(({ entries }) => entries),
  );
  const sides: Sides = {
    all: lines.copies.map((entries, index) => {
      const copy = copies[index] ?? mine;
      return {
        said: { entries, hasDays: copy.hasDays },
        process: processFrom(told[index] ?? start, start),
        isLimited: isForAuditor(copy) && !isForAuditor(mine),
      };
    }),
    base: known && lines.base && { entries: lines.base, hasDays: known.hasDays },
    start,
  };
  const phase = mergePhase(sides);
  const taken: Taken[] = phase.taken ? [phase.taken] : [];
  const conflicts: Conflict[] = phase.conflict ? [phase.conflict] : [];
  const leftOut: Taken[] = [];
  const keys = new Set(sides.all.flatMap(({ said }) => [...said.entries.keys()]));
  const fields = [...keys].map(fieldOf).filter(({ name }) => name !== "Phase");
  const strayed = strayedLines(sides, fields);
  for (const field of fields) {
    const decision = decide(sides, field, strayed);
    if (decision.taken) taken.push(decision.taken);
    if (decision.conflict) conflicts.push(decision.conflict);
    leftOut.push(...decision.leftOut);
  }
  const order = byChecklist(checklist);
  return {
    taken: taken.sort(order),
    conflicts: conflicts.sort(order),
    leftOut: leftOut.sort(order),
    lead: phase.lead,
  };
}

interface MergedPhase {
  readonly lead: number;
  readonly taken: Taken | null;
  readonly conflict: Conflict | null;
}

/** The phase goes by its history, not by its word alone: of copies that went on, the one that went furthest counts. */
function mergePhase({ all, start }: Sides): MergedPhase {
  const lead = leadOf(
    start,
    all.map(({ process }) => process),
  );
  const field = { ...fieldOf("Phase"), whose: "process" } as const;
  const textOf = ({ phase, history }: Process): string =>
    phaseText(phase, history[history.length - 1]?.at ?? "");
  const versionOf = (index: number): Version => {
    const process = all[index]?.process ?? start;
    return { value: textOf(process), cell: PHASE_WORDS[process.phase], copies: [index] };
  };
  const own = versionOf(0);
  if (typeof lead === "number") {
    const { value: after, cell, copies } = versionOf(lead);
    const isSame = after === own.value;
    const taken = isSame ? null : { ...field, before: own.value, after, cell, copies };
    return { lead, taken, conflict: null };
  }
  const others = lead.filter((index) => index !== 0).map(versionOf);
  const conflict: Conflict = {
    ...field,
    cause: "both",
    base: textOf(start),
    versions: [own, ...others],
    canJoin: false,
  };
  return { lead: 0, taken: null, conflict };
}
