/** Everything that people enter in a workbook, as typed values. */

import type { IsoDate, ItemId, Points } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Answer } from "./answers.ts";
import type { Phase } from "./phases.ts";
import type { Records } from "./records.ts";

/** Whose hand writes an input. */
export type Side = "partner" | "auditor";

export interface ItemInputs {
  readonly self: Answer;
  readonly auditor: Answer;
  readonly evidence: string;
  readonly owner: string;
  readonly note: string;
  readonly noteKind: string;
  readonly closureEvidence: string;
  readonly closedOn: IsoDate | null;
  readonly plan: string;
  readonly priorAction: boolean;
  readonly disclosedChange: boolean;
  readonly whatChanged: string;
  /** As in the catalogue, save for the items whose add points can be set in the workbook. */
  readonly ifNotMet: Points;
  readonly ifMet: Points;
}

export interface ServiceInputs {
  readonly name: string;
  readonly isNew: boolean;
  readonly example: string;
  readonly support: string;
  readonly unavailable: boolean;
  readonly reviewed: boolean;
  /** Null while blank. */
  readonly compliant: boolean | null;
}

export interface ReferenceInputs {
  readonly customer: string;
  readonly kind: string;
  readonly on: IsoDate | null;
  readonly isPublic: boolean | null;
  readonly isPaying: boolean | null;
}

export interface PrerequisiteInputs {
  readonly tier: string;
  readonly references: readonly ReferenceInputs[];
  readonly applicationSent: boolean;
  readonly applicationOn: IsoDate | null;
  readonly selfAssessmentSent: boolean;
  readonly reviewed: boolean;
}

export interface Inputs {
  readonly phase: Phase;
  readonly partner: string;
  readonly reseller: boolean;
  readonly renewal: boolean;
  readonly singleRegion: boolean;
  readonly previousAuditVersion: string;
  readonly lastFullAuditOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
  readonly auditOn: IsoDate | null;
  readonly summaryReceivedOn: IsoDate | null;
  readonly reportReceivedOn: IsoDate | null;
  readonly holidays: readonly IsoDate[];
  /** Contacts and sign-off by defined name, blank ones as empty text. */
  readonly people: Readonly<Record<string, string>>;
  /** E-mail addresses as typed, for hosts that can keep cells for people. */
  readonly editors: Readonly<Record<Side, string>>;
  /** All items of the checklist. */
  readonly items: Readonly<Record<ItemId, ItemInputs>>;
  readonly services: readonly ServiceInputs[];
  readonly prerequisites: PrerequisiteInputs;
  /** Somebody compared the points that our copy of the source lacks with the published table. */
  readonly pointsChecked: boolean;
  readonly records: Records;
}

/** As this checklist takes them: where it knows no renewals every audit is a full one, whatever was entered. */
export const inputsFor = ({ renewal }: Checklist, inputs: Inputs): Inputs =>
  renewal === null && inputs.renewal ? { ...inputs, renewal: false } : inputs;
