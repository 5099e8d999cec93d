/** The bar over the page: what is open and kept, the three views, the phase, saving, and a menu for the rest. */

import { PHASE_WORDS, PHASES, type Phase, phaseIndex } from "../core/audit/phases.ts";
import type { PageView } from "../panel/types.ts";
import { button, element } from "./dom.ts";
import { drawnIcon } from "./icons.ts";
import { canPick } from "./saving.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export interface Commands {
  open(): void;
  save(): void;
  saveAs(): void;
  print(): void;
  /** Goes back to an earlier state. */
  states(): void;
  start(): void;
  forget(): void;
  turn(view: PageView): void;
  steps(): void;
  find(): void;
  keys(): void;
  bring(): void;
  move(): void;
  turnBack(direction: "undo" | "redo"): void;
}

export interface Bar {
  readonly root: HTMLElement;
  /** The file's name and what has become of the work; null for no checklist. */
  title(name: string | null, status: string): void;
  /** Null for no checklist. */
  phase(phase: Phase | null): void;
  view(view: PageView): void;
  /** Whether there is something to take back, and to do again. */
  turns(undo: boolean, redo: boolean): void;
}

const VIEWS: readonly PageView[] = ["answer", "sheet", "overview"];

export function buildBar(commands: Commands): Bar {
  const name = element("h1", {}, TEXT.title);
  const status = element("p", { class: "status", role: "status" });
  const views = VIEWS.map((view) => {
    const made = button("", () => commands.turn(view), { class: `view ${view}` });
    made.append(drawnIcon(view), element("span", {}, TEXT.view[view]));
    return [view, made] as const;
  });
  const switcher = element(
    "div",
    { class: "views", role: "group", "aria-label": TEXT.views },
    ...views.map(([, made]) => made),
  );
  const bare = (icon: "undo" | "redo" | "search", label: string, act: () => void) => {
    const made = button("", act, { class: "command bare", "aria-label": label, title: label });
    made.append(drawnIcon(icon));
    return made;
  };
  const undo = bare("undo", TEXT.undo, () => commands.turnBack("undo"));
  const redo = bare("redo", TEXT.redo, () => commands.turnBack("redo"));
  const find = bare("search", TEXT.find, commands.find);
  const phaseName = element("span", {});
  const marks = PHASES.map(() => element("i", {}));
  const phase = button("", commands.steps, { class: "command phase" });
  phase.append(element("span", { class: "marks", "aria-hidden": "true" }, ...marks), phaseName);
  const open = button(TEXT.open, commands.open);
  const save = button(TEXT.save, commands.save, {
    class: "command save",
    title: TEXT.saveKey,
    "aria-keyshortcuts": "Control+S Meta+S",
  });
  const menu = buildMenu([
    [TEXT.steps, commands.steps],
    [TEXT.open, commands.open],
    [TEXT.bring, commands.bring],
    [TEXT.move, commands.move],
    ...(canPick() ? [[TEXT.saveAs, commands.saveAs] as const] : []),
    [TEXT.states, commands.states],
    [TEXT.print, commands.print],
    [TEXT.start, commands.start],
    [TEXT.keys, commands.keys],
    [TEXT.forget, commands.forget],
  ]);
  const root = element(
    "section",
    { class: "bar", "aria-label": TEXT.file },
    element("div", { class: "name" }, name, status),
    switcher,
    element("div", { class: "commands" }, undo, redo, find, phase, open, save, menu),
  );
  return {
    root,
    title(file, state) {
      name.textContent = file ?? TEXT.title;
      document.title = file === null ? TEXT.title : `${file} - ${TEXT.title}`;
      if (status.textContent !== state) status.textContent = state;
      for (const part of [switcher, undo, redo, find, save, menu]) part.hidden = file === null;
      open.hidden = file !== null;
    },
    phase(present) {
      phase.hidden = present === null;
      if (present === null) return;
      const at = phaseIndex(present);
      phaseName.textContent = PHASE_WORDS[present];
      phase.setAttribute("aria-label", TEXT.phase(PHASE_WORDS[present]));
      marks.forEach((mark, index) => {
        mark.className = index < at ? "done" : index === at ? "now" : "later";
      });
    },
    turns(canUndo, canRedo) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
    },
    view(shown) {
      for (const [view, made] of views) made.setAttribute("aria-pressed", String(view === shown));
    },
  };
}

/** A button that unfolds the others; Escape and a look elsewhere fold them again. */
function buildMenu(entries: readonly (readonly [label: string, act: () => void])[]): HTMLElement {
  const list = element("div", { class: "menu-list", hidden: true });
  const opener = button("", () => fold(!list.hidden), {
    class: "command bare",
    "aria-label": TEXT.more,
    title: TEXT.more,
    "aria-expanded": "false",
  });
  opener.append(drawnIcon("more"));
  const menu = element("div", { class: "menu" }, opener, list);
  function fold(folded: boolean): void {
    list.hidden = folded;
    opener.setAttribute("aria-expanded", String(!folded));
  }
  list.append(
    ...entries.map(([label, act]) =>
      button(
        label,
        () => {
          fold(true);
          opener.focus();
          act();
        },
        { class: "menu-entry" },
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    fold(true);
    opener.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) fold(true);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) fold(true);
  });
  return menu;
}
