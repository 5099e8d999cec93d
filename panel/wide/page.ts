/**
 * The panel with a page of its own: sections at the left, one item or the list in the middle, the score at the right;
 * or the overview of the whole. Only the page in the browser loads it.
 */

import type { Context, WidePage } from "../context.ts";
import { h, type View } from "../dom.ts";
import { wholeItem } from "../views/whole.ts";
import { isWhole } from "../way.ts";
import { aside } from "./aside.ts";
import { board } from "./board.ts";
import { fitItem } from "./fit.ts";
import { listPage } from "./list.ts";
import { rail } from "./rail.ts";
import { startPage } from "./start.ts";

export const WIDE: WidePage = { draw: widePage, start: startPage, fit: fitItem };

function widePage(context: Context, main: View | null, beside: readonly View[]): View[] {
  if (main !== null) {
    return [h("div", { key: "frame", class: "frame one" }, main, aside(context, beside))];
  }
  if (context.layout === "overview") return [board(context)];
  return [
    h("div", { key: "frame", class: "frame" }, rail(context), middle(context), aside(context, [])),
  ];
}

function middle(context: Context): View {
  const { tab, listShown } = context.ui;
  if (listShown && tab === "issues") {
    return h(
      "main",
      { key: "issues", class: "screen issues-page", tabindex: "-1", "data-focus": "tab-issues" },
      ...(context.tabs?.issuesTab(context) ?? []),
    );
  }
  const item = isWhole(context) ? wholeItem(context) : null;
  return item === null
    ? listPage(context)
    : h("main", { key: "whole", class: "whole", tabindex: "-1" }, item);
}
