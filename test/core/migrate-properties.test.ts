/** What holds whenever answers move, tried on random workbooks and on random changes between two versions. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { NO_RECORDS } from "../../core/audit/records.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { makeChecklist } from "../../core/checklist/make.ts";
import type { ItemSource } from "../../core/checklist/source.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { readArchive } from "../../core/migrate/archive.ts";
import { movedBlueprint } from "../../core/migrate/draw.ts";
import type { Move } from "../../core/migrate/move.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist, smallSource } from "../fixtures/checklists/small.ts";
import { howMany } from "../plan/how-many.ts";
import { archiveTexts, movedFrom, movedOn, textsIn } from "./moving.ts";

/** What a later version may do to an item of the small one. */
interface ItemChange {
  readonly from: readonly number[] | null;
  readonly same: boolean;
  readonly isReworded: boolean;
}

const smallItems = smallSource.sections.flatMap(({ items }) => items);
const itemChange: fc.Arbitrary<ItemChange> = fc.record({
  from: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(fc.nat(smallItems.length - 1), { minLength: 1, maxLength: 3 }),
    },
  ),
  same: fc.boolean(),
  isReworded: fc.boolean(),
});

/** The small checklist's next version, whose items come from anywhere. */
const laterSmall: fc.Arbitrary<FullChecklist> = fc
  .array(itemChange, { minLength: smallItems.length, maxLength: smallItems.length })
  .map((changes) => {
    let at = 0;
    const changed = (item: ItemSource): ItemSource => {
      const change = changes[at];
      at += 1;
      if (!change) return item;
      const { from, same, isReworded } = change;
      return {
        ...item,
        ...(isReworded ? { requirement: `${item.title} is in place, and kept so.` } : {}),
        ...(from ? { from: { ids: from.map((place) => smallItems[place]?.id ?? ""), same } } : {}),
      };
    };
    return makeChecklist({
      ...smallSource,
      version: "0.8",
      follows: "0.7",
      sections: smallSource.sections.map((each) => ({ ...each, items: each.items.map(changed) })),
    });
  });

interface Case {
  readonly source: FullChecklist;
  readonly inputs: Inputs;
  readonly target: FullChecklist;
}

const anyCase: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof(
      laterSmall.map((later) => [smallChecklist, later] as const),
      fc.constantFrom<readonly [FullChecklist, FullChecklist]>(
        [checklist31, nextChecklist],
        [nextChecklist, checklist31],
        [checklist31, smallChecklist],
        [plainChecklist, checklist31],
      ),
    ),
    fc.nat(100_000),
  )
  .map(([[source, target], seed]) => ({ source, target, inputs: randomInputs(seed, source) }));

const runs = { numRuns: howMany(12, 150) };

/** Texts that stand nowhere in the new workbook. */
function lost(texts: readonly string[], move: Move): readonly string[] {
  const all = [...textsIn(move.inputs), ...archiveTexts(move)];
  return texts.filter((text) => !all.some((there) => there.includes(text)));
}

/** Each text that stands in one line of a cell, or between commas. */
const pieces = (text: string): string[] => text.split(/\n|, /).map((piece) => piece.trim());

/** The partner's own entries, as they would be compared by eye. */
const partners = ({ items, services, prerequisites, partner, holidays }: Inputs) => ({
  partner,
  holidays,
  services,
  references: prerequisites.references.filter(({ customer }) => customer !== ""),
  items: Object.fromEntries(
    Object.entries(items).map(([id, own]) => [
      id,
      [
        own.self,
        own.evidence,
        own.owner,
        own.priorAction,
        own.disclosedChange,
        own.whatChanged,
        own.ifMet,
      ],
    ]),
  ),
});

describe("moving answers", () => {
  it("loses no text that anybody wrote, there and on the way back", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(1_000), ({ source, inputs, target }, seed) => {
        const there = movedFrom(source, inputs, target);
        expect(lost(textsIn(inputs), there)).toEqual([]);
        const other = randomInputs(seed, target);
        const changed = (now: Inputs): Inputs => ({
          ...now,
          items: Object.fromEntries(
            Object.entries(now.items).map(([id, own], at) => {
              const typed = other.items[id as ItemId];
              return [id, typed && at % 3 === 0 ? { ...own, evidence: typed.evidence } : own];
            }),
          ),
        });
        const entered = changed(there.inputs);
        const back = movedOn(there, source, changed);
        // What was joined on the way there may be apart again.
        expect(lost(textsIn(entered).flatMap(pieces), back)).toEqual([]);
        const kept = there.archive.filter(({ key }) =>
          /^(?:Auditor_Note|Owner|Evid|Clos)/.test(key),
        );
        expect(
          lost(
            kept.map(({ text }) => text),
            back,
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it("brings nothing that nobody wrote, and no answer to an item that is not the same", () => {
    fc.assert(
      fc.property(anyCase, ({ source, inputs, target }) => {
        const move = movedFrom(source, inputs, target);
        const written = new Set(textsIn(inputs).flatMap((text) => [text, ...pieces(text)]));
        for (const text of textsIn(move.inputs))
          for (const piece of pieces(text)) expect(written, piece).toContain(piece);
        for (const { item, outcome, from } of move.items) {
          const self = move.inputs.items[item.id]?.self;
          const was = from[0] && inputs.items[from[0]]?.self;
          expect(self, item.id).toBe(outcome === "kept" ? was : "unanswered");
        }
        for (const { key } of move.archive) expect(key).toMatch(/^[A-Z]\w+(?:\[.+\])?$/);
      }),
      runs,
    );
  });

  it("gives the partner everything back on the way back, where nobody touched anything", () => {
    fc.assert(
      fc.property(anyCase, ({ source, inputs, target }) => {
        const given = { ...inputs, records: NO_RECORDS };
        const back = movedOn(movedFrom(source, given, target), source);
        expect(partners(back.inputs)).toEqual(partners(given));
        const again = movedOn(movedOn(back, target), source);
        expect(partners(again.inputs)).toEqual(partners(given));
        // It does not grow by going back and forth.
        expect(again.archive.length).toBe(back.archive.length);
      }),
      runs,
    );
  });

  it("writes the same file of the same workbook, and reads its archive back", () => {
    fc.assert(
      fc.property(anyCase, ({ source, inputs, target }) => {
        const [one, other] = [0, 1].map(() => movedFrom(source, inputs, target));
        if (!one || !other) throw new Error("Nothing was moved.");
        const bytes = drawBlueprint(movedBlueprint(one));
        expect(Buffer.from(bytes).equals(drawBlueprint(movedBlueprint(other)))).toBe(true);
        const snapshot = openXlsx(EDITIONS, bytes).snapshot();
        expect(snapshot && readArchive(snapshot)).toEqual(one.archive);
      }),
      { numRuns: howMany(4, 40) },
    );
  });
});
