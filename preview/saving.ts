/** Saves back to the file that a workbook was opened from or saved to, in browsers that can write to files. */

import { workbookType } from "../outbox/media.ts";

/** A file of the user's computer, as it was when it was last read or written here. */
export interface SavedFile {
  readonly handle: FileSystemFileHandle;
  readonly size: number;
  readonly modified: number;
  /** Of its content. */
  readonly hash: string;
}

/** What browsers that can write to files have beside what all of them have. */
interface Pickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}
interface Permits {
  requestPermission?(options: { mode: "readwrite" }): Promise<PermissionState>;
}

const pickers = (): Pickers => window as Pickers;

const typesOf = (what: string, ...endings: readonly string[]) =>
  endings.map((ending) => ({
    description: what,
    accept: { [workbookType({ hasMacros: ending === ".xlsm" })]: [ending] },
  }));

export const canPick = (): boolean => typeof pickers().showSaveFilePicker === "function";

/** Null where nothing was chosen; `unable` where the browser does not let this page ask. */
export async function pickToOpen(what: string): Promise<FileSystemFileHandle | null | "unable"> {
  const types = typesOf(what, ".xlsx", ".xlsm");
  return picked(async () => (await pickers().showOpenFilePicker?.({ types }))?.[0]);
}

export async function pickToSave(
  name: string,
  what: string,
): Promise<FileSystemFileHandle | null | "unable"> {
  const types = typesOf(what, /\.xlsm$/i.test(name) ? ".xlsm" : ".xlsx");
  return picked(async () => pickers().showSaveFilePicker?.({ suggestedName: name, types }));
}

async function picked(
  ask: () => Promise<FileSystemFileHandle | undefined>,
): Promise<FileSystemFileHandle | null | "unable"> {
  try {
    return (await ask()) ?? "unable";
  } catch (error) {
    // Whoever closes the window of files wants nothing more.
    return error instanceof DOMException && error.name === "AbortError" ? null : "unable";
  }
}

/** What a file is known by from now on. */
export async function savedFile(
  handle: FileSystemFileHandle,
  bytes: Uint8Array,
): Promise<SavedFile> {
  const { size, lastModified: modified } = await handle.getFile();
  return { handle, size, modified, hash: await hashOf(bytes) };
}

/** Whether somebody else has written to the file since. One that is gone, or cannot be read, has not changed. */
export async function isChanged({ handle, size, modified, hash }: SavedFile): Promise<boolean> {
  let file: File;
  try {
    file = await handle.getFile();
  } catch {
    return false;
  }
  if (file.size === size && file.lastModified === modified) return false;
  return file.size !== size || (await hashOf(new Uint8Array(await file.arrayBuffer()))) !== hash;
}

/** Whether the user lets the page write to the file; browsers ask only after a press. */
export async function isAllowed(handle: FileSystemFileHandle): Promise<boolean> {
  const given = await (handle as Permits).requestPermission?.({ mode: "readwrite" });
  return given === undefined || given === "granted";
}

/** The browser puts the whole file in place of the old one, or leaves the old one as it is. */
export async function writeBack(
  handle: FileSystemFileHandle,
  bytes: Uint8Array,
): Promise<SavedFile> {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  return savedFile(handle, bytes);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
