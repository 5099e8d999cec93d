/** Asks for a file of the user's computer. */

import { element } from "./dom.ts";

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
