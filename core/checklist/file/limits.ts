/** How much a checklist file may hold: enough for any programme, and little enough for every sheet and message. */

/** The newest schema; earlier ones are read as well. */
export const SCHEMA = 1;

export const LIMITS = {
  /** Of the whole file. */
  characters: 2_000_000,
  /** Values within values, in keys that are kept for later. */
  depth: 12,
  sections: 99,
  items: 1_000,
  groups: 300,
  services: 200,
  /** Entries of any other list. */
  entries: 300,
  /** Items whose points people may enter: a formula names those of a section, and holds 255 characters. */
  openItems: 16,
  choices: 10,
  /** Customer references that the sheet has rows for. */
  references: 8,
  points: 100_000,
  days: 366,
  months: 600,
  /** Characters of a requirement or of evidence, as a cell shows it. */
  text: 6_000,
  sentence: 1_000,
  paragraph: 2_000,
  title: 160,
  /** On the cover: it stands in the head of every printed page, beside the partner's name. */
  cover: 100,
  name: 60,
  shortItem: 28,
  shortSection: 24,
  url: 500,
} as const;
