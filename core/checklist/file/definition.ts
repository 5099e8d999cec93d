/**
 * What a checklist file holds: the reader, its types and the published JSON Schema are all made of this. What each key
 * is for stands in `core/words/checklist-file-help.ts`, which no program has to load.
 */

import { ITEM_ID, SECTION_ID } from "../ids.ts";
import { LIMITS, SCHEMA } from "./limits.ts";
import {
  flag,
  form,
  kept,
  line,
  lines,
  list,
  nullable,
  oneOf,
  oneOrMore,
  optional,
  type Read,
  record,
  sentence,
  whole,
} from "./shape.ts";

/** Words of texts and of file names, and nothing that a formula could take for the end of a text. */
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const CHECKLIST_ID = /^[a-z][a-z0-9-]{0,39}$/;
const COMPARED_VERSION = /^\d{1,3}(?:\.\d{1,3})?$/;
const GROUP_ID = /^[0-9A-Z][0-9A-Za-z.-]{0,11}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[0-9A-Za-z]{2,8})*$/;
const URL = /^https?:\/\/[^\s"<>\\^\u0060{|}]+$/;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(?:\.[^\s@<>()[\]\\,;:".]+)+$/;

const itemId = form(LIMITS.name, ITEM_ID, "itemId");
const groupId = form(LIMITS.name, GROUP_ID, "groupId");
const title = line(LIMITS.title);
const name = line(LIMITS.name);
const demand = sentence(LIMITS.sentence);
const added = whole(0, LIMITS.points, "added");
const days = whole(0, LIMITS.days, "days");
const months = whole(0, LIMITS.months, "months");
const all = whole(1, LIMITS.items * LIMITS.points, "all");
const entries = { most: LIMITS.entries };

/** What later versions of this program will read; of any kind until then. */
export const RESERVED = ["freshness", "kinds", "counts", "certificates", "advice"] as const;
export type ReservedKey = (typeof RESERVED)[number];
const reserved = {
  freshness: optional(kept),
  kinds: optional(kept),
  counts: optional(kept),
  certificates: optional(kept),
  advice: optional(kept),
} as const satisfies Readonly<Record<ReservedKey, unknown>>;

const origin = record({
  id: oneOrMore(itemId, LIMITS.choices, "itemIds"),
  same: optional(flag),
});

const item = record({
  id: itemId,
  group: optional(nullable(groupId)),
  title,
  shortTitle: optional(line(LIMITS.shortItem)),
  requirement: lines(LIMITS.text),
  evidence: lines(LIMITS.text),
  evidenceKinds: optional(
    list(oneOf(["document", "demonstration", "record", "certificate"]), {
      most: LIMITS.choices,
    }),
  ),
  notEnough: optional(nullable(demand)),
  ifNotMet: whole(-LIMITS.points, 0, "lost"),
  ifMet: added,
  mandatory: optional(flag),
  provenance: optional(oneOf(["stated", "inferred", "reconstructed"])),
  resellerOnly: optional(flag),
  renewal: optional(nullable(oneOf(["newOrExpanded", "existing", "both"]))),
  sourceLine: optional(whole(0, LIMITS.characters, "sourceLine")),
  from: optional(origin),
  ...reserved,
});

const group = record({
  id: groupId,
  title,
  requirement: lines(LIMITS.text),
  evidence: lines(LIMITS.text),
  requirementForItems: optional(nullable(demand)),
  evidenceForItems: optional(nullable(demand)),
});

const section = record({
  id: form(LIMITS.name, SECTION_ID, "sectionId"),
  title,
  shortTitle: optional(line(LIMITS.shortSection)),
  part: optional(name),
  groups: optional(list(group, { most: LIMITS.groups, of: ["group", "id"] })),
  items: list(item, { least: 1, most: LIMITS.items, of: ["item", "id"] }),
});

const services = record({
  item: itemId,
  list: list(record({ name: title, category: name, isNew: optional(flag) }), {
    least: 1,
    most: LIMITS.services,
    of: ["service", "name"],
  }),
});

const passage = record({
  title,
  paragraphs: list(line(LIMITS.paragraph), entries),
});

export const CHECKLIST_FILE = record({
  $schema: optional(line(LIMITS.url)),
  schema: whole(1, SCHEMA, "schema"),
  id: form(LIMITS.name, CHECKLIST_ID, "checklistId"),
  version: form(LIMITS.name, VERSION, "version"),
  revision: whole(1, LIMITS.points, "revision"),
  follows: optional(form(LIMITS.name, VERSION, "version")),
  title: line(LIMITS.cover),
  shortTitle: name,
  program: name,
  manager: name,
  maker: line(LIMITS.shortSection),
  published: name,
  language: form(LIMITS.name, LANGUAGE, "language"),
  most: all,
  pass: all,
  sections: list(section, { least: 1, most: LIMITS.sections, of: ["section", "id"] }),
  services: optional(nullable(services)),
  references: record({
    item: optional(nullable(itemId)),
    needed: whole(0, LIMITS.references, "references"),
    publicNeeded: whole(0, LIMITS.references, "references"),
    fineMonths: months,
    oldestMonths: months,
  }),
  clock: record({
    replyDays: days,
    summaryHours: whole(0, LIMITS.days, "hours"),
    closureDays: days,
    finalReportDays: days,
    decisionDays: days,
  }),
  renewal: nullable(
    record({
      months: whole(1, LIMITS.months, "months"),
      fullAuditMonths: whole(1, LIMITS.months, "months"),
      oldestVersion: form(LIMITS.name, COMPARED_VERSION, "comparedVersion"),
    }),
  ),
  openValues: optional(
    nullable(
      record({
        choices: list(added, { least: 1, most: LIMITS.choices }),
        mandatoryLoss: whole(-LIMITS.points, 0, "lost"),
        sum: added,
        place: name,
      }),
    ),
  ),
  mail: record({
    to: form(LIMITS.title, ADDRESS, "address"),
    subject: title,
  }),
  prerequisites: optional(
    list(record({ title, requirement: line(LIMITS.paragraph) }), {
      ...entries,
      of: ["prerequisite", "title"],
    }),
  ),
  process: optional(list(passage, { ...entries, of: ["passage", "title"] })),
  definitions: optional(
    list(record({ term: title, meaning: line(LIMITS.paragraph) }), {
      ...entries,
      of: ["definition", "term"],
    }),
  ),
  readings: optional(passage),
  links: optional(
    list(
      record({
        title,
        url: form(LIMITS.url, URL, "url"),
        items: optional(list(itemId, { most: LIMITS.items })),
      }),
      { ...entries, of: ["link", "title"] },
    ),
  ),
  changes: optional(
    list(record({ from: name, to: name, changes: list(line(LIMITS.paragraph), entries) }), {
      ...entries,
      of: ["change", "to"],
    }),
  ),
  ...reserved,
});

/** A checklist as its file has it. */
export type ChecklistFile = Read<typeof CHECKLIST_FILE>;
export type SectionInFile = ChecklistFile["sections"][number];
export type ItemInFile = SectionInFile["items"][number];
