/** What checks workbooks of the panel's own format: a script of its own, loaded behind the panel. */

import { FORMAT_VERSION } from "../core/audit/records.ts";
import { checkBy } from "../core/workbook/check/all.ts";
import { type Original, originalFrom } from "../core/workbook/check/original.ts";
import type { Edition } from "../core/workbook/library.ts";
import { type PackedOriginal, unpackOriginal } from "./pack-original.ts";

/** In the order of the library; put in place by the build (`build/addin.mjs`). */
declare const PACKED_ORIGINALS: readonly PackedOriginal[];

/** The same editions, able to check. */
export const withPackedChecks = (library: readonly Edition[]): Edition[] =>
  library.map((edition, index) => {
    let original: Original | null = null;
    const check = checkBy((format) => {
      const packed = PACKED_ORIGINALS[index];
      if (!packed || format !== FORMAT_VERSION) return null;
      original ??= originalFrom(edition.checklist, unpackOriginal(packed), format);
      return original;
    });
    return { ...edition, check };
  });
