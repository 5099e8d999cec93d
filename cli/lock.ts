/** One command at a time replaces files of a folder: a lock lies there for the moment of replacing. */

import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const LOCK = ".msp-checklist.lock";
const PAUSE_MS = 10;
/** Files are compared and renamed in milliseconds: who holds a lock this long was ended by force. */
const LONGEST_HELD_MS = 5_000;

/** Ctrl+C and its like; a terminal that closes sends the last. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does what must not end half-way. A listener keeps a signal from ending the program; what it asked for comes
 * too late, for the command is done but for what it says.
 */
export function uninterrupted<T>(act: () => T): T {
  const stay = (): void => undefined;
  for (const signal of SIGNALS) process.on(signal, stay);
  try {
    return act();
  } finally {
    for (const signal of SIGNALS) process.off(signal, stay);
  }
}

/** Holds the locks of folders, in one order for all commands, so that no two wait for each other. */
export function locked<T>(folders: readonly string[], act: () => T): T {
  const [first, ...others] = [...new Set(folders)].sort();
  if (first === undefined) return act();
  const lock = join(first, LOCK);
  const mine = take(lock);
  try {
    return locked(others, act);
  } finally {
    if (identityOf(lock) === mine) rmSync(lock, { force: true });
  }
}

/** Waits its turn. Clocks of two computers differ, so a lock is old when it has not changed while this one waited. */
function take(lock: string): string {
  let seen = "";
  let since = performance.now();
  for (;;) {
    if (created(lock)) return identityOf(lock);
    const there = identityOf(lock);
    const now = performance.now();
    // Where there is none just now, the next turn may be this one's.
    if (there !== seen || there === "") [seen, since] = [there, now];
    else if (now - since > LONGEST_HELD_MS) remove(lock, seen);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

function created(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Tells one lock from the next of the same name; empty where there is none. */
function identityOf(lock: string): string {
  const found = statSync(lock, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs}` : "";
}

/** Of several commands that find a lock old one moves it away; it gives back what meanwhile is another's. */
function remove(lock: string, old: string): void {
  const aside = `${lock}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    // Another command was faster.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  if (identityOf(aside) === old) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}
