/** The faults that are planted change what a program does, each at one place and all of the same seed again. */

import { expect, it } from "vitest";
import { Reach } from "./reach.ts";
import { drawn, mutantsOf } from "./sites.ts";

const changes = (text: string): string[] =>
  mutantsOf("core/x.ts", text).map(
    ({ start, end, after }) => text.slice(0, start) + after + text.slice(end),
  );

it.each([
  ["const a = (b) < c;", ["const a = (b) <= c;"]],
  ["const a = b === c && d;", ["const a = b === c || d;", "const a = b !== c && d;"]],
  ["const a = !b;", ["const a = b;"]],
  ["total += 7;", ["total -= 7;", "total += 8;"]],
  ["const a = b.some(c);", ["const a = b.every(c);"]],
  ['const a = "b";', ['const a = "";']],
  [`const a = \`\${b} c\`;`, ['const a = "";']],
  ["send(b);", [";"]],
  ["const a = b ? c : d;", ["const a = true ? c : d;", "const a = false ? c : d;"]],
  // The compiler asks for it, whether or not anything can be missing.
  ["if (!b) f = c;", ["if (true) f = c;", "if (b) f = c;"]],
  ["function f(): void { a = b; }", ["function f(): void { return; a = b; }"]],
])("%s has its mutants", (text, expected) => {
  expect(changes(text).sort()).toEqual([...expected].sort());
});

it.each([
  'import { a } from "./a.ts";',
  'type A = "b" | 1 | true;',
  'interface A { readonly b: "c"; }',
  "const a = b as 1 | 2;",
  `throw new RangeError(\`No \${"b"}\`);`,
  "const WIDTHS = [40, 250];",
  "const a = { fontSize: 11 };",
  "// a < b",
  'const a = { "b": c };',
])("%s has none: nothing that is run would differ", (text) => {
  expect(changes(text)).toEqual([]);
});

it("are drawn from each group in turn, and the same ones by the same seed", () => {
  const groups = [Array.from({ length: 500 }, (_, at) => at), [1000, 1001]];
  const first = drawn(groups, 20, 7);
  expect(first.filter((each) => each >= 1000)).toHaveLength(2);
  expect(new Set(first).size).toBe(20);
  expect(drawn(groups, 20, 7)).toEqual(first);
  expect(drawn(groups, 20, 8)).not.toEqual(first);
});

it("are first shown to the tests that are nearest, and to those of what is built from them", () => {
  const tests = [
    "test/appsscript/edits.test.ts",
    "test/core/score.test.ts",
    "test/xlsx/read.test.ts",
  ];
  const reach = new Reach(process.cwd(), tests);
  expect(reach.of("core/audit/score.ts").map(({ test }) => test)[0]).toBe(tests[1]);
  expect(reach.of("appsscript/server/lock.ts")).toMatchObject([
    { test: tests[0], needsBuild: true, isSlow: false },
  ]);
});
