/** Held by the compiler: values of the domain cannot be mixed up, and a report is JSON and nothing else. */

import { describe, expect, expectTypeOf, it } from "vitest";
import { isoDate } from "../../core/audit/dates.ts";
import {
  type IsoDate,
  type ItemId,
  type Json,
  type Points,
  points,
  type SectionId,
} from "../../core/checklist/domain.ts";
import { itemById } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { ItemReport, Report } from "../../core/report/report.ts";
import type { Change, Edit, Snapshot } from "../../core/workbook/port.ts";

/** Whether a type is made of JSON alone; interfaces count, functions, dates, maps and undefined do not. */
type IsJson<T> = T extends string | number | boolean | null
  ? true
  : T extends
        | undefined
        | bigint
        | symbol
        | Date
        | ReadonlyMap<unknown, unknown>
        | ReadonlySet<unknown>
        | ((...args: never) => unknown)
    ? false
    : T extends readonly (infer Element)[]
      ? IsJson<Element>
      : T extends object
        ? false extends {
            [Key in keyof T]-?: IsJson<Exclude<T[Key], OptionalUndefined<T, Key>>>;
          }[keyof T]
          ? false
          : true
        : false;
/** An optional property may be absent; JSON knows absence, though not undefined. */
type OptionalUndefined<T, Key extends keyof T> =
  { [K in Key]?: T[K] } extends Pick<T, Key> ? undefined : never;

describe("values of the domain", () => {
  it("are not made from plain text and numbers without being checked", () => {
    expectTypeOf<string>().not.toExtend<ItemId>();
    expectTypeOf<string>().not.toExtend<IsoDate>();
    expectTypeOf<number>().not.toExtend<Points>();
    expectTypeOf<string>().not.toExtend<SectionId>();
    // @ts-expect-error: text is no item id until the catalogue has found it.
    const id: ItemId = "8.1.9";
    // @ts-expect-error: text is no date until it has been read.
    const date: IsoDate = "2026-03-16";
    // @ts-expect-error: a number is no points.
    const earned: Points = 20;
    expect([id, date, earned]).toHaveLength(3);
  });

  it("are not mixed up with each other", () => {
    expectTypeOf<ItemId>().not.toExtend<IsoDate>();
    expectTypeOf<IsoDate>().not.toExtend<ItemId>();
    expectTypeOf<SectionId>().not.toExtend<ItemId>();
    expectTypeOf<Points>().not.toExtend<ItemId>();
    // @ts-expect-error: an item's id is no date.
    const wrong: IsoDate = itemById(checklist31, "1.1").id;
    // @ts-expect-error: the sum of points is a plain number until it is called points again.
    const sum: Points = points(1) + points(2);
    expect([wrong, sum]).toEqual(["1.1", 3]);
  });

  it("can be used as the text and numbers that they are", () => {
    expectTypeOf<ItemId>().toExtend<string>();
    expectTypeOf<IsoDate>().toExtend<string>();
    expectTypeOf<Points>().toExtend<number>();
    expectTypeOf(isoDate).returns.toEqualTypeOf<IsoDate | null>();
  });

  it("cannot be left out, nor be changed in place", () => {
    expectTypeOf<undefined>().not.toExtend<ItemReport["closedOn"]>();
    const change = (report: Report): void => {
      // @ts-expect-error: a report is read, not written.
      report.partner = "Somebody else";
      // @ts-expect-error: nor are its lists.
      report.items.push();
    };
    expect(change).toBeTypeOf("function");
  });
});

describe("what crosses a seam", () => {
  it("is JSON: report, snapshot, change", () => {
    expectTypeOf<IsJson<Report>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<Snapshot>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<Change>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<Edit>>().toEqualTypeOf<true>();
  });

  it("could not hold a date, a map, a function or undefined unnoticed", () => {
    expectTypeOf<IsJson<Report & { readonly madeAt: Date }>>().toEqualTypeOf<false>();
    expectTypeOf<
      IsJson<{ readonly deep: readonly { readonly at: Date | null }[] }>
    >().not.toEqualTypeOf<true>();
    expectTypeOf<IsJson<{ readonly rows: ReadonlyMap<string, number> }>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<{ readonly call: () => void }>>().toEqualTypeOf<false>();
    expectTypeOf<
      IsJson<{ readonly gap: readonly (string | undefined)[] }>
    >().not.toEqualTypeOf<true>();
    expectTypeOf<Date>().not.toExtend<Json>();
    // @ts-expect-error: a deadline is text.
    const due: Report["deadlines"]["decisionOn"] = new Date(0);
    expect(due).toBeInstanceOf(Date);
  });
});
