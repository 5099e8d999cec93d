/** One change of the checklist at a time: the document's lock, let go whatever happens. */

import { HostError } from "../../core/workbook/port.ts";
import { googleSentence } from "../failures.ts";
import { SHEETS_TEXT } from "../words.ts";

const PATIENCE_MS = 20_000;

/** Runs work under the document lock; throws `HostError` where others hold it for too long. */
export function locked<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) throw new HostError(SHEETS_TEXT.busy);
  try {
    const result = work();
    // The next holder has to find what was written.
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}

/** The failure as a sentence for the user; the cause stays attached. */
export function hostError(message: string, cause?: unknown): HostError {
  const error = new HostError(message);
  if (cause !== undefined) Object.defineProperty(error, "cause", { value: cause });
  return error;
}

/** What a cause says, with the remedy where it is known. */
export function causeText(cause: unknown): string {
  // By its property, not by its class: errors of services come from elsewhere.
  const { message } = (cause ?? {}) as { readonly message?: unknown };
  const text = typeof message === "string" ? message : String(cause);
  return googleSentence(text) ?? (/[.!?]$/.test(text) ? text : `${text}.`);
}
