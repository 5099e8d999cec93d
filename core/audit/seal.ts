/**
 * The seal of a hand-over: a fingerprint of what the partner entered, and what has changed since. It shows
 * changes to whoever reads carefully; it is no protection against somebody who wants to forge it.
 */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { isOpen } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { ANSWER_WORDS } from "./answers.ts";
import type { Inputs } from "./inputs.ts";
import { FORMAT_VERSION, type SealRecord } from "./records.ts";
import { utf8 } from "./utf8.ts";

/** Kept with the seal and never a change of it: it may still be disclosed in the audit, and then is late. */
const DISCLOSED = "Disclosed_Change";

/** `[key, value]` in a fixed order, blank values left out. A key is a defined name, `Name[item]` or `Name[place]`. */
export type Entries = readonly (readonly [key: string, value: string])[];

/** Blank ones left out, as every seal does. */
export const filledEntries = (all: Entries): Entries =>
  all.map(([key, value]) => [key, plain(value)] as const).filter(([, value]) => value !== "");

const yes = (value: boolean): string => (value ? "Yes" : "");
const yesNo = (value: boolean | null): string => (value === null ? "" : value ? "Yes" : "No");

/** Line ends differ between programs, and so do spaces at the ends of cells. */
export const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

/** The keys that a hand-over of a format seals, with the blank ones. */
export const handOverKeys = (
  checklist: Checklist,
  inputs: Inputs,
  format: number,
): readonly string[] => allEntries(checklist, inputs, format).map(([key]) => key);

/**
 * Every entry that a hand-over stands for: no dates of the process, no phase, nothing of the auditor's. A seal is
 * compared over the entries that its own format seals: what later ones added was not sealed then.
 */
const sealedEntries = (checklist: Checklist, inputs: Inputs, format: number): Entries =>
  filledEntries(allEntries(checklist, inputs, format));

function allEntries(checklist: Checklist, inputs: Inputs, format: number): Entries {
  const own = inputs.prerequisites;
  const all: [string, string][] = [
    ["Partner_Name", inputs.partner],
    ["Reseller_Program", yesNo(inputs.reseller)],
    ["Engagement", inputs.renewal ? "Renewal" : "Full audit"],
    ["Single_Region", yes(inputs.singleRegion)],
    ["Previous_Audit_Version", inputs.previousAuditVersion],
    ["Prerequisite_Tier", own.tier],
    ["Prerequisite_Application", yes(own.applicationSent)],
    ["Prerequisite_Reviewed", yes(own.reviewed)],
  ];
  if (format >= 2)
    all.push(
      ["Last_Full_Audit_On", inputs.lastFullAuditOn ?? ""],
      ["Prerequisite_Application_On", own.applicationOn ?? ""],
    );
  own.references.forEach((reference, index) => {
    const place = `[${index + 1}]`;
    all.push(
      [`Prerequisite_Reference${place}`, reference.customer],
      [`Prerequisite_Reference_Kind${place}`, reference.kind],
      [`Prerequisite_Reference_On${place}`, reference.on ?? ""],
      [`Prerequisite_Public${place}`, yesNo(reference.isPublic)],
      [`Prerequisite_Paying${place}`, yesNo(reference.isPaying)],
    );
  });
  for (const service of inputs.services) {
    const place = `[${service.name}]`;
    all.push(
      [`Service_Example${place}`, service.example],
      [`Service_Support${place}`, service.support],
      [`Service_Unavailable${place}`, yes(service.unavailable)],
      [`Service_Reviewed${place}`, yes(service.reviewed)],
      [`Service_Compliant${place}`, yesNo(service.compliant)],
    );
  }
  for (const item of checklist.items) {
    const entered = inputs.items[item.id];
    if (!entered) continue;
    const place = `[${item.id}]`;
    all.push(
      [`Self_Answer${place}`, entered.self === "unanswered" ? "" : ANSWER_WORDS[entered.self]],
      [`Evidence${place}`, entered.evidence],
      [`Prior_Action${place}`, yes(entered.priorAction)],
      [`${DISCLOSED}${place}`, yes(entered.disclosedChange)],
    );
    if (isOpen(item)) all.push([`Item_Add${place}`, String(entered.ifMet)]);
  }
  return all;
}

/** In front of the entries: what they are of, and no entries themselves. */
const VERSIONS = { checklist: "Checklist_Version", format: "Format_Version" } as const;

/** One text for one set of entries, whatever program the workbook came through; with the versions in front. */
export function canonicalText(
  checklist: Checklist,
  inputs: Inputs,
  format: number = FORMAT_VERSION,
): string {
  return JSON.stringify([
    [VERSIONS.checklist, checklist.version],
    [VERSIONS.format, String(format)],
    ...sealedEntries(checklist, inputs, format),
  ]);
}

export const hashOf = (text: string): string => bytesToHex(sha256(utf8(text)));

/** The first twelve digits, as people compare them: `3fa9-11c2-77b0`. */
export function shortSeal(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/g) ?? []).join("-");
}

/** `format`: the workbook's, so that the programs which made it can still compare it. */
export function makeSeal(
  checklist: Checklist,
  inputs: Inputs,
  at: string,
  format: number = FORMAT_VERSION,
): SealRecord {
  const text = canonicalText(checklist, inputs, format);
  return { hash: hashOf(text), at, text };
}

export interface SealedChange {
  /** A defined name. */
  readonly name: string;
  /** The item's id, the service's name or the place in a list, from 1; null for a single cell. */
  readonly place: string | null;
  /** Empty where there was or is nothing. */
  readonly before: string;
  readonly after: string;
}

export interface SealCheck {
  readonly short: string;
  readonly at: string;
  /** `damaged`: the record itself was altered, so it proves nothing. */
  readonly state: "unchanged" | "changed" | "damaged";
  readonly changes: readonly SealedChange[];
  /** Items whose change was disclosed only after the hand-over. */
  readonly disclosedLate: readonly string[];
}

/** Compares the entries with what was handed over; null where nothing was. */
export function checkSeal(checklist: Checklist, inputs: Inputs): SealCheck | null {
  const { seal } = inputs.records;
  if (seal === null) return null;
  const found = { short: shortSeal(seal.hash), at: seal.at };
  const opened = openSeal(seal);
  const told = inputs.records.history.filter((move) => move.seal !== "").pop();
  const isOther = told !== undefined && told.seal !== found.short;
  if (opened === null || isOther)
    return { ...found, state: "damaged", changes: [], disclosedLate: [] };
  const after = new Map(sealedEntries(checklist, inputs, opened.format));
  const all = changesBetween(opened.entries, after);
  const changes = all.filter((change) => change.name !== DISCLOSED);
  const late = all.filter((change) => change.name === DISCLOSED && change.after !== "");
  return {
    ...found,
    state: changes.length === 0 ? "unchanged" : "changed",
    changes,
    disclosedLate: late.flatMap(({ place }) => place ?? []),
  };
}

/** What a seal holds: the entries that were not blank, and the format of the workbook that was sealed. */
export interface SealedCopy {
  readonly format: number;
  readonly entries: ReadonlyMap<string, string>;
}

/** Null where the record was altered. */
export function openSeal({ hash, text }: SealRecord): SealedCopy | null {
  const entries = parseSealed(text);
  if (entries === null || hashOf(text) !== hash) return null;
  const format = Number(entries.get(VERSIONS.format) ?? 1);
  for (const version of Object.values(VERSIONS)) entries.delete(version);
  return { format, entries };
}

export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): SealedChange[] {
  const all: SealedChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key) ?? "", after.get(key) ?? ""];
    if (old !== now) all.push({ ...partsOf(key), before: old, after: now });
  }
  return all;
}

/** A key taken apart: its name, and the place in brackets behind it. */
export function partsOf(key: string): Pick<SealedChange, "name" | "place"> {
  const bracket = key.indexOf("[");
  return bracket < 0
    ? { name: key, place: null }
    : { name: key.slice(0, bracket), place: key.slice(bracket + 1, -1) };
}

/** What differs between two hand-overs; null where one of them cannot be read. */
export function changesOfHandOver(
  before: SealRecord,
  after: SealRecord,
): readonly SealedChange[] | null {
  const [old, now] = [parseSealed(before.text), parseSealed(after.text)];
  if (old === null || now === null || hashOf(before.text) !== before.hash) return null;
  const versions: readonly string[] = Object.values(VERSIONS);
  return changesBetween(old, now).filter(({ name }) => !versions.includes(name));
}

export function parseSealed(text: string): Map<string, string> | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return null;
    const entries = new Map<string, string>();
    for (const entry of read as unknown[]) {
      if (!Array.isArray(entry)) return null;
      const [key, value] = entry as unknown[];
      if (typeof key !== "string" || typeof value !== "string") return null;
      entries.set(key, value);
    }
    return entries;
  } catch {
    return null;
  }
}
