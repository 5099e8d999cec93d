/** The page's own frame around grid and panel: the bar, notices, questions, and which of the views is shown. */

import type { Phase } from "../core/audit/phases.ts";
import type { PageView } from "../panel/types.ts";
import { buildBar, type Commands } from "./bar.ts";
import { button, element } from "./dom.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export interface Frame {
  readonly bar: HTMLElement;
  readonly sheets: HTMLElement;
  readonly panel: HTMLElement;
  readonly grid: HTMLElement;
  /** Where answers are brought in; it covers the views while it is shown. */
  readonly bring: HTMLElement;
  readonly printed: HTMLElement;
  readonly app: HTMLElement;
  /** The file's name and what has become of the work; null for no checklist. */
  title(name: string | null, status: string): void;
  /** The phase that the bar tells; null for no checklist. */
  phase(phase: Phase | null): void;
  turns(undo: boolean, redo: boolean): void;
  /** A line in the grid's place; null when the grid is there. `busy` shows that something goes on. */
  placeholder(text: string | null, busy: boolean): void;
  notice(text: string, kind: "alert" | "status", action?: { label: string; act(): void }): void;
  /** What was said of another file is over. */
  clearNotices(): void;
  /** Whether the user agreed. */
  ask(title: string, lead: string, yes: string): Promise<boolean>;
  /** Covers the views with the place where answers are brought in, or takes the cover away. */
  cover(isCovered: boolean): void;
  /** Shows a view; where there is no checklist, the start. */
  show(view: PageView | "start"): void;
}

export function buildFrame(commands: Commands): Frame {
  const bar = buildBar(commands);
  const notices = element("div", { class: "notices" });
  const grid = element("div", { class: "grid" });
  const waiting = element("div", { class: "waiting" });
  const sheets = element(
    "section",
    {
      class: "sheets",
      "data-own-keys": true,
      "aria-label": TEXT.sheets,
      "aria-description": TEXT.sheetKeys,
    },
    waiting,
    grid,
  );
  const panel = element("div", { class: "panel" });
  const bring = element("div", { class: "bring-place", "data-own-keys": true, hidden: true });
  const app = element(
    "div",
    { class: "app", "data-drop": TEXT.drop },
    bar.root,
    notices,
    element("div", { class: "work" }, sheets, panel, bring),
  );
  const printed = element("div", { class: "printed" });
  document.body.append(app, printed);

  return {
    bar: bar.root,
    sheets,
    panel,
    grid,
    bring,
    printed,
    app,
    show(view) {
      app.dataset.view = view;
      // The panel has the page's main part; where only the sheets are seen, they are it.
      const alone = view === "sheet" && matchMedia("(max-width: 860px)").matches;
      sheets.setAttribute("role", alone ? "main" : "region");
      if (view !== "start") bar.view(view);
    },
    title: bar.title,
    phase: bar.phase,
    turns: bar.turns,
    placeholder(text, busy) {
      waiting.hidden = text === null;
      waiting.replaceChildren(
        ...(text === null ? [] : [element("p", { role: "status" }, text)]),
        ...(busy ? [element("progress", { "aria-label": text ?? "" })] : []),
      );
    },
    notice(text, kind, action) {
      const line = element("div", { class: `notice ${kind}`, role: kind }, element("p", {}, text));
      if (action) {
        line.append(
          button(action.label, () => {
            line.remove();
            action.act();
          }),
        );
      }
      line.append(button(TEXT.dismiss, () => line.remove()));
      notices.replaceChildren(line);
    },
    clearNotices() {
      notices.replaceChildren();
    },
    cover(isCovered) {
      bring.hidden = !isCovered;
      app.classList.toggle("covered", isCovered);
    },
    ask: question,
  };
}

/** Whether the user agreed; keeping things as they are is what the keyboard stands on. */
function question(title: string, lead: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const agree = element("button", { type: "submit", class: "command primary" }, yes);
    const keep = button(TEXT.keep, () => dialog.close());
    const form = element(
      "form",
      { method: "dialog" },
      element("div", { class: "commands" }, agree, keep),
    );
    const dialog = element(
      "dialog",
      { class: "question", "aria-labelledby": "question" },
      element("h2", { id: "question" }, title),
      element("p", {}, lead),
      form,
    );
    let isAgreed = false;
    form.addEventListener("submit", () => {
      isAgreed = true;
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(isAgreed);
    });
    document.body.append(dialog);
    dialog.showModal();
    keep.focus();
  });
}
