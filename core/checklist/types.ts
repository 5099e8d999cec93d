/**
 * A published version of the checklist as one value: what is asked, what it counts, and the numbers of the
 * programme around it. It is plain data, so that it can be kept in a file; what follows from it is computed by
 * whoever needs it, from the value that was handed over.
 */

import type { ItemId, Json, Points, SectionId } from "./domain.ts";

/** What an auditor is shown: a written document, a live demonstration, a record of something done, a certificate. */
export type EvidenceKind = "document" | "demonstration" | "record" | "certificate";

/**
 * Whether our copy of the source has the two point values. `inferred`: one is missing, and what stands around it
 * leaves no other. `reconstructed`: they are our best reading, and people may enter what the published table says.
 */
export type Provenance = "stated" | "inferred" | "reconstructed";

/** Why an item is audited again in a renewal: it is new or expanded in this version, on the list of existing ones, or on both lists. */
export type RenewalList = "newOrExpanded" | "existing" | "both";

/** What rules and lists need of an item; its long texts stand in `ItemTexts`. */
export interface Item {
  readonly id: ItemId;
  readonly section: SectionId;
  /** The heading with a requirement of its own that the item stands under, such as `6.1`. */
  readonly group: string | null;
  /** The full title; sub-items carry their group's name, or its first words, before a colon. */
  readonly title: string;
  /** At most 28 characters, for narrow lists. */
  readonly shortTitle: string;
  /** Added when not met: zero or negative. */
  readonly ifNotMet: Points;
  /** Added when met: zero or positive. */
  readonly ifMet: Points;
  /** Not met, it becomes a Mandatory Action Item. */
  readonly mandatory: boolean;
  readonly provenance: Provenance;
  /** Asked of members of the reseller programme alone. */
  readonly resellerOnly: boolean;
  /** Null for an item that a renewal carries. */
  readonly renewal: RenewalList | null;
  /** Absent where nothing is said of earlier versions. */
  readonly from?: ItemOrigin;
}

/** The items of the version in `Checklist.follows` that an item came from. */
export interface ItemOrigin {
  readonly ids: readonly string[];
  /** An answer to that one answers this, too. */
  readonly same: boolean;
}

/** Values that a checklist file holds for later versions of this program: kept and never looked at. */
export type Reserved = Readonly<Record<string, Json>>;

/** What is asked, at length. `lines.ts` says how to show texts that hold lines. */
export interface ItemTexts {
  /** Lines; those that begin with `- ` are the parts of a list. */
  readonly requirement: string;
  /** Lines, as in the requirement. */
  readonly evidence: string;
  readonly evidenceKinds: readonly EvidenceKind[];
  /** What does not count as evidence or compliance, as one sentence; null where the source names nothing. */
  readonly notEnough: string | null;
  /** The line of the source text where the item begins. */
  readonly sourceLine: number;
  /** Absent for none. */
  readonly reserved?: Reserved;
}

/** A heading over several items; it has no points of its own. */
export interface Group {
  readonly id: string;
  readonly title: string;
}

/** A group's demand on all its items. */
export interface GroupTexts {
  /** Lines, as in an item's; blank where nothing beyond the name is asked. */
  readonly requirement: string;
  readonly evidence: string;
  /** The demand in one sentence, added to each item in the sheet; null where nothing beyond the name is asked. */
  readonly requirementForItems: string | null;
  readonly evidenceForItems: string | null;
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** At most 24 characters, for narrow lists. */
  readonly shortTitle: string;
  readonly items: readonly Item[];
}

/** One of the services that an item asks for. */
export interface Service {
  readonly name: string;
  readonly category: string;
  /** Added in this version: a renewal assesses it unless it was reviewed before. */
  readonly isNew: boolean;
}

/** Customer references: how many, and how old they may be, in months before the audit. */
export interface ReferenceRule {
  /** The item that asks for the same; null where none does. */
  readonly item: ItemId | null;
  readonly needed: number;
  readonly publicNeeded: number;
  /** Up to this age nobody asks. */
  readonly fineMonths: number;
  /** Between the two it is to be confirmed; older ones do not count. */
  readonly oldestMonths: number;
}

/** The programme's deadlines, in business days, but for the summary. */
export interface ClockRule {
  readonly replyDays: number;
  readonly summaryHours: number;
  readonly closureDays: number;
  readonly finalReportDays: number;
  readonly decisionDays: number;
}

export interface RenewalRule {
  /** From one audit to the next. */
  readonly months: number;
  /** From one full audit to the next. */
  readonly fullAuditMonths: number;
  /** The oldest version that a renewal may follow. */
  readonly oldestVersion: string;
}

/** Values that our copy of the source lacks: people may enter them. */
export interface OpenValues {
  /** What such an item can add; where it adds nothing it is mandatory and costs `mandatoryLoss`. */
  readonly choices: readonly Points[];
  readonly mandatoryLoss: Points;
  /** What they make together. */
  readonly sum: Points;
  /** Where whoever has the published document finds them, after "the". */
  readonly place: string;
}

export interface MailRule {
  readonly to: string;
  /** `{partner}` stands for the partner's name. */
  readonly subject: string;
}

export interface Checklist {
  /** The programme's checklist, whatever its version: lower case letters and hyphens. */
  readonly id: string;
  /** As printed on the cover, without the version. */
  readonly title: string;
  /** As people call it, without the version. */
  readonly shortTitle: string;
  /** The programme that an audit leads into. */
  readonly program: string;
  /** Who hears of the programme's exceptions, such as a plan for what cannot be closed in time. */
  readonly manager: string;
  readonly version: string;
  /** Of the rules: points, kinds, lists and clock. Our own wording may change within it. */
  readonly revision: number;
  /** The version that the items' `from` speaks of; absent where none does. */
  readonly follows?: string;
  /** Month and year, as people say it. */
  readonly published: string;
  /** The language of its texts, such as `en`. */
  readonly language: string;
  /** Who publishes it. */
  readonly maker: string;
  readonly most: Points;
  readonly pass: Points;
  readonly sections: readonly Section[];
  readonly groups: readonly Group[];
  /** Of all sections, in order. */
  readonly items: readonly Item[];
  /** Null where no item asks for a list of services; `item` is the one whose answer the list advises on. */
  readonly services: { readonly item: ItemId; readonly list: readonly Service[] } | null;
  readonly references: ReferenceRule;
  readonly clock: ClockRule;
  /** Null where every audit is a full one. */
  readonly renewal: RenewalRule | null;
  readonly openValues: OpenValues | null;
  readonly mail: MailRule;
  /** Null in a host that loads them later. */
  readonly texts: ChecklistTexts | null;
}

/** A checklist whose texts are at hand, as drawing and papers need it. */
export interface FullChecklist extends Checklist {
  readonly texts: ChecklistTexts;
}

/** Everything long: a table of its own, so that a panel can be on the screen before it has come. */
export interface ChecklistTexts {
  readonly items: Readonly<Record<ItemId, ItemTexts>>;
  readonly groups: Readonly<Record<string, GroupTexts>>;
  /** By section: the heading over several of them that it stands under. */
  readonly parts: Readonly<Record<SectionId, string>>;
  readonly prerequisites: readonly Prerequisite[];
  /** What the programme asks around the items, in the order in which it is told. */
  readonly process: readonly Passage[];
  readonly definitions: readonly Definition[];
  /** Where the source is silent or unclear: our readings, labelled as ours. */
  readonly readings: Passage;
  readonly links: readonly ReferenceLink[];
  /** Newest first. */
  readonly changes: readonly VersionChange[];
  /**
   * Fingerprints of titles and requirements as workbooks of format 1 have them, in the order of the items; null where
   * there are no such workbooks.
   */
  readonly firstPrints: readonly string[] | null;
  /** Absent for none. */
  readonly reserved?: Reserved;
}

/** A titled piece of prose made of short paragraphs. */
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
  /** The items that name it; absent where it is told of the whole. */
  readonly items?: readonly string[];
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
