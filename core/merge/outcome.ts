/** What merging copies of a workbook comes to, as plain data. */

import type { CellValue } from "../workbook/port.ts";
import type { Field, Whose } from "./fields.ts";

/** A value, and who has it. */
export interface Version {
  /** As it is compared; empty for blank. */
  readonly value: string;
  /** What a cell that says so would hold. */
  readonly cell: CellValue;
  /** By their order: 0 is mine, 1 the first of theirs. */
  readonly copies: readonly number[];
}

/**
 * `both`: more than one side changed the field, or nobody knows what it was. `closed`: a copy changed it in a phase that
 * had closed it. `line`: several sides changed a customer's line, and no longer mean one customer.
 */
export type Cause = "both" | "closed" | "line";

/** A field in which a person has to choose. */
export interface Conflict extends Field {
  readonly whose: Whose;
  readonly cause: Cause;
  /** What it was; null where nobody knows. */
  readonly base: string | null;
  /** Each once, mine first; always two or more. */
  readonly versions: readonly Version[];
  /** Whether the texts can stand together in one cell. */
  readonly canJoin: boolean;
}

/** What another copy has in a field, in place of what mine has. */
export interface Taken extends Field {
  readonly whose: Whose;
  readonly before: string;
  readonly after: string;
  readonly cell: CellValue;
  /** Which copies have it so, as in `Version`. */
  readonly copies: readonly number[];
}

export interface Merge {
  /** What nobody has to be asked about. */
  readonly taken: readonly Taken[];
  readonly conflicts: readonly Conflict[];
  /** What an auditor's copy says in the partner's fields: it is not taken. */
  readonly leftOut: readonly Taken[];
  /** The copy whose phase counts, by its order; 0 for mine. A choice about the phase may change it. */
  readonly lead: number;
}
