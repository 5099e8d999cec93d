/** The task pane: waits for Excel, then puts the panel over the workbook. */

import { ADDIN_TEXT } from "../core/text/addin.ts";
import { mountPanel } from "../panel/panel.ts";
import type { Panel, PanelHost, PanelState } from "../panel/types.ts";
import { newSession } from "./session.ts";
import { openExcel } from "./workbook.ts";

const NEEDED_SET = "1.9";
const KEY_PREFIX = "msp-checklist.";
/** Which of the ribbon's buttons opened the panel. */
const START = new URLSearchParams(window.location.search).get("start");

/** Texts that the panel keeps between openings; where the browser forbids it, for this opening. */
function newMemory(): NonNullable<PanelHost["memory"]> {
  const here = new Map<string, string>(START === "check" ? [["panel.tab", "issues"]] : []);
  return {
    get: (key) => {
      try {
        return here.get(key) ?? window.localStorage.getItem(KEY_PREFIX + key);
      } catch {
        return here.get(key) ?? null;
      }
    },
    set: (key, value) => {
      here.set(key, value);
      try {
        window.localStorage.setItem(KEY_PREFIX + key, value);
      } catch {
        // Kept in this opening only.
      }
    },
  };
}

function mount(): void {
  const root = document.getElementById("panel");
  if (!root) return;
  let panel: Panel | null = null;
  const show = (state: PanelState) => panel?.show(state);
  const session = newSession(openExcel(), show, newMemory());
  panel = mountPanel(root, session.host);
  if (START === "handover") panel.openSteps();
  const refuse = (message: string) => show({ kind: "failed", message, remedy: again });
  const again = { label: ADDIN_TEXT.tryAgain, act: () => window.location.reload() };
  if (typeof Office === "undefined") {
    refuse(ADDIN_TEXT.network);
    return;
  }
  Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) {
      show({ kind: "failed", message: ADDIN_TEXT.notExcel, remedy: null });
      return;
    }
    followTheme();
    if (Office.context.requirements.isSetSupported("ExcelApi", NEEDED_SET)) void session.start();
    else show({ kind: "failed", message: ADDIN_TEXT.tooOld, remedy: null });
  }).catch(() => refuse(ADDIN_TEXT.network));
}

/** Excel tells nobody of a new theme, so it is looked at again whenever somebody comes back to the panel. */
function followTheme(): void {
  showTheme();
  window.addEventListener("focus", showTheme);
  document.addEventListener("visibilitychange", showTheme);
}

/** Excel on the desktop has a theme of its own; elsewhere the browser's counts. */
function showTheme(): void {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (!channels) return;
  const light = channels.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0);
  document.documentElement.dataset.theme = light < (3 * 255) / 2 ? "dark" : "light";
}

mount();
