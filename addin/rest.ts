/** What the panel's library lacks until the panel is on the screen: the items' long texts, and the checks. */

import { FORMAT_VERSION } from "../core/audit/records.ts";
import type { Edition } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import { comparedFormat } from "../core/workbook/read/locate.ts";
import type { PaneLibrary } from "./library.ts";
import { had } from "./parts.ts";

/** The same editions with texts and checks. Throws `HostError` where they cannot be had. */
export async function withRest(
  library: PaneLibrary,
  snapshot: Snapshot | null,
): Promise<PaneLibrary> {
  const { withTexts } = await had(import("./all-texts.ts"));
  const full = withTexts(library);
  const isEarlier = snapshot !== null && comparedFormat(snapshot) !== FORMAT_VERSION;
  const checked = isEarlier
    ? (await had(import("./earlier.ts"))).withDrawnChecks(full)
    : (await had(import("./checks.ts"))).withPackedChecks(full);
  const [newest = library[0], ...earlier]: Edition[] = checked;
  return [newest, ...earlier];
}
