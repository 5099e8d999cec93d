/** The whole of a checklist for other programs: its rules, its texts and what is told around them. */

import { textsOf } from "../core/checklist/lookup.ts";
import type { FullChecklist } from "../core/checklist/types.ts";

/** Texts stand with the section, item and group that they are of; a key that was once given stays. */
export function catalogOf(checklist: FullChecklist): Readonly<Record<string, unknown>> {
  const { sections, items, groups, texts, ...rest } = checklist;
  const { prerequisites, process, definitions, readings, links, changes } = texts;
  return {
    ...rest,
    sections: sections.map(({ id, title, shortTitle }) => ({
      id,
      title,
      shortTitle,
      part: texts.parts[id],
    })),
    items: items.map((item) => ({ ...item, ...textsOf(checklist, item) })),
    groups: groups.map((group) => ({ ...group, ...texts.groups[group.id] })),
    prerequisites,
    process,
    definitions,
    readings,
    links,
    changes,
  };
}
