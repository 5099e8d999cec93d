/** The shape of a published checklist version: sections, groups and items, and the prose around them. */

import type { ItemId, Points, SectionId } from "./domain.ts";

export type Part = "Discover-Validate" | "Operate" | "Optimize";

/** What an auditor is shown: a written document, a live demonstration, a record of something done, a certificate. */
export type EvidenceKind = "document" | "demonstration" | "record" | "certificate";

/** Whether the two point values are printed in the source, or were lost there and are our best reading. */
export type Provenance = "stated" | "reconstructed";

/** Why an item is audited again in a renewal: it is new or expanded in this version, on the list of existing ones, or on both lists. */
export type RenewalList = "newOrExpanded" | "existing" | "both";

export interface ItemSource {
  readonly id: string;
  /** The heading with a requirement of its own that the item stands under, such as `6.1`. */
  readonly group: string | null;
  /** The full title; sub-items carry their group's name before a colon. */
  readonly title: string;
  /** At most 28 characters, for narrow lists. */
  readonly shortTitle: string;
  readonly requirement: string;
  readonly evidence: string;
  readonly evidenceKinds: readonly EvidenceKind[];
  /** What does not count as evidence or compliance, as one sentence; null where the source names nothing. */
  readonly notEnough: string | null;
  readonly ifNotMet: 0 | -200;
  readonly ifMet: 0 | 10 | 20 | 40;
  readonly provenance?: Provenance;
  readonly resellerOnly?: boolean;
  readonly renewal?: RenewalList;
  /** The line of the source text where the item begins. */
  readonly sourceLine: number;
}

export interface Item extends Omit<ItemSource, "id" | "ifNotMet" | "ifMet" | "renewal"> {
  readonly id: ItemId;
  readonly section: SectionId;
  readonly ifNotMet: Points;
  readonly ifMet: Points;
  /** Not met costs points: such an item becomes a Mandatory Action Item. */
  readonly mandatory: boolean;
  readonly provenance: Provenance;
  readonly resellerOnly: boolean;
  readonly renewal: RenewalList | null;
}

/** A heading that carries a requirement and evidence for all its items; it has no points of its own. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly requirement: string;
  readonly evidence: string;
  /** The group's demand in one sentence, added to each of its items in the sheet; null where nothing beyond the name is asked. */
  readonly requirementForItems: string | null;
  readonly evidenceForItems: string | null;
}

export interface SectionSource {
  readonly id: SectionId;
  readonly title: string;
  /** At most 24 characters, for narrow lists. */
  readonly shortTitle: string;
  readonly part: Part;
  readonly groups: readonly Group[];
  readonly items: readonly ItemSource[];
}

export interface Section extends Omit<SectionSource, "items"> {
  readonly items: readonly Item[];
}

export type ServiceCategory =
  | "Compute"
  | "Networking"
  | "Databases"
  | "Storage"
  | "Security"
  | "Messaging"
  | "Mgmt Tools";

/** One of the 23 services that item 3.1 asks for. */
export interface Service {
  readonly name: string;
  readonly category: ServiceCategory;
  /** Added in version 3.1: a renewal assesses it unless it was reviewed before. */
  readonly isNew: boolean;
}

/** A titled piece of prose made of short paragraphs, for the About sheet and the panel's help. */
export interface Passage {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

export interface ReferenceLink {
  readonly title: string;
  readonly url: string;
}

/** What changed when the checklist went from one version to the next. */
export interface VersionChange {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}

/** Something that must be in place before the audit can be scheduled. */
export interface Prerequisite {
  readonly title: string;
  readonly requirement: string;
}
