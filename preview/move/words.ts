/** What the page says where answers move to another version. */

import type { Checklist } from "../../core/checklist/types.ts";
import type { Outcome } from "../../core/migrate/items.ts";

const named = ({ title, version }: Checklist): string => `${title} v${version}`;

export const MOVE_PAGE = {
  title: "Move to another version",
  lead: (present: Checklist) =>
    `This workbook is of ${named(present)}. A new workbook of the other version is made, with the answers of this one; this one stays as it is.`,
  choose: "Choose a checklist file",
  builtIn: (version: string) => `Version ${version}`,
  hint: "A checklist file is .json, as “msp-checklist checklist build” makes it. What will happen is shown before anything is saved.",
  cancel: "Cancel",
  another: "Another version",
  same: (present: Checklist) => `This workbook is of ${named(present)} already. Choose another.`,
  fromTo: (source: Checklist, target: Checklist) => `From ${named(source)} to ${named(target)}`,
  tiles: {
    kept: "as before",
    restored: "as they once stood",
    confirm: "to look at again",
    new: "new",
  } satisfies Readonly<Record<Outcome, string>>,
  heads: ["Item", "", "What happens", "Answer before"],
  left: (version: string, items: number) =>
    `Not asked in ${version} any more: ${items === 1 ? "1 item" : `${items} items`}`,
  groups: {
    confirm: (items: number) => `To look at again: ${items}`,
    new: (items: number) => `New: ${items}`,
    restored: (items: number) => `As they last stood in this version: ${items}`,
    kept: (items: number) => `As before: ${items}`,
  } satisfies Readonly<Record<Outcome, (items: number) => string>>,
  save: (file: string) => `Save ${file}`,
  saved: (file: string) => `${file} was saved. Open it to go on there; this one is as it was.`,
  notes: "To know",
  moves: "What moves",
  movesText:
    "Profile, people, holidays, services and prerequisites, and of each item answer, evidence and owner. What has no place, the auditor's side and the dates go to a sheet Archive, and come from there when you move back.",
  waitsText:
    "An answer to be looked at again waits in the Checklist, with the former one beside its cell; the sheet “Moved answers” lists them.",
} as const;
