/** What is said of answers that move to another version. */

import type { Checklist } from "../core/checklist/types.ts";
import { PROGRAM, quoted } from "./words.ts";

const named = ({ title, version }: Checklist): string => `${title} v${version}`;

export const MIGRATE_SAID = {
  needsVersion: (versions: readonly string[]) =>
    `Say where to: --to VERSION (${versions.join(", ")}), or --to FILE.json of another version.`,
  noVersion: (typed: string, versions: readonly string[]) =>
    `There is no version and no file ${typed}. This program brings along ${versions.join(", ")}; another version is a checklist's file, as \`${PROGRAM} checklist build\` makes it.`,
  same: (file: string, checklist: Checklist) =>
    `${file} is of ${named(checklist)} already. Nothing was written.`,
  heading: (file: string, source: Checklist, target: Checklist) =>
    `${file}: from ${named(source)} to ${named(target)}.`,
  leftHeads: (version: string) => `Not asked in ${version} any more`,
  made: (file: string) => `${file} made.`,
  stays: (file: string) =>
    `${file} stays as it is. Sheets and columns that somebody added to it, if any, are in it alone.`,
  next: (file: string, toConfirm: number) =>
    toConfirm === 0
      ? `Next: open ${file}, and answer what is yellow.`
      : `Next: open ${file}. “Moved answers” lists ${toConfirm === 1 ? "the answer" : `the ${toConfirm} answers`} to be confirmed again: type Met or Not met on the Checklist, or \`${PROGRAM} fill ${quoted(file)} --as self --answers ANSWERS.csv\`.`,
} as const;

export const migrateHelp = `Usage: ${PROGRAM} migrate FILE --to VERSION|FILE.json|WORKBOOK [-o OUT] [--json] [--force] [--dry-run]

Makes the workbook of another version of the checklist, with what the partner entered: “FILE 3.2.xlsx” unless you name
another. FILE stays as it is. --to takes a version that this program brings along, a checklist's file, or a workbook of
that version.

Profile, people, holidays, services and prerequisites move. Of each item the answer, evidence and owner stay where the
new version says that it is the same, or asks for the same with the same points. Where it asks otherwise, or was
renumbered, split or merged, evidence and owner come along, and the answer waits to be confirmed: the sheet “Moved
answers” has the former one, and so has the message beside the cell. What has no place any more, the auditor's side and
the dates go to the sheet “Archive”; moving back takes from there. The process begins anew in Self-assessment.

--dry-run lists every item with what would happen, and writes nothing; --json gives the same as one object.

Examples
  ${PROGRAM} migrate kestrel.xlsx --to next.json --dry-run
  ${PROGRAM} migrate kestrel.xlsx --to next.json -o "kestrel next.xlsx"
`;
