/** A settled merge as edits of mine: the fields that are taken, and the records that go with the phase. */

import type {
  PhaseMove,
  Records,
  SealRecord,
  StageRecord,
  SummaryRecord,
} from "../audit/records.ts";
import { shortSeal } from "../audit/seal.ts";
import { earlierHandOver, withStage } from "../audit/stages.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Step } from "../report/moves.ts";
import type { RecordKind } from "../words/issues.ts";
import { STEP_TEXT } from "../words/steps.ts";
import type { Edit, Snapshot } from "../workbook/port.ts";
import { cellsOf, isBlank } from "../workbook/read/locate.ts";
import { fitsSealed, fitsStages, HISTORY_ROWS, recordEdits } from "../workbook/read/records.ts";
import type { Spot } from "../workbook/write/change.ts";
import type { Copy } from "./copy.ts";
import { DAYS_OFF } from "./fields.ts";
import type { MergeRequest } from "./merge.ts";
import type { Taken } from "./outcome.ts";
import { commonMoves, toldBy } from "./process.ts";
import type { Settled } from "./settle.ts";

export interface MergeEdits {
  readonly edits: readonly Edit[];
  /** What mine has no cell for, or no free one. */
  readonly unplaced: readonly Taken[];
}

/** The fields alone. */
export function mergeEdits({ entries, snapshot }: Copy, taken: readonly Taken[]): MergeEdits {
  const edits: Edit[] = [];
  const unplaced: Taken[] = [];
  const days = taken.filter(({ name }) => name === DAYS_OFF);
  for (const change of taken) {
    if (change.name === DAYS_OFF) continue;
    const [spot] = entries.get(change.key)?.spots ?? [];
    if (spot === undefined) unplaced.push(change);
    else edits.push({ ...spot, value: change.cell });
  }
  // A day that goes makes room for one that comes.
  const left = days.flatMap(({ key, after }) =>
    after === "" ? (entries.get(key)?.spots ?? []) : [],
  );
  const room = [...left, ...freeSpots(snapshot)];
  for (const change of days) {
    if (change.after === "") continue;
    const spot = room.shift();
    if (spot === undefined) unplaced.push(change);
    else edits.push({ ...spot, value: change.cell });
  }
  edits.push(
    ...left.filter((spot) => room.includes(spot)).map((spot) => ({ ...spot, value: null })),
  );
  return { edits, unplaced };
}

const freeSpots = ({ names }: Snapshot): Spot[] => {
  const range = names[DAYS_OFF];
  if (!range) return [];
  return cellsOf(range).flatMap(({ value, formula }, index) =>
    isBlank(value) && formula === null ? [{ name: DAYS_OFF, index }] : [],
  );
};

/** What has to be written into mine once nothing is open; without edits it is as merged already. */
export function mergeStep(
  checklist: Checklist,
  { mine, theirs }: MergeRequest,
  { taken, lead }: Settled,
): Step {
  const records = mergedRecords(mine, theirs, [mine, ...theirs][lead] ?? mine);
  const { seal, stages } = records;
  const isTooLong = (seal && !fitsSealed(checklist, seal.text)) || !fitsStages(checklist, stages);
  if (isTooLong) return { edits: null, refusal: STEP_TEXT.tooLongToSeal };
  const { edits } = mergeEdits(mine, taken);
  return {
    edits: [...edits, ...recordEdits(checklist, mine.snapshot, records)],
    refusal: null,
  };
}

/** Mine, with what the copy that leads has recorded since, and what any of them sealed or told. */
function mergedRecords(mine: Copy, theirs: readonly Copy[], lead: Copy): Records {
  const own = mine.inputs.records;
  const keeps = (kind: RecordKind): boolean => mine.unreadable.includes(kind);
  const seal = keeps("seal") ? own.seal : newerSeal(mine, lead);
  const told = theirs.map(({ inputs }) => inputs.records.summary);
  const replaced =
    own.seal !== null && own.seal.hash !== seal?.hash ? earlierHandOver(own.seal) : null;
  return {
    history: [...own.history, ...movesSince(mine, lead)].slice(-HISTORY_ROWS),
    seal,
    summary: keeps("summary") ? own.summary : told.reduce(later, own.summary),
    stages: keeps("stages") ? own.stages : allStages(mine, theirs, replaced),
  };
}

/** The mark of an auditor's copy is no move of the workbook. */
function movesSince(mine: Copy, lead: Copy): readonly PhaseMove[] {
  const [own, other] = [toldBy(mine).history, toldBy(lead).history];
  return other.slice(commonMoves(own, other));
}

/** Of two hand-overs the one that both copies do not know yet; where there are two of them, the one of the copy that leads. */
function newerSeal(mine: Copy, lead: Copy): SealRecord | null {
  const [own, other] = [mine.inputs.records, lead.inputs.records];
  if (own.seal === null || other.seal === null) return own.seal ?? other.seal;
  const common = own.history.slice(0, commonMoves(own.history, other.history));
  const known = common.filter(({ seal }) => seal !== "").pop()?.seal;
  return known === shortSeal(other.seal.hash) ? own.seal : other.seal;
}

const later = (a: SummaryRecord | null, b: SummaryRecord | null): SummaryRecord | null =>
  a === null || (b !== null && b.on > a.on) ? b : a;

/** Those of mine, and what the others sealed besides; the newest of each kind. */
function allStages(
  { inputs }: Copy,
  theirs: readonly Copy[],
  replaced: StageRecord | null,
): readonly StageRecord[] {
  const own = inputs.records.stages;
  const known = new Set(own.map(keyOfStage));
  const others = theirs.flatMap((copy) => copy.inputs.records.stages);
  const added = [...(replaced ? [replaced] : []), ...others].filter((record) => {
    const isNew = !known.has(keyOfStage(record));
    known.add(keyOfStage(record));
    return isNew;
  });
  if (added.length === 0) return own;
  const byTime = [...own, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return byTime.reduce(withStage, [] as readonly StageRecord[]);
}

const keyOfStage = ({ stage, hash }: StageRecord): string => `${stage} ${hash}`;
