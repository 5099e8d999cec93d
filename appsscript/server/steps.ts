/** The steps of an audit, as the sidebar asks for them. */

import { PHASES, type Phase } from "../../core/audit/phases.ts";
import type { Moment } from "../../core/report/moment.ts";
import { handOver, movePhase, recordSummary, type Step, sealNow } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { HostError, type Snapshot } from "../../core/workbook/port.ts";
import { SHEETS_TEXT } from "../words.ts";
import { tell } from "./toasts.ts";
import { activeBook, sheetsWorkbook } from "./workbook.ts";

export function takePhase(to: Phase, reason: string): void {
  if (!PHASES.includes(to)) throw new HostError(SHEETS_TEXT.unknownField(String(to)));
  take((snapshot, now) => movePhase(EDITIONS, snapshot, to, String(reason), now));
}

export function takeHandOver(): void {
  take((snapshot, now) => handOver(EDITIONS, snapshot, now));
}

export function takeSummary(): void {
  take((snapshot, now) => recordSummary(EDITIONS, snapshot, now));
}

export function takeSeal(): void {
  take((snapshot, now) => sealNow(EDITIONS, snapshot, now));
}

function take(work: (snapshot: Snapshot, now: Moment) => Step): void {
  const book = activeBook();
  tell(book, sheetsWorkbook(book).take(work));
}
