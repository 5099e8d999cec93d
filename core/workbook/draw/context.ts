/** What the sheets are drawn from: entries, their evaluation, and the phase's open cells. */

import type { Evaluation } from "../../audit/evaluate.ts";
import type { Inputs } from "../../audit/inputs.ts";
import type { FullChecklist } from "../../checklist/types.ts";

export interface DrawContext {
  readonly checklist: FullChecklist;
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  /** Of the workbook that is drawn; an older one still gets the results of its own formulas. */
  readonly format: number;
  /** The partner's name for headers; empty until known. */
  readonly partner: string;
}
