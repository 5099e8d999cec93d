/** What the page keeps in the browser, as a test looks into it. */

import type { Page } from "playwright-core";

/** All that the browser's storage holds of the page, by store; what is kept as bytes as their number. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const asked = indexedDB.open("msp-checklist");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const found: Record<string, string[]> = {};
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      found[name] = all.result.map((value) =>
        JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? part.length : part)),
      );
    }
    database.close();
    return found;
  });
/** How much each store holds. */
export const counts = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await stored(page)).map(([store, values]) => [store, values.length]),
  );
