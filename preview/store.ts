/**
 * Keeps workbooks in the browser's own storage, so that they survive a reload. What is kept of one bears a stamp, and
 * only who goes on from it may write over it: two tabs can never lose each other's answers.
 */

import type { DayPoint } from "../panel/types.ts";
import { inStores as inDatabase, request, type Stores } from "./database.ts";
import type { Facts } from "./facts.ts";
import type { SavedFile } from "./saving.ts";

/** Whoever has changed nothing for so long has paused: what was there before the next change becomes a state. */
const PAUSE_MILLISECONDS = 10 * 60_000;
const MOST_STATES = 10;
/** Far more than an audit has days. */
const MOST_POINTS = 1000;

/** A workbook as it is to be kept. */
export interface Work {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Whether it holds changes that no saved file has. */
  readonly unsaved: boolean;
  readonly facts: Facts | null;
  /** Where it stands today; null where that is not known. */
  readonly point: DayPoint | null;
  readonly file: SavedFile | null;
}

/** What is known of a kept workbook. */
export interface Book extends Omit<Work, "bytes" | "point"> {
  readonly id: string;
  /** Another one each time that something is kept; empty in what earlier versions of the page kept. */
  readonly stamp: string;
  /** When it was last changed, in milliseconds. */
  readonly at: number;
  /** The oldest first, one a day. */
  readonly points: readonly DayPoint[];
}

export interface Kept extends Book {
  readonly bytes: Uint8Array;
}

/** A workbook as it was once. */
export interface State {
  readonly at: number;
  readonly facts: Facts | null;
  readonly bytes: Uint8Array;
}

/**
 * What became of keeping; `gone` where another tab has forgotten the workbook. `isOther`: it was kept before, with
 * another content.
 */
export type Keeping =
  | { readonly kind: "kept"; readonly book: Book; readonly isOther: boolean }
  | { readonly kind: "newer" | "gone" | "full" | "nowhere" };

export const newBookId = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const inStores = <T>(mode: IDBTransactionMode, work: (stores: Stores) => Promise<T>): Promise<T> =>
  inDatabase(mode, takeOver, work);

/** The one workbook of an earlier version becomes the first of several. */
function takeOver(former: unknown, { books, bytes }: Stores): void {
  if (typeof former !== "object" || former === null) return;
  const { bytes: content, name, unsaved, stamp } = former as Partial<Kept>;
  if (!(content instanceof Uint8Array)) return;
  const id = newBookId();
  const book: Book = {
    id,
    name: name ?? "",
    unsaved: unsaved ?? true,
    stamp: stamp ?? "",
    at: Date.now(),
    facts: null,
    points: [],
    file: null,
  };
  books.put(book, id);
  bytes.put(content, id);
}

/** All that is kept, the last changed first; empty where the browser keeps nothing at all. */
export async function keptBooks(): Promise<readonly Book[]> {
  try {
    return await inStores("readonly", newestFirst);
  } catch {
    return [];
  }
}

async function newestFirst({ books }: Stores): Promise<readonly Book[]> {
  const all = await request<Book[]>(books.getAll());
  return all.sort((a, b) => b.at - a.at);
}

/** Null for the one that was changed last. Null where it is not kept, or where the browser keeps nothing at all. */
export async function recall(id: string | null): Promise<Kept | null> {
  try {
    return await inStores("readonly", async (stores) => {
      const wanted = id ?? (await newestFirst(stores))[0]?.id;
      return wanted === undefined ? null : await present(stores, wanted);
    });
  } catch {
    return null;
  }
}

async function present({ books, bytes }: Stores, id: string): Promise<Kept | null> {
  const book = await request<Book | undefined>(books.get(id));
  const content = await request<unknown>(bytes.get(id));
  return book && content instanceof Uint8Array ? { ...book, bytes: content } : null;
}

/** The kept workbook that is, byte for byte, this file. */
export async function sameBook(name: string, content: Uint8Array): Promise<Kept | null> {
  try {
    return await inStores("readonly", async (stores) => {
      for (const book of await newestFirst(stores)) {
        const kept = book.name === name ? await present(stores, book.id) : null;
        if (kept && isSame(kept.bytes, content)) return kept;
      }
      return null;
    });
  } catch {
    return null;
  }
}

/**
 * `from` is the stamp of what this tab goes on from; null for nothing. `isMarked`: what was kept before becomes a
 * state to go back to; after a pause it does anyway.
 */
export async function keep(
  id: string,
  work: Work,
  from: string | null,
  isMarked: boolean,
): Promise<Keeping> {
  try {
    return await inStores("readwrite", async (stores): Promise<Keeping> => {
      const kept = await present(stores, id);
      if (kept === null && from !== null) return { kind: "gone" };
      if (kept !== null && kept.stamp !== from) return { kind: "newer" };
      const { bytes, point, ...rest } = work;
      const now = Date.now();
      const isChanged = kept === null || !isSame(kept.bytes, bytes);
      const hasPaused = kept !== null && now - kept.at > PAUSE_MILLISECONDS;
      if (kept !== null && isChanged && (isMarked || hasPaused)) await lay(stores, kept);
      const book: Book = {
        ...rest,
        id,
        stamp: newBookId(),
        at: isChanged ? now : kept.at,
        points: withPoint(kept?.points ?? [], point),
      };
      stores.books.put(book, id);
      if (isChanged) stores.bytes.put(bytes, id);
      return { kind: "kept", book, isOther: isChanged && kept !== null };
    });
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    return { kind: isFull ? "full" : "nowhere" };
  }
}

const statesOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** Puts what is kept among the states; the oldest ones go. */
async function lay({ states }: Stores, { id, at, facts, bytes }: Kept): Promise<void> {
  const state: State = { at, facts, bytes };
  await request(states.put(state, [id, at, newBookId()]));
  const keys = await request(states.getAllKeys(statesOf(id)));
  for (const key of keys.slice(0, -MOST_STATES)) states.delete(key);
}

/** One a day: the last of a day counts. */
function withPoint(points: readonly DayPoint[], point: DayPoint | null): readonly DayPoint[] {
  if (point === null) return points;
  const others = points.filter(({ day, score }) => day !== point.day || score !== point.score);
  return [...others, point].sort((a, b) => a.day.localeCompare(b.day)).slice(-MOST_POINTS);
}

/** What a workbook was before, the newest first. */
export async function earlierStates(id: string): Promise<readonly State[]> {
  try {
    const found = await inStores("readonly", ({ states }) =>
      request<State[]>(states.getAll(statesOf(id))),
    );
    return found.reverse();
  } catch {
    return [];
  }
}

/** Takes one workbook, or all of them, out of the browser with everything that was kept of it. */
export function forget(id: string | null): Promise<void> {
  return inStores("readwrite", async ({ books, bytes, states }) => {
    if (id === null) for (const store of [books, bytes, states]) store.clear();
    else {
      for (const store of [books, bytes]) store.delete(id);
      states.delete(statesOf(id));
    }
  });
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a === b || (a.length === b.length && a.every((byte, at) => byte === b[at]));
