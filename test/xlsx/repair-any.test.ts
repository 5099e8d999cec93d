/** Repair of any workbook: other checklists, the first format, damages in combination, and what people added. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { NO_RECORDS } from "../../core/audit/records.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { isMendable } from "../../core/repair/kinds.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { ownFormat } from "../../core/workbook/read/locate.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { withItem } from "../fakes/snapshot.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";
import { howMany, SEED, someOf } from "../plan/how-many.ts";
import { DAMAGES, type Damage, LOSSES, sealedAt } from "./damages.ts";
import { lintXlsx } from "./lint.ts";
import { entriesOf, filledInputs, mended, readFile } from "./repairing.ts";

type Name = keyof typeof DAMAGES;

const errorsIn = (bytes: Uint8Array): number =>
  report(EDITIONS, readFile(bytes)).issues.filter(({ severity }) => severity === "error").length;

/** Nothing is left to mend, no entry is lost, and twice changes nothing. */
function expectMended(file: Uint8Array, whole: Uint8Array, checklist: FullChecklist): void {
  const { issues, snapshot, bytes } = mended(file);
  expect(entriesOf(checklist, snapshot)).toEqual(entriesOf(checklist, readFile(whole)));
  expect(issues.filter(isMendable)).toEqual([]);
  expect(issues.filter(({ severity }) => severity === "error")).toHaveLength(errorsIn(whole));
  expect(mended(bytes).mends).toEqual([]);
  expect(lintXlsx(bytes)).toEqual([]);
}

/** Those that mean the same in every checklist. */
const ANYWHERE: readonly Name[] = [
  "all formulas to values",
  "the name of the answers deleted",
  "the answers' name cut short",
  "drop-downs removed",
  "a column inserted, nothing following",
  "rows sorted by title",
  "flags of the renewal cleared",
  "a total typed over",
];

describe.each<[string, FullChecklist]>([
  ["a later version", nextChecklist],
  ["a small checklist", smallChecklist],
  ["one without points", plainChecklist],
])("%s", (_, checklist) => {
  const plan = blueprint(checklist, filledInputs(checklist));
  const whole = drawBlueprint(plan);

  it.each(someOf(ANYWHERE, howMany(2, ANYWHERE.length)))("%s, is mended as what it is", (name) => {
    expectMended(drawBlueprint(DAMAGES[name](plan, checklist)), whole, checklist);
  });
});

describe("a workbook of format 1", () => {
  const file = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(new URL(`../fixtures/formats/1/${name}.xlsx`, import.meta.url)));
  const altered = (bytes: Uint8Array, part: RegExp, change: (xml: string) => string): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(bytes)).map(([name, content]) => [
          name,
          part.test(name) ? strToU8(change(strFromU8(content))) : content,
        ]),
      ),
    );
  const DONE = {
    "without names": (bytes: Uint8Array) =>
      altered(bytes, /workbook\.xml$/, (xml) =>
        xml.replace(/<definedNames>.*<\/definedNames>/s, ""),
      ),
    "without formulas, lists and protection": (bytes: Uint8Array) =>
      altered(bytes, /worksheets\/sheet\d+\.xml$/, (xml) =>
        xml
          .replace(/<f>[^<]*<\/f>/g, "")
          .replace(/<dataValidations.*<\/dataValidations>/s, "")
          .replace(/<sheetProtection[^>]*>/, ""),
      ),
  };
  const cases = ["audited", "new", "renewal"].flatMap((name) =>
    Object.keys(DONE).map((damage) => [name, damage as keyof typeof DONE] as const),
  );

  it.each(someOf(cases, howMany(2, cases.length)))(
    "%s %s, is mended within its format",
    (name, damage) => {
      const damaged = DONE[damage](file(name));
      expectMended(damaged, file(name), checklist31);
      expect(ownFormat(mended(damaged).snapshot)).toBe(1);
    },
  );
});

/** A copy of a row is told from the row by its place, which another damage may change. */
const COMBINED = Object.keys(DAMAGES).filter((name) => !/copied|inserted/.test(name)) as Name[];

/** Names go last: what happens under one asks for it. */
const turnOf = (name: string): number =>
  /name/.test(name) ? (/deleted|lost|left behind/.test(name) ? 2 : 1) : 0;

it("damages in any combination are mended, and no entry is lost", () => {
  const damages = fc.uniqueArray(fc.constantFrom(...COMBINED), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(damages, fc.nat(999), (names, seed) => {
      const inputs = sealedAt(checklist31, {
        ...randomInputs(SEED + seed),
        records: NO_RECORDS,
      });
      const plan = blueprint(checklist31, inputs);
      const inOrder = [...names].sort((a, b) => turnOf(a) - turnOf(b));
      const damaged = inOrder.reduce((book, name) => {
        const damage: Damage = DAMAGES[name];
        return damage(book, checklist31);
      }, plan);
      expectMended(drawBlueprint(damaged), drawBlueprint(plan), checklist31);
    }),
    { numRuns: howMany(2, 120) },
  );
}, 600_000);

it("a row whose id became another item's is no copy of that one, though both are answered alike", () => {
  const answers = { self: "met", auditor: "met", evidence: "", owner: "" } as const;
  const inputs = ["8.1.1", "8.1.2"].reduce(
    (all, id) => withItem(all, id, answers),
    filledInputs(checklist31),
  );
  const plan = blueprint(checklist31, { ...inputs, records: NO_RECORDS });
  const damaged = DAMAGES["an id doubled"](plan, checklist31);
  expectMended(drawBlueprint(damaged), drawBlueprint(plan), checklist31);
});

describe("what people added", () => {
  const own = "xl/worksheets/sheet4.xml";
  const comments = "xl/comments1.xml";
  const MARKED = "<!-- a person's own -->";
  const plan = blueprint(checklist31, filledInputs(checklist31));

  /** A comment's part, and a mark of their own on a sheet that nothing is wrong with. */
  const added = (bytes: Uint8Array): Uint8Array => {
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts[own] ?? new Uint8Array());
    return zipSync({
      ...parts,
      [own]: strToU8(sheet + MARKED),
      [comments]: strToU8("<comments/>"),
    });
  };

  it.each([
    ["cells are mended", DAMAGES["points typed over"]],
    ["a sheet is drawn anew", LOSSES["an item's row deleted"]],
  ])("stays, where %s", (_, damage) => {
    const before = added(drawBlueprint(damage(plan, checklist31)));
    const after = unzipSync(mended(before).bytes);
    expect(strFromU8(after[comments] ?? new Uint8Array())).toBe("<comments/>");
    expect(strFromU8(after[own] ?? new Uint8Array())).toContain(MARKED);
  });

  it("stays on the damaged sheet, which goes behind all others and counts no more", () => {
    const damaged = LOSSES["an item's row deleted"](plan, checklist31);
    const noted = {
      ...damaged,
      sheets: damaged.sheets.map((sheet) => ({
        ...sheet,
        cells:
          sheet.name === "Checklist"
            ? [...sheet.cells, { row: 7, column: 40, value: "my own", style: "plain" }]
            : sheet.cells,
      })),
    };
    const { snapshot, bytes } = mended(drawBlueprint(noted));
    expect(snapshot.sheets.map(({ name }) => name)).toEqual([
      ...plan.sheets.map(({ name }) => name),
      "Checklist (before repair)",
    ]);
    expect(strFromU8(unzipSync(bytes)["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain(
      "my own",
    );
    expect(snapshot.names.Self_Answer?.sheet).toBe("Checklist");
  });
});
