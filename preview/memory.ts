/** Small settings of the page in the browser's storage. Where it refuses them, they last as long as the page. */

export const memory = {
  get: (key: string): string | null => read(() => localStorage, key),
  set: (key: string, value: string): void => write(() => localStorage, key, value),
};

const BOOK = "book";

/** Which workbook a tab shows after it was loaded again; an empty text is the start page. */
export const lastShown = {
  /** Null where nothing was ever shown. A tab goes on with its own, a new one with what any tab showed last. */
  get: (): string | null => read(() => sessionStorage, BOOK) ?? memory.get(BOOK),
  set(book: string | null): void {
    write(() => sessionStorage, BOOK, book ?? "");
    memory.set(BOOK, book ?? "");
  },
};

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(`msp-checklist.${key}`);
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(`msp-checklist.${key}`, value);
  } catch {
    // Full or forbidden.
  }
}
