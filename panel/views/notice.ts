/** The sentence about the last thing that failed, until it is dismissed. */

import type { Shell } from "../context.ts";
import { h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { PANEL } from "../words/panel.ts";

/** Nothing where nothing failed. */
export function noticeLine(shell: Shell): View[] {
  const { notice } = shell.ui;
  if (notice === null) return [];
  const dismiss = () => {
    shell.focusOn("dock");
    shell.change((ui) => {
      ui.notice = null;
    });
  };
  return [
    h(
      "div",
      { key: "notice", class: "notice", role: "alert" },
      icon("warning", "warn"),
      h("p", {}, notice),
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": PANEL.dismiss,
          on: { click: dismiss },
        },
        icon("cross"),
      ),
    ),
  ];
}
