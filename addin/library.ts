/** The checklists that the task pane knows, as the build has packed them for it, and those that workbooks carry. */

import {
  type CarriedReader,
  type Edition,
  type Library,
  withCarried,
} from "../core/workbook/library.ts";
import { type PackedEdition, unpackEdition } from "./pack.ts";
import { had } from "./parts.ts";

/** Put in place by the build (`build/addin.mjs`). */
declare const PACKED_EDITIONS: readonly [PackedEdition, ...PackedEdition[]];

/** What the panel reads and scores by; newest first. */
export type PaneLibrary = readonly [Edition, ...Edition[]] & Library;

export function packedLibrary(): PaneLibrary {
  const [newest, ...earlier] = PACKED_EDITIONS;
  return readingCarried([unpackEdition(newest), ...earlier.map(unpackEdition)]);
}

/** What reads a checklist that a workbook carries: loaded once one does. */
let reader: CarriedReader<Edition> | null = null;

/** With the reader, whether it has come yet or not. */
export const readingCarried = (editions: readonly [Edition, ...Edition[]]): PaneLibrary =>
  withCarried(editions, (file) => reader?.(file) ?? null);

/** Throws `HostError` where it cannot be had. */
export async function loadCarried(): Promise<void> {
  reader ??= (await had(import("./carried.ts"))).carriedReader();
}
