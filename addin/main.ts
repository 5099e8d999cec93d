/** The task pane: waits for Excel, then puts the panel over the workbook. */

import { mountPanel } from "../panel/panel.ts";
import type { Panel, PanelHost, PanelState } from "../panel/types.ts";
import { packedLibrary } from "./library.ts";
import { newSession } from "./session.ts";
import { ADDIN_TEXT } from "./words.ts";
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

/**
 * In Excel on the web Microsoft's library moves the focus at Tab itself, and leaves the pane from whatever is no tab
 * stop, such as a heading that was given the focus. The browser goes on from there, so it is left to it as long as
 * there is something to go to.
 */
function keepTab(event: KeyboardEvent): void {
  const { target, key, shiftKey } = event;
  if (key !== "Tab" || !(target instanceof HTMLElement) || target.tabIndex >= 0) return;
  const side = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = document.querySelectorAll<HTMLElement>("a, button, input, textarea");
  const isStop = (stop: HTMLElement) =>
    stop.tabIndex >= 0 && (target.compareDocumentPosition(stop) & side) !== 0;
  if (Array.from(stops).some(isStop)) event.stopPropagation();
}

function mount(): void {
  const root = document.getElementById("panel");
  if (!root) return;
  document.addEventListener("keydown", keepTab);
  let panel: Panel | null = null;
  const show = (state: PanelState) => panel?.show(state);
  const library = packedLibrary();
  const session = newSession(openExcel(library), library, show, newMemory());
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

/**
 * Excel on the desktop has a theme of its own; elsewhere the browser's counts. Its ordinary themes have no black
 * ground: the one called Black is dark grey.
 */
function showTheme(): void {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (!channels) return;
  const light = channels.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0);
  const theme = light === 0 ? "contrast" : light < (3 * 255) / 2 ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  // Nothing waits for these styles but whoever needs them.
  if (theme === "contrast") document.getElementById("contrast")?.setAttribute("media", "all");
}

mount();
