/** Reads and writes files on disk, with a sentence for every way that can fail. */

import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LIMITS } from "../xlsx/guard.ts";
import { backupOf, keepFormer } from "./backup.ts";
import { locked, uninterrupted } from "./lock.ts";
import { type Folder, pathIn } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";

/** Refused work, told in a sentence; exit code 1. */
export class Refused extends Error {
  override name = "Refused";
}

const MEGABYTE = 1 << 20;
/** Pictures are carried along unread; what is read of a workbook has limits of its own. */
export const LARGEST_FILE = LIMITS.fileBytes;
/** Of a stream, which tells no size: more is no checklist. */
const LARGEST_STREAM = 20 * MEGABYTE;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The bytes of a file of at most 100 MB; a larger one is refused before it is read. */
export function readBytes(folder: Folder, file: string): Uint8Array {
  const path = pathIn(folder, file);
  try {
    const found = statSync(path);
    if (found.size > LARGEST_FILE)
      throw new Refused(CLI_TEXT.tooLarge(file, Math.round(found.size / MEGABYTE)));
    return found.isFile() || found.isDirectory() ? readFileSync(path) : readStream(file, path);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new Refused(CLI_TEXT.missing(file), { cause: error });
    if (code === "EISDIR") throw new Refused(CLI_TEXT.isFolder(file), { cause: error });
    if (code === "EACCES" || code === "EPERM")
      throw new Refused(CLI_TEXT.noAccess(file), { cause: error });
    throw new Refused(CLI_TEXT.unreadable(file, code), { cause: error });
  }
}

/** A pipe or a device, which tells no size and may have no end. */
function readStream(file: string, path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const bytes = new Uint8Array(LARGEST_STREAM + 1);
    let length = 0;
    for (let read = 1; read > 0; length += read) {
      read = readSync(handle, bytes, length, bytes.length - length, null);
    }
    if (length > LARGEST_STREAM)
      throw new Refused(CLI_TEXT.endless(file, LARGEST_STREAM / MEGABYTE));
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** The beginning of a file; empty where it cannot be read. */
export function readHeadBytes(folder: Folder, file: string, length: number): Uint8Array {
  try {
    const handle = openSync(pathIn(folder, file), "r");
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Uint8Array();
  }
}

/** The same as text. */
export const readHead = (folder: Folder, file: string, length: number): string =>
  new TextDecoder().decode(readHeadBytes(folder, file, length));

export const exists = (folder: Folder, file: string): boolean => existsSync(pathIn(folder, file));

/** Whether a file has just these bytes. */
export const holds = (folder: Folder, file: string, bytes: Uint8Array): boolean =>
  hasBytes(pathIn(folder, file), bytes);

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

export function isFolder(folder: Folder, file: string): boolean {
  try {
    return statSync(pathIn(folder, file)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether two names lead to one file, also through links or another spelling. */
export function isSameFile(folder: Folder, one: string, other: string): boolean {
  try {
    const [first, second] = [pathIn(folder, one), pathIn(folder, other)];
    if (resolve(first) === resolve(second)) return true;
    const [a, b] = [statSync(first, { bigint: true }), statSync(second, { bigint: true })];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
}

export interface NewFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /**
   * What stood there when the new was made of it, null for nothing: anything else is another's work and stays.
   * Without it whatever stands there is replaced.
   */
  readonly was?: Uint8Array | null | undefined;
}

/** Another program wrote between reading and writing; exit code 1, unless it is tried again. */
export class Changed extends Refused {
  override name = "Changed";
}

const ATTEMPTS = 100;
const LONGEST_PAUSE_MS = 50;

/** Reads, plans and writes; again from the beginning where another program was faster, for a later one builds on it. */
export function untilUnchanged<T>(attempt: () => T): T {
  for (let count = 1; ; count += 1) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof Changed) || count >= ATTEMPTS) throw error;
      // At random, so that many at once do not meet again and again.
      const pause = Math.random() * LONGEST_PAUSE_MS;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Writes beside the target and renames, so that the target is the old file or the new one, never half of it. */
export function writeAtomically(
  folder: Folder,
  file: string,
  bytes: Uint8Array,
  was?: NewFile["was"],
): void {
  writeTogether(folder, [{ file, bytes, was }]);
}

interface Prepared extends NewFile {
  readonly target: string;
  readonly temporary: string;
  /** The old file as it was, for the way back. */
  readonly backup: string | null;
}

/**
 * Writes several files, all or none as far as a disk allows: all are written beside their targets before
 * the first is renamed, and where a rename fails those before it are taken back.
 */
export function writeTogether(folder: Folder, files: readonly NewFile[]): void {
  if (folder.rehearses) {
    rehearse(folder, files);
    return;
  }
  const prepared: Prepared[] = [];
  let current = "";
  const write = (): void => {
    for (const entry of files) {
      const { file, bytes } = entry;
      current = file;
      if (isFolder(folder, file)) throw new Refused(CLI_TEXT.isFolder(file));
      const path = pathIn(folder, file);
      // A link keeps pointing at the file that is replaced.
      const target = existsSync(path) ? realpathSync(path) : path;
      const temporary = besides(target);
      const backup = files.length > 1 && existsSync(target) ? besides(target) : null;
      prepared.push({ ...entry, target, temporary, backup });
      writeWhole(temporary, bytes, existsSync(target) ? statSync(target).mode & 0o777 : 0o666);
      if (backup !== null) copyFileSync(target, backup);
    }
    const guarded = prepared.filter(({ was }) => was !== undefined);
    const folders = guarded.map(({ target }) => realpathSync.native(dirname(target)));
    locked(folders, () => {
      guarded.forEach(refuseChanged);
      keeping(folder, prepared, () => replaceAll(prepared));
    });
  };
  try {
    uninterrupted(() => {
      try {
        write();
      } finally {
        for (const { temporary, backup } of prepared) {
          rmSync(temporary, { force: true });
          if (backup !== null) rmSync(backup, { force: true });
        }
      }
    });
  } catch (error) {
    throw refusalOf(current, error);
  }
}

/** Keeps what is replaced, where that is wanted; where nothing is replaced in the end, nothing is kept either. */
function keeping(folder: Folder, prepared: readonly Prepared[], replace: () => void): void {
  const { onKept } = folder;
  const kept: { readonly entry: Prepared; readonly backup: string }[] = [];
  try {
    if (onKept)
      for (const entry of prepared)
        if (isReplaced(entry.target, entry.bytes))
          kept.push({ entry, backup: keepFormer(entry.target) });
    replace();
  } catch (error) {
    for (const { backup } of kept) rmSync(backup, { force: true });
    throw error;
  }
  for (const { entry, backup } of kept) onKept?.(entry.file, besideIt(folder, entry, backup));
}

/** Whether something else stands there. */
const isReplaced = (target: string, bytes: Uint8Array): boolean =>
  existsSync(target) && !hasBytes(target, bytes);

/** A file beside another, called as that was; in full where a link led elsewhere. */
function besideIt(
  folder: Folder,
  { file, target }: Pick<Prepared, "file" | "target">,
  path: string,
): string {
  const place = dirname(file);
  const isThere = realpathSync(resolve(pathIn(folder, place))) === realpathSync(dirname(target));
  if (!isThere) return path;
  return place === "." ? basename(path) : join(place, basename(path));
}

function refuseChanged({ file, target, was }: Pick<Prepared, "file" | "target" | "was">): void {
  if (was === null && existsSync(target)) throw new Refused(CLI_TEXT.exists(file));
  if (was && !hasBytes(target, was)) throw new Changed(CLI_TEXT.changedMeanwhile(file));
}

/** Refuses what writing would refuse, as far as can be known without writing. */
function rehearse(folder: Folder, files: readonly NewFile[]): void {
  for (const { file, bytes, was } of files) {
    if (isFolder(folder, file)) throw new Refused(CLI_TEXT.isFolder(file));
    const target = pathIn(folder, file);
    if (!isFolder(folder, dirname(file))) throw new Refused(CLI_TEXT.noFolder(file));
    refuseChanged({ file, target, was });
    try {
      accessSync(existsSync(target) ? target : dirname(target), constants.W_OK);
      if (folder.onKept && isReplaced(target, bytes))
        folder.onKept(file, besideIt(folder, { file, target }, backupOf(target)));
    } catch (error) {
      throw refusalOf(file, error);
    }
  }
}

function replaceAll(prepared: readonly Prepared[]): void {
  const renamed: Prepared[] = [];
  for (const entry of prepared) {
    try {
      renameSync(entry.temporary, entry.target);
    } catch (error) {
      for (const { target, backup } of renamed) {
        if (backup === null) rmSync(target, { force: true });
        else renameSync(backup, target);
      }
      throw refusalOf(entry.file, error);
    }
    renamed.push(entry);
  }
}

/** Disks count a name's bytes or characters, 255 at most and sometimes fewer. */
const LONGEST_HEAD = 100;

function besides(target: string): string {
  let head = "";
  for (const character of basename(target)) {
    if (Buffer.byteLength(head + character) > LONGEST_HEAD) break;
    head += character;
  }
  return join(dirname(target), `.${head}.${randomBytes(6).toString("hex")}.tmp`);
}

function writeWhole(file: string, bytes: Uint8Array, mode: number): void {
  const handle = openSync(file, "wx", mode);
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(handle, bytes, written, bytes.length - written);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refusalOf(file: string, error: unknown): Refused {
  if (error instanceof Refused) return error;
  const code = codeOf(error);
  const say = (): string => {
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return CLI_TEXT.diskFull(file);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") return CLI_TEXT.noWrite(file);
    if (code === "ENOENT" || code === "ENOTDIR") return CLI_TEXT.noFolder(file);
    if (code === "EISDIR") return CLI_TEXT.isFolder(file);
    return CLI_TEXT.unwritable(file, code);
  };
  return new Refused(say(), { cause: error });
}
