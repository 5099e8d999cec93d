/** The repair of a workbook: pass after pass, each worked out from what the last one left, until nothing is left to mend. */

import { admit } from "../report/admit.ts";
import type { Unfit } from "../report/refusal.ts";
import { report } from "../report/report.ts";
import { blueprint } from "../workbook/draw/blueprint.ts";
import type { FullEdition } from "../workbook/edition.ts";
import type { Issue } from "../workbook/issues.ts";
import { claimIn, type Library } from "../workbook/library.ts";
import type { Change, Mending, Snapshot } from "../workbook/port.ts";
import { foundOf } from "../workbook/read/cells.ts";
import { exactValue } from "../workbook/read/decode.ts";
import { comparedFormat, hasName, valueInRow } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { accessIn } from "../workbook/write/change.ts";
import { planChange } from "../workbook/write/stored.ts";
import { cellsPass, staleCells } from "./cells.ts";
import { hasLostAllNames, lostNamesPass } from "./lost-names.ts";
import { namesPass } from "./names.ts";
import { type Damaged, type Mend, mendAt, mendOf, type Pass, type Unsure } from "./pass.ts";
import { unsureRows } from "./rows.ts";
import { phaseOf, restored, sheetsPass } from "./sheets.ts";
import { slipped } from "./slipped.ts";

/** A workbook in memory: what is written into it reaches nobody before its bytes are taken. */
export interface Mendable {
  snapshot(): Snapshot | null;
  mend(mending: Mending): void;
  apply(change: Change): void;
}

export type Repaired =
  | { readonly refusal: Unfit }
  | {
      readonly refusal: null;
      /** In the order in which they were carried out; empty where nothing had to be. */
      readonly mends: readonly Mend[];
      readonly unsure: readonly Unsure[];
      /** What is wrong after it. */
      readonly issues: readonly Issue[];
      readonly edition: FullEdition;
      readonly snapshot: Snapshot;
    };

/** Each pass settles what the next one needs; more than these are never wanted. */
const MOST_PASSES = 16;

export function repair(library: Library<FullEdition>, workbook: Mendable): Repaired {
  const mends: Mend[] = [];
  const done = new Set<string>();
  /** Whether anything of it is new: what was tried before is not tried again. */
  const carryOut = (pass: Pass): boolean => {
    const fresh = pass.mends.filter((mend) => !done.has(keyOf(mend)));
    if (fresh.length === 0) return false;
    for (const mend of fresh) done.add(keyOf(mend));
    mends.push(...fresh);
    if (pass.mending) workbook.mend(pass.mending);
    return true;
  };
  for (let count = 0; count < MOST_PASSES; count += 1) {
    const lost = workbook.snapshot();
    if (lost && hasLostAllNames(lost) && carryOut(lostNamesPass(library, lost))) continue;
    const { refusal, edition, snapshot } = admit(library, lost);
    if (refusal !== null) return { refusal };
    const damaged = damagedOf(edition, snapshot);
    if (!isOfEdition(damaged)) return { refusal: { code: "checklistUnknown" } };
    if (carryOut(namesPass(damaged))) continue;
    const { issues } = report([edition], snapshot);
    if (carryOut(cellsPass(damaged, issues))) continue;
    const pass = sheetsPass(damaged, issues);
    if (!carryOut(pass)) break;
    const now = workbook.snapshot();
    const redrawn = new Set((pass.mending?.sheets ?? []).map(({ plan }) => plan.name));
    const entries = now && restored(damaged, now, redrawn);
    if (!entries) continue;
    mends.push(...entries.mends);
    if (entries.edits.length > 0) workbook.apply({ edits: entries.edits });
  }
  return closed(library, workbook, mends);
}

/** What was understood is put into exact words, and results are renewed. */
function closed(
  library: Library<FullEdition>,
  workbook: Mendable,
  mends: readonly Mend[],
): Repaired {
  const { refusal, edition, snapshot } = admit(library, workbook.snapshot());
  if (refusal !== null) return { refusal };
  const before = damagedOf(edition, snapshot);
  const { issues } = report([edition], snapshot);
  const words = before.reading.cells.odd.flatMap((cell): Mend[] => {
    const { how } = cell.meaning;
    const { place, formula } = foundOf(cell);
    if ((how !== "lenient" && how !== "spelled") || formula !== null) return [];
    return [mendAt("word", place, cell.value, exactValue(cell.meaning))];
  });
  const stale = issues.flatMap((issue): Mend[] =>
    issue.code === "notRecalculated" ? [mendOf("result", "", String(issue.values.count))] : [],
  );
  // A formula that is put back changes what others give: that is no mend of its own.
  const all = [...mends, ...words, ...(mends.length === 0 ? stale : [])];
  if (all.length > 0) {
    const { change, after } = planChange(edition.checklist, snapshot, []);
    const locks = mends.some(({ kind }) => kind === "protection");
    const access = locks
      ? { access: accessIn(edition.checklist, after.inputs.phase, hasName(snapshot)) }
      : {};
    workbook.apply({ ...change, ...access });
    renewResults(edition, workbook);
  }
  const last = workbook.snapshot() ?? snapshot;
  const end = damagedOf(edition, last);
  return {
    refusal: null,
    mends: all,
    unsure: [...unsureRows(end), ...slipped(end)],
    issues: report([edition], last).issues,
    edition,
    snapshot: last,
  };
}

/** Results that go by the size of a name are left out where rows or columns came in: those follow, cell by cell. */
function renewResults(edition: FullEdition, workbook: Mendable): void {
  const snapshot = workbook.snapshot();
  const cells = snapshot ? staleCells(damagedOf(edition, snapshot)) : [];
  if (cells.length > 0) workbook.mend({ cells });
}

/** So many of the rows have to be the checklist's, where nothing else says that it is this one. */
const ENOUGH = 0.95;

/** A workbook that no longer says what it is of could be of any: mended as another's, all of it would be wrong. */
function isOfEdition({ edition, snapshot, reading }: Damaged): boolean {
  if (claimIn(snapshot) !== null) return true;
  const titled = reading.foundRows.filter(
    ({ item, sheetRow }) => item?.title === valueInRow(snapshot, "Item_Title", sheetRow),
  ).length;
  const { items } = edition.checklist;
  return titled > 0 && titled >= ENOUGH * Math.max(reading.foundRows.length, items.length / 2);
}

function damagedOf(edition: FullEdition, snapshot: Snapshot): Damaged {
  const reading = readInputs(edition.checklist, snapshot);
  const format = comparedFormat(snapshot);
  const inputs = { ...reading.inputs, phase: phaseOf({ reading, snapshot }) };
  return { edition, snapshot, reading, format, plan: blueprint(edition.checklist, inputs, format) };
}

const keyOf = ({ kind, place, about, put }: Mend): string =>
  [kind, place?.sheet, place?.row, place?.column, about, kind === "formula" ? put : ""].join(" ");
