/** What the panel's library lacks until the panel is on the screen: the items' long texts, and the checks. */

import { FORMAT_VERSION } from "../core/audit/records.ts";
import type { Edition } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import { comparedFormat } from "../core/workbook/read/locate.ts";
import { type PaneLibrary, readingCarried } from "./library.ts";
import { had } from "./parts.ts";

/** The same editions with texts and checks, where they lack them. Throws `HostError` where they cannot be had. */
export async function withRest(
  library: PaneLibrary,
  snapshot: Snapshot | null,
): Promise<PaneLibrary> {
  const [newest = library[0], ...earlier] = await withChecks(await withTexts(library), snapshot);
  return readingCarried([newest, ...earlier]);
}

async function withTexts(library: readonly Edition[]): Promise<readonly Edition[]> {
  if (library.every(({ checklist }) => checklist.texts !== null)) return library;
  return (await had(import("./all-texts.ts"))).withAllTexts(library);
}

async function withChecks(
  library: readonly Edition[],
  snapshot: Snapshot | null,
): Promise<readonly Edition[]> {
  if (library.every(({ check }) => check !== null)) return library;
  const isEarlier = snapshot !== null && comparedFormat(snapshot) !== FORMAT_VERSION;
  return isEarlier
    ? (await had(import("./earlier.ts"))).withDrawnChecks(library)
    : (await had(import("./checks.ts"))).withPackedChecks(library);
}
