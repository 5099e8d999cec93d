/** The long texts of the checklists, which are not loaded before the panel is on the screen. */

import type { PaneLibrary } from "./library.ts";
import { had } from "./parts.ts";

/** The same editions with their texts. Throws `HostError` where they cannot be had. */
export async function withTexts([newest, ...earlier]: PaneLibrary): Promise<PaneLibrary> {
  const { BUILT_IN } = await had(import("./all-texts.ts"));
  const full = (edition: PaneLibrary[number]): PaneLibrary[number] => {
    const { version, revision } = edition.checklist;
    const checklist = BUILT_IN.find(
      (known) => known.version === version && known.revision === revision,
    );
    return checklist ? { ...edition, checklist } : edition;
  };
  return [full(newest), ...earlier.map(full)];
}
