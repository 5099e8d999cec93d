/** Which project a file of tests runs in: by its path, so that every file has one and only one. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The first that fits is it; and in this order they start, those whose waits are long before the others. */
const PROJECTS = {
  /** In Chromium. */
  pages:
    /^(?:addin|preview)\/page|^appsscript\/sidebar|^panel\/(?!far-dates|lazy|model|next)|^xlsx\/anywhere/,
  /** In LibreOffice, Gnumeric and other spreadsheet programs. */
  engines: /^engines\//,
  /** The command line, mostly in a thread. */
  cli: /^cli\//,
  /** Microsoft's client library is loaded over this program's globals. */
  excel: /^addin\//,
  /** Google's services are this program's globals. */
  sheets: /^appsscript\//,
  /** A module is replaced by another, for which nobody may have loaded it before. */
  alone: /^panel\/far-dates/,
  unit: /^/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ProjectName = keyof typeof PROJECTS;

export const PROJECT_NAMES = Object.keys(PROJECTS) as readonly ProjectName[];

const FOLDER = dirname(import.meta.dirname);
/** Whoever asks how many there are to be does more in the long run. */
const ASKS_HOW_MANY = /\bhowMany\(|\bsettings\(/;

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".test.ts"))
  .sort();

const projectOf = (path: string): ProjectName =>
  PROJECT_NAMES.find((name) => PROJECTS[name].test(path)) ?? "unit";

/** From the folder of the whole project. The long run is about what the daily one does a part of. */
export function filesOf(name: ProjectName, isLong: boolean): string[] {
  const own = files.filter((path) => projectOf(path) === name);
  const wanted = isLong
    ? own.filter((path) => ASKS_HOW_MANY.test(readFileSync(join(FOLDER, path), "utf8")))
    : own;
  return wanted.map((path) => `test/${path}`);
}
