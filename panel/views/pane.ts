/** What a pane shows: the state while there is no report, then the tabs over the item, one item whole, or the steps. */

import type { Context, Shell, WidePage } from "../context.ts";
import { h, type View } from "../dom.ts";
import type { PanelState } from "../types.ts";
import { dock } from "./dock.ts";
import { noticeLine } from "./notice.ts";
import { emptyScreen, failedScreen, startingScreen, workingScreen } from "./screens.ts";
import { tabList, tabPanel } from "./tabs.ts";
import { phaseBar, scoreBlock } from "./top.ts";

/** Nothing while there is a report. */
export function stateScreen(shell: Shell, state: PanelState, wide: WidePage | null): View[] {
  const screen = (view: View): View[] => [...noticeLine(shell), view];
  switch (state.kind) {
    case "starting":
      return screen(startingScreen(shell));
    case "empty":
      return screen(wide ? wide.start(shell) : emptyScreen(shell));
    case "working":
      return screen(workingScreen(shell, state));
    case "failed":
      return screen(failedScreen(state));
    case "report":
      return [];
  }
}

export const keysScreen = (card: View | null): View | null =>
  card && h("main", { key: "keys", class: "screen", tabindex: "-1" }, card);

/** `steps`, `keys` and `item` each take the place of the tabs. */
export function pane(
  context: Context,
  steps: View | null,
  keys: View | null,
  item: View | null,
): View[] {
  const notices = noticeLine(context);
  if (steps) return [h("div", { key: "top", class: "top" }, phaseBar(context)), steps, ...notices];
  const top = [phaseBar(context), scoreBlock(context)];
  const whole =
    keysScreen(keys) ?? (item && h("main", { key: "whole", class: "whole", tabindex: "-1" }, item));
  if (whole) return [h("div", { key: "top", class: "top brief" }, ...top), whole, ...notices];
  return [
    h("div", { key: "top", class: "top" }, ...top),
    h(
      "main",
      { key: "middle", class: "middle", tabindex: "-1" },
      tabList(context),
      tabPanel(context),
    ),
    ...notices,
    dock(context),
  ];
}
