/** The panel's icons, drawn as SVG in a 16 x 16 grid; all are decoration beside a word. */

import { h, type View } from "./dom.ts";

const line = (d: string): View =>
  h("path", {
    d,
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.25",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
/** A line cut out of a filled shape, in the colour of the page. */
const cut = (d: string): View =>
  h("path", {
    d,
    class: "cut",
    fill: "none",
    "stroke-width": "1.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
const solid = (d: string): View => h("path", { d, fill: "currentColor" });
const disc = (): View => h("circle", { cx: "8", cy: "8", r: "7", fill: "currentColor" });
const ring = (): View =>
  h("circle", {
    cx: "8",
    cy: "8",
    r: "6.4",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.25",
  });

const SHAPES = {
  clock: [ring(), line("M8 4.2V8h3")],
  pass: [disc(), cut("M5 8.2l2.1 2.1L11.1 6")],
  fail: [disc(), cut("M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6")],
  flag: [line("M4 14V2.6h8.2L10 5.8 12.2 9H4")],
  error: [disc(), cut("M8 4.4v4.2M8 11.4v.1")],
  warning: [
    solid(
      "M8 1.4c.5 0 .9.3 1.1.7l5.7 10.6c.4.9-.2 1.9-1.1 1.9H2.3c-1 0-1.5-1-1.1-1.9L6.9 2.1c.2-.4.6-.7 1.1-.7z",
    ),
    cut("M8 5.8v3.4M8 11.9v.1"),
  ],
  shield: [
    solid(
      "M8 1.2c1.7 1.1 3.6 1.7 5.6 1.8v4.4c0 3.3-2 5.8-5.6 7.4-3.6-1.6-5.6-4.1-5.6-7.4V3C4.4 2.9 6.3 2.3 8 1.2z",
    ),
  ],
  circle: [ring()],
  check: [line("M2.8 8.6l3.4 3.4L13.2 4.6")],
  cross: [line("M3.5 3.5l9 9M12.5 3.5l-9 9")],
  dash: [ring(), line("M5.2 8h5.6")],
  minus: [line("M4 8h8")],
  differ: [
    line(
      "M4 2v7.5a2.5 2.5 0 0 0 2.5 2.5H8M6 10l2 2-2 2M12 14V6.5A2.5 2.5 0 0 0 9.5 4H8M10 6L8 4l2-2",
    ),
  ],
  refresh: [line("M13.6 7A5.7 5.7 0 0 0 3.2 4.7M2.4 9a5.7 5.7 0 0 0 10.4 2.3M3 2v3h3M13 14v-3h-3")],
  info: [ring(), line("M8 7.4v3.8M8 4.7v.1")],
  left: [line("M10 3.5L5.5 8l4.5 4.5")],
  right: [line("M6 3.5L10.5 8 6 12.5")],
  down: [line("M3.5 6l4.5 4.5L12.5 6")],
  up: [line("M3.5 10.5L8 6l4.5 4.5")],
  wrench: [
    line(
      "M10 2.3a3.6 3.6 0 0 0-3.2 5L2.3 11.8a1.350 1.350 0 0 0 1.9 1.9l4.5-4.5a3.6 3.6 0 0 0 4.9-4.3L11.4 7 9.1 6.9 9 4.6l2.2-2.2c-.4-.1-.8-.1-1.2-.1z",
    ),
  ],
  search: [line("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14")],
  sheet: [
    line(
      "M2 3.5A1.5 1.5 0 0 1 3.5 2h9A1.5 1.5 0 0 1 14 3.5V8M8 14H3.5A1.5 1.5 0 0 1 2 12.5v-9M2 6h12M2 10h6M6 2v12M10 2v6M12 10v4M10 12h4",
    ),
  ],
} as const satisfies Record<string, readonly View[]>;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName, tone = ""): View {
  return h(
    "svg",
    {
      key: `icon-${name}`,
      class: tone === "" ? "icon" : `icon ${tone}`,
      viewBox: "0 0 16 16",
      "aria-hidden": "true",
      focusable: "false",
    },
    SHAPES[name],
  );
}
