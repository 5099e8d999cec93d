/** The copy that goes to the auditor: without what is nobody's business outside, and with the seal by which it comes back. */

import type { PhaseMove } from "../audit/records.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Moment } from "../report/moment.ts";
import { movesByHand, type Step } from "../report/moves.ts";
import { AUDITORS_COPY, SHARE_TEXT } from "../words/merge.ts";
import { ARCHIVE_NAME } from "../workbook/fields.ts";
import type { Edit, Snapshot } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import { HISTORY_ROWS, recordEdits } from "../workbook/read/records.ts";
import { readCopy } from "./copy.ts";
import { INTERNAL_NAMES } from "./fields.ts";
import { isForAuditor } from "./process.ts";

/** What has to be written into a copy of a workbook that was handed over, so that it is the auditor's. */
export function auditorsCopy(checklist: Checklist, snapshot: Snapshot, moment: Moment): Step {
  const copy = readCopy(checklist, snapshot, "");
  const { phase, records } = copy.inputs;
  if (phase === "selfAssessment") return { edits: null, refusal: SHARE_TEXT.notHandedOver };
  if (records.seal === null) return { edits: null, refusal: SHARE_TEXT.notSealed };
  const cleared = [...copy.entries.values()].flatMap(({ name, value, spots }): Edit[] =>
    INTERNAL_NAMES.includes(name) && value !== ""
      ? spots.map((spot) => ({ ...spot, value: null }))
      : [],
  );
  const mark: PhaseMove = { at: moment, from: phase, to: phase, reason: AUDITORS_COPY, seal: "" };
  const moves = isForAuditor(copy) ? [] : [...movesByHand(copy.inputs, phase), mark];
  const history = [...records.history, ...moves].slice(-HISTORY_ROWS);
  return {
    edits: [
      ...cleared,
      ...clearedArchive(snapshot),
      ...recordEdits(checklist, snapshot, { ...records, history }),
    ],
    refusal: null,
  };
}

/** What an earlier audit found is between the partner and the auditor of then. */
function clearedArchive({ names }: Snapshot): Edit[] {
  const range = names[ARCHIVE_NAME];
  return (range?.values ?? []).flatMap((line, row) =>
    line.flatMap((value, column): Edit[] => {
      const index = row * (range?.columns ?? 1) + column;
      return isBlank(value) ? [] : [{ name: ARCHIVE_NAME, index, value: null }];
    }),
  );
}
