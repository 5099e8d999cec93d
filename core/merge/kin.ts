/** Whether copies belong together at all. */

import type { Checklist } from "../checklist/types.ts";
import { MERGE_TEXT } from "../words/merge.ts";
import type { Copy } from "./copy.ts";

/** A copy's name, and what it is of. */
export interface Titled {
  readonly title: string;
  readonly checklist: Checklist;
}

/** A sentence why they have not the same fields, and what to do; null where all are of one checklist. */
export function otherChecklist(all: readonly Titled[]): string | null {
  const [first] = all;
  const keyOf = ({ checklist: { id, version, revision } }: Titled) =>
    JSON.stringify([id, version, revision]);
  const other = all.find((one) => first !== undefined && keyOf(one) !== keyOf(first));
  if (first === undefined || other === undefined) return null;
  const [one, two] = [first, other].map(
    ({ title, checklist }) => [title, checklist.version] as const,
  );
  return one && two ? MERGE_TEXT.versions(one, two) : null;
}

/** Sentences on copies that name another partner than mine: most likely no copies of it. */
export function otherPartners(mine: Copy, others: readonly Copy[]): readonly string[] {
  const own = mine.inputs.partner;
  return others.flatMap(({ title, inputs: { partner } }) =>
    own === "" || partner === "" || partner === own
      ? []
      : [MERGE_TEXT.otherPartner([title, partner], [mine.title, own])],
  );
}
