/** The note beside a selected cell: its input message, and a link to follow. */

import { button, element } from "./dom.ts";
import type { HintLink } from "./hints.ts";
import type { PreviewWorkbook } from "./workbook.ts";

/** Null where there is nothing to say of the selected cell. */
export function hintNote(workbook: PreviewWorkbook): HTMLElement | null {
  const hint = workbook.hint();
  if (!hint) return null;
  const { title, message, link } = hint;
  const note = element(
    "div",
    { class: "note", role: "status" },
    ...(title === "" ? [] : [element("strong", {}, title)]),
    ...(message === "" ? [] : [element("p", {}, message)]),
    ...(link ? [follow(link, workbook)] : []),
  );
  // The keyboard stays with the grid.
  note.addEventListener("mousedown", (event) => event.preventDefault());
  return note;
}

function follow(link: HintLink, workbook: PreviewWorkbook): HTMLElement {
  return "place" in link
    ? button(link.label, () => workbook.turnTo(link.place), { class: "follow" })
    : element(
        "a",
        { class: "follow", href: link.address, target: "_blank", rel: "noopener noreferrer" },
        link.label,
      );
}
