/** Items of which a partner claims more than it shows. */

import type { Answer } from "./answers.ts";
import type { Scope } from "./scope.ts";

/** Met, and nothing is named that shows it. It counts all the same; an auditor asks about it first. */
export const isBare = (row: {
  readonly scope: Scope;
  readonly self: Answer;
  readonly evidence: string;
}): boolean => row.scope === "audited" && row.self === "met" && row.evidence.trim() === "";
