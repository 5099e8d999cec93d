/**
 * Keeps the work in the browser's own storage, so that it survives a reload. What is kept bears a stamp, and only who
 * goes on from it may write over it: two tabs can never lose each other's answers.
 */

const DATABASE = "msp-checklist";
const STORE = "work";
const KEY = "current";

export interface Work {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Whether it holds changes that no saved file has. */
  readonly unsaved: boolean;
}

export interface Kept extends Work {
  /** Another one each time that something is kept; empty in what earlier versions of the page kept. */
  readonly stamp: string;
}

/** What became of keeping: its stamp, or that another tab has kept newer work, or that the browser keeps nothing. */
export type Keeping =
  | { readonly kind: "kept"; readonly stamp: string | null }
  | { readonly kind: "newer" }
  | { readonly kind: "nowhere" };

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return request(asked);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    return await work(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

async function present(store: IDBObjectStore): Promise<Kept | null> {
  const kept = await request<Kept | undefined>(store.get(KEY));
  return kept?.bytes instanceof Uint8Array ? { ...kept, stamp: kept.stamp ?? "" } : null;
}

/** Null where nothing is kept, or where the browser keeps nothing at all. */
export async function recall(): Promise<Kept | null> {
  try {
    return await inStore("readonly", present);
  } catch {
    return null;
  }
}

/** `from` is the stamp of what this tab goes on from; null for nothing. Null for `work` forgets what is kept. */
export async function keep(work: Work | null, from: string | null): Promise<Keeping> {
  try {
    // One transaction: no other tab comes between looking and writing.
    return await inStore("readwrite", async (store): Promise<Keeping> => {
      const kept = await present(store);
      if (kept !== null && kept.stamp !== from) return { kind: "newer" };
      if (work === null) {
        await request(store.delete(KEY));
        return { kind: "kept", stamp: null };
      }
      const stamp = `${Date.now()} ${Math.random()}`;
      await request(store.put({ ...work, stamp }, KEY));
      return { kind: "kept", stamp };
    });
  } catch {
    return { kind: "nowhere" };
  }
}

/** Small settings of the panel. Where the browser refuses storage they are forgotten. */
export const memory = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`msp-checklist.${key}`);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(`msp-checklist.${key}`, value);
    } catch {
      // Full or forbidden: the setting lasts as long as the page.
    }
  },
};
