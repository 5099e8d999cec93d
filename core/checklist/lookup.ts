/** Finds items, groups and their texts in a checklist. */

import { type ItemId, type Points, points, type SectionId } from "./domain.ts";
import { keptByChecklist } from "./kept.ts";
import { runningText } from "./lines.ts";
import type {
  Checklist,
  FullChecklist,
  Group,
  GroupTexts,
  Item,
  ItemTexts,
  Section,
} from "./types.ts";

const itemsById = keptByChecklist(
  (checklist: Checklist) => new Map<string, Item>(checklist.items.map((item) => [item.id, item])),
);
const sectionsById = keptByChecklist(
  (checklist: Checklist) =>
    new Map<string, Section>(checklist.sections.map((section) => [section.id, section])),
);
const groupsById = keptByChecklist(
  (checklist: Checklist) =>
    new Map<string, Group>(checklist.groups.map((group) => [group.id, group])),
);

/** Null where the text is no item of the checklist: the door through which an id comes in. */
export function findItem(checklist: Checklist, id: string): Item | null {
  return itemsById(checklist).get(id) ?? null;
}

/** Throws for an id that the checklist does not have: a mistake in our own code. */
export function itemById(checklist: Checklist, id: string): Item {
  const found = findItem(checklist, id);
  if (!found) throw new RangeError(`The checklist has no item ${id}.`);
  return found;
}

/** Null where the text is no section of the checklist. */
export function findSection(checklist: Checklist, id: string): Section | null {
  return sectionsById(checklist).get(id) ?? null;
}

export function groupOf(checklist: Checklist, item: Item): Group | null {
  return item.group === null ? null : (groupsById(checklist).get(item.group) ?? null);
}

const NO_ITEM_TEXTS: ItemTexts = {
  requirement: "",
  evidence: "",
  evidenceKinds: [],
  notEnough: null,
  sourceLine: 0,
};

/** Of an item of this checklist; blank where an item of another is asked for. */
export function textsOf(checklist: FullChecklist, item: Item): ItemTexts {
  return checklist.texts.items[item.id] ?? NO_ITEM_TEXTS;
}

/** Null for an item without a group. */
export function groupTextsOf(checklist: FullChecklist, item: Item): GroupTexts | null {
  return item.group === null ? null : (checklist.texts.groups[item.group] ?? null);
}

/** The item's requirement with its group's demand, as the sheet shows it. */
export function fullRequirement(checklist: FullChecklist, item: Item): string {
  const { requirement } = textsOf(checklist, item);
  return together(requirement, groupTextsOf(checklist, item)?.requirementForItems);
}

/** The evidence with what does not count and the group's demand, as the sheet shows it. */
export function fullEvidence(checklist: FullChecklist, item: Item): string {
  const { evidence, notEnough } = textsOf(checklist, item);
  return together(evidence, notEnough, groupTextsOf(checklist, item)?.evidenceForItems);
}

const together = (...texts: readonly (string | null | undefined)[]): string =>
  runningText(texts.filter(Boolean).join("\n"));

/** Whether the texts of a checklist are at hand. */
export function isFull(checklist: Checklist): checklist is FullChecklist {
  return checklist.texts !== null;
}

/** What is asked of members of the reseller programme alone: whole sections, and single items of others. */
export interface ResellerScope {
  readonly items: readonly ItemId[];
  readonly sections: readonly SectionId[];
}

export function resellerScope(checklist: Checklist): ResellerScope {
  const isWhole = (section: Section) => section.items.every((item) => item.resellerOnly);
  const [whole, others] = [
    checklist.sections.filter(isWhole),
    checklist.sections.filter((section) => !isWhole(section)),
  ];
  return {
    items: others.flatMap(({ items }) =>
      items.flatMap((item) => (item.resellerOnly ? item.id : [])),
    ),
    sections: whole.map(({ id }) => id),
  };
}

/** What each mandatory item costs when not met, as a negative number; null where they differ. */
export function mandatoryLoss(checklist: Checklist): Points | null {
  const losses = new Set(
    checklist.items.filter((item) => item.mandatory).map((item) => item.ifNotMet),
  );
  const [loss = null] = losses;
  return losses.size === 1 ? loss : null;
}

/**
 * What an item costs when not met, where what it adds was entered: an item is always of one kind.
 * Twin: workbook/draw/checklist-formulas.ts#openSubtractFormula
 */
export function ifNotMetFor(checklist: Checklist, ifMet: Points): Points {
  return ifMet === 0 ? (checklist.openValues?.mandatoryLoss ?? points(0)) : points(0);
}

/** Whether people may enter its points, because our copy of the source lacks them. */
export const isOpen = ({ provenance }: Pick<Item, "provenance">): boolean =>
  provenance === "reconstructed";

/** Items whose points people may enter, in order. */
export function openItems(checklist: Checklist): readonly Item[] {
  return checklist.items.filter(isOpen);
}
