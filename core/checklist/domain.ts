/** The values every part of the product speaks in, branded so that they cannot be mixed up. */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The id of an item, such as `8.1.9`. Made only by `make.ts`, which checks it, and found by `lookup.ts`. */
export type ItemId = Brand<string, "ItemId">;

/** A section's number as text, such as `14`. Made only by `make.ts`, which checks it. */
export type SectionId = Brand<string, "SectionId">;

/** Whole points, negative where an item costs. */
export type Points = Brand<number, "Points">;

/** A calendar day as `YYYY-MM-DD`, without time or zone. Made only by the functions of `core/audit/dates`. */
export type IsoDate = Brand<string, "IsoDate">;

/** What JSON can hold without loss: the only thing that may cross a seam between parts. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export const points = (value: number): Points => value as Points;
