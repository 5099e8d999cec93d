/** The catalogue of version 3.1: every section, group and item, and lookups by id. */

import { type ItemId, type Points, points } from "./domain.ts";
import type { Group, Item, Section, SectionSource } from "./types.ts";
import { section1 } from "./v3.1/section-1.ts";
import { section2 } from "./v3.1/section-2.ts";
import { section3 } from "./v3.1/section-3.ts";
import { section4 } from "./v3.1/section-4.ts";
import { section5 } from "./v3.1/section-5.ts";
import { section6 } from "./v3.1/section-6.ts";
import { section7 } from "./v3.1/section-7.ts";
import { section8 } from "./v3.1/section-8.ts";
import { section9 } from "./v3.1/section-9.ts";
import { section10 } from "./v3.1/section-10.ts";
import { section11 } from "./v3.1/section-11.ts";
import { section12 } from "./v3.1/section-12.ts";
import { section13 } from "./v3.1/section-13.ts";
import { section14 } from "./v3.1/section-14.ts";

export const CHECKLIST_VERSION = "3.1";

/** The item whose answer the list of AWS services advises on. */
export const SERVICES_ITEM = "3.1" as ItemId;

/** What a reconstructed item can earn; where it earns nothing it is mandatory. */
export const RECONSTRUCTED_CHOICES = [0, 10, 20, 40] as const;

const MANDATORY_LOSS = points(-200);
const NO_POINTS = points(0);

/** An item is always of one kind: what earns nothing when met costs 200 when not met. */
export function ifNotMetFor(ifMet: Points): Points {
  return ifMet === 0 ? MANDATORY_LOSS : NO_POINTS;
}

function section(source: SectionSource): Section {
  return {
    ...source,
    items: source.items.map(
      (item): Item => ({
        ...item,
        id: item.id as ItemId,
        section: source.id,
        ifNotMet: points(item.ifNotMet),
        ifMet: points(item.ifMet),
        mandatory: item.ifNotMet < 0,
        provenance: item.provenance ?? "stated",
        resellerOnly: item.resellerOnly ?? false,
        renewal: item.renewal ?? null,
      }),
    ),
  };
}

export const sections: readonly Section[] = [
  section1,
  section2,
  section3,
  section4,
  section5,
  section6,
  section7,
  section8,
  section9,
  section10,
  section11,
  section12,
  section13,
  section14,
].map(section);

export const items: readonly Item[] = sections.flatMap((part) => part.items);
export const groups: readonly Group[] = sections.flatMap((part) => part.groups);

const itemsById = new Map<string, Item>(items.map((entry) => [entry.id, entry]));
const groupsById = new Map<string, Group>(groups.map((entry) => [entry.id, entry]));

/** Null where the text is no item of the checklist. */
export function findItem(id: string): Item | null {
  return itemsById.get(id) ?? null;
}

/** Throws for an id that the checklist does not have: a mistake in our own code. */
export function itemById(id: string): Item {
  const found = itemsById.get(id);
  if (!found) throw new RangeError(`The checklist has no item ${id}.`);
  return found;
}

export function groupOf(item: Item): Group | null {
  return item.group === null ? null : (groupsById.get(item.group) ?? null);
}

/** The item's requirement with its group's demand, as the sheet shows it. */
export function fullRequirement(item: Item): string {
  return [item.requirement, groupOf(item)?.requirementForItems].filter(Boolean).join(" ");
}

/** The evidence with what does not count and the group's demand, as the sheet shows it. */
export function fullEvidence(item: Item): string {
  return [item.evidence, item.notEnough, groupOf(item)?.evidenceForItems].filter(Boolean).join(" ");
}
