/** What can be mended, and by which kind of mending each fault that the checks find goes away. */

import type { IssueCode } from "../words/issues.ts";
import type { Issue } from "../workbook/issues.ts";

/** In the order in which they are told. */
export const MEND_KINDS = [
  "name",
  "sheet",
  "restored",
  "id",
  "row",
  "key",
  "points",
  "formula",
  "list",
  "protection",
  "merged",
  "word",
  "result",
] as const;

export type MendKind = (typeof MEND_KINDS)[number];

/** Of a fault with several kinds the first one that fits is used; codes that are not here are for people to settle. */
const MENDED_BY: Readonly<Partial<Record<IssueCode, readonly MendKind[]>>> = {
  nameMissing: ["name", "sheet"],
  nameCut: ["name", "sheet"],
  nameElsewhere: ["name", "sheet"],
  nameMisplaced: ["name", "sheet"],
  sheetMissing: ["name", "sheet"],
  itemMissing: ["id", "name", "sheet"],
  itemDuplicate: ["row"],
  idAsNumber: ["id"],
  sectionChanged: ["key"],
  keyChanged: ["key"],
  pointsChanged: ["points"],
  formulaLost: ["formula", "sheet"],
  formulaChanged: ["formula", "sheet"],
  displayLost: ["formula", "sheet"],
  blockSum: ["formula", "sheet"],
  notRecalculated: ["result"],
  serviceMissing: ["sheet"],
  listLost: ["list"],
  protectionOff: ["protection"],
  cellsMerged: ["merged"],
  answerSpelling: ["word"],
  answerReadKindly: ["word"],
  wordReadKindly: ["word"],
  dateAsText: ["word"],
};

export const mendsFor = (code: IssueCode): readonly MendKind[] => MENDED_BY[code] ?? [];

/** Whether repairing may make the fault go away. */
export const isMendable = ({ code }: Pick<Issue, "code">): boolean => mendsFor(code).length > 0;
