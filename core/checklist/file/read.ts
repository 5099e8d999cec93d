/**
 * Reads a checklist file: text or bytes in, a checklist out, or sentences that say what is wrong where. Strict and
 * total: whatever is handed over, nothing is thrown.
 */

import { fileFaultSentence, MOST_TOLD, moreFaults } from "../../words/checklist-file.ts";
import type { Json } from "../domain.ts";
import { makeChecklist } from "../make.ts";
import type { ChecklistSource, ItemSource, SectionSource } from "../source.ts";
import type { FullChecklist, Reserved } from "../types.ts";
import { checkTogether } from "./cross.ts";
import {
  CHECKLIST_FILE,
  type ChecklistFile,
  type ItemInFile,
  RESERVED,
  type ReservedKey,
  type SectionInFile,
} from "./definition.ts";
import { type FileFault, type FileProblem, WHOLE_FILE } from "./fault.ts";
import { readJson } from "./json.ts";
import { LIMITS, SCHEMA } from "./limits.ts";
import { shortOf } from "./short.ts";
import { decodedUtf8 } from "./utf8.ts";

export type FileRead =
  | { readonly checklist: FullChecklist; readonly faults: null }
  /** At least one; in the order of the file, but for those that concern several of its parts. */
  | { readonly checklist: null; readonly faults: readonly FileFault[] };

/** The text of a file, or its bytes in UTF-8. */
export function readChecklistFile(content: string | Uint8Array): FileRead {
  const text = typeof content === "string" ? content : decodedUtf8(content);
  if (text === null) return refused({ is: "encoding" });
  if (text.length > LIMITS.characters)
    return refused({ is: "fileTooLong", length: text.length, most: LIMITS.characters });
  // Some editors put a mark in front.
  const { value, fault } = readJson(text.replace(/^\ufeff/, ""));
  if (fault !== null) return refused({ is: "syntax", ...fault });
  return checklistFrom(value);
}

/** The same from a value, such as one that was put together from a spreadsheet. */
export function checklistFrom(value: Json): FileRead {
  const schema = isRecord(value) ? value.schema : undefined;
  if (schema === undefined) return refused({ is: "noSchema" });
  if (typeof schema === "number" && schema > SCHEMA)
    return refused({ is: "laterSchema", found: schema, known: SCHEMA });
  const faults: FileFault[] = [];
  const tell = (at: FileFault["at"], problem: FileProblem) => faults.push({ at, problem });
  const file = CHECKLIST_FILE.read(value, WHOLE_FILE, tell);
  if (file === undefined) return { checklist: null, faults };
  checkTogether(file, tell);
  if (faults.length > 0) return { checklist: null, faults };
  return { checklist: makeChecklist(sourceOf(file)), faults: null };
}

/** What to say of them, a sentence each, to stand behind the file's name. */
export function faultSentences(faults: readonly FileFault[]): readonly string[] {
  const told = faults.slice(0, MOST_TOLD).map((fault) => fileFaultSentence(fault));
  const rest = faults.length - told.length;
  return rest === 0 ? told : [...told, moreFaults(rest)];
}

const refused = (problem: FileProblem): FileRead => ({
  checklist: null,
  faults: [{ at: WHOLE_FILE, problem }],
});

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Kept = { readonly [K in ReservedKey]?: Json };

/** Those that are there; nothing where none is. */
function reservedIn(part: Kept): { readonly reserved?: Reserved } {
  const kept = RESERVED.flatMap((key): [string, Json][] => {
    const value = part[key];
    return value === undefined ? [] : [[key, value]];
  });
  return kept.length === 0 ? {} : { reserved: Object.fromEntries(kept) };
}

/** With what is usual where the file leaves it out. */
function sourceOf(file: ChecklistFile): ChecklistSource {
  const { id, version, revision, follows, title, shortTitle, program, manager, maker } = file;
  const { published, language, most, pass, clock, mail, renewal } = file;
  return {
    id,
    version,
    revision,
    ...(follows === undefined ? {} : { follows }),
    title,
    shortTitle,
    program,
    manager,
    maker,
    published,
    language,
    most,
    pass,
    clock,
    mail,
    renewal,
    sections: file.sections.map(sectionOf),
    services: file.services
      ? {
          item: file.services.item,
          list: file.services.list.map((service) => ({
            ...service,
            isNew: service.isNew ?? false,
          })),
        }
      : null,
    references: { ...file.references, item: file.references.item ?? null },
    openValues: file.openValues ?? null,
    prerequisites: file.prerequisites ?? [],
    process: file.process ?? [],
    definitions: file.definitions ?? [],
    readings: file.readings ?? NO_READINGS,
    links: file.links ?? [],
    changes: file.changes ?? [],
    ...reservedIn(file),
  };
}

const NO_READINGS = { title: "", paragraphs: [] };

const sectionOf = (section: SectionInFile): SectionSource => ({
  id: section.id,
  title: section.title,
  shortTitle: section.shortTitle ?? shortOf(section.title, LIMITS.shortSection),
  part: section.part ?? "",
  groups: (section.groups ?? []).map((group) => ({
    ...group,
    requirementForItems: group.requirementForItems ?? null,
    evidenceForItems: group.evidenceForItems ?? null,
  })),
  items: section.items.map(itemOf),
});

function itemOf(item: ItemInFile): ItemSource {
  const { mandatory, provenance, resellerOnly, renewal, from } = item;
  return {
    id: item.id,
    group: item.group ?? null,
    title: item.title,
    shortTitle: item.shortTitle ?? shortOf(item.title, LIMITS.shortItem),
    requirement: item.requirement,
    evidence: item.evidence,
    evidenceKinds: item.evidenceKinds ?? [],
    notEnough: item.notEnough ?? null,
    ifNotMet: item.ifNotMet,
    ifMet: item.ifMet,
    ...(mandatory === undefined ? {} : { mandatory }),
    ...(provenance === undefined ? {} : { provenance }),
    ...(resellerOnly === undefined ? {} : { resellerOnly }),
    ...(renewal ? { renewal } : {}),
    sourceLine: item.sourceLine ?? 0,
    ...(from === undefined ? {} : { from: { ids: from.id, same: from.same ?? false } }),
    ...reservedIn(item),
  };
}
