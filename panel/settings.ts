/** What the panel remembers of itself between openings, where the host can remember. */

import { TAB_NAMES, type Ui } from "./context.ts";
import type { PanelHost } from "./types.ts";

export function remember(ui: Ui, { memory }: PanelHost): void {
  const { tab, dockFolded, detailsShown, stays, letters } = ui;
  memory?.set("panel.tab", tab);
  memory?.set("panel.dock", dockFolded ? "folded" : "open");
  memory?.set("panel.item", detailsShown ? "whole" : "beside");
  memory?.set("panel.stays", stays ? "yes" : "no");
  memory?.set("panel.letters", letters ? "yes" : "no");
}

export function recall(ui: Ui, { memory }: PanelHost): void {
  const tab = memory?.get("panel.tab") ?? null;
  ui.tab = TAB_NAMES.find((name) => name === tab) ?? "overview";
  ui.dockFolded = memory?.get("panel.dock") === "folded";
  ui.detailsShown = memory?.get("panel.item") === "whole";
  ui.stays = memory?.get("panel.stays") === "yes";
  ui.letters = memory?.get("panel.letters") !== "no";
}
