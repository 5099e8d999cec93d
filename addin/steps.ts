/** The steps of an audit over Excel, and files that leave it; what is seldom needed is loaded when it is asked for. */

import type { Moment, Step } from "../core/report/moves.ts";
import type { Library } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import { XLSX_TYPE } from "../outbox/media.ts";
import { download } from "../panel/download.ts";
import type { FileHost, StepHost } from "../panel/types.ts";
import { hostError } from "./failure.ts";
import { had } from "./parts.ts";
import { ADDIN_TEXT } from "./words.ts";

/** 4 MB, the most that Excel hands over at once. */
const SLICE_BYTES = 4_194_304;

type Steps = typeof import("../core/report/moves.ts");
/** Reads the workbook, has the step worked out, and writes what it says. */
type Run = (work: () => Promise<(snapshot: Snapshot) => Step>) => Promise<void>;

/** `library`: as it is when a step is taken, because the texts come later. */
export function newStepHost(library: () => Library, run: Run): StepHost {
  const step = (take: (steps: Steps, snapshot: Snapshot, now: Moment) => Step) =>
    run(async () => {
      const steps = await had(import("../core/report/moves.ts"));
      return (snapshot) => take(steps, snapshot, steps.momentOf(new Date()));
    });
  return {
    movePhase: (to, reason) =>
      step(({ movePhase }, snapshot, now) => movePhase(library(), snapshot, to, reason, now)),
    handOver: () => step(({ handOver }, snapshot, now) => handOver(library(), snapshot, now)),
    recordSummary: () =>
      step(({ recordSummary }, snapshot, now) => recordSummary(library(), snapshot, now)),
    ...(canSave() ? { files: FILES } : {}),
  };
}

/** Excel for Mac opens no downloads from a task pane, by its makers' decision. */
function canSave(): boolean {
  return typeof Office !== "undefined" && Office.context?.platform !== Office.PlatformType?.Mac;
}

const FILES: FileHost = {
  workbook: async () => ({ name: fileName(), type: XLSX_TYPE, bytes: await workbookBytes() }),
  draw: async (plan) => {
    const { drawBlueprint } = await had(import("../xlsx/draw.ts"));
    return drawBlueprint(plan);
  },
  save: download,
};

/** The last part of the address; a workbook that was never saved has none. */
function fileName(): string {
  const part = (Office.context.document.url ?? "").split(/[\\/]/).pop() ?? "";
  const name = part.replace(/[?#].*$/, "");
  return /\.xls[xmb]?$/i.test(name) ? name.replace(/\.[^.]*$/, ".xlsx") : ADDIN_TEXT.fileName;
}

/** The whole workbook as Excel would save it now. */
function workbookBytes(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Office.context.document.getFileAsync(
      Office.FileType.Compressed,
      { sliceSize: SLICE_BYTES },
      (result) => {
        if (result.status !== Office.AsyncResultStatus.Succeeded) {
          reject(hostError(ADDIN_TEXT.noFile, result.error));
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
      } else reject(hostError(ADDIN_TEXT.noFile, result.error));
    });
  });
}
