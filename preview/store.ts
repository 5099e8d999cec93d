/** Keeps the work in the browser's own storage, so that it survives a reload. */

const DATABASE = "msp-checklist";
const STORE = "work";
const KEY = "current";

export interface Work {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Whether it holds changes that no saved file has. */
  readonly unsaved: boolean;
}

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
  step: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await request(step(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Null where nothing is kept, or where the browser keeps nothing at all. */
export async function recall(): Promise<Work | null> {
  try {
    const kept = await inStore<Work | undefined>("readonly", (store) => store.get(KEY));
    return kept?.bytes instanceof Uint8Array ? kept : null;
  } catch {
    return null;
  }
}

/** Whether it was kept. */
export async function keep(work: Work | null): Promise<boolean> {
  try {
    if (work === null) await inStore("readwrite", (store) => store.delete(KEY));
    else await inStore("readwrite", (store) => store.put(work, KEY));
    return true;
  } catch {
    return false;
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
