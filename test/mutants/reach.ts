/** Which test files reach a source, by what they import and by what they run built; the nearest first. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the build makes of which sources: a test that opens the one runs the other. */
const BUILT: readonly (readonly [mention: RegExp, sources: readonly string[]])[] = [
  [
    /dist\/appsscript/,
    [
      "appsscript/server/main.ts",
      "appsscript/server/triggers.ts",
      "appsscript/sidebar/main.ts",
      "appsscript/server/language.ts",
    ],
  ],
  [
    /dist\/addin|build\/addin\.mjs/,
    ["addin/main.ts", "addin/make.ts", "addin/library.ts", "addin/save.ts"],
  ],
  [/dist\/cli\.mjs/, ["cli/main.ts"]],
  [/dist\/preview/, ["preview/main.ts"]],
];
/** Browsers, threads, whole suites, office programs over hundreds of files, a process a command: they come last. */
const SLOW = /\bplaywright-core\b|\bnode:worker_threads\b/;
const SLOW_FOLDERS = /^test\/(?:engines|cli|contract)\//;
/** Types are gone before anything runs. */
const SPECIFIERS = [
  /(?:^|\n)(?:import|export)(?!\s+type\b)[^;"']*?\bfrom\s*["'](\.[^"']+\.ts)["']/g,
  /(?:^|\n)import\s*["'](\.[^"']+\.ts)["']/g,
  /\bimport\(\s*["'](\.[^"']+\.ts)["']/g,
];

export interface Reaching {
  readonly test: string;
  readonly distance: number;
  /** How many sources it imports in all. */
  readonly breadth: number;
  readonly isSlow: boolean;
  readonly needsBuild: boolean;
}

interface File {
  readonly imports: readonly string[];
  readonly built: readonly string[];
  readonly isSlow: boolean;
}

export class Reach {
  private readonly root: string;
  private readonly files = new Map<string, File>();
  private readonly tests: readonly { readonly test: string; readonly from: Map<string, number> }[];

  /** `tests` and the sources they reach are paths from the root, with forward slashes. */
  constructor(root: string, tests: readonly string[]) {
    this.root = root;
    this.tests = tests.map((test) => ({ test, from: this.distances(test) }));
  }

  /** Tests of the source's own folder before others, then by steps of import, then those that import least. */
  of(source: string): Reaching[] {
    const home = `test/${source.split("/")[0]}/`;
    const reaching = this.tests.flatMap(({ test, from }): Reaching[] => {
      const distance = from.get(source);
      if (distance === undefined) return [];
      const files = [...from.keys()].map((path) => this.file(path));
      return [
        {
          test,
          distance,
          breadth: from.size,
          isSlow: files.some((file) => file.isSlow),
          needsBuild: files.some((file) => file.built.length > 0),
        },
      ];
    });
    const rank = ({ test, isSlow }: Reaching) =>
      Number(isSlow) * 2 + Number(!test.startsWith(home));
    return reaching.sort(
      (a, b) => rank(a) - rank(b) || a.distance - b.distance || a.breadth - b.breadth,
    );
  }

  private distances(test: string): Map<string, number> {
    const from = new Map([[test, 0]]);
    for (const [path, distance] of from) {
      const { imports, built } = this.file(path);
      for (const next of [...imports, ...built]) if (!from.has(next)) from.set(next, distance + 1);
    }
    return from;
  }

  private file(path: string): File {
    const known = this.files.get(path);
    if (known) return known;
    const text = readFileSync(join(this.root, path), "utf8");
    const isTest = path.startsWith("test/");
    const file: File = {
      imports: SPECIFIERS.flatMap((pattern) => [...text.matchAll(pattern)])
        .map(([, specifier = ""]) => join(dirname(path), specifier))
        .filter((next) => existsSync(join(this.root, next))),
      built: isTest ? BUILT.flatMap(([mention, made]) => (mention.test(text) ? made : [])) : [],
      isSlow: isTest && (SLOW.test(text) || SLOW_FOLDERS.test(path)),
    };
    this.files.set(path, file);
    return file;
  }
}
