/** Reads and writes files on disk, with a sentence for every way that can fail. */

import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CLI_TEXT } from "../core/text/cli.ts";

/** Refused work, told in a sentence; exit code 1. */
export class Refused extends Error {
  override name = "Refused";
}

const MEGABYTE = 1 << 20;
export const LARGEST_FILE = 20 * MEGABYTE;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The bytes of a file of at most 20 MB; a larger one is refused before it is read. */
export function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE)
      throw new Refused(CLI_TEXT.tooLarge(file, Math.round(size / MEGABYTE)));
    return readFileSync(file);
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

export function exists(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Writes beside the target and renames, so that the target is the old file or the new one, never half of it. */
export function writeAtomically(file: string, bytes: Uint8Array): void {
  // A link keeps pointing at the file that is replaced.
  const target = exists(file) ? realpathSync(file) : file;
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    const mode = exists(target) ? statSync(target).mode & 0o777 : 0o666;
    const handle = openSync(temporary, "wx", mode);
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(handle, bytes, written, bytes.length - written);
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = codeOf(error);
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
      throw new Refused(CLI_TEXT.diskFull(file), { cause: error });
    }
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      throw new Refused(CLI_TEXT.noWrite(file), { cause: error });
    }
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new Refused(CLI_TEXT.noFolder(file), { cause: error });
    if (code === "EISDIR") throw new Refused(CLI_TEXT.isFolder(file), { cause: error });
    throw new Refused(CLI_TEXT.unwritable(file, code), { cause: error });
  }
}
