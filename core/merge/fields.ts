/** A field as all copies of a workbook call it, whatever their format: its key, whose it is, and where it comes in order. */

import type { Side } from "../audit/inputs.ts";
import { partsOf } from "../audit/seal.ts";
import { findItem, findSection } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { MERGE_TEXT } from "../words/merge.ts";
import { SHEETS } from "../words/sheets.ts";
import { INPUTS, inputNamed } from "../workbook/fields.ts";

/** The key is the one that seals use: `Phase`, `Owner[8.1.9]`, `Service_Compliant[AWS Lambda]`, `Prerequisite_Public[2]`. */
export interface Field {
  readonly key: string;
  /** A defined name. */
  readonly name: string;
  /** The item's id, the service's name, the day, or the place in a list from 1; null for a single cell. */
  readonly place: string | null;
}

export const keyOf = (name: string, place: string | null): string =>
  place === null ? name : `${name}[${place}]`;

export const fieldOf = (key: string): Field => ({ key, ...partsOf(key) });

/** `process`: of both sides, as the phase, dates and holidays are. */
export type Whose = Side | "process";

/** What the phases in which an input is open do not tell. */
const TOLD: Readonly<Record<string, Whose>> = {
  Item_Add: "process",
  Open_Add: "process",
  Points_Checked: "process",
  Owner: "partner",
  People_Engineer: "partner",
  People_Operations: "partner",
  People_Business: "partner",
  Partner_Editors: "partner",
  People_Auditor: "auditor",
  People_Audit_Firm: "auditor",
  Auditor_Editors: "auditor",
};

/** What is open before the audit and closed after it describes the partner. */
export function whoseIs({ name }: Pick<Field, "name">): Whose {
  const known = TOLD[name];
  if (known !== undefined) return known;
  const input = inputNamed(name);
  if (input === null) return "process";
  const isProfile = input.open.includes("selfAssessment") && !input.open.includes("actionItems");
  return input.side ?? (isProfile ? "partner" : "process");
}

/** What a copy for the auditor is made without: a blank in such a copy clears nothing. */
export const INTERNAL_NAMES: readonly string[] = ["Owner"];

/** Each day is a field of its own, in whichever cell it stands. */
export const DAYS_OFF = "Holidays";

/** Lines of one customer each. */
export const REFERENCE_NAMES: readonly string[] = [
  "Prerequisite_Reference",
  "Prerequisite_Reference_Kind",
  "Prerequisite_Reference_On",
  "Prerequisite_Public",
  "Prerequisite_Paying",
];
/** Of them the one that says whose line it is. */
export const CUSTOMER = "Prerequisite_Reference";
/** A customer as names are compared. */
export const customerKey = (customer: string): string =>
  customer.replace(/\s+/g, " ").trim().toLowerCase();
export const isLine = ({ name }: Pick<Field, "name">): boolean => REFERENCE_NAMES.includes(name);

const inputPlaces = new Map(INPUTS.map(({ name }, index) => [name, index]));

/** From one group of fields to the next; no group has as many. */
const FAR = 1_000_000;

/**
 * Compares two fields by where they come: the Overview's cells, the items with all that stands in their rows, the
 * services, the prerequisites, and what commands recorded.
 */
export function byChecklist({ items, services }: Checklist): (a: Field, b: Field) => number {
  const itemPlaces = new Map<string, number>(items.map(({ id }, index) => [id, index]));
  const servicePlaces = new Map((services?.list ?? []).map(({ name }, index) => [name, index]));
  const rank = ({ name, place }: Field): number => {
    const input = inputPlaces.get(name);
    if (input === undefined) return 4 * FAR;
    const within = (index: number | undefined) => (index ?? 0) * INPUTS.length + input;
    if (inputNamed(name)?.shape === "column") return FAR + within(itemPlaces.get(place ?? ""));
    if (name.startsWith("Service_")) return 2 * FAR + within(servicePlaces.get(place ?? ""));
    if (isLine({ name })) return 3 * FAR + INPUTS.length + within(Number(place));
    return name.startsWith("Prerequisite_") ? 3 * FAR + input : input;
  };
  // Days of one list, and moves of one history.
  const later = (a: Field, b: Field) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return (a, b) => rank(a) - rank(b) || later(a, b);
}

/** What a list of fields has above those that belong together: a section with its number, or the title of a sheet. */
export function headingOf(checklist: Checklist, { name, place }: Field): string {
  const input = inputNamed(name);
  if (input === null) return MERGE_TEXT.records;
  const item = input.shape === "column" ? findItem(checklist, place ?? "") : null;
  const section = item && findSection(checklist, item.section);
  if (section) return `${section.id} ${section.title}`;
  if (name.startsWith("Service_")) return SHEETS.services;
  return name.startsWith("Prerequisite_") ? SHEETS.prerequisites : SHEETS.overview;
}
