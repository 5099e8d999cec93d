/** Leads to the page where answers move to another version, which is loaded when it is first asked for. */

import { download } from "../panel/download.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { covered, uncover } from "./covered.ts";
import type { Frame } from "./frame.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

/** The workbook stays as it is: what is made of it is a file. `nameOf` gives its name; `back` takes the keyboard. */
export function mover(
  workbook: PreviewWorkbook,
  frame: Frame,
  nameOf: () => string,
  back: () => void,
): () => Promise<void> {
  const page = covered(frame, async () => {
    const { mountMove } = await import("./move/move.ts");
    return mountMove(frame.bring, {
      read: async () => {
        await workbook.settle();
        const [checklist, snapshot] = [workbook.checklist(), workbook.snapshot()];
        return checklist && snapshot ? { checklist, snapshot, name: nameOf() } : null;
      },
      draw: drawBlueprint,
      save: download,
      leave: (said) => {
        uncover(frame, said);
        back();
      },
    });
  });
  return async () => {
    if (workbook.checklist() === null) frame.notice(TEXT.nothingToMove, "alert");
    else (await page()).show();
  };
}
