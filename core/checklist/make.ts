/** Makes the value of a checklist from how it is written down; ids, points and the shape of texts are checked here, at the door. */

import { type ItemId, type Points, points, type SectionId } from "./domain.ts";
import { ITEM_ID, SECTION_ID } from "./ids.ts";
import { wrongLines } from "./lines.ts";
import type { ChecklistSource, GroupSource, ItemSource, Lines, SectionSource } from "./source.ts";
import type { FullChecklist, GroupTexts, Item, ItemTexts, Section } from "./types.ts";

/** Throws `RangeError` for an id or a number that cannot be one, and for a text that is not of the shape of texts. */
export function makeChecklist(source: ChecklistSource): FullChecklist {
  const {
    sections: written,
    prerequisites,
    process,
    definitions,
    readings,
    links,
    changes,
    firstPrints,
    reserved,
    ...rest
  } = source;
  const ids = new Set<string>();
  const sections = written.map((section) => makeSection(section, ids));
  const groups = written.flatMap((section) => section.groups);
  return {
    ...rest,
    most: whole(source.most, "most"),
    pass: whole(source.pass, "pass"),
    sections,
    groups: groups.map(({ id, title }) => ({ id, title })),
    items: sections.flatMap((section) => section.items),
    services: source.services && {
      ...source.services,
      item: known(source.services.item, ids) as ItemId,
    },
    references: {
      ...source.references,
      item: source.references.item === null ? null : (known(source.references.item, ids) as ItemId),
    },
    openValues: source.openValues && {
      place: source.openValues.place,
      choices: source.openValues.choices.map((choice) => whole(choice, "openValues")),
      mandatoryLoss: whole(source.openValues.mandatoryLoss, "openValues"),
      sum: whole(source.openValues.sum, "openValues"),
    },
    texts: {
      items: Object.fromEntries(
        written.flatMap((section) =>
          section.items.map((item): [string, ItemTexts] => [item.id, textsOf(item)]),
        ),
      ),
      groups: Object.fromEntries(
        groups.map((group): [string, GroupTexts] => [group.id, groupTextsOf(group)]),
      ),
      parts: Object.fromEntries(written.map(({ id, part }): [string, string] => [id, part])),
      prerequisites,
      process,
      definitions,
      readings,
      links,
      changes,
      firstPrints: firstPrints ?? null,
      ...(reserved === undefined ? {} : { reserved }),
    },
  };
}

function makeSection(source: SectionSource, ids: Set<string>): Section {
  if (!SECTION_ID.test(source.id)) throw new RangeError(`“${source.id}” is no section number.`);
  const id = source.id as SectionId;
  const { title, shortTitle } = source;
  return {
    id,
    title,
    shortTitle,
    items: source.items.map((item) => makeItem(item, id, ids)),
  };
}

function makeItem(source: ItemSource, section: SectionId, ids: Set<string>): Item {
  const { id, group, title, shortTitle } = source;
  if (!ITEM_ID.test(id)) throw new RangeError(`“${id}” is no item id.`);
  if (ids.has(id)) throw new RangeError(`Item ${id} stands in the checklist twice.`);
  ids.add(id);
  const mandatory = source.mandatory ?? source.ifNotMet < 0;
  return {
    id: id as ItemId,
    section,
    group,
    title,
    shortTitle,
    ifNotMet: whole(source.ifNotMet, id),
    ifMet: whole(source.ifMet, id),
    mandatory,
    provenance: source.provenance ?? "stated",
    resellerOnly: source.resellerOnly ?? false,
    renewal: source.renewal ?? null,
    ...(source.from === undefined ? {} : { from: source.from }),
  };
}

const textsOf = (item: ItemSource): ItemTexts => ({
  requirement: joined(item.requirement, `${item.id}, requirement`),
  evidence: joined(item.evidence, `${item.id}, evidence`),
  evidenceKinds: item.evidenceKinds,
  notEnough: oneLine(item.notEnough, `${item.id}, notEnough`),
  sourceLine: item.sourceLine,
  ...(item.reserved === undefined ? {} : { reserved: item.reserved }),
});

const groupTextsOf = (group: GroupSource): GroupTexts => ({
  requirement: joined(group.requirement, `${group.id}, requirement`),
  evidence: joined(group.evidence, `${group.id}, evidence`),
  requirementForItems: oneLine(group.requirementForItems, `${group.id}, requirementForItems`),
  evidenceForItems: oneLine(group.evidenceForItems, `${group.id}, evidenceForItems`),
});

function joined(lines: Lines, where: string): string {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  const wrong = wrongLines(text);
  if (wrong !== null) throw new RangeError(`${where}: the text ${wrong}.`);
  return text;
}

/** Of a sentence that is added to other texts. */
function oneLine(text: string | null, where: string): string | null {
  if (text?.includes("\n")) throw new RangeError(`${where}: the text is more than one line.`);
  return text === null ? null : joined(text, where);
}

function whole(value: number, where: string): Points {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${where}: ${value} is no whole number.`);
  return points(value);
}

function known(id: string, ids: ReadonlySet<string>): string {
  if (!ids.has(id)) throw new RangeError(`The checklist has no item ${id}.`);
  return id;
}
