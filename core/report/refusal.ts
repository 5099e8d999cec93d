/** Why a workbook is not read, or a wish not carried out, as facts; hosts have them spoken here. */

import { PHASE_WORDS, type Phase } from "../audit/phases.ts";
import { carriedText, closedNow, UNFIT_TEXT } from "../words/refusals.ts";
import type { CarriedFault } from "../workbook/library.ts";

/** The workbook is none that this program may read and write. */
export type Unfit =
  | { readonly code: "noChecklist" }
  /** The sheets of one are there, and no name leads to them. */
  | { readonly code: "namesLost" }
  | { readonly code: "newerFormat"; readonly found: number; readonly known: number }
  | { readonly code: "checklistUnknown" }
  /** The workbook carries its own, which cannot be used, or not yet. */
  | { readonly code: "checklistUnread"; readonly fault: CarriedFault | "notLoaded" };

/** Inputs that entries were made in, and the phase that does not take them. */
export interface ClosedInputs {
  readonly phase: Phase;
  readonly inputs: readonly string[];
}

export type Refusal =
  | Unfit
  /** The phase has closed them, perhaps by somebody else's doing since the host last looked. */
  | ({ readonly code: "closedPhase" } & ClosedInputs)
  /** What was typed is none of the input's; a sentence for each. */
  | { readonly code: "entries"; readonly messages: readonly string[] }
  /** A step of the audit must not be taken; its own sentence. */
  | { readonly code: "step"; readonly message: string };

/** What to do where a workbook cannot be used: it depends on how the program came to its user. */
export type Remedies = Readonly<Record<Unfit["code"], string>>;

/** To whoever only wanted to look. */
export const unfitText = (unfit: Unfit, remedies: Remedies): string =>
  `${causeOf(unfit)} ${remedies[unfit.code]}`;

/** To whoever wanted something written. */
export function refusalText(refusal: Refusal, remedies: Remedies): string {
  switch (refusal.code) {
    case "closedPhase":
      return closedNow(PHASE_WORDS[refusal.phase]);
    case "entries":
      return refusal.messages.join(" ");
    case "step":
      return refusal.message;
    default:
      return `${causeOf(refusal)} ${UNFIT_TEXT.nothingChanged} ${remedies[refusal.code]}`;
  }
}

function causeOf(unfit: Unfit): string {
  switch (unfit.code) {
    case "newerFormat":
      return UNFIT_TEXT.newerFormat(unfit.found, unfit.known);
    case "checklistUnread":
      return unfit.fault === "notLoaded" ? UNFIT_TEXT.notLoaded : carriedText(unfit.fault);
    default:
      return UNFIT_TEXT[unfit.code];
  }
}
