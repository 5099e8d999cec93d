/** The browser's own database, where workbooks are kept: its stores, and work in them that is done whole or not at all. */

const DATABASE = "msp-checklist";
const VERSION = 2;
/** What earlier versions of the page kept: one workbook. */
const FORMER = { store: "work", key: "current" } as const;

/** What is known of each workbook, the bytes of each as it is now, and its earlier states by workbook and time. */
export const STORES = ["books", "bytes", "states"] as const;

export interface Stores {
  readonly books: IDBObjectStore;
  readonly bytes: IDBObjectStore;
  readonly states: IDBObjectStore;
}

export function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** `takeOver` says what becomes of the one workbook that an earlier version of the page kept. */
function open(takeOver: (former: unknown, stores: Stores) => void): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, VERSION);
  asked.onupgradeneeded = () => {
    const { result, transaction } = asked;
    for (const name of STORES) result.createObjectStore(name);
    if (!transaction || !result.objectStoreNames.contains(FORMER.store)) return;
    const found = transaction.objectStore(FORMER.store).get(FORMER.key);
    found.onsuccess = () => {
      takeOver(found.result, storesOf(transaction));
      result.deleteObjectStore(FORMER.store);
    };
  };
  return request(asked);
}

const storesOf = (transaction: IDBTransaction): Stores => ({
  books: transaction.objectStore("books"),
  bytes: transaction.objectStore("bytes"),
  states: transaction.objectStore("states"),
});

/**
 * One transaction: no other tab comes between looking and writing. What it gives is written for good once this
 * resolves; where it rejects, nothing of it is.
 */
export async function inStores<T>(
  mode: IDBTransactionMode,
  takeOver: (former: unknown, stores: Stores) => void,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const database = await open(takeOver);
  try {
    const transaction = database.transaction(STORES, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    // Told where it is waited for.
    ended.catch(() => undefined);
    const result = await work(storesOf(transaction));
    await ended;
    return result;
  } finally {
    database.close();
  }
}
