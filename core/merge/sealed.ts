/** What was sealed, as fields: a hand-over and the stages after it hold the entries themselves. */

import type { SealRecord, Stage } from "../audit/records.ts";
import { handOverKeys, openSeal, type SealedCopy } from "../audit/seal.ts";
import { BETWEEN_DAYS, type MadeStage, stageKeys } from "../audit/stages.ts";
import type { Checklist } from "../checklist/types.ts";
import { inputNamed } from "../workbook/fields.ts";
import type { Copy, Entry, Said } from "./copy.ts";
import { DAYS_OFF, fieldOf, keyOf } from "./fields.ts";

/** A record of either kind, and which it is. */
interface Kept {
  readonly stage: Stage;
  readonly record: SealRecord;
}

const MADE: readonly MadeStage[] = ["audit", "actionItems", "receipt"];
const KINDS: readonly Stage[] = ["handOver", ...MADE];

/** Oldest first. */
function keptIn({ inputs: { records } }: Copy): Kept[] {
  const own = records.stages.map((record): Kept => ({ stage: record.stage, record }));
  return records.seal === null ? own : [...own, { stage: "handOver", record: records.seal }];
}

/** What a copy's newest seals hold; null where there is none, or the hand-over's was altered. */
export function sealedIn(checklist: Checklist, copy: Copy): Said | null {
  const { seal } = copy.inputs.records;
  if (seal !== null && openSeal(seal) === null) return null;
  return saidBy(checklist, newest(keptIn(copy)), [copy]);
}

/** What the newest seals hold that all of the copies have: they are the same workbook up to there. Null for none. */
export function sealedInAll(checklist: Checklist, copies: readonly Copy[]): Said | null {
  const [first, ...others] = copies.map(keptIn);
  const common = (first ?? []).filter(({ stage, record }) =>
    others.every((all) =>
      all.some((one) => one.stage === stage && one.record.hash === record.hash),
    ),
  );
  return saidBy(checklist, newest(common), copies);
}

const newest = (kept: readonly Kept[]): Kept[] =>
  KINDS.flatMap((stage) => kept.filter((one) => one.stage === stage).slice(-1));

function saidBy(checklist: Checklist, kept: readonly Kept[], copies: readonly Copy[]): Said | null {
  const entries = new Map<string, Entry>();
  let hasDays = false;
  let isAny = false;
  const put = (key: string, value: string): void => {
    const field = fieldOf(key);
    if (inputNamed(field.name) !== null)
      entries.set(key, { ...field, value, cell: null, spots: [], isAssumed: false });
  };
  for (const { stage, record } of kept) {
    const opened = openSeal(record);
    if (opened === null) continue;
    isAny = true;
    for (const key of keysOf(checklist, stage, opened, copies)) {
      const value = opened.entries.get(key) ?? "";
      if (key !== DAYS_OFF) {
        put(key, value);
        continue;
      }
      hasDays = true;
      for (const day of value.split(BETWEEN_DAYS)) if (day !== "") put(keyOf(DAYS_OFF, day), day);
    }
  }
  return isAny ? { entries, hasDays } : null;
}

/** A seal leaves blank entries out: they are those that a copy could have filled. */
const keysOf = (
  checklist: Checklist,
  stage: Stage,
  { format, entries }: SealedCopy,
  copies: readonly Copy[],
): ReadonlySet<string> =>
  new Set([
    ...entries.keys(),
    ...copies.flatMap(({ inputs }) =>
      stage === "handOver"
        ? handOverKeys(checklist, inputs, format)
        : stageKeys(stage, checklist, inputs),
    ),
  ]);
