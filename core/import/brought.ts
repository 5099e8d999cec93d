/** What was brought, cell by cell: which input each is for. Nothing is compared yet, and nothing decided. */

import type { ItemId } from "../checklist/domain.ts";
import type { CellValue } from "../workbook/port.ts";
import type { AnswerName } from "./options.ts";
import type { Column, TableKind } from "./roles.ts";
import type { SourceFault, SourceNote, SourcePlace } from "./source.ts";

/** Something to enter, for an input that every workbook of the checklist has. */
export interface BroughtCell {
  /** The input's defined name; `Open_Add` for the points to check of an item, whatever the workbook's format. */
  readonly name: string;
  /** Null for what is no item's. */
  readonly item: ItemId | null;
  /** Of services their place in the checklist, of other lists the place in the list; else 0. From 0. */
  readonly at: number;
  readonly value: CellValue;
  readonly place: SourcePlace;
  /** What stands where an item's id was only guessed; null where it stands there letter by letter. */
  readonly guess: string | null;
}

/** Why a line cannot be placed. */
export type LineFault =
  | { readonly code: "unknownItem" | "noId" | "idAsDate" | "unknownService" | "unknownInput" }
  /** The id, after a spreadsheet changed it, may be that of any of these items. */
  | { readonly code: "idSeveral"; readonly items: readonly ItemId[] }
  /** More fields than columns: which is which cannot be told. */
  | { readonly code: "fields"; readonly found: number; readonly columns: number };

export interface LostLine {
  readonly place: SourcePlace;
  readonly fault: LineFault;
  /** What stands where the id, the service or the name should be. */
  readonly key: string;
  /** The first entry that the line brings: the input's name and what stands there. */
  readonly name: string;
  readonly value: string;
}

/** How a table was understood, for whoever wants to see or change it. */
export interface TableRead extends Pick<SourcePlace, "source" | "table"> {
  /** Its place among the tables of all sources, from 0. */
  readonly index: number;
  readonly kind: TableKind;
  /** Empty where the values went by their order. */
  readonly columns: readonly Column[];
  /** Whose answers a column was taken to hold that does not say so; null where there is none such. */
  readonly answers: AnswerName | null;
  /** Lines that brought something. */
  readonly lines: number;
  /** Heads of columns that hold something and are not read; of a sheet the letter of one without a head. */
  readonly unread: readonly string[];
}

export interface Brought {
  readonly cells: readonly BroughtCell[];
  readonly lost: readonly LostLine[];
  readonly tables: readonly TableRead[];
  readonly notes: readonly { readonly source: string; readonly note: SourceNote }[];
  /** Sources of which nothing could be read. */
  readonly faults: readonly { readonly place: SourcePlace; readonly fault: SourceFault }[];
}
