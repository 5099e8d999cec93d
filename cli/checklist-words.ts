/** What the command `checklist` says, and what `new` says of a checklist's file. */

import type { FullChecklist } from "../core/checklist/types.ts";
import { count } from "../core/words/numbers.ts";
import { PROGRAM } from "./words.ts";

const named = ({ title, version }: FullChecklist): string => `${title} v${version}`;

export const CHECKLIST_TEXT = {
  needsDeed: (deeds: readonly string[]) => `Say what to do: ${deeds.join(", ")}.`,
  noDeed: (typed: string, deeds: readonly string[], meant: string | null) =>
    `checklist has no “${typed}”.${meant === null ? "" : ` Did you mean ${meant}?`} It knows ${deeds.join(", ")}.`,
  needsSource: (versions: readonly string[]) =>
    `Name a version (${versions.join(", ")}), or a workbook.`,
  oneSource: "Name one version or workbook.",
  needsFile: "Name a checklist's file, such as my.json.",
  noSource: (typed: string, versions: readonly string[]) =>
    `There is no version and no workbook ${typed}. This program brings along ${versions.join(", ")}.`,
  exists: (file: string) =>
    `${file} exists already. Name another file with -o, or add --force to replace it.`,
  written: (file: string, checklist: FullChecklist) => `${file}: ${named(checklist)}.`,
  fault: (file: string, sentence: string) => `${file}: ${sentence}`,
  isWorkbook: (file: string) =>
    `${file} is a workbook and no checklist's file. \`${PROGRAM} checklist build ${file} -o FILE.json\` makes one of it.`,
  needsDraft: "Name one workbook, such as my.xlsx.",
  drafted: (file: string) =>
    `${file} made. Next: open it, fill its sheets, then \`${PROGRAM} checklist build ${file}\`.`,
  noDraft: (file: string) =>
    `${file} is no draft of a checklist. \`${PROGRAM} checklist draft\` makes one.`,
  built: (file: string, checklist: FullChecklist) =>
    `${file}: ${named(checklist)}, ${count(checklist.items.length, "item")}. Next: \`${PROGRAM} new kestrel.xlsx --checklist ${file}\`.`,
  fine: (file: string, checklist: FullChecklist) =>
    `${file}: nothing is wrong. ${named(checklist)}: ${count(checklist.items.length, "item")} in ${count(checklist.sections.length, "section")}, ${checklist.pass} of ${count(checklist.most, "point")} to pass.`,
  same: "This program brings it along.",
  otherTexts:
    "This program brings along the same rules, and takes its own texts for them. To have those of the file, give it another version.",
  noRenewals: (checklist: FullChecklist) =>
    `Every audit against ${named(checklist)} is a full one. Leave out --renewal.`,
  usesOwn: (file: string, { version }: FullChecklist) =>
    `${file} has the rules of version ${version}, which this program brings along, so its own texts were taken. To have those of the file, give it another version.`,
} as const;

export const checklistHelp = ({
  version,
}: Pick<
  FullChecklist,
  "version"
>): string => `Usage: ${PROGRAM} checklist draft FILE.xlsx [--from VERSION|FILE.json|WORKBOOK] [--force]
       ${PROGRAM} checklist build FILE.xlsx [-o FILE.json] [--force]
       ${PROGRAM} checklist check FILE.json… [--json]
       ${PROGRAM} checklist export VERSION|WORKBOOK [-o FILE.json] [--force]

A checklist as a file: another version, or one of your own, that \`${PROGRAM} new --checklist FILE.json\` makes
workbooks of. docs/new-checklist.md has an example.

draft makes a workbook to write one in, empty or with what an earlier version has; every row says what is still
wrong with it. build makes the file of it, FILE.json unless you name one, or names the cells that keep it from being
one. export writes the file of a version that this program brings along, or of the checklist that a workbook is of;
without -o it goes to standard output. check says what is wrong in a file, and where; with --json one object a line.

Examples
  ${PROGRAM} checklist draft my.xlsx --from ${version}
  ${PROGRAM} checklist build my.xlsx
  ${PROGRAM} new kestrel.xlsx --checklist my.json
`;
