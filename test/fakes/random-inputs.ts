/** Random but repeatable workbooks: every kind of engagement and phase, part-filled, with closures, plans and holidays. */

import type { Answer } from "../../core/audit/answers.ts";
import { addDays, isoDate } from "../../core/audit/dates.ts";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import { makeSeal } from "../../core/audit/seal.ts";
import { sealStage } from "../../core/audit/stages.ts";
import { summaryRecord } from "../../core/audit/summary-record.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { ifNotMetFor } from "../../core/checklist/lookup.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { HISTORY_ROWS } from "../../core/workbook/read/records.ts";

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const day = (text: string): IsoDate => {
  const read = isoDate(text);
  if (!read) throw new RangeError(`${text} is no date.`);
  return read;
};

/** How likely an answer is, and how likely it is Met: from hardly begun to complete and perfect. */
const MOODS = [
  { answered: 0.4, met: 0.5 },
  { answered: 0.97, met: 0.97 },
  { answered: 1, met: 1 },
  { answered: 0.9, met: 0.9 },
  { answered: 1, met: 0.95 },
  { answered: 1, met: 0.985 },
  { answered: 0, met: 0 },
] as const;

export function randomInputs(seed: number, checklist: Checklist = checklist31): Inputs {
  const { items, openValues } = checklist;
  const random = randomNumbers(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const mood = MOODS[seed % MOODS.length] ?? MOODS[0];
  const blank = blankInputs(checklist);
  // Month ends, a leap day and a year's end are among the days counted from.
  const start = pick([
    day("2026-12-18"),
    day("2028-02-29"),
    day("2026-01-30"),
    day("2027-08-31"),
    day("2026-03-09"),
  ]);
  const somewhen = (share: number, from: IsoDate, days: number): IsoDate | null =>
    chance(share) ? addDays(from, Math.floor(random() * days)) : null;
  const auditOn = somewhen(0.8, start, 20);
  const summaryReceivedOn = somewhen(0.75, auditOn ?? start, 4);
  const answer = (): Answer =>
    chance(mood.answered) ? (chance(mood.met) ? "met" : "notMet") : "unanswered";
  const filled: Record<ItemId, ItemInputs> = {};
  for (const item of items) {
    const own = blank.items[item.id];
    if (!own) continue;
    const auditor = answer();
    const ifMet =
      item.provenance === "reconstructed" && chance(0.3)
        ? pick(openValues?.choices ?? [own.ifMet])
        : own.ifMet;
    filled[item.id] = {
      ...own,
      self: answer(),
      auditor,
      ifMet,
      ifNotMet: item.provenance === "reconstructed" ? ifNotMetFor(checklist, ifMet) : own.ifNotMet,
      closedOn: somewhen(auditor === "notMet" ? 0.5 : 0.03, summaryReceivedOn ?? start, 14),
      plan: chance(auditor === "notMet" ? 0.5 : 0.02) ? "Two engineers, done by May" : "",
      evidence: chance(0.3) ? `Evidence ${item.id}` : "",
      owner: chance(0.3) ? "T. Weiss" : "",
      note: auditor === "notMet" && chance(0.5) ? "=not a formula" : "",
      closureEvidence: auditor === "notMet" && chance(0.3) ? "Signed report" : "",
      priorAction: chance(0.06),
      disclosedChange: chance(0.05),
    };
  }
  const references = Array.from({ length: Math.floor(random() * 6) }, (_, index) => ({
    customer: `Customer ${index + 1}`,
    kind: pick(["New customer", "New engagement", ""]),
    on: somewhen(0.85, addDays(start, -700), 690),
    isPublic: pick([true, false, null]),
    isPaying: pick([true, true, true, false, null]),
  }));
  const entered: Inputs = {
    ...blank,
    phase: pick(PHASES),
    partner: seed % 9 === 0 ? "" : `Partner “${seed}” & Söhne`,
    reseller: chance(0.5),
    renewal: chance(0.5),
    singleRegion: chance(0.3),
    previousAuditVersion: chance(0.5) ? "3.0" : "",
    lastFullAuditOn: somewhen(0.6, addDays(start, -1_200), 1_000),
    submittedOn: somewhen(0.8, addDays(start, -40), 30),
    auditOn,
    summaryReceivedOn,
    reportReceivedOn: somewhen(0.5, addDays(start, 15), 20),
    holidays: chance(0.6)
      ? Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
          addDays(start, Math.floor(random() * 40)),
        )
      : [],
    items: filled,
    services: blank.services.map((service) => ({
      ...service,
      unavailable: chance(0.1),
      reviewed: chance(0.3),
      compliant: pick([true, true, true, false, null]),
    })),
    prerequisites: {
      tier: pick(["", "Advanced", "Premier"]),
      references,
      applicationSent: chance(0.5),
      applicationOn: somewhen(0.5, start, 5),
      selfAssessmentSent: chance(0.5),
      reviewed: chance(0.5),
    },
  };
  return { ...entered, records: randomRecords(checklist, entered, random) };
}

/** Most workbooks have been handed over; some have moved more often than the history has rows. */
function randomRecords(
  checklist: Checklist,
  inputs: Inputs,
  random: () => number,
): Inputs["records"] {
  if (random() < 0.3) return inputs.records;
  const moves = Math.floor(random() * 24);
  const history = Array.from({ length: moves }, (_, index) => ({
    at: random() < 0.9 ? `2026-02-${10 + index} 10:0${index % 10}` : "",
    from: PHASES[index % 5] ?? "selfAssessment",
    to: PHASES[(index + 1) % 5] ?? "selfAssessment",
    reason: random() < 0.4 ? "Wrong “folder” & page" : "",
    seal: random() < 0.2 ? "3fa9-11c2-77b0" : "",
  }));
  return {
    history: history.slice(-HISTORY_ROWS),
    seal: random() < 0.8 ? makeSeal(checklist, inputs, "2026-02-10 10:00") : null,
    summary: random() < 0.5 ? summaryRecord(evaluate(checklist, inputs), day("2026-03-10")) : null,
    stages: (["audit", "receipt", "actionItems"] as const).flatMap((stage) =>
      random() < 0.5 ? [sealStage(stage, checklist, inputs, "2026-03-10 10:00")] : [],
    ),
  };
}
