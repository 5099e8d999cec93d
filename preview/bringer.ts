/** Leads to the page where lists are brought in, which is loaded when it is first asked for. */

import { HostError } from "../core/workbook/port.ts";
import type { Bring } from "./bring/bring.ts";
import type { Frame } from "./frame.ts";
import { loadStyles } from "./loading.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

/** Lists come beside the workbook: what they would change is shown first, and written as one. `mark` makes what is there before a state to go back to; `back` takes the keyboard. */
export function bringer(
  workbook: PreviewWorkbook,
  frame: Frame,
  mark: () => Promise<void>,
  back: () => void,
): (file: File | null) => Promise<void> {
  let loaded: Bring | null = null;

  async function load(): Promise<Bring> {
    await loadStyles("bring.css");
    const { mountBring } = await import("./bring/bring.ts");
    return mountBring(frame.bring, {
      read: async () => {
        await workbook.settle();
        const [checklist, snapshot] = [workbook.checklist(), workbook.snapshot()];
        return checklist && snapshot ? { checklist, snapshot } : null;
      },
      enter: async (read) => {
        await mark();
        await workbook.enter(read);
      },
      leave: (said) => {
        frame.cover(false);
        if (said !== null) frame.notice(said, "status");
        back();
      },
    });
  }

  return async (file) => {
    if (workbook.checklist() === null) {
      frame.notice(TEXT.needsChecklist(file?.name ?? ""), "alert");
      return;
    }
    try {
      loaded ??= await load();
    } catch (error) {
      throw new HostError(TEXT.partFailed(error instanceof Error ? error.message : ""));
    }
    frame.clearNotices();
    frame.cover(true);
    await loaded.show(file);
  };
}
