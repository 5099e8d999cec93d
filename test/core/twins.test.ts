/** A rule and the formula that computes the same name each other, so that who changes one of them finds the other. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const CORE = fileURLToPath(new URL("../../core/", import.meta.url));

/** A declaration with the twins in the comment right before it. */
interface Declared {
  readonly place: string;
  readonly twins: readonly string[];
}

function declaredIn(path: string): Declared[] {
  const text = readFileSync(join(CORE, path), "utf8");
  const declarations =
    /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^(?:export )?(?:async )?(?:function|const) (\w+)/gm;
  return [...text.matchAll(declarations)].map(([, comment = "", name = ""]) => ({
    place: `${path}#${name}`,
    twins: [...comment.matchAll(/Twin: (\S+)/g)].map(([, twin = ""]) => twin),
  }));
}

const paths = ["checklist", "audit", "workbook/read", "workbook/draw"].flatMap((folder) =>
  readdirSync(join(CORE, folder)).flatMap((name) =>
    name.endsWith(".ts") ? [`${folder}/${name}`] : [],
  ),
);
const declared = paths.flatMap(declaredIn);
const twinsOf = new Map(declared.map(({ place, twins }) => [place, twins]));

/** Twins that are not there, or do not point back. */
const lonely = (all: readonly Declared[]): string[] =>
  all.flatMap(({ place, twins }) =>
    twins.flatMap((twin) => (twinsOf.get(twin)?.includes(place) ? [] : [`${place} to ${twin}`])),
  );

it("every twin is there and points back", () => {
  expect(lonely(declared)).toEqual([]);
  const made = { place: "audit/scope.ts#scopeOf", twins: ["audit/scope.ts#gone"] };
  expect(lonely([made])).toEqual(["audit/scope.ts#scopeOf to audit/scope.ts#gone"]);
});

it("every mention of a twin belongs to a declaration: a comment that stands alone would be read by nobody", () => {
  const mentions = paths.flatMap((path) =>
    [...readFileSync(join(CORE, path), "utf8").matchAll(/Twin: \S+/g)].map(() => path),
  );
  expect(declared.flatMap(({ twins }) => twins)).toHaveLength(mentions.length);
});

it("every rule file has one, and every formula of an item's row", () => {
  const withTwin = declared.filter(({ twins }) => twins.length > 0).map(({ place }) => place);
  const files = new Set(withTwin.map((place) => place.split("#")[0]));
  for (const rule of ["score", "scope", "actions", "clock", "references", "evaluate"])
    expect(files, rule).toContain(`audit/${rule}.ts`);
  const formulas = declared
    .map(({ place }) => place)
    .filter((place) => /checklist-formulas\.ts#\w+Formula$/.test(place));
  expect(formulas.length).toBeGreaterThan(5);
  expect(withTwin).toEqual(expect.arrayContaining(formulas));
});
