/** Files in and out of the page, with a sentence where one is refused. */

import { admit } from "../core/report/admit.ts";
import { unfitText } from "../core/report/refusal.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { HostError, type Snapshot } from "../core/workbook/port.ts";
import { LIMITS } from "../xlsx/guard.ts";
import type { Chosen } from "./choose.ts";
import { PREVIEW_REMEDIES, PREVIEW_TEXT } from "./words.ts";

const MEGABYTE = 1 << 20;

/** Throws `HostError` with the file's name in front; a file beyond the limit is not read at all. */
export async function readFile(file: File): Promise<Uint8Array> {
  if (file.size > LIMITS.fileBytes) {
    throw new HostError(PREVIEW_TEXT.tooLarge(file.name, Math.round(file.size / MEGABYTE)));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new HostError(PREVIEW_TEXT.unreadable(file.name), { cause });
  }
}

/** Why a workbook cannot be opened as a checklist; null where it can. */
export function refusal(snapshot: Snapshot | null): string | null {
  const { refusal: unfit } = admit(EDITIONS, snapshot);
  return unfit && unfitText(unfit, PREVIEW_REMEDIES);
}

/** Whether a file can be no workbook but a list of answers, by its name. */
export const isList = ({ name }: File): boolean => /\.(?:csv|tsv|txt|json)$/i.test(name);

/** Takes files dropped anywhere on the page; the grid must not see them. */
export function acceptDrops(
  target: HTMLElement,
  onDrop: (dropped: readonly Chosen[]) => void,
): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    target.classList.add("dropping");
  };
  window.addEventListener("dragenter", over, true);
  window.addEventListener("dragover", over, true);
  window.addEventListener(
    "dragleave",
    (event) => {
      if (event.relatedTarget === null) target.classList.remove("dropping");
    },
    true,
  );
  window.addEventListener(
    "drop",
    (event) => {
      target.classList.remove("dropping");
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop([...(event.dataTransfer?.items ?? [])].flatMap(chosenIn));
    },
    true,
  );
}

/** What some browsers give beside a file that was dropped: a way to save back to it. */
interface Dropped {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** Both are to be asked for at once: nothing is left of a drop a moment later. */
function chosenIn(item: DataTransferItem): Chosen[] {
  const file = item.getAsFile();
  if (!file) return [];
  const found = (item as Dropped).getAsFileSystemHandle?.() ?? Promise.resolve(null);
  const handle = found.then(
    (one) => (one?.kind === "file" ? (one as FileSystemFileHandle) : null),
    () => null,
  );
  return [{ file, handle }];
}
