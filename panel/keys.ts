/** Single keys of the panel: they act where no field has the keyboard, and can be turned off. */

import type { Answer } from "../core/audit/answers.ts";
import type { ItemId } from "../core/checklist/domain.ts";
import { type Context, type Turn, turnTo } from "./context.ts";
import { handleArrows } from "./focus.ts";
import { dockModel } from "./model/item.ts";
import type { ItemField, PageView } from "./types.ts";
import { goBack, goBeside, goOn, openField, turnItem } from "./way.ts";

const VIEWS: Readonly<Record<string, PageView>> = { 1: "answer", 2: "sheet", 3: "overview" };
const ANSWERS: Readonly<Record<string, Answer>> = {
  m: "met",
  n: "notMet",
  Backspace: "unanswered",
};
const FIELDS = "input, textarea, select, dialog, [contenteditable=true], [role=textbox]";

/** Hears the keys of the panel, and of the page around it. `withContext` does nothing while there is no report. */
export function hearKeys(
  root: HTMLElement,
  withContext: (act: (context: Context) => void) => void,
): void {
  root.addEventListener("keydown", (event) => {
    handleArrows(event);
    withContext((context) => {
      if (!leaveField(context, event)) handleKey(context, event);
    });
  });
  root.ownerDocument.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!(target instanceof Element) || root.contains(target)) return;
    // Beside the panel too, as on a button of the page; its sheets and dialogs keep what is typed in them.
    if (target.closest("[data-own-keys], dialog") === null)
      withContext((context) => handleKey(context, event));
  });
}

/** Ctrl+Enter in a text of the item goes on to the next open one; what was typed is written as it is left. */
function leaveField(context: Context, event: KeyboardEvent): boolean {
  const { target, key, ctrlKey, metaKey } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey) || event.isComposing) return false;
  if (!(target instanceof HTMLTextAreaElement) || !target.closest(".dock")) return false;
  event.preventDefault();
  if (goOn(context) === null) target.blur();
  return true;
}

/** Whether the key was one of the panel's. */
function handleKey(context: Context, event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (target instanceof Element && target.closest(FIELDS)) return false;
  const act = actionFor(context, event);
  if (act === null) return false;
  event.preventDefault();
  act();
  return true;
}

function actionFor(context: Context, event: KeyboardEvent): (() => void) | null {
  const { ui } = context;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    const wish =
      key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    return wish !== null && canTurn(context, wish) ? () => context.turnBack(wish) : null;
  }
  if (key === "Escape" && ui.keysShown) return () => showKeys(context, false);
  if (key === "Escape" && ui.cameFromList && !ui.stepsShown) return () => backToList(context);
  if (key === "?") return () => showKeys(context, !ui.keysShown);
  if (!ui.letters) return null;
  if (key === "/") return () => search(context);
  const view = VIEWS[key];
  if (view && context.host.turn) return () => context.host.turn?.(view);
  if (ui.stepsShown || ui.keysShown || context.layout === "overview") return null;
  if (key === "l") return () => turnItem(context, "details");
  return context.layout === "answer" && ui.listShown
    ? rowKey(context, key, event.target)
    : itemKey(context, key, event.shiftKey);
}

/** Where the item is in sight. */
function itemKey(context: Context, key: string, isShifted: boolean): (() => void) | null {
  const { selected } = context;
  if (selected === null) return key === "j" ? () => goOn(context) : null;
  const answer = ANSWERS[key];
  if (answer) return answering(context, selected, answer);
  switch (key) {
    case "j":
      return () => (isShifted ? goBeside(context, 1) : goOn(context));
    case "k":
      return () => (isShifted ? goBeside(context, -1) : goBack(context));
    case "e":
      return field(context, context.score === "self" ? "Evidence" : "Auditor_Note");
    case "o":
      return field(context, "Owner");
    case "c":
      return field(context, "Closed_On");
    case "f":
      return field(context, "Note_Kind");
    default:
      return null;
  }
}

/** In the list keys act on the row that has the keyboard, never on an item out of sight. */
function rowKey(context: Context, key: string, target: EventTarget | null): (() => void) | null {
  const row = target instanceof Element ? target.closest(".list-row") : null;
  const id = context.report.items.find(
    (item) => item.id === row?.querySelector("[data-item]")?.getAttribute("data-item"),
  )?.id;
  if (id === undefined) return null;
  const answer = ANSWERS[key];
  if (answer) return answering(context, id, answer);
  if (key !== "x") return null;
  return () =>
    context.change(({ picked }) => {
      if (!picked.delete(id)) picked.add(id);
    });
}

/** Whether there is something to take back, or to do again. */
function canTurn({ host, ui }: Context, direction: Turn): boolean {
  const { history } = host;
  if (history) return (direction === "undo" ? history.undoable() : history.redoable()) !== null;
  return ui.given !== null && !ui.stepsShown && ui.given.isUndone === (direction === "redo");
}

/** Null where the phase has closed the answers. */
function answering(context: Context, id: ItemId, answer: Answer): (() => void) | null {
  const model = dockModel(context.checklist, context.report, id);
  const own = model?.answering;
  if (!model || !own || own.closedBecause !== null || own.answer === answer) return null;
  return () => context.answer(model.id, own.side, answer);
}

/** Null where the item has no such field that is open. */
function field(context: Context, name: ItemField): (() => void) | null {
  const model = dockModel(context.checklist, context.report, context.selected);
  const isOpen = model?.fields.some((one) => one.name === name && one.open);
  return isOpen ? () => openField(context, name) : null;
}

function backToList(context: Context): void {
  context.focusOn(`row-${context.selected}`);
  context.change((ui) => {
    ui.cameFromList = false;
    ui.listShown = true;
  });
}

/** To the list, with the keyboard in its search. */
export function search(context: Context): void {
  if (context.layout === "overview") context.host.turn?.("answer");
  context.focusOn("search");
  context.change((ui) => {
    ui.stepsShown = false;
    turnTo(ui, "items");
  });
}

export function showKeys(context: Context, shown: boolean): void {
  context.focusOn(shown ? "keys" : "keys-button");
  context.change((ui) => {
    ui.stepsShown = false;
    ui.keysShown = shown;
  });
}
