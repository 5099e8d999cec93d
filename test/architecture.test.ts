/** Reads the source: who may import whom, and what keeps the files small and findable. */

import { dirname, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, type Source, sourcesUnder } from "./sources.ts";

const FOLDERS = [
  "core",
  "panel",
  "outbox",
  "xlsx",
  "addin",
  "appsscript",
  "cli",
  "preview",
  "test",
] as const;
/** Tables that are longer than code should be, because what they list is: texts, the cells of a sheet, cases. */
const DATA = [/^core\/checklist\/v3\.1\//, /^core\/words\//, /^test\/core\/issue-cases\.ts$/];
const LONGEST = 400;

const sources: readonly Source[] = FOLDERS.flatMap(sourcesUnder);

/** Everything that a file imports: static, re-exported, dynamic. */
function importsOf(text: string): string[] {
  const statement = /(?:^|[;\n])\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/g;
  const other =
    /(?:^|[;\n])\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|\brequire\(\s*["']([^"']+)["']/g;
  return [...text.matchAll(statement), ...text.matchAll(other)].map(
    (match) => match.slice(1).find((part) => part) ?? "",
  );
}

/** The top folder that an import leads to, or the package's name. */
function targetOf(source: Source, specifier: string): string {
  if (!specifier.startsWith(".")) return `npm:${specifier}`;
  const file = resolve(ROOT, dirname(source.path), specifier);
  return relative(ROOT, file).split(sep)[0] ?? "";
}

type Violation = `${string} imports ${string}`;

function violations(
  all: readonly Source[],
  isAllowed: (source: Source, target: string) => boolean,
): Violation[] {
  return all.flatMap((source) =>
    importsOf(source.text)
      .filter((specifier) => !isAllowed(source, targetOf(source, specifier)))
      .map((specifier): Violation => `${source.path} imports ${specifier}`),
  );
}

const isPackage = (target: string): boolean => target.startsWith("npm:");
/** A hash function and a packer, small, without dependencies, that run everywhere. */
const CORE_PACKAGES = /^npm:(?:@noble\/hashes\/|fflate$)/;
const SHARED = ["panel", "outbox", "xlsx"];
const HOSTS = ["addin", "appsscript", "cli", "preview"];

/** Arrows point to the core and never back. */
function isAllowed({ folder }: Source, target: string): boolean {
  // The core runs in every host, Apps Script among them: it brings along all that it needs.
  if (folder === "core") return target === "core" || CORE_PACKAGES.test(target);
  // Shared by several hosts, so they must not know any of them, nor each other; the panel makes papers.
  if (folder === "panel" && target === "outbox") return true;
  if (SHARED.includes(folder)) return target === folder || target === "core" || isPackage(target);
  // Each host is built and installed alone; what two of them need belongs to the core or to what is shared.
  if (HOSTS.includes(folder))
    return isPackage(target) || [folder, "core", ...SHARED].includes(target);
  // Tests may look at everything.
  return true;
}

describe("imports", () => {
  it("point to the core and never back, and no host imports another", () => {
    expect(sources.filter((source) => source.folder === "core").length).toBeGreaterThan(40);
    expect(violations(sources, isAllowed)).toEqual([]);
  });

  it("that point elsewhere are found", () => {
    const source = (path: string, text: string): Source => ({
      path,
      folder: path.split("/")[0] ?? "",
      text,
    });
    const planted = [
      source("core/audit/score.ts", 'import { x } from "../../panel/types.ts";'),
      source("core/workbook/a1.ts", 'import "saxes";'),
      source("core/report.ts", 'export * from "node:fs";'),
      source("panel/view.ts", 'import { x } from "../xlsx/read.ts";'),
      source("outbox/eml.ts", 'import { x } from "../panel/types.ts";'),
      source("panel/steps/files.ts", 'import { x } from "../../outbox/eml.ts";'),
      source("xlsx/read.ts", 'const x = await import("../cli/files.ts");'),
      source("addin/main.ts", 'import type { X } from "../appsscript/server/main.ts";'),
      source(
        "addin/workbook.ts",
        'import { x } from "../core/audit/score.ts"; import { y } from "../panel/types.ts";',
      ),
    ];
    expect(violations(planted, isAllowed)).toHaveLength(7);
  });

  it("go to the file that they mean: through a barrel every file would depend on every other", () => {
    const barrels = sources.filter((source) => /(^|\/)index\.ts$/.test(source.path));
    expect(barrels.map((source) => source.path)).toEqual([]);
  });

  it("name files with their ending, so that Node runs them as they are", () => {
    const bare = sources.flatMap((source) =>
      importsOf(source.text)
        .filter((specifier) => specifier.startsWith(".") && !/\.[a-z]+$/.test(specifier))
        .map((specifier) => `${source.path}: ${specifier}`),
    );
    expect(bare).toEqual([]);
  });
});

describe("files", () => {
  it("open with a comment on what they are for, so that a reader need not guess", () => {
    const silent = sources.filter(
      (source) => !/^\/\*\*\s*\S[\s\S]*?\*\//.test(source.text.replace(/^#!.*\n/, "")),
    );
    expect(silent.map((source) => source.path)).toEqual([]);
  });

  it("are short enough to be read at a sitting, save for tables", () => {
    const long = sources
      .filter((source) => !DATA.some((pattern) => pattern.test(source.path)))
      .map((source) => ({ path: source.path, lines: source.text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it("are named for what they do: a utils folder takes in everything and says nothing", () => {
    const vague = sources.filter((source) =>
      /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.)/i.test(source.path),
    );
    expect(vague.map((source) => source.path)).toEqual([]);
  });
});

describe("what runs in browsers", () => {
  it("looks behind nowhere: Safari before 16.4, in which Excel on a Mac shows its panes, cannot", () => {
    const looking = /\(\?<[=!]/;
    expect(looking.test("/(?<!a)b/")).toBe(true);
    const shipped = sources.filter(({ folder }) => folder !== "cli" && folder !== "test");
    expect(shipped.filter(({ text }) => looking.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("the command line", () => {
  it("knows of its streams, folder and environment by its terminal alone, so that a test can be one", () => {
    const knowing = sources
      .filter(({ path }) => path.startsWith("cli/") && path !== "cli/terminal.ts")
      .filter(({ text }) => /\bprocess\.(?:std|cwd|chdir)|\bconsole\./.test(text));
    expect(knowing.map((source) => source.path)).toEqual([]);
  });
});

describe("the core", () => {
  const core = sources.filter((source) => source.folder === "core");

  it("reads no clock and no chance: the same snapshot gives the same report for ever", () => {
    const impure = core.filter((source) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bcrypto\./.test(source.text),
    );
    expect(impure.map((source) => source.path)).toEqual([]);
  });

  it("keeps what people read in one place, ready for other languages", () => {
    const TEXT_HOMES = [/^core\/words\//, /^core\/checklist\//];
    const talkative = core
      .filter((source) => !TEXT_HOMES.some((home) => home.test(source.path)))
      .filter((source) => {
        const code = source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
        const strings = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((match) => match[1] ?? "");
        return strings.some((text) => /^[A-Z][a-z]+(?: [a-z]+){4,}/.test(text));
      });
    expect(talkative.map((source) => source.path)).toEqual([]);
  });
});
