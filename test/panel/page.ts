/** The panel in a bare page: a host that records what it is asked, and answers as the test says. */

import type { IsoDate } from "../../core/index.ts";
import { mountPanel } from "../../panel/panel.ts";
import type { PanelState } from "../../panel/types.ts";

export interface PanelTest {
  show(state: PanelState): void;
  /** Shows long work or a failure with buttons that are recorded. */
  showWorking(message: string, fraction: number): void;
  showFailed(message: string, remedy: string): void;
  readonly calls: unknown[][];
  /** The sentence with which the host refuses everything; null while it obeys. */
  refusal: string | null;
}

declare global {
  interface Window {
    panelTest: PanelTest;
  }
}

const calls: unknown[][] = [];
const kept = new Map<string, string>();

function told(...call: unknown[]): Promise<void> {
  calls.push(call);
  const { refusal } = window.panelTest;
  return refusal === null ? Promise.resolve() : Promise.reject(new Error(refusal));
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
const panel = mountPanel(
  root,
  {
    words: { workbook: "workbook", program: "Excel" },
    newChecklist: (wish) => told("newChecklist", wish),
    answer: (...answer) => told("answer", ...answer),
    write: (...text) => told("write", ...text),
    goTo: (place) => told("goTo", place),
    refresh: () => told("refresh"),
    memory: { get: (key) => kept.get(key) ?? null, set: (key, value) => kept.set(key, value) },
  },
  () => "2026-03-13" as IsoDate,
);

window.panelTest = {
  show: (state) => panel.show(state),
  showWorking: (message, fraction) =>
    panel.show({ kind: "working", message, fraction, cancel: () => calls.push(["cancel"]) }),
  showFailed: (message, remedy) =>
    panel.show({
      kind: "failed",
      message,
      remedy: { label: remedy, act: () => calls.push(["remedy"]) },
    }),
  calls,
  refusal: null,
};
