/** Copies of a workbook beside each other: whose a field is, what commands recorded, and what is left undone. */

import type { Side } from "../audit/inputs.ts";
import { PHASE_WORDS, type Phase } from "../audit/phases.ts";
import type { PhaseMove, SealRecord, SummaryRecord } from "../audit/records.ts";
import { shortSeal } from "../audit/seal.ts";
import { cellLabel } from "./labels.ts";
import { DATA } from "./sheets.ts";

/** What the history says of a copy that is made for the auditor: by these words it is known when it comes back. */
export const AUDITORS_COPY = "Copy for the auditor, without owners";

export const WHOSE_WORDS: Readonly<Record<Side | "process", string>> = {
  partner: "partner",
  auditor: "auditor",
  process: "process",
};

const RECORDS: Readonly<Record<string, string>> = {
  Seal_Record: DATA.seal,
  Summary_Record: DATA.summary,
  Phase_History: "Moves of the phase",
};

/** What a field is called on its sheet, such as `8.1.9 Owner`. */
export const fieldLabel = (name: string, place: string | null): string =>
  RECORDS[name] ?? cellLabel(name, place);

/** A phase with the moment of the move into it; empty where that was never recorded. */
export const phaseText = (phase: Phase, at: string): string =>
  at === "" ? PHASE_WORDS[phase] : `${PHASE_WORDS[phase]}, since ${at}`;

/** Records as one text each, empty where there is none. */
export const RECORD_TEXT = {
  seal: (seal: SealRecord | null): string =>
    seal === null ? "" : `${shortSeal(seal.hash)} of ${seal.at}`,
  summary: (summary: SummaryRecord | null): string =>
    summary === null ? "" : `${summary.total} on ${summary.on}`,
  move: ({ at, from, to, reason }: PhaseMove): string =>
    `${[at, `${PHASE_WORDS[from]} to ${PHASE_WORDS[to]}`].filter((part) => part !== "").join(", ")}${reason === "" ? "" : `. ${reason}`}`,
} as const;

const NOT_THERE = "no cell for it";

/** What a field holds, for people: a blank has a word, and so has a cell that is not there. */
export const valueText = (value: string | null): string =>
  value === null ? NOT_THERE : value === "" ? "blank" : `“${value}”`;

export const MERGE_TEXT = {
  records: "Recorded by commands",
  differences: "Differences",
  field: "Field",
  whose: "Whose",
  count: "Fields that differ",
  compared: "Compared",
  same: "Nothing differs.",
  notThere: NOT_THERE,
  versions: (...copies: readonly (readonly [title: string, version: string])[]) =>
    `${copies.map(([title, version]) => `${title} is of version ${version} of the checklist`).join(", ")}. Move one of them to the version of the other first, then try again.`,
  otherPartner: (
    [title, partner]: readonly [string, string],
    [own, ownPartner]: readonly [string, string],
  ) =>
    `${title} names the partner “${partner}”, and ${own} “${ownPartner}”. Make sure that they are copies of one workbook.`,
} as const;

/** Why no copy is made for the auditor. */
export const SHARE_TEXT = {
  notHandedOver:
    "The self-assessment has not been handed over yet. Hand it over first: the copy goes back by its seal.",
  notSealed:
    "The workbook holds no seal, and by it the auditor's copy would come back. Choose Seal now in the panel's Steps, or run “msp-checklist seal”.",
} as const;
