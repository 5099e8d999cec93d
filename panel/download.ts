/** Hands a file to the browser as a download: nothing leaves the computer. */

import type { NamedFile } from "./types.ts";

/** A browser reads the address of a download after the click has been handled. */
const MILLISECONDS = 60_000;

export function download({ name, type, bytes }: NamedFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS);
}
