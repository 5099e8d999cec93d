/** Asks for a file of the user's computer. */

import { element } from "./dom.ts";
import { canPick, pickToOpen } from "./saving.ts";

/** A file, and what it can be saved back by; null where the browser gives nothing of the kind. */
export interface Chosen {
  readonly file: File;
  readonly handle: Promise<FileSystemFileHandle | null>;
}

/** Null where nothing was chosen. `accept` is as in a form: endings with their dots. */
export function chooseFile(accept: string, label: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = element("input", { type: "file", accept, hidden: true, "aria-label": label });
    const end = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener("change", () => end(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => end(null));
    document.body.append(input);
    input.click();
  });
}

/** Asks for a workbook, so that it can be saved back to its file where the browser is able to. */
export async function chooseWorkbook(label: string, what: string): Promise<Chosen | null> {
  const handle = canPick() ? await pickToOpen(what) : "unable";
  if (handle === null) return null;
  if (handle !== "unable") return { file: await handle.getFile(), handle: Promise.resolve(handle) };
  const file = await chooseFile(".xlsx,.xlsm", label);
  return file && { file, handle: Promise.resolve(null) };
}
