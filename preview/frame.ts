/** The page's own frame around grid and panel: bar of commands, notices, questions. */

import { PHASE_WORDS, PHASES, type Phase } from "../core/audit/phases.ts";
import { button, element } from "./dom.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export interface Commands {
  open(file: File): void;
  save(): void;
  print(): void;
  clear(): void;
  changePhase(phase: Phase): void;
}

export interface Frame {
  readonly bar: HTMLElement;
  readonly sheets: HTMLElement;
  readonly panel: HTMLElement;
  readonly grid: HTMLElement;
  readonly printed: HTMLElement;
  readonly app: HTMLElement;
  /** The file's name and what has become of the work; null for no checklist. */
  title(name: string | null, status: string): void;
  /** The phase that is chosen in the bar; null for no checklist. */
  phase(phase: Phase | null): void;
  /** A line in the grid's place; null when the grid is there. `busy` shows that something goes on. */
  placeholder(text: string | null, busy: boolean): void;
  notice(text: string, kind: "alert" | "status", action?: { label: string; act(): void }): void;
  /** What was said of another file is over. */
  clearNotices(): void;
  /** Whether the user agreed. */
  ask(title: string, lead: string, yes: string): Promise<boolean>;
  /** What the user wrote, or null where they kept things as they are. An empty reason is not taken. */
  askReason(title: string, lead: string, label: string, yes: string): Promise<string | null>;
  show(view: "panel" | "sheets"): void;
}

export function buildFrame(commands: Commands): Frame {
  const name = element("h1", {}, TEXT.title);
  const status = element("p", { class: "status", role: "status" });
  const input = element("input", {
    type: "file",
    accept: ".xlsx",
    hidden: true,
    "aria-label": TEXT.open,
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) commands.open(file);
  });
  const save = button(TEXT.save, commands.save, { class: "command primary" });
  const print = button(TEXT.print, commands.print);
  const clear = button(TEXT.clear, commands.clear);
  const open = button(TEXT.open, () => input.click());
  const phases = element(
    "select",
    { class: "command", id: "phase" },
    ...PHASES.map((phase) => element("option", { value: phase }, PHASE_WORDS[phase])),
  );
  let present: Phase | null = null;
  phases.addEventListener("change", () => {
    const wish = PHASES.find((phase) => phase === phases.value);
    // Shown again when the change has really been made.
    if (present) phases.value = present;
    if (wish) commands.changePhase(wish);
  });
  const phaseField = element(
    "div",
    { class: "phase" },
    element("label", { for: "phase" }, TEXT.phase),
    phases,
  );
  const panelView = button(TEXT.panelView, () => show("panel"));
  const sheetView = button(TEXT.sheetView, () => show("sheets"));
  const bar = element(
    "section",
    { class: "bar", "aria-label": TEXT.file },
    element("div", { class: "name" }, name, status),
    element(
      "div",
      { class: "views", role: "group", "aria-label": TEXT.views },
      panelView,
      sheetView,
    ),
    element("div", { class: "commands" }, phaseField, open, save, print, clear, input),
  );
  const notices = element("div", { class: "notices" });
  const grid = element("div", { class: "grid" });
  const waiting = element("div", { class: "waiting" });
  const sheets = element(
    "section",
    { class: "sheets", "aria-label": TEXT.sheets, "aria-description": TEXT.sheetKeys },
    waiting,
    grid,
  );
  const panel = element("div", { class: "panel" });
  const app = element(
    "div",
    { class: "app", "data-drop": TEXT.drop },
    bar,
    notices,
    element("div", { class: "work" }, sheets, panel),
  );
  const printed = element("div", { class: "printed" });
  document.body.append(app, printed);

  function show(view: "panel" | "sheets"): void {
    app.dataset.view = view;
    // The panel has the page's main part; where only the sheets are seen, they are it.
    const alone = view === "sheets" && matchMedia("(max-width: 860px)").matches;
    sheets.setAttribute("role", alone ? "main" : "region");
    panelView.setAttribute("aria-pressed", String(view === "panel"));
    sheetView.setAttribute("aria-pressed", String(view === "sheets"));
  }
  show("panel");

  return {
    bar,
    sheets,
    panel,
    grid,
    printed,
    app,
    show,
    title(file, state) {
      name.textContent = file ?? TEXT.title;
      document.title = file === null ? TEXT.title : `${file} - ${TEXT.title}`;
      if (status.textContent !== state) status.textContent = state;
      for (const command of [save, print, clear]) command.hidden = file === null;
    },
    phase(phase) {
      present = phase;
      phaseField.hidden = phase === null;
      if (phase !== null) phases.value = phase;
    },
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
    ask: async (title, lead, yes) => (await question(title, lead, yes, null)) !== null,
    askReason: (title, lead, label, yes) => question(title, lead, yes, label),
  };
}

/** Null where the user kept things as they are. With a label, the answer needs a reason. */
function question(
  title: string,
  lead: string,
  yes: string,
  label: string | null,
): Promise<string | null> {
  return new Promise((resolve) => {
    const reason = element("input", { id: "reason", type: "text", required: true, maxlength: 500 });
    const agree = element("button", { type: "submit", class: "command primary" }, yes);
    const keep = button(TEXT.keep, () => dialog.close());
    const form = element(
      "form",
      { method: "dialog" },
      ...(label === null
        ? []
        : [element("p", {}, element("label", { for: "reason" }, label)), reason]),
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
    form.addEventListener("submit", (event) => {
      isAgreed = label === null || reason.value.trim() !== "";
      if (!isAgreed) event.preventDefault();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(isAgreed ? reason.value.trim() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    (label === null ? keep : reason).focus();
  });
}
