/** Sheets that are gone, or so damaged that nobody knows which cell is which: drawn anew with every entry that was read. */

import { PHASE_WORDS } from "../audit/phases.ts";
import { readCopy } from "../merge/copy.ts";
import { DAYS_OFF } from "../merge/fields.ts";
import { sealedIn } from "../merge/sealed.ts";
import { REPAIR_SHEETS } from "../words/repair.ts";
import type { Issue } from "../workbook/issues.ts";
import type { Edit, NamePlan, RedrawnSheet, SheetPlan, Snapshot } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import { spotOf } from "../workbook/write/change.ts";
import { readAssignments } from "../workbook/write/entries.ts";
import { type Damaged, type Mend, mendOf, NO_PASS, type Pass } from "./pass.ts";
import { areBlocksBroken, titlesIn } from "./placement.ts";
import { untouchable } from "./slipped.ts";

export function sheetsPass(damaged: Damaged, issues: readonly Issue[]): Pass {
  const { plan, snapshot } = damaged;
  const titles = titlesIn(plan.names, snapshot);
  const wanted = sheetsToDraw(damaged, issues, titles);
  if (wanted.size === 0) return NO_PASS;
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  const titleOf = (sheet: string): string => titles.get(sheet) ?? sheet;
  const sheets = plan.sheets
    .filter(({ name }) => wanted.has(name))
    .map((sheet): RedrawnSheet => {
      const title = titleOf(sheet.name);
      const isThere = taken.has(title.toLowerCase());
      const keptAs = freeTitle(title, taken);
      taken.add(keptAs.toLowerCase());
      return { plan: retitled(sheet, title, titleOf), replaces: isThere ? title : null, keptAs };
    });
  const names = plan.names.flatMap((named): NamePlan[] =>
    wanted.has(named.sheet) ? [{ ...named, sheet: titleOf(named.sheet) }] : [],
  );
  return {
    mends: sheets.map(({ plan: { name }, replaces, keptAs }) =>
      mendOf("sheet", name, replaces === null ? null : keptAs),
    ),
    mending: { sheets, names, blueprint: plan },
  };
}

/** By planned name. */
function sheetsToDraw(
  damaged: Damaged,
  issues: readonly Issue[],
  titles: ReadonlyMap<string, string>,
): Set<string> {
  const { plan } = damaged;
  const homes = new Map(plan.names.map(({ name, sheet }) => [name, sheet]));
  const planned = new Map([...titles].map(([sheet, title]) => [title, sheet]));
  const wanted = new Set<string>();
  const want = (sheet: string | undefined): void => {
    if (sheet !== undefined) wanted.add(sheet);
  };
  for (const issue of issues) {
    switch (issue.code) {
      case "sheetMissing":
        want(issue.values.sheet);
        break;
      case "nameMissing":
      case "nameCut":
      case "nameElsewhere":
      case "nameMisplaced":
        want(homes.get(issue.values.name));
        break;
      case "itemMissing":
        want(homes.get("Item_Id"));
        break;
      case "serviceMissing":
        want(homes.get("Service_Name"));
        break;
      case "formulaLost":
      case "formulaChanged":
      case "displayLost":
        want(issue.place ? planned.get(issue.place.sheet) : undefined);
        break;
      default:
    }
  }
  if (areBlocksBroken(damaged)) want(homes.get("Item_Id"));
  // Drawn from what is read under wrong names it would look as if nothing were amiss.
  for (const title of untouchable(damaged)) wanted.delete(planned.get(title) ?? title);
  return wanted;
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const kept = REPAIR_SHEETS.kept(title, count);
    if (!taken.has(kept.toLowerCase())) return kept;
  }
}

/** With links to the sheets as they are called here. */
function retitled(sheet: SheetPlan, title: string, titleOf: (sheet: string) => string): SheetPlan {
  const cells = sheet.cells.map((cell) => {
    if (!cell.link?.startsWith("#")) return cell;
    const mark = cell.link.lastIndexOf("!");
    const target = cell.link.slice(1, mark).replace(/^'|'$/g, "");
    return { ...cell, link: `#${titleOf(target)}${cell.link.slice(mark)}` };
  });
  return { ...sheet, name: title, cells };
}

/**
 * What drawing a sheet from entries that were understood leaves out: words that were not, as they stood; and of cells
 * that were gone what a seal still holds.
 */
export function restored(
  before: Damaged,
  snapshot: Snapshot,
  redrawn: ReadonlySet<string>,
): { readonly mends: readonly Mend[]; readonly edits: readonly Edit[] } {
  const { edition, reading } = before;
  const { checklist } = edition;
  const isDrawn = (name: string): boolean => redrawn.has(snapshot.names[name]?.sheet ?? "");
  const taken = new Set<string>();
  const edits: Edit[] = [];
  for (const [name, cells] of reading.cells.byName) {
    if (!isDrawn(name)) continue;
    cells.forEach((cell, at) => {
      if (cell?.meaning.how !== "unknown" || isBlank(cell.value)) return;
      // The points of an item that the source prints are nobody's entry.
      if (cell.field.kind.is === "points" && cell.field.shape === "column") return;
      const spot = spotOf(cell);
      const index = spot.index === undefined ? undefined : freeIndex(snapshot, name, at, taken);
      edits.push({ ...spot, ...(index === undefined ? {} : { index }), value: cell.value });
    });
  }
  const copy = readCopy(checklist, before.snapshot, "");
  const sealed = sealedIn(checklist, copy);
  const mends: Mend[] = [];
  for (const entry of sealed?.entries.values() ?? []) {
    const { key, name, place, value } = entry;
    if (value === "" || copy.entries.has(key) || !isDrawn(name)) continue;
    if (name === DAYS_OFF && before.snapshot.names[name]) continue;
    const index = name === DAYS_OFF ? String(freeIndex(snapshot, name, 0, taken) + 1) : place;
    const read = readAssignments(checklist, [{ name, key: index, value }], snapshot);
    if (read.refusals.length > 0) continue;
    edits.push(...read.edits);
    mends.push(mendOf("restored", key, value));
  }
  if (!before.snapshot.names.Phase && before.reading.inputs.records.history.length > 0)
    mends.push(mendOf("restored", "Phase", PHASE_WORDS[phaseOf(before)]));
  return { mends, edits };
}

/** The phase that was last moved to, where the cell that says it is gone. */
export function phaseOf({ reading, snapshot }: Pick<Damaged, "reading" | "snapshot">) {
  const last = reading.inputs.records.history[reading.inputs.records.history.length - 1];
  return snapshot.names.Phase || !last ? reading.inputs.phase : last.to;
}

/** The first cell of a list from a place on in which nothing stands. */
function freeIndex(snapshot: Snapshot, name: string, from: number, taken: Set<string>): number {
  const values = snapshot.names[name]?.values.flat() ?? [];
  let index = from;
  while (
    index < values.length &&
    (!isBlank(values[index] ?? null) || taken.has(`${name} ${index}`))
  )
    index += 1;
  taken.add(`${name} ${index}`);
  return index;
}
