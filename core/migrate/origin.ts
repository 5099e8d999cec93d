/** Which items of one version an item of another comes from, and whether an answer to those still answers it. */

import type { ItemId, Points } from "../checklist/domain.ts";
import { findItem, fullEvidence, fullRequirement, isOpen } from "../checklist/lookup.ts";
import type { FullChecklist, Item } from "../checklist/types.ts";

export interface Origin {
  /** None for an item that is new. */
  readonly items: readonly Item[];
  /** One item, and whoever answered that one has answered this one, too. */
  readonly isSame: boolean;
}

/** What an item counts in a workbook: people may have entered points that our copy of the source lacks. */
export type PointsOf = (item: Item) => { readonly ifMet: Points; readonly ifNotMet: Points };

const NEW: Origin = { items: [], isSame: false };
const same = (item: Item): Origin => ({ items: [item], isSame: true });

/** How two versions stand to each other, as the one that came later tells it. */
export interface Relation {
  /** Of one programme: elsewhere an item's number means nothing. */
  readonly isOneProgramme: boolean;
  /** The target tells what its items come from. */
  readonly isTold: boolean;
  /** The source does: answers go back. */
  readonly isToldBack: boolean;
}

export function relationOf(source: FullChecklist, target: FullChecklist): Relation {
  const isOneProgramme = source.id === target.id;
  return {
    isOneProgramme,
    isTold: isOneProgramme && target.follows === source.version,
    isToldBack: isOneProgramme && source.follows === target.version,
  };
}

/** Of every item of the target. */
export function originsOf(
  source: FullChecklist,
  target: FullChecklist,
  pointsIn: { readonly source: PointsOf; readonly target: PointsOf },
): ReadonlyMap<ItemId, Origin> {
  const { isOneProgramme, isTold, isToldBack } = relationOf(source, target);
  const claimed = new Set(isTold ? target.items.flatMap(({ from }) => from?.ids ?? []) : []);
  const followers = isToldBack ? followersOf(source) : new Map<string, readonly Item[]>();

  const originOf = (item: Item): Origin => {
    if (isTold && item.from) {
      const items = [...new Set(item.from.ids)].flatMap((id) => findItem(source, id) ?? []);
      return { items, isSame: item.from.same && items.length === 1 && item.from.ids.length === 1 };
    }
    const namesake = findItem(source, item.id);
    const isTaken = isToldBack && namesake?.from !== undefined;
    if (namesake && !isTaken && isEqual(namesake, item)) return same(namesake);
    const followed = followers.get(item.id) ?? [];
    const [only, ...others] = followed.filter(({ from }) => from?.same && from.ids.length === 1);
    if (only && others.length === 0) return same(only);
    if (followed.length > 0) return { items: followed, isSame: false };
    // A number says nothing where another item tells that it has come from there.
    const isAnothers = isTaken || claimed.has(item.id);
    return namesake && isOneProgramme && !isAnothers ? { items: [namesake], isSame: false } : NEW;
  };
  /** Of one kind, with the same points, asking for the same and to be shown by the same; titles and lists may differ. */
  const isEqual = (was: Item, is: Item): boolean => {
    const [before, now] = [pointsIn.source(was), pointsIn.target(is)];
    const isMandatory = isOpen(was) ? before.ifNotMet < 0 : was.mandatory;
    const countsTheSame =
      before.ifMet === now.ifMet &&
      before.ifNotMet === now.ifNotMet &&
      isMandatory === (isOpen(is) ? now.ifNotMet < 0 : is.mandatory);
    return (
      ((isOpen(was) && isOpen(is)) || countsTheSame) &&
      plain(fullRequirement(source, was)) === plain(fullRequirement(target, is)) &&
      plain(fullEvidence(source, was)) === plain(fullEvidence(target, is))
    );
  };
  return new Map(target.items.map((item) => [item.id, originOf(item)]));
}

/** By an item of the earlier version: those that say they come from it. */
function followersOf({ items }: FullChecklist): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items)
    for (const id of new Set(item.from?.ids)) found.set(id, [...(found.get(id) ?? []), item]);
  return found;
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
