/** Writes a checklist as its file: every key in its place, and what is usual left out. */

import type { Json } from "../domain.ts";
import { isOpen, textsOf } from "../lookup.ts";
import type { FullChecklist, Group, GroupTexts, Item, ReferenceLink, Section } from "../types.ts";
import { LIMITS, SCHEMA } from "./limits.ts";
import { shortOf } from "./short.ts";

type Part = { readonly [key: string]: Json };

/** Reading it gives the same checklist, but for the fingerprints that workbooks of format 1 are compared with. */
export function fileOf(checklist: FullChecklist): Part {
  const { references, services, texts } = checklist;
  return {
    schema: SCHEMA,
    id: checklist.id,
    version: checklist.version,
    revision: checklist.revision,
    ...given({ follows: checklist.follows }),
    title: checklist.title,
    shortTitle: checklist.shortTitle,
    program: checklist.program,
    manager: checklist.manager,
    maker: checklist.maker,
    published: checklist.published,
    language: checklist.language,
    most: checklist.most,
    pass: checklist.pass,
    clock: { ...checklist.clock },
    // Said in any case, because it decides what a renewal is.
    renewal: checklist.renewal && { ...checklist.renewal },
    mail: { ...checklist.mail },
    references: given({ ...references }),
    ...given({ openValues: checklist.openValues && { ...checklist.openValues } }),
    sections: checklist.sections.map((section) => sectionInFile(checklist, section)),
    ...given({
      services: services && {
        item: services.item,
        list: services.list.map(({ isNew, ...service }) => given({ ...service, isNew })),
      },
      prerequisites: texts.prerequisites.map((each) => ({ ...each })),
      process: texts.process.map((each) => ({ ...each })),
      definitions: texts.definitions.map((each) => ({ ...each })),
      readings: texts.readings.title === "" ? null : { ...texts.readings },
      links: texts.links.map(linkInFile),
      changes: texts.changes.map((each) => ({ ...each })),
    }),
    ...texts.reserved,
  };
}

/** Without the keys that say nothing. */
function given(part: { readonly [key: string]: Json | undefined }): Part {
  const said = Object.entries(part).filter(
    (entry): entry is [string, Json] =>
      entry[1] !== undefined &&
      entry[1] !== null &&
      entry[1] !== false &&
      !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return Object.fromEntries(said);
}

const linkInFile = ({ title, url, items }: ReferenceLink): Part => given({ title, url, items });

/** A text of several lines as a list of them, which people can read. */
const linesOf = (text: string): Json => (text.includes("\n") ? text.split("\n") : text);

/** Nothing where the file's reader would make the same of the title. */
const shortTitle = (short: string, title: string, most: number): Part =>
  short === shortOf(title, most) ? {} : { shortTitle: short };

function sectionInFile(checklist: FullChecklist, section: Section): Part {
  const held = new Set(section.items.map(({ group }) => group));
  return {
    id: section.id,
    title: section.title,
    ...shortTitle(section.shortTitle, section.title, LIMITS.shortSection),
    ...given({
      part: checklist.texts.parts[section.id] || null,
      groups: checklist.groups
        .filter(({ id }) => held.has(id))
        .map((group) => groupInFile(group, checklist.texts.groups[group.id])),
    }),
    items: section.items.map((item) => itemInFile(checklist, item)),
  };
}

const groupInFile = ({ id, title }: Group, texts: GroupTexts | undefined): Part => ({
  id,
  title,
  requirement: linesOf(texts?.requirement ?? ""),
  evidence: linesOf(texts?.evidence ?? ""),
  ...given({
    requirementForItems: texts?.requirementForItems,
    evidenceForItems: texts?.evidenceForItems,
  }),
});

function itemInFile(checklist: FullChecklist, item: Item): Part {
  const { requirement, evidence, evidenceKinds, notEnough, sourceLine, reserved } = textsOf(
    checklist,
    item,
  );
  const { id, title, group, ifNotMet, ifMet, mandatory, provenance, renewal, from } = item;
  const isUsual = isOpen(item) || mandatory === ifNotMet < 0;
  return {
    id,
    ...given({ group }),
    title,
    ...shortTitle(item.shortTitle, title, LIMITS.shortItem),
    requirement: linesOf(requirement),
    evidence: linesOf(evidence),
    ...given({ evidenceKinds, notEnough }),
    ifNotMet,
    ifMet,
    ...(isUsual ? {} : { mandatory }),
    ...given({
      provenance: provenance === "stated" ? null : provenance,
      resellerOnly: item.resellerOnly,
      renewal,
      sourceLine: sourceLine || null,
      from: from && given({ id: from.ids.length === 1 ? from.ids[0] : from.ids, same: from.same }),
    }),
    ...reserved,
  };
}

/** The text of the file. */
export const fileText = (checklist: FullChecklist): string =>
  `${JSON.stringify(fileOf(checklist), null, 2)}\n`;
