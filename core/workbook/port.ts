/** The seam between the core and every host: a blueprint goes out, a snapshot comes back, edits go out again. */

import type { ItemId } from "../checklist/domain.ts";

/**
 * The content of one cell. A host turns its own date values into `{ date }` (whole days, ISO) where the
 * cell belongs to a date field, and error values such as `#REF!` into `{ error }`. Text stays as typed.
 */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly error: string };

/** A rectangle of cells; rows and columns count from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

// ---------------------------------------------------------------- blueprint

/** Colours are `#rrggbb`; sizes of text are points. */
export interface CellStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly borders?: {
    readonly top?: Edge;
    readonly right?: Edge;
    readonly bottom?: Edge;
    readonly left?: Edge;
  };
}

export interface Edge {
  readonly weight: "thin" | "medium" | "thick";
  readonly color: string;
}

export interface BlueprintCell {
  readonly row: number;
  readonly column: number;
  /** The literal, or for a formula the result that the core computed. Text beginning with `=` stays text. */
  readonly value: CellValue;
  /** Without the leading `=`; A1 references. */
  readonly formula?: string;
  /** A key of the blueprint's `styles`. */
  readonly style: string;
  /** A web address, or `#Sheet!A1` for a place in the workbook. */
  readonly link?: string;
}

/** What may be entered into cells, and the message shown when one is selected. */
export interface InputRule {
  readonly areas: readonly Area[];
  readonly accepts:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "date" }
    | { readonly kind: "anything" };
  /** Shown beside the selected cell: title at most 32 characters, message at most 255. */
  readonly prompt?: { readonly title: string; readonly message: string };
  /** Shown when something else is typed; absent for `anything`. */
  readonly refusal?: { readonly title: string; readonly message: string };
}

/** A colour rule: where the formula is true for a cell, its look changes. Earlier rules win. */
export interface ColorRule {
  readonly areas: readonly Area[];
  /** As for the top left cell of the first area; refers to cells of its own sheet only. */
  readonly formula: string;
  readonly style: {
    readonly fill?: string;
    readonly color?: string;
    readonly bold?: boolean;
    readonly edge?: string;
  };
  readonly stop?: boolean;
}

/** Cells that hold a share from 0 to 1, drawn as a bar behind the number where the host can. */
export interface ShareBar {
  readonly area: Area;
  readonly fill: string;
  readonly edge: string;
  /** The value at which the bar would fill the cell, above 1 so that it ends before the number. */
  readonly full: number;
}

/** Running text of a header or footer; `&` is plain text here, a host escapes it. */
export type PageText = readonly (string | { readonly field: "page" | "pages" })[];

export interface PageHeader {
  readonly left: PageText;
  readonly right: PageText;
}

export interface PagePlan {
  readonly orientation: "portrait" | "landscape";
  /** Percent, or fitted to so many pages across. */
  readonly scale: number | { readonly fitWidth: number };
  /** Null for a sheet that is not printed: some programs print hidden sheets that have a print area. */
  readonly area: Area | null;
  /** Pages end behind these rows. */
  readonly rowBreaks: readonly number[];
  readonly titleRows: readonly [first: number, last: number] | null;
  /** Millimetres on every side. */
  readonly margin: number;
  readonly header: PageHeader;
  readonly footer: PageHeader;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: "visible" | "veryHidden";
  readonly tabColor: string | null;
  /** From column 1 on; widths in pixels at 100 %. */
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
  /** Heights in points by row number; other rows keep the default of 15. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly cells: readonly BlueprintCell[];
  /** Cells that may be written in the phase that the blueprint was made for; all others are locked. */
  readonly unlocked: readonly Area[];
  /** The sheet is not protected at all: a plain list, which is nobody's checklist. */
  readonly isUnprotected?: true;
  readonly inputs: readonly InputRule[];
  readonly colors: readonly ColorRule[];
  readonly bars: readonly ShareBar[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  /** The header row and body that can be filtered, also under protection. */
  readonly filter: Area | null;
  readonly page: PagePlan;
}

export interface NamePlan {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

export interface Blueprint {
  readonly title: string;
  readonly font: { readonly name: string; readonly size: number };
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
}

// ---------------------------------------------------------------- snapshot

/** Everything under one defined name, read whole. */
export interface NamedRange extends Area {
  readonly sheet: string;
  /** `rows` x `columns`. */
  readonly values: readonly (readonly CellValue[])[];
  /** `rows` x `columns`, without the leading `=`; null for a cell without formula. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** Whether the cells under the name still have a drop-down or another input rule. */
  readonly hasInputRule: boolean;
}

export interface SheetState {
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** The last row with anything in it; absent where the host does not tell. */
  readonly lastRow?: number;
}

/** What a host read: no host leaves a contract name out, and none judges what it found. */
export interface Snapshot {
  readonly sheets: readonly SheetState[];
  readonly names: Readonly<Record<string, NamedRange>>;
  /** Names of the contract that exist but point nowhere, such as `#REF!`. */
  readonly brokenNames: readonly string[];
  /** Merged cells of the sheets that have contract names; absent where the host does not tell. */
  readonly merged?: readonly (Area & { readonly sheet: string })[];
  /** Titles of sheets that look like a Checklist and have no contract name; absent where the host does not look. */
  readonly lookalikes?: readonly string[];
  /** The top left cells of sheets without contract names, as far as the host looks at them, by title. */
  readonly glances?: Readonly<Record<string, readonly (readonly CellValue[])[]>>;
}

// ---------------------------------------------------------------- edits

/** Sets or clears one input, found by defined name. */
export interface Edit {
  readonly name: string;
  /** For a column of the Checklist: the item whose row is meant. */
  readonly item?: ItemId;
  /** For a list of cells that is no Checklist column (holidays, services): the place in it, from 0. */
  readonly index?: number;
  /** Null clears. */
  readonly value: CellValue;
}

/** Whether the cells of an input may be written under protection. */
export interface Access {
  readonly name: string;
  readonly open: boolean;
  /** For a column of the Checklist: only these items' rows. Absent: every item row, or every cell of another input. */
  readonly items?: readonly ItemId[];
}

/**
 * The result of a calculated range, laid over the formulas that stand there: as many rows and columns as
 * the range. Null leaves a cell as it is; `""` is a formula that gives empty text.
 */
export interface StoredValues {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** What of a sheet is printed from now on, unless somebody has chosen otherwise. */
export interface PrintChange {
  readonly area: Area;
  /** An area from the first column to one of these was ours, and may be replaced; another is somebody's own. */
  readonly columns: readonly number[];
  /** Percent; absent: as it is. */
  readonly scale?: number;
  /** Rows that must not stand alone at a page's foot. Absent: pages end where they did. */
  readonly headings?: readonly number[];
}

export interface Change {
  readonly edits: readonly Edit[];
  /** Which inputs shall be open to writing from now on, and which closed. Absent: as they are. */
  readonly access?: readonly Access[];
  /** For hosts without a calculation engine: what the formulas give after the edits. */
  readonly stored?: readonly StoredValues[];
  /** For hosts with page headers: the new header, by sheet name. Absent: as it is. */
  readonly headers?: Readonly<Record<string, PageHeader>>;
  /** For hosts that set pages up, by sheet name. Absent: as it is. */
  readonly prints?: Readonly<Record<string, PrintChange>>;
}

// ---------------------------------------------------------------- mending

/** A cell that is nobody's entry, by its place: a formula with its result, or a constant. */
export interface PlacedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Null clears. */
  readonly value: CellValue;
  readonly formula?: string;
}

/** A sheet that is drawn anew. */
export interface RedrawnSheet {
  readonly plan: SheetPlan;
  /** The damaged sheet that stands in its place; null where there is none. */
  readonly replaces: string | null;
  /** What the damaged one is called from now on: it stays, behind all others, with whatever was added to it. */
  readonly keptAs: string;
}

/** A change of structure, which is no entry of anybody; for hosts that can carry it out. All of it or nothing. */
export interface Mending {
  readonly names?: readonly NamePlan[];
  readonly cells?: readonly PlacedCell[];
  /** Replace whatever rules there are for these cells. */
  readonly inputs?: readonly (InputRule & { readonly sheet: string })[];
  readonly protect?: readonly string[];
  readonly unmerge?: readonly (Area & { readonly sheet: string })[];
  /** Drawn with the look of `blueprint`. */
  readonly sheets?: readonly RedrawnSheet[];
  readonly blueprint?: Pick<Blueprint, "styles" | "font">;
}

// ---------------------------------------------------------------- port

export type MaybePromise<T> = T | Promise<T>;

export type Feature =
  | "pageSetup"
  | "pageHeaders"
  | "shareBars"
  | "rowHeights"
  | "veryHiddenSheets"
  | "inputPrompts"
  | "calculation";

/** What every host implements. Failures throw `HostError`; faults in the content never do. */
export interface Workbook {
  /** What this host cannot draw or do; everything else it must. */
  readonly cannot: readonly Feature[];
  /** Adds the blueprint's sheets and names, all or nothing. */
  build(blueprint: Blueprint): MaybePromise<void>;
  /** Null when the workbook holds no checklist. */
  snapshot(): MaybePromise<Snapshot | null>;
  /** All or nothing. */
  apply(change: Change): MaybePromise<void>;
  /** Calls back after edits, by anyone, have settled; returns a function that ends it. */
  watch?(onChange: () => void): () => void;
}

/** A failure of the host or the file, told in a sentence for the user; the technical cause stays attached. */
export class HostError extends Error {
  override name = "HostError";
}
