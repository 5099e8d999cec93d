/** The values every part of the product speaks in, branded so that they cannot be mixed up. */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The id of one of the 97 items, such as `8.1.9`. Made only from the catalogue in `core/checklist`. */
export type ItemId = Brand<string, "ItemId">;

/** Whole points, -200 to 1000 for an item or a section, lower for totals. */
export type Points = Brand<number, "Points">;

/** A calendar day as `YYYY-MM-DD`, without time or zone. Made only by the functions of `core/audit/dates`. */
export type IsoDate = Brand<string, "IsoDate">;

/** A section number, `1` to `14`, as text. */
export type SectionId =
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7"
  | "8"
  | "9"
  | "10"
  | "11"
  | "12"
  | "13"
  | "14";

/** What JSON can hold without loss: the only thing that may cross a seam between parts. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export const points = (value: number): Points => value as Points;
