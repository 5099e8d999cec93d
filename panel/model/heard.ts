/** What a screen reader is told of a new reading: the score and the errors when they have changed, and not at the first. */

import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { PANEL, SCORE } from "../words/panel.ts";
import { scoreModel } from "./score.ts";

/** What the last reading said. */
export interface Heard {
  readonly spoken: string;
  readonly errors: number;
}

/** `isMade`: the checklist was made just now. Blank where there is nothing to say. */
export function heard(
  last: Heard | null,
  checklist: Checklist,
  report: Report,
  isMade: boolean,
): { readonly now: Heard; readonly said: string } {
  const { spoken, errors } = scoreModel(checklist, report);
  const said = [
    isMade ? PANEL.made : "",
    isMade || (last !== null && last.spoken !== spoken) ? spoken : "",
    last !== null && last.errors !== errors ? SCORE.errorsNow(errors) : "",
  ];
  return { now: { spoken, errors }, said: said.filter((part) => part !== "").join(" ") };
}
