/** Prints the whole checklist as a page of its own, in a frame that nobody sees; loaded when it is first asked for. */

import type { FullChecklist } from "../core/checklist/types.ts";
import { checklistPrint } from "../core/papers/checklist-print.ts";
import type { Report } from "../core/report/report.ts";
import { element } from "./dom.ts";
import { PRINT_TEXT as TEXT } from "./words.ts";

let frame: HTMLIFrameElement | null = null;

/** Asks the browser to print; what was asked for before has been printed or given up. */
export function printPaper(checklist: FullChecklist, report: Report): Promise<void> {
  frame?.remove();
  const paper = element("iframe", { class: "paper", title: TEXT.paper, tabindex: "-1" });
  frame = paper;
  paper.srcdoc = checklistPrint(checklist, report);
  return new Promise((resolve) => {
    paper.addEventListener("load", () => {
      paper.contentWindow?.print();
      resolve();
    });
    document.body.append(paper);
  });
}
