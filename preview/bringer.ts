/** Leads to the page where lists are brought in, which is loaded when it is first asked for. */

import { covered, uncover } from "./covered.ts";
import type { Frame } from "./frame.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

/** Lists come beside the workbook: what they would change is shown first, and written as one. `mark` makes what is there before a state to go back to; `back` takes the keyboard. */
export function bringer(
  workbook: PreviewWorkbook,
  frame: Frame,
  mark: () => Promise<void>,
  back: () => void,
): (file: File | null) => Promise<void> {
  const page = covered(frame, async () => {
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
        uncover(frame, said);
        back();
      },
    });
  });
  return async (file) => {
    if (workbook.checklist() === null) frame.notice(TEXT.needsChecklist(file?.name ?? ""), "alert");
    else await (await page()).show(file);
  };
}
