/** Files that leave Excel: what it hands over, what is drawn here, and how they reach the user. */

import { XLSX_TYPE } from "../outbox/media.ts";
import type { NamedFile } from "../panel/types.ts";
import { hostError } from "./failure.ts";
import { fragmentOf } from "./parcel.ts";
import { FILES_TEXT } from "./words-files.ts";

export { download } from "../panel/download.ts";

/** 4 MB, the most that Excel hands over at once. */
const SLICE_BYTES = 4_194_304;

/** The whole workbook as Excel would save it now. */
export async function workbookFile(): Promise<NamedFile> {
  return { name: fileName(), type: XLSX_TYPE, bytes: await workbookBytes() };
}

/** Opens the browser on a page that offers the file. */
export function openInBrowser(file: NamedFile): void {
  const fragment = fragmentOf(file);
  if (fragment === null) throw hostError(FILES_TEXT.tooLong(file.name));
  const page = new URL("save.html", window.location.href);
  Office.context.ui.openBrowserWindow(page.origin + page.pathname + fragment);
}

/** The last part of the address; a workbook that was never saved has none. */
function fileName(): string {
  const part = (Office.context.document.url ?? "").split(/[\\/]/).pop() ?? "";
  const name = part.replace(/[?#].*$/, "");
  return /\.xls[xmb]?$/i.test(name) ? name.replace(/\.[^.]*$/, ".xlsx") : FILES_TEXT.fileName;
}

function workbookBytes(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Office.context.document.getFileAsync(
      Office.FileType.Compressed,
      { sliceSize: SLICE_BYTES },
      (result) => {
        if (result.status !== Office.AsyncResultStatus.Succeeded) {
          reject(hostError(FILES_TEXT.noFile, result.error));
          return;
        }
        const file = result.value;
        readSlices(file)
          .then(resolve, reject)
          // Excel keeps only two files open.
          .finally(() => file.closeAsync());
      },
    );
  });
}

async function readSlices(file: Office.File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const slice = await sliceAt(file, index);
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}

function sliceAt(file: Office.File, index: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.getSliceAsync(index, (result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        const data: ArrayLike<number> = result.value.data;
        resolve(Uint8Array.from(data));
      } else reject(hostError(FILES_TEXT.noFile, result.error));
    });
  });
}
