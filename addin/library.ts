/** The checklists that the task pane knows, as the build has packed them for it. */

import type { Edition } from "../core/workbook/library.ts";
import { type PackedEdition, unpackEdition } from "./pack.ts";

/** Put in place by the build (`build/addin.mjs`). */
declare const PACKED_EDITIONS: readonly [PackedEdition, ...PackedEdition[]];

/** What the panel reads and scores by; newest first. */
export type PaneLibrary = readonly [Edition, ...Edition[]];

export function packedLibrary(): PaneLibrary {
  const [newest, ...earlier] = PACKED_EDITIONS;
  return [unpackEdition(newest), ...earlier.map(unpackEdition)];
}
