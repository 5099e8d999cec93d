/** The steps of an audit for the panel: the script takes them, files are handed out by the browser. */

import { XLSX_TYPE } from "../../outbox/media.ts";
import { download } from "../../panel/download.ts";
import type { FileHost, StepHost } from "../../panel/types.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import type { Script } from "./calls.ts";

/** `after` reads anew what a step has written. */
export function newStepHost(script: Script, after: () => Promise<void>): StepHost {
  const files: FileHost = {
    workbook: async () => {
      const { name, base64 } = await script.workbookFile();
      return { name, type: XLSX_TYPE, bytes: bytesOf(base64) };
    },
    draw: drawBlueprint,
    save: download,
  };
  return {
    movePhase: async (to, reason) => {
      await script.takePhase(to, reason);
      await after();
    },
    handOver: async () => {
      await script.takeHandOver();
      await after();
    },
    recordSummary: async () => {
      await script.takeSummary();
      await after();
    },
    sealNow: async () => {
      await script.takeSeal();
      await after();
    },
    files,
    mail: {
      look: () => script.mailLook(),
      // The script writes the mail itself, from the sheet.
      send: () => script.sendHandOver(),
    },
  };
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
