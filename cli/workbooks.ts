/** Opens checklist workbooks from disk and changes them all or nothing. */

import { PHASE_WORDS, type Phase } from "../core/audit/phases.ts";
import { EDITIONS, type FullEdition } from "../core/workbook/built-in.ts";
import { inputNamed, isOpenIn } from "../core/workbook/fields.ts";
import { editionIn } from "../core/workbook/library.ts";
import { type Edit, HostError, type Snapshot } from "../core/workbook/port.ts";
import { newerFormat } from "../core/workbook/read/locate.ts";
import { type PlannedChange, planChange } from "../core/workbook/write/stored.ts";
import { openXlsx, type XlsxWorkbook } from "../xlsx/workbook.ts";
import { exists, isSameFile, Refused, readBytes, writeAtomically } from "./files.ts";
import type { Folder } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";

export interface Opened {
  readonly workbook: XlsxWorkbook;
  readonly snapshot: Snapshot;
  readonly edition: FullEdition;
  /** The file as it was read: only that may be replaced. */
  readonly was: Uint8Array;
}

/** Runs a step on a file so that what the file is refused for begins with its name. */
export function inFile<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof HostError) {
      throw new Refused(CLI_TEXT.noWorkbook(file, error.message), { cause: error });
    }
    throw error;
  }
}

/** A workbook that holds a checklist of a format this program knows. */
export function openChecklist(folder: Folder, file: string): Opened {
  const bytes = readBytes(folder, file);
  return inFile(file, () => {
    const workbook = openXlsx(EDITIONS, bytes);
    const snapshot = workbook.snapshot();
    if (!snapshot) throw new HostError(CLI_TEXT.noChecklist);
    if (newerFormat(snapshot) !== null) throw new HostError(CLI_TEXT.newerFormat);
    const edition = editionIn(EDITIONS, snapshot);
    if (edition === null) throw new HostError(CLI_TEXT.checklistUnknown);
    return { workbook, snapshot, edition, was: bytes };
  });
}

/** Where a changed workbook goes. */
export interface Target {
  readonly file: string;
  /** `any` file that stands there is replaced, only the one that was `read`, or `none`. */
  readonly replaces: "any" | "read" | "none";
}

export const itself = (file: string): Target => ({ file, replaces: "read" });

/** Onto itself, or to a new file. */
export function targetOf(
  folder: Folder,
  file: string,
  values: { readonly output?: string | undefined; readonly force?: boolean | undefined },
): Target {
  const { output, force } = values;
  if (output === undefined || isSameFile(folder, file, output)) return itself(file);
  if (!output.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(output));
  if (exists(folder, output) && !force) throw new Refused(CLI_TEXT.exists(output));
  return { file: output, replaces: force ? "any" : "none" };
}

export function writeWorkbook(
  folder: Folder,
  { workbook, was }: Opened,
  { file, replaces }: Target,
): void {
  const before = { any: undefined, read: was, none: null }[replaces];
  writeAtomically(folder, file, workbook.bytes(), before);
}

export interface Written {
  readonly planned: PlannedChange;
  /** Sentences on inputs that the phase has closed. */
  readonly warnings: readonly string[];
}

/** Writes edits into the workbook in memory. */
export function applyEdits(
  file: string,
  { workbook, snapshot, edition }: Opened,
  edits: readonly Edit[],
) {
  const planned = planChange(edition.checklist, snapshot, edits);
  inFile(file, () => workbook.apply(planned.change));
  return planned;
}

/** Sentences on edits of inputs that the phase has closed. */
export function closedWarnings(edits: readonly Edit[], phase: Phase): string[] {
  const closed = new Set<string>();
  for (const edit of edits) {
    const field = inputNamed(edit.name);
    if (field && field.name !== "Phase" && !isOpenIn(field, phase)) closed.add(field.name);
  }
  return [...closed].map((name) => CLI_TEXT.closedColumn(name, PHASE_WORDS[phase]));
}

/** Writes edits into the workbook and the result to `target`. */
export function writeEdits(
  folder: Folder,
  file: string,
  opened: Opened,
  edits: readonly Edit[],
  target: Target,
): Written {
  const planned = applyEdits(file, opened, edits);
  writeWorkbook(folder, opened, target);
  return { planned, warnings: closedWarnings(edits, planned.after.inputs.phase) };
}

/** The workbook as it is now, read again. */
export function reread(file: string, { workbook, edition, was }: Opened): Opened {
  const snapshot = inFile(file, () => workbook.snapshot());
  if (!snapshot) throw new Refused(CLI_TEXT.inFile(file, CLI_TEXT.noChecklist));
  return { workbook, snapshot, edition, was };
}

/** A workbook's name without its ending: files made from it are named after it. */
export const nameOf = (file: string): string => file.replace(/\.xlsx$/i, "");

/** Whether a file is somebody's checklist; what cannot be opened is none. */
export function holdsChecklist(folder: Folder, file: string): boolean {
  try {
    return openXlsx(EDITIONS, readBytes(folder, file)).snapshot() !== null;
  } catch {
    return false;
  }
}
