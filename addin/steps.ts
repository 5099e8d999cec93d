/** The steps of an audit over Excel, and files that leave it; what is seldom needed is loaded when it is asked for. */

import { type Moment, momentOf } from "../core/report/moment.ts";
import type { Step } from "../core/report/moves.ts";
import type { Library } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import type { FileHost, StepHost } from "../panel/types.ts";
import { had } from "./parts.ts";
import { ADDIN_TEXT } from "./words.ts";

type Steps = typeof import("../core/report/moves.ts");
/** Reads the workbook, has the step worked out, and writes what it says. */
type Run = (work: () => Promise<(snapshot: Snapshot) => Step>) => Promise<void>;

/** `library`: as it is when a step is taken, because the texts come later. */
export function newStepHost(library: () => Library, run: Run): StepHost {
  const step = (take: (steps: Steps, snapshot: Snapshot, now: Moment) => Step) =>
    run(async () => {
      const steps = await had(import("../core/report/moves.ts"));
      return (snapshot) => take(steps, snapshot, momentOf(new Date()));
    });
  const files = filesHere();
  return {
    movePhase: (to, reason) =>
      step(({ movePhase }, snapshot, now) => movePhase(library(), snapshot, to, reason, now)),
    handOver: () => step(({ handOver }, snapshot, now) => handOver(library(), snapshot, now)),
    recordSummary: () =>
      step(({ recordSummary }, snapshot, now) => recordSummary(library(), snapshot, now)),
    ...(files ? { files } : {}),
    ...(files?.workbook ? {} : { workbookHint: ADDIN_TEXT.sendCopy }),
    sealNow: () => step(({ sealNow }, snapshot, now) => sealNow(library(), snapshot, now)),
  };
}

const loadFiles = () => had(import("./files.ts"));

/**
 * What this Excel can do with files; null for nothing. On Mac and iPad a task pane saves none, by its makers'
 * decision, but can open a browser; not everywhere is the workbook handed over.
 */
function filesHere(): FileHost | null {
  if (typeof Office === "undefined" || !Office.context) return null;
  const { platform, requirements } = Office.context;
  const { PC, OfficeOnline } = Office.PlatformType;
  if (platform === PC || platform === OfficeOnline) {
    return {
      ...(requirements.isSetSupported("CompressedFile")
        ? { workbook: async () => (await loadFiles()).workbookFile() }
        : {}),
      draw: async (plan) => (await had(import("../xlsx/draw.ts"))).drawBlueprint(plan),
      save: async (file) => (await loadFiles()).download(file),
    };
  }
  if (!requirements.isSetSupported("OpenBrowserWindowApi")) return null;
  return {
    save: async (file) => (await loadFiles()).openInBrowser(file),
    saved: ADDIN_TEXT.inBrowser,
  };
}
