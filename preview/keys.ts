/**
 * Leads the keyboard through the page: F6 goes round bar, sheets and panel, and Escape, then Tab leaves the sheets,
 * which take every Tab for themselves. What closes over the sheets gives the keyboard back to the cell.
 */

import type { Grid } from "./grid/types.ts";

type KeyGrid = Pick<Grid, "focus" | "isTyping">;

export interface Parts {
  readonly bar: HTMLElement;
  readonly sheets: HTMLElement;
  readonly panel: HTMLElement;
}

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]";
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta"]);

/** Gives the keyboard back to where it was, where sheets that are new took it: to be called before, and then after. */
export function keepPlace({ sheets, panel }: Parts): () => void {
  const before = document.activeElement;
  return () => {
    const now = document.activeElement;
    if (!sheets.contains(now) || sheets.contains(before)) return;
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    (isThere ? before : panel.querySelector("main"))?.focus();
  };
}

/** The panel's parts where it has several: sections, item, score. */
const panelParts = (panel: HTMLElement): HTMLElement[] => {
  const parts = [...panel.querySelectorAll<HTMLElement>(".frame > *")];
  return parts.length === 0 ? [panel] : parts;
};

export interface KeyActs {
  /** Takes back what was done last, in the sheets as everywhere. */
  turnBack(direction: "undo" | "redo"): void;
  save(): void;
}

/** `grid` is null while there is none to give the keyboard to. */
export function leadKeys(
  { bar, sheets, panel }: Parts,
  { turnBack, save }: KeyActs,
  grid: () => KeyGrid | null,
): void {
  let isLeaving = false;
  /** Whether letters went into a cell: on a slow computer it opens for them only later. */
  let hasTyped = false;

  const give = (part: HTMLElement, last = false): boolean => {
    const shown = grid();
    if (part === sheets && shown) shown.focus();
    else {
      const stops = stopsIn(part);
      stops[last ? stops.length - 1 : 0]?.focus();
    }
    return part.contains(document.activeElement);
  };
  /** From where the keyboard is to the next part that takes it. */
  const step = (by: 1 | -1, last = false): void => {
    const round = [bar, sheets, ...panelParts(panel)];
    const from = round.findIndex((part) => part.contains(document.activeElement));
    const start = from === -1 && by === -1 ? 0 : from;
    for (let tried = 1; tried <= round.length; tried += 1) {
      const part = round[(start + by * tried + round.length * tried) % round.length];
      if (part && give(part, last)) return;
    }
  };

  window.addEventListener(
    "keydown",
    (event) => {
      if (document.querySelector("dialog[open]")) return;
      const inSheets = sheets.contains(document.activeElement);
      const { key, shiftKey } = event;
      const taken = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      const turn = inSheets && grid()?.isTyping() === false ? turnOf(event) : null;
      if (turn !== null) {
        taken();
        turnBack(turn);
        return;
      }
      if (isSave(event)) {
        taken();
        save();
      } else if (key === "F6" && !event.altKey) {
        taken();
        step(shiftKey ? -1 : 1);
      } else if (key === "Tab" && isLeaving && inSheets) {
        taken();
        step(shiftKey ? -1 : 1, shiftKey);
      } else if (MODIFIERS.has(key)) return;
      isLeaving = key === "Escape" && inSheets && !hasTyped && grid()?.isTyping() === false;
      hasTyped = inSheets && (key.length === 1 || (hasTyped && key === "Backspace"));
    },
    { capture: true },
  );

  new MutationObserver((changes) => {
    const isOver = changes.some(({ removedNodes }) =>
      [...removedNodes].some(
        (node) => node instanceof HTMLElement && node.getAttribute("role") === "dialog",
      ),
    );
    if (isOver && document.activeElement === document.body) grid()?.focus();
  }).observe(document.body, { childList: true });
}

const isSave = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === "s" && ctrlKey !== metaKey && !altKey && !shiftKey;

/** What the keys of undo and redo ask for; null for other keys. */
function turnOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): "undo" | "redo" | null {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return "redo";
  return letter === "z" ? "undo" : null;
}

/** What Tab would stop at, in order. */
function stopsIn(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0,
  );
}
