/** The sidebar: puts the panel into the page that Google shows beside the spreadsheet. */

import { mountPanel } from "../../panel/panel.ts";
import type { Panel, PanelHost } from "../../panel/types.ts";
import { SIDEBAR_TEXT } from "../words.ts";
import { newScript } from "./calls.ts";
import { newSession } from "./session.ts";

declare global {
  interface Window {
    /** For the line that the script adds to the page when it was opened for the steps. */
    openSteps?: () => void;
  }
}

const KEY_PREFIX = "msp-checklist.";

/** Google serves the page from a frame where the browser may forbid storage. */
const memory: NonNullable<PanelHost["memory"]> = {
  get: (key) => {
    try {
      return window.localStorage.getItem(KEY_PREFIX + key);
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      window.localStorage.setItem(KEY_PREFIX + key, value);
    } catch {
      // Not kept.
    }
  },
};

function start(root: HTMLElement): void {
  const runner = window.google?.script?.run;
  let panel: Panel | null = null;
  if (!runner) {
    root.textContent = SIDEBAR_TEXT.notInSheets;
    return;
  }
  const timers = {
    set: (act: () => void, milliseconds: number) => window.setTimeout(act, milliseconds),
    clear: (timer: number) => window.clearTimeout(timer),
  };
  const { host, rhythm } = newSession(
    newScript(runner),
    (state) => panel?.show(state),
    timers,
    memory,
  );
  panel = mountPanel(root, host);
  window.openSteps = () => panel?.openSteps();
  document.addEventListener("visibilitychange", () => rhythm.seen(!document.hidden));
  window.addEventListener("focus", () => rhythm.stir());
  void rhythm.now();
}

const root = document.getElementById("panel");
if (root) start(root);
