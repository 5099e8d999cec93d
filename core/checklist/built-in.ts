/** The checklists that this program brings along, newest first: another one is a folder and a line. */

import type { Checklist, FullChecklist } from "./types.ts";
import { checklist31 } from "./v3.1/checklist.ts";

export const BUILT_IN: readonly [FullChecklist, ...FullChecklist[]] = [checklist31];

/** Null for a version that this program does not bring along. */
export const builtIn = (version: string): FullChecklist | null =>
  BUILT_IN.find((checklist) => checklist.version === version) ?? null;

/** The one of the same programme, version and revision of the rules; null where there is none. */
export const builtInAs = ({ id, version, revision }: Checklist): FullChecklist | null =>
  BUILT_IN.find(
    (known) => known.id === id && known.version === version && known.revision === revision,
  ) ?? null;
