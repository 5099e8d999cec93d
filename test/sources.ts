/** The project's own source, as tests read it. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

/** A file by its path in the project. */
export function sourceAt(path: string): Source {
  const folder = path.split("/")[0] ?? "";
  return { path, folder, text: readFileSync(join(ROOT, path), "utf8") };
}

/** Every file under a folder whose name fits. */
export function filesUnder(folder: string, name: RegExp): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => sourceAt(relative(ROOT, file).split(sep).join("/")));
}

export const sourcesUnder = (folder: string): Source[] => filesUnder(folder, /(?<!\.d)\.m?tsx?$/);
