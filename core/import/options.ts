/** What whoever brings something may say of it before it is read. */

import { type Phase, phaseIndex } from "../audit/phases.ts";
import type { ItemId } from "../checklist/domain.ts";
import type { Role } from "./roles.ts";

/** Whose answer it is where a column says no more than that it holds answers. */
export type AnswerName = "Self_Answer" | "Auditor_Answer";

/** The partner's before the audit has begun, then the auditor's. */
export const answersIn = (phase: Phase): AnswerName =>
  phaseIndex(phase) < phaseIndex("audit") ? "Self_Answer" : "Auditor_Answer";

export interface ReadOptions {
  readonly answers: AnswerName;
  /** Where values without ids begin; null: at the first item, and then there are as many as items. */
  readonly from: ItemId | null;
  /** What columns are for, where somebody said so: by the table's place among all, columns from 0. Null: not read. */
  readonly columns?: readonly {
    readonly table: number;
    readonly column: number;
    readonly role: Role | null;
  }[];
}
