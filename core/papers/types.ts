/** A document as data: what an audit summary or a final report says, before it becomes a page or a sheet. */

export interface PaperColumn {
  readonly label: string;
  /** Numbers stand to the right. */
  readonly kind: "text" | "number";
  /** Share of the page's width. */
  readonly width: number;
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Whether the last row is a total. */
  readonly total: boolean;
}

export interface PaperBlock {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table: PaperTable | null;
}

export interface Paper {
  readonly title: string;
  readonly partner: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly PaperBlock[];
  /** The last line of every page. */
  readonly footer: string;
  /** What the top of a printed page says of the checklist. */
  readonly version: string;
}

/** A message for people to send: nothing here sends anything. */
export interface Letter {
  /** Empty where only the reader knows the address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
