/** Saves the workbook: back to its file where the browser can, to one that is asked for, or as a download. */

import { HostError } from "../core/workbook/port.ts";
import { download } from "../panel/download.ts";
import type { NamedFile } from "../panel/types.ts";
import {
  canPick,
  isAllowed,
  isChanged,
  pickToSave,
  type SavedFile,
  savedFile,
  writeBack,
} from "./saving.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export interface ToSave {
  readonly name: string;
  /** Where it came from or was saved to; null where nothing is known of that. */
  readonly file: SavedFile | null;
  /** With everything that was typed until now. */
  content(): Promise<NamedFile>;
  ask(title: string, lead: string, yes: string): Promise<boolean>;
}

/** Under which name it was saved, and in which file, where there is one to save back to. */
export interface Saved {
  readonly name: string;
  readonly file: SavedFile | null;
}

/**
 * Null where the user thought better of it. `elsewhere` asks for a file even where one is known. Throws `HostError`
 * with what to do where the file could not be written.
 */
export async function save(work: ToSave, elsewhere: boolean): Promise<Saved | null> {
  if (work.file !== null && !elsewhere) return saveBack(work, work.file);
  // Before anything is waited for: a browser asks only right after a press.
  const handle = canPick() ? await pickToSave(work.name, TEXT.fileKind) : "unable";
  if (handle === null) return null;
  const content = await work.content();
  if (handle === "unable") {
    download(content);
    return { name: work.name, file: null };
  }
  return { name: handle.name, file: await written(handle, content.bytes) };
}

async function saveBack(work: ToSave, file: SavedFile): Promise<Saved | null> {
  const { handle } = file;
  const { name } = handle;
  if (!(await allowed(handle))) throw new HostError(TEXT.notAllowed(name));
  if (await isChanged(file)) {
    const { changedTitle, changedLead, changedYes } = TEXT;
    if (!(await work.ask(changedTitle(name), changedLead, changedYes))) return null;
  }
  const { bytes } = await work.content();
  return { name, file: await written(handle, bytes) };
}

async function allowed(handle: FileSystemFileHandle): Promise<boolean> {
  try {
    return await isAllowed(handle);
  } catch {
    return false;
  }
}

async function written(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<SavedFile> {
  try {
    return await writeBack(handle, bytes);
  } catch (cause) {
    throw new HostError(TEXT.notWritten(handle.name), { cause });
  }
}

/** The file that a workbook was opened from, to save back to; null where the browser gives none. */
export async function openedFrom(
  handle: FileSystemFileHandle | null,
  bytes: Uint8Array,
): Promise<SavedFile | null> {
  try {
    return handle && (await savedFile(handle, bytes));
  } catch {
    return null;
  }
}
