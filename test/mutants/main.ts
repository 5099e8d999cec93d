/** Plants random faults one at a time and tells which of them a test notices: `npm run test:mutants`. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Reach, type Reaching } from "./reach.ts";
import { drawn, type Mutant, mutantsOf } from "./sites.ts";
import { Copy, type Outcome } from "./trial.ts";

const FOLDERS = ["core", "xlsx", "addin", "appsscript"] as const;
/** What is said to people, and what the checklist's document says: read by people, not proven by tests. */
const WORDS = /^core\/words\/|^core\/checklist\/v3\.1\/|\/words(?:-\w+)?\.ts$|\.d\.ts$/;
/** The nearest tests first, then more at a time: most faults are noticed by the first ones. */
const BATCHES = [2, 4, 8, 16];

interface Verdict {
  readonly mutant: Mutant;
  readonly isNoticed: boolean;
  readonly how: string;
}

const { values: wishes } = parseArgs({
  options: {
    many: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    /** Copies at work side by side. */
    copies: { type: "string", default: "2" },
    /** Test files at most for one mutant; 0 for all that reach it. */
    tests: { type: "string", default: "10" },
    /** Only mutants whose file begins like this. */
    only: { type: "string", default: "" },
  },
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !WORDS.test(path))
    .sort();
}

const groups = FOLDERS.map((folder) =>
  sourcesUnder(folder)
    .filter((path) => path.startsWith(wishes.only))
    .flatMap((path) => mutantsOf(path, readFileSync(path, "utf8"))),
);
const seed = Number(wishes.seed);
const chosen = drawn(groups, Number(wishes.many), seed);
const tests = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "test"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path.endsWith(".test.ts"));
const reach = new Reach(process.cwd(), tests);
const total = groups.reduce((sum, group) => sum + group.length, 0);
console.log(`${chosen.length} of ${total} mutants, seed ${seed}`);

/** Whether a test that failed is one that passes without a fault, asked once for each file. */
const clean = new Map<string, Promise<Outcome>>();

async function isSound(copy: Copy, { test, needsBuild }: Reaching): Promise<boolean> {
  const known = clean.get(test) ?? copy.run([test], needsBuild);
  clean.set(test, known);
  return (await known).kind === "passed";
}

/** Test files that fail without a fault as well: what they say of one means nothing. */
const unsound = new Set<string>();

async function tryOut(copy: Copy, mutant: Mutant): Promise<Verdict> {
  const most = Number(wishes.tests) || Number.POSITIVE_INFINITY;
  const all = reach.of(mutant.file).slice(0, most);
  for (let from = 0, turn = 0; from < all.length; turn += 1) {
    const batch = all.slice(from, from + (BATCHES[turn] ?? all.length));
    from += batch.length;
    const how = await noticedBy(copy, mutant, batch);
    if (how !== null) return { mutant, isNoticed: true, how };
  }
  return { mutant, isNoticed: false, how: `${all.length} test files reach it` };
}

/** What noticed the fault; null for nothing. A file that is unsound ends a run for the others, which are asked again. */
async function noticedBy(
  copy: Copy,
  mutant: Mutant,
  batch: readonly Reaching[],
): Promise<string | null> {
  const asked = batch.filter(({ test }) => !unsound.has(test));
  if (asked.length === 0) return null;
  const needsBuild = asked.some((entry) => entry.needsBuild);
  const names = asked.map(({ test }) => test);
  const outcome = await copy.with(mutant, names, needsBuild);
  if (outcome.kind === "passed") return null;
  if (outcome.kind === "broken") {
    const without = await copy.run(names, needsBuild);
    return without.kind === "passed" ? outcome.why : null;
  }
  const told = asked.find(({ test }) => test === outcome.file);
  if (!told) return null;
  if (await isSound(copy, told)) return `${outcome.file}: ${outcome.test}`;
  if (!unsound.has(told.test))
    console.log(`  ${outcome.file} fails without a fault, too: ${outcome.test}`);
  unsound.add(told.test);
  return noticedBy(copy, mutant, asked);
}

function tell({ mutant, isNoticed, how }: Verdict, count: number): void {
  const { file, line, kind, before, after } = mutant;
  const short = (text: string) => JSON.stringify(text.length > 70 ? `${text.slice(0, 70)}…` : text);
  console.log(
    `${isNoticed ? "noticed " : "SURVIVED"} ${count}/${chosen.length} ${file}:${line} ${kind}: ` +
      `${short(before)} → ${short(after)} (${how})`,
  );
}

const copies: Copy[] = [];
process.on("exit", () => {
  for (const copy of copies) copy.remove();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => process.exit(130));

const queue = [...chosen];
const verdicts: Verdict[] = [];
await Promise.all(
  Array.from({ length: Number(wishes.copies) }, async () => {
    const copy = await Copy.of(process.cwd());
    copies.push(copy);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const verdict = await tryOut(copy, next);
      verdicts.push(verdict);
      tell(verdict, verdicts.length);
    }
  }),
);
const noticed = verdicts.filter((verdict) => verdict.isNoticed).length;
console.log(`${noticed} of ${verdicts.length} noticed, seed ${seed}`);
process.exitCode = noticed * 10 >= verdicts.length * 9 ? 0 : 1;
