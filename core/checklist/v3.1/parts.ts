/** The three parts that version 3.1 puts its sections under, each named as there. */

import type { SectionSource } from "../source.ts";
import type { Passage } from "../types.ts";

export const PARTS = {
  begin: "Discover, Plan, Migrate, Integrate, Validate",
  operate: "Operate",
  optimize: "Optimize",
} as const;

/** Which sections stand under which part, which are neighbours. */
export const arrangement = (sections: readonly SectionSource[]): Passage => ({
  title: "How the checklist is arranged",
  paragraphs: Object.values(PARTS).map((part) => {
    const own = sections.flatMap((section) => (section.part === part ? [section.id] : []));
    return `${part}: sections ${own[0]} to ${own[own.length - 1]}.`;
  }),
});
