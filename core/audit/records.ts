/** What commands record in a workbook: the hand-over, moves of the phase, and the score at the audit summary. */

import type { IsoDate, ItemId, SectionId } from "../checklist/domain.ts";
import type { Answer } from "./answers.ts";
import type { Phase } from "./phases.ts";

/** The form in which a workbook keeps entries and records; a later one may hold more. */
export const FORMAT_VERSION = 2;

/** The partner's entries as they were handed over. */
export interface SealRecord {
  /** SHA-256 of `text` as 64 hexadecimal digits. */
  readonly hash: string;
  /** Day and time as `2026-11-24 18:05`, by the clock of whoever handed over. */
  readonly at: string;
  /** The canonical form of the sealed entries; see `seal.ts`. */
  readonly text: string;
}

/** What is sealed beside the hand-over: an earlier one, and what ends or begins in the audit. */
export const STAGES = ["handOver", "audit", "actionItems", "receipt"] as const;
export type Stage = (typeof STAGES)[number];

export interface StageRecord extends SealRecord {
  readonly stage: Stage;
}

export interface PhaseMove {
  /** As in a seal; empty where the move was made by hand and only noticed later. */
  readonly at: string;
  readonly from: Phase;
  readonly to: Phase;
  readonly reason: string;
  /** The short form of the seal that was made with the move; else empty. */
  readonly seal: string;
}

/** The preliminary score as the audit summary told it. */
export interface SummaryRecord {
  readonly on: IsoDate;
  readonly total: number;
  readonly sections: Readonly<Record<SectionId, number>>;
  /** The auditor's answers, each by its item: the checklist may have got others since. */
  readonly answers: Readonly<Record<ItemId, Answer>>;
}

export interface Records {
  /** Oldest first; the newest `HISTORY_ROWS` of them. */
  readonly history: readonly PhaseMove[];
  readonly seal: SealRecord | null;
  readonly summary: SummaryRecord | null;
  /** Oldest first; workbooks of format 1 keep none. */
  readonly stages: readonly StageRecord[];
}

export const NO_RECORDS: Records = { history: [], seal: null, summary: null, stages: [] };
