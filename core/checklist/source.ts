/** A checklist as it is written down: an item's rules and texts in one place, and what is usual left out. */

import type {
  Checklist,
  ChecklistTexts,
  Group,
  GroupTexts,
  Item,
  ItemTexts,
  ReferenceRule,
  Section,
  Service,
} from "./types.ts";

/**
 * A text as its lines; a single one may stand by itself. A line that begins with `- ` is a part of a list: an
 * introduction, at least two parts, and perhaps a closing line. Parts are sentences, each with its full stop, or
 * parts of the introduction's sentence, without the semicolons that the sheet sets between them. A text without a
 * list is one line.
 */
export type Lines = string | readonly string[];

export interface ItemSource
  extends Omit<
      Item,
      | "id"
      | "section"
      | "ifNotMet"
      | "ifMet"
      | "mandatory"
      | "provenance"
      | "resellerOnly"
      | "renewal"
    >,
    Omit<ItemTexts, "requirement" | "evidence"> {
  readonly id: string;
  readonly requirement: Lines;
  readonly evidence: Lines;
  readonly ifNotMet: number;
  readonly ifMet: number;
  /** Absent: where not meeting it costs points. */
  readonly mandatory?: boolean;
  /** Absent: stated. */
  readonly provenance?: Item["provenance"];
  readonly resellerOnly?: boolean;
  /** Absent: a renewal carries it. */
  readonly renewal?: NonNullable<Item["renewal"]>;
}

export interface GroupSource extends Group, Omit<GroupTexts, "requirement" | "evidence"> {
  readonly requirement: Lines;
  readonly evidence: Lines;
}

export interface SectionSource extends Omit<Section, "id" | "items"> {
  readonly id: string;
  /** The heading over several sections that it stands under. */
  readonly part: string;
  readonly groups: readonly GroupSource[];
  readonly items: readonly ItemSource[];
}

export interface ChecklistSource
  extends Omit<
      Checklist,
      | "most"
      | "pass"
      | "sections"
      | "groups"
      | "items"
      | "services"
      | "references"
      | "openValues"
      | "texts"
    >,
    Omit<ChecklistTexts, "items" | "groups" | "parts" | "firstPrints"> {
  /** Absent: no workbook of format 1 was ever made of it. */
  readonly firstPrints?: readonly string[];
  readonly most: number;
  readonly pass: number;
  readonly sections: readonly SectionSource[];
  readonly services: { readonly item: string; readonly list: readonly Service[] } | null;
  readonly references: Omit<ReferenceRule, "item"> & { readonly item: string | null };
  readonly openValues:
    | (Readonly<Record<"mandatoryLoss" | "sum", number>> & {
        readonly choices: readonly number[];
        readonly place: string;
      })
    | null;
}
