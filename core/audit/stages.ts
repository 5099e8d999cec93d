/**
 * What is sealed as the audit goes on: the auditor's answers when Audit ends, closures and plans when Action items
 * ends, and what the due date depends on once the audit summary was received.
 */

import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { ANSWER_WORDS } from "./answers.ts";
import { deadlines } from "./clock.ts";
import type { Evaluation } from "./evaluate.ts";
import type { Inputs } from "./inputs.ts";
import { type Phase, phaseIndex } from "./phases.ts";
import type { SealRecord, Stage, StageRecord } from "./records.ts";
import {
  changesBetween,
  type Entries,
  filledEntries,
  hashOf,
  parseSealed,
  type SealedChange,
} from "./seal.ts";

/** An earlier hand-over is kept, and never made here. */
export type MadeStage = Exclude<Stage, "handOver">;

/** So many of each are kept: going back and on again must not fill the workbook. */
const KEPT = 3;

const DUE = "Action_Items_Due_On";

/** How holidays stand in the seal of the receipt: in one entry, between these. */
export const BETWEEN_DAYS = ", ";

const entriesOf = (stage: MadeStage, checklist: Checklist, inputs: Inputs): Entries =>
  filledEntries(allEntries(stage, checklist, inputs));

/** The keys that a stage seals, with the blank ones. */
export const stageKeys = (
  stage: MadeStage,
  checklist: Checklist,
  inputs: Inputs,
): readonly string[] => allEntries(stage, checklist, inputs).map(([key]) => key);

function allEntries(stage: MadeStage, checklist: Checklist, inputs: Inputs): Entries {
  if (stage === "receipt")
    return [
      ["Summary_Received_On", inputs.summaryReceivedOn ?? ""],
      ["Holidays", [...inputs.holidays].sort().join(BETWEEN_DAYS)],
      [DUE, deadlines(checklist, inputs).actionItemsDueOn ?? ""],
    ];
  return checklist.items.flatMap(({ id }): (readonly [string, string])[] => {
    const own = inputs.items[id];
    if (!own) return [];
    return stage === "audit"
      ? [
          [`Auditor_Answer[${id}]`, own.auditor === "unanswered" ? "" : ANSWER_WORDS[own.auditor]],
          [`Auditor_Note[${id}]`, own.note],
          [`Note_Kind[${id}]`, own.noteKind],
        ]
      : [
          [`Closed_On[${id}]`, own.closedOn ?? ""],
          [`Closure_Evidence[${id}]`, own.closureEvidence],
          [`Action_Plan[${id}]`, own.plan],
        ];
  });
}

export function sealStage(
  stage: MadeStage,
  checklist: Checklist,
  inputs: Inputs,
  at: string,
): StageRecord {
  const text = JSON.stringify(entriesOf(stage, checklist, inputs));
  return { stage, at, text, hash: hashOf(text) };
}

/** With one more; the oldest of its kind makes room. */
export function withStage(
  stages: readonly StageRecord[],
  added: StageRecord,
): readonly StageRecord[] {
  const own = stages.filter(({ stage }) => stage === added.stage);
  const spare = own.slice(0, Math.max(0, own.length + 1 - KEPT));
  return [...stages.filter((record) => !spare.includes(record)), added];
}

/** The seal of a hand-over that is about to be replaced. */
export const earlierHandOver = ({ hash, at, text }: SealRecord): StageRecord => ({
  stage: "handOver",
  hash,
  at,
  text,
});

export interface StageCheck {
  readonly stage: MadeStage;
  /** Empty where nobody knows. */
  readonly at: string;
  readonly state: "unchanged" | "changed" | "damaged";
  readonly changes: readonly SealedChange[];
  /** Closures that count now and did not under the due date that was recorded, or the other way round. */
  readonly moved: readonly ItemId[];
}

/** Back in the phase that a seal ended changes are meant. */
const ENDED: Readonly<Record<MadeStage, Phase | null>> = {
  audit: "audit",
  actionItems: "actionItems",
  receipt: null,
};

/** The newest of each kind that the phase has left behind, compared with what stands there now. */
export function checkStages(
  checklist: Checklist,
  inputs: Inputs,
  { actionItems }: Pick<Evaluation, "actionItems">,
): readonly StageCheck[] {
  return (["audit", "receipt", "actionItems"] as const).flatMap((stage): StageCheck[] => {
    const record = inputs.records.stages.filter((each) => each.stage === stage).pop();
    const ended = ENDED[stage];
    if (!record || (ended !== null && phaseIndex(inputs.phase) <= phaseIndex(ended))) return [];
    const { at, text, hash } = record;
    const before = parseSealed(text);
    if (before === null || hashOf(text) !== hash)
      return [{ stage, at, state: "damaged", changes: [], moved: [] }];
    const changes = changesBetween(before, new Map(entriesOf(stage, checklist, inputs)));
    const due = before.get(DUE) as IsoDate | undefined;
    const counted = (closedOn: IsoDate) => due !== undefined && closedOn <= due;
    const moved =
      stage !== "receipt"
        ? []
        : actionItems.flatMap(({ id, kind, closedOn, state }) =>
            kind === "score-impacting" &&
            closedOn !== null &&
            counted(closedOn) !== (state === "closed")
              ? [id]
              : [],
          );
    return [{ stage, at, state: changes.length > 0 ? "changed" : "unchanged", changes, moved }];
  });
}
