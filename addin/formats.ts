/** Workbooks of earlier formats: the panel brings along only what those of its own are compared with. */

import { FORMAT_VERSION } from "../core/audit/records.ts";
import { editionOfClaim } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import { comparedFormat } from "../core/workbook/read/locate.ts";
import type { PaneLibrary } from "./library.ts";
import { had } from "./parts.ts";

/** The same editions, able to compare the workbook. Throws `HostError` where the part for it cannot be had. */
export async function withFormatOf(
  library: PaneLibrary,
  snapshot: Snapshot | null,
): Promise<PaneLibrary> {
  if (snapshot === null || comparedFormat(snapshot) === FORMAT_VERSION) return library;
  const { EDITIONS } = await had(import("./earlier.ts"));
  const able = (edition: PaneLibrary[number]): PaneLibrary[number] => {
    const drawn = editionOfClaim(EDITIONS, edition.checklist);
    return {
      ...edition,
      original: (wanted) => edition.original(wanted) ?? drawn?.original(wanted) ?? null,
    };
  };
  const [newest, ...earlier] = library;
  return [able(newest), ...earlier.map(able)];
}
