/** What a checklist file holds: the reader, its types and the published JSON Schema are all made of this. */

import { FILE_HELP as HELP } from "../../words/checklist-file-help.ts";
import { ITEM_ID, SECTION_ID } from "../ids.ts";
import { LIMITS } from "./limits.ts";
import {
  flag,
  form,
  type JsonSchema,
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
  told,
  whole,
} from "./shape.ts";

/** The newest schema; earlier ones are read as well. */
export const SCHEMA = 1;

/** Words of texts and of file names, and nothing that a formula could take for the end of a text. */
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const CHECKLIST_ID = /^[a-z][a-z0-9-]{0,39}$/;
const COMPARED_VERSION = /^\d{1,3}(?:\.\d{1,3})?$/;
const GROUP_ID = /^[0-9A-Z][0-9A-Za-z.-]{0,11}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[0-9A-Za-z]{2,8})*$/;
const URL = /^https?:\/\/[^\s"<>\\^`{|}]+$/;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(?:\.[^\s@<>()[\]\\,;:".]+)+$/;

const itemId = form(LIMITS.name, ITEM_ID, "itemId");
const groupId = form(LIMITS.name, GROUP_ID, "groupId");
const title = line(LIMITS.title);
const name = line(LIMITS.name);
const sentence = line(LIMITS.sentence);
const added = whole(0, LIMITS.points, "added");
const days = whole(0, LIMITS.days, "days");
const months = whole(0, LIMITS.months, "months");
const all = whole(1, LIMITS.items * LIMITS.points, "all");
const entries = { most: LIMITS.entries };

/** What later versions of this program will read; of any kind until then. */
export const RESERVED = ["freshness", "kinds", "counts", "certificates", "advice"] as const;
export type ReservedKey = (typeof RESERVED)[number];
const reserved = {
  freshness: optional(told(kept, HELP.reserved)),
  kinds: optional(told(kept, HELP.reserved)),
  counts: optional(told(kept, HELP.reserved)),
  certificates: optional(told(kept, HELP.reserved)),
  advice: optional(told(kept, HELP.reserved)),
} as const satisfies Readonly<Record<ReservedKey, unknown>>;

const origin = record({
  id: told(oneOrMore(itemId, LIMITS.choices, "itemIds"), HELP.originIds),
  same: optional(told(flag, HELP.originSame)),
});

const item = record({
  id: told(itemId, HELP.itemId),
  group: optional(told(nullable(groupId), HELP.group)),
  title: told(title, HELP.itemTitle),
  shortTitle: optional(told(line(LIMITS.shortItem), HELP.shortTitle)),
  requirement: told(lines(LIMITS.text), HELP.requirement),
  evidence: told(lines(LIMITS.text), HELP.evidence),
  evidenceKinds: optional(
    told(
      list(oneOf(["document", "demonstration", "record", "certificate"]), {
        most: LIMITS.choices,
      }),
      HELP.evidenceKinds,
    ),
  ),
  notEnough: optional(told(nullable(sentence), HELP.notEnough)),
  ifNotMet: told(whole(-LIMITS.points, 0, "lost"), HELP.ifNotMet),
  ifMet: told(added, HELP.ifMet),
  mandatory: optional(told(flag, HELP.mandatory)),
  provenance: optional(told(oneOf(["stated", "inferred", "reconstructed"]), HELP.provenance)),
  resellerOnly: optional(told(flag, HELP.resellerOnly)),
  renewal: optional(told(nullable(oneOf(["newOrExpanded", "existing", "both"])), HELP.renewalList)),
  sourceLine: optional(told(whole(0, LIMITS.characters, "sourceLine"), HELP.sourceLine)),
  from: optional(told(origin, HELP.origin)),
  ...reserved,
});

const group = record({
  id: told(groupId, HELP.groupId),
  title: told(title, HELP.groupTitle),
  requirement: told(lines(LIMITS.text), HELP.groupRequirement),
  evidence: told(lines(LIMITS.text), HELP.groupRequirement),
  requirementForItems: optional(told(nullable(sentence), HELP.forItems)),
  evidenceForItems: optional(told(nullable(sentence), HELP.forItems)),
});

const section = record({
  id: told(form(LIMITS.name, SECTION_ID, "sectionId"), HELP.sectionId),
  title: told(title, HELP.sectionTitle),
  shortTitle: optional(told(line(LIMITS.shortSection), HELP.shortTitle)),
  part: optional(told(name, HELP.part)),
  groups: optional(list(group, { most: LIMITS.groups, of: ["group", "id"] })),
  items: list(item, { least: 1, most: LIMITS.items, of: ["item", "id"] }),
});

const services = record({
  item: told(itemId, HELP.servicesItem),
  list: list(
    record({ name: title, category: name, isNew: optional(told(flag, HELP.serviceNew)) }),
    { least: 1, most: LIMITS.services, of: ["service", "name"] },
  ),
});

const passage = record({
  title,
  paragraphs: list(line(LIMITS.paragraph), entries),
});

export const CHECKLIST_FILE = record({
  $schema: optional(told(line(LIMITS.url), HELP.$schema)),
  schema: told(whole(1, SCHEMA, "schema"), HELP.schema),
  id: told(form(LIMITS.name, CHECKLIST_ID, "checklistId"), HELP.id),
  version: told(form(LIMITS.name, VERSION, "version"), HELP.version),
  revision: told(whole(1, LIMITS.points, "revision"), HELP.revision),
  follows: optional(told(form(LIMITS.name, VERSION, "version"), HELP.follows)),
  title: told(title, HELP.title),
  shortTitle: told(name, HELP.shortName),
  program: told(name, HELP.program),
  manager: told(name, HELP.manager),
  maker: told(line(LIMITS.shortSection), HELP.maker),
  published: told(name, HELP.published),
  language: told(form(LIMITS.name, LANGUAGE, "language"), HELP.language),
  most: told(all, HELP.most),
  pass: told(all, HELP.pass),
  sections: told(
    list(section, { least: 1, most: LIMITS.sections, of: ["section", "id"] }),
    HELP.sections,
  ),
  services: optional(told(nullable(services), HELP.services)),
  references: told(
    record({
      item: optional(told(nullable(itemId), HELP.referencesItem)),
      needed: whole(0, LIMITS.references, "references"),
      publicNeeded: whole(0, LIMITS.references, "references"),
      fineMonths: months,
      oldestMonths: months,
    }),
    HELP.references,
  ),
  clock: told(
    record({
      replyDays: days,
      summaryHours: whole(0, LIMITS.days, "hours"),
      closureDays: days,
      finalReportDays: days,
      decisionDays: days,
    }),
    HELP.clock,
  ),
  renewal: told(
    nullable(
      record({
        months: whole(1, LIMITS.months, "months"),
        fullAuditMonths: whole(1, LIMITS.months, "months"),
        oldestVersion: form(LIMITS.name, COMPARED_VERSION, "comparedVersion"),
      }),
    ),
    HELP.renewal,
  ),
  openValues: optional(
    told(
      nullable(
        record({
          choices: list(added, { least: 1, most: LIMITS.choices }),
          mandatoryLoss: whole(-LIMITS.points, 0, "lost"),
          sum: added,
          place: name,
        }),
      ),
      HELP.openValues,
    ),
  ),
  mail: told(
    record({
      to: form(LIMITS.title, ADDRESS, "address"),
      subject: told(title, HELP.subject),
    }),
    HELP.mail,
  ),
  prerequisites: optional(
    list(record({ title, requirement: line(LIMITS.paragraph) }), {
      ...entries,
      of: ["prerequisite", "title"],
    }),
  ),
  process: optional(told(list(passage, { ...entries, of: ["passage", "title"] }), HELP.process)),
  definitions: optional(
    list(record({ term: title, meaning: line(LIMITS.paragraph) }), {
      ...entries,
      of: ["definition", "term"],
    }),
  ),
  readings: optional(told(passage, HELP.readings)),
  links: optional(
    list(
      record({
        title,
        url: form(LIMITS.url, URL, "url"),
        items: optional(told(list(itemId, { most: LIMITS.items }), HELP.linkItems)),
      }),
      { ...entries, of: ["link", "title"] },
    ),
  ),
  changes: optional(
    told(
      list(record({ from: name, to: name, changes: list(line(LIMITS.paragraph), entries) }), {
        ...entries,
        of: ["change", "to"],
      }),
      HELP.changes,
    ),
  ),
  ...reserved,
});

/** A checklist as its file has it. */
export type ChecklistFile = Read<typeof CHECKLIST_FILE>;
export type SectionInFile = ChecklistFile["sections"][number];
export type ItemInFile = SectionInFile["items"][number];

/** As it is published, for editors that help people write such files. */
export const jsonSchema = (): JsonSchema => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: HELP.file,
  ...CHECKLIST_FILE.schema,
});
