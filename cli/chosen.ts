/**
 * The workbooks that words of a command line stand for: files, folders, and patterns with `*` and `?`, which the
 * shells of Windows leave to the program.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isBackup } from "./backup.ts";
import { exists, isFolder } from "./files.ts";
import { type Lock, lockOf } from "./lock-files.ts";
import { type Folder, pathIn } from "./terminal.ts";

export interface Chosen {
  readonly files: readonly string[];
  /** Lock files among them: they are no workbooks, and no fault. */
  readonly locks: readonly Lock[];
}

const WORKBOOK = /\.xls[xm]$/i;
const MAIL = /\.eml$/i;

/** A word that stands for nothing is kept: whoever reads the file says what is wrong. */
export function chosen(folder: Folder, words: readonly string[]): Chosen {
  const files: string[] = [];
  const locks: Lock[] = [];
  const all = words.flatMap((word) => expanded(folder, word));
  for (const file of all) {
    const lock = all.length > 1 ? lockOf(folder, file) : null;
    if (lock) locks.push(lock);
    else files.push(file);
  }
  return { files, locks };
}

function expanded(folder: Folder, word: string): string[] {
  if (isFolder(folder, word)) {
    const found = workbooksIn(folder, word);
    return found.length > 0 ? found : [word];
  }
  if (!/[*?]/.test(word) || exists(folder, word)) return [word];
  const found = matching(folder, word);
  return found.length > 0 ? found : [word];
}

const byName = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** Names in a folder; none where it cannot be read. */
function namesIn(folder: Folder, place: string): string[] {
  try {
    return readdirSync(pathIn(folder, place === "" ? "." : place)).sort(byName);
  } catch {
    return [];
  }
}

/** A mail counts where the workbook that it carries does not lie beside it, as `submit` leaves the two. */
function workbooksIn(folder: Folder, place: string): string[] {
  const names = namesIn(folder, place).filter((name) => !name.startsWith("."));
  const own = new Set(
    names.filter((name) => WORKBOOK.test(name)).map((name) => name.replace(WORKBOOK, "")),
  );
  return names
    .filter((name) => isWorkbookName(name) && !own.has(MAIL.test(name) ? name.slice(0, -4) : ""))
    .map((name) => join(place, name))
    .filter((file) => !isFolder(folder, file));
}

const isWorkbookName = (name: string): boolean =>
  (WORKBOOK.test(name) || MAIL.test(name)) && !isBackup(name);

/** Steps of a path, each of which may hold `*` and `?`. What starts with a dot is meant only where the pattern has one. */
function matching(folder: Folder, pattern: string): string[] {
  const steps = pattern.split(SEPARATOR);
  const last = steps.pop() ?? "";
  let places = [""];
  for (const step of steps) {
    places = places.flatMap((place) =>
      step === "" || !/[*?]/.test(step)
        ? [`${place}${step}/`]
        : fitting(namesIn(folder, place), step)
            .map((name) => `${place}${name}/`)
            .filter((found) => isFolder(folder, found)),
    );
  }
  // A bare star means the workbooks; a pattern with an ending means what it says.
  const isOpen = !/\.[^.*?]+$/.test(last);
  return places.flatMap((place) =>
    fitting(namesIn(folder, place), last)
      .filter((name) => !isOpen || isWorkbookName(name))
      .map((name) => `${place}${name}`)
      .filter((file) => !isFolder(folder, file)),
  );
}

const SEPARATOR = process.platform === "win32" ? /[\\/]/ : /\//;

function fitting(names: readonly string[], step: string): string[] {
  const source = step
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  const form = new RegExp(`^${source}$`, process.platform === "win32" ? "isu" : "su");
  return names.filter((name) => form.test(name) && (step.startsWith(".") || name[0] !== "."));
}
