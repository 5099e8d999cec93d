/** A row of buttons of which one is pressed: one item or the list, keep or take. */

import { type Child, h, type View } from "../dom.ts";

export interface Segment {
  readonly label: string;
  readonly pressed: boolean;
  readonly act: () => void;
  /** What is heard in place of the label, where that says too little by itself. */
  readonly spoken?: string;
  readonly focus?: string;
  readonly icon?: View;
  readonly tone?: string;
}

export function segments(label: string, all: readonly Segment[], more = ""): View {
  return h(
    "div",
    { key: label, class: `segments ${more}`, role: "group", "aria-label": label },
    ...all.map(
      (own): Child =>
        h(
          "button",
          {
            key: own.label,
            type: "button",
            class: `segment ${own.tone ?? ""}`,
            "data-focus": own.focus ?? null,
            "aria-pressed": own.pressed ? "true" : "false",
            "aria-label": own.spoken ?? null,
            on: { click: own.act },
          },
          own.icon,
          own.label,
        ),
    ),
  );
}
