/** The checklists with all their texts: a script of its own, loaded behind the panel. */

import { BUILT_IN } from "../core/checklist/built-in.ts";
import type { Edition } from "../core/workbook/library.ts";

/** The same editions with their texts. */
export const withAllTexts = (library: readonly Edition[]): Edition[] =>
  library.map((edition) => {
    const { version, revision } = edition.checklist;
    const checklist = BUILT_IN.find(
      (known) => known.version === version && known.revision === revision,
    );
    return checklist ? { ...edition, checklist } : edition;
  });
