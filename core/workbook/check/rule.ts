/** What a check of a workbook is made of: its codes, how bad each is, what it looks at. `repair/kinds.ts` has what mends it. */

import type { Evaluation } from "../../audit/evaluate.ts";
import type { SealCheck } from "../../audit/seal.ts";
import type { ItemId } from "../../checklist/domain.ts";
import type { Checklist } from "../../checklist/types.ts";
import type { IssueCode, IssueValues } from "../../words/issues.ts";
import type { FindingCode } from "../../words/preflight.ts";
import type { Issue, Place, Severity } from "../issues.ts";
import type { Snapshot } from "../port.ts";
import { cellInRow, firstCell } from "../read/locate.ts";
import type { WorkbookReading } from "../read/reading.ts";
import type { NameState } from "./names.ts";
import type { Original } from "./original.ts";

/** All that is known of a workbook when it is checked. */
export interface Look {
  readonly checklist: Checklist;
  readonly original: Original;
  readonly snapshot: Snapshot;
  readonly reading: WorkbookReading;
  readonly evaluation: Evaluation;
  /** What the sheet's own formulas should come to. */
  readonly strict: Evaluation;
  /** Null where nothing was handed over. */
  readonly seal: SealCheck | null;
  readonly names: NameState;
  /** What the rules before this one found. */
  readonly told: readonly Issue[];
}

/** Finds everything that is wrong in a workbook. */
export type Check = (look: Omit<Look, "told" | "names" | "original">) => Issue[];

/** What a rule found. */
export type Fact<Code extends IssueCode = IssueCode> = {
  [Each in Code]: {
    readonly code: Each;
    readonly place: Place | null;
    readonly values: IssueValues[Each];
    /** Where it is another than the rule has for the code. */
    readonly severity?: Severity;
  };
}[Code];

export interface Rule<Code extends IssueCode> {
  readonly severity: Readonly<Record<Code, Severity>>;
  readonly check: (look: Look) => Iterable<Fact<Code>>;
  /** The finding that says the same before a hand-over, with more to it. */
  readonly atHandOver?: FindingCode;
}

/** Keeps the codes that a rule's table of severities names. */
export const rule = <Code extends IssueCode>(made: Rule<Code>): Rule<Code> => made;

/** The first cell under a name. */
export const placeOf = ({ snapshot }: Look, name: string): Place | null =>
  firstCell(snapshot, name)?.place ?? null;

/** The cell of a Checklist column in an item's row. */
export function placeIn({ snapshot, reading }: Look, name: string, item: ItemId): Place | null {
  const row = reading.rows.get(item);
  return row ? (cellInRow(snapshot, name, row.sheetRow)?.place ?? null) : null;
}
