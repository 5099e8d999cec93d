/** What differs from one Excel to the next, asked once before a checklist is drawn. */

export interface Manner {
  /** Between the areas of one request: older desktops outside English take their own list separator alone. */
  readonly separator: Separator;
  /** Whether days are counted from 1904, as in old workbooks from a Mac. */
  readonly is1904: boolean;
}

export type Separator = "," | ";";
