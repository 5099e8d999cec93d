/**
 * A checklist packed small, without its long texts, as the panel has it before anything else has come: enough to
 * score workbooks.
 */

import { points } from "../core/checklist/domain.ts";
import type { Checklist, FullChecklist, Item, Section } from "../core/checklist/types.ts";
import type { Edition } from "../core/workbook/library.ts";

/** Its items stand in its sections, once. */
export interface PackedEdition extends Omit<Checklist, "items" | "texts" | "sections"> {
  readonly sections: readonly PackedSection[];
}

export interface PackedSection extends Omit<Section, "items"> {
  readonly items: readonly PackedItem[];
}

type Sure = Pick<Item, "id" | "title">;

/** What is as usual is left out. */
export type PackedItem = Sure & Partial<Item>;

/** `6.1.2` stands under `6.1`. */
const headingOf = (id: Item["id"]): string | null => /^(\d+\.\d+)\./.exec(id)?.[1] ?? null;

/** What stands behind the heading's name, as a title of its own. */
const ownTitle = (title: string): string =>
  title.replace(/^.*: (.)/, (_, first: string) => first.toUpperCase());

const usual = (
  section: Section["id"],
  { id, title, ifNotMet = points(0) }: PackedItem,
): Omit<Item, keyof Sure> => ({
  section,
  group: headingOf(id),
  shortTitle: ownTitle(title),
  ifNotMet: points(0),
  ifMet: points(0),
  mandatory: ifNotMet < 0,
  provenance: "stated",
  resellerOnly: false,
  renewal: null,
});

function packItem(item: Item): PackedItem {
  const left = Object.entries(usual(item.section, item)).filter(
    ([key, value]) => item[key as keyof Item] === value,
  );
  const packed: Partial<Record<string, unknown>> = { ...item };
  for (const [key] of left) delete packed[key];
  return packed as unknown as PackedItem;
}

export function packEdition(checklist: FullChecklist): PackedEdition {
  const { items: _items, texts: _texts, ...rest } = checklist;
  return {
    ...rest,
    sections: rest.sections.map((section) => ({ ...section, items: section.items.map(packItem) })),
  };
}

/** Scores workbooks; what checks them comes later. */
export function unpackEdition(packed: PackedEdition): Edition {
  const sections = packed.sections.map((section) => ({
    ...section,
    items: section.items.map((item): Item => ({ ...usual(section.id, item), ...item })),
  }));
  const items = sections.flatMap((section) => section.items);
  return { checklist: { ...packed, sections, items, texts: null }, check: null };
}
