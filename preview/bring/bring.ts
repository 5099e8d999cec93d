/** Brings answers in: asks for a list, shows what it would change, and writes what is chosen as one act. */

import type { FullChecklist } from "../../core/checklist/types.ts";
import { pastedSource } from "../../core/import/delimited.ts";
import type { Group } from "../../core/import/entry.ts";
import { importEntries } from "../../core/import/plan.ts";
import type { Source } from "../../core/import/source.ts";
import type { EntryWish } from "../../core/report/enter.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { HostError, type Snapshot } from "../../core/workbook/port.ts";
import { patch } from "../../panel/dom.ts";
import { holdFocus } from "../../panel/focus.ts";
import { readSource } from "../../xlsx/source.ts";
import { chooseFile } from "../choose.ts";
import { readFile } from "../files.ts";
import { PREVIEW_TEXT } from "../words.ts";
import {
  type Bringing,
  begin,
  faultLines,
  renewed,
  takenIn,
  withAnswers,
  withClear,
  withMeaning,
  withTaken,
} from "./model.ts";
import { askView, type BringActs, planView } from "./view.ts";
import { BRING_TEXT as TEXT } from "./words.ts";

export interface BringHost {
  /** The workbook as it is once everything that was typed is in it; null without a checklist. */
  read(): Promise<{ readonly checklist: FullChecklist; readonly snapshot: Snapshot } | null>;
  enter(read: EntryWish["read"]): Promise<void>;
  /** Leaves the page of lists, with what there is to say. */
  leave(said: string | null): void;
}

export interface Bring {
  /** Begins with a file, or asks for a list. */
  show(file: File | null): Promise<void>;
}

export function mountBring(root: HTMLElement, host: BringHost): Bring {
  let state: Bringing | null = null;
  let text = "";
  let failure: string | null = null;
  let isBusy = false;
  const unfolded = new Set<Group>();
  root.classList.add("msp-panel", "wide");
  const page = document.createElement("div");
  page.className = "page";

  function draw(): void {
    const giveBack = holdFocus(root);
    const ui = { text, failure, unfolded, busy: isBusy };
    patch(page, [state === null ? askView(ui, acts) : planView(state, ui, acts)]);
    giveBack();
  }
  const focus = () => page.querySelector<HTMLElement>('[data-focus="bring"]')?.focus();
  const change = (next: Bringing | null) => {
    state = next;
    failure = null;
    draw();
  };

  /** What is wrong stands where the next list is asked for. */
  const fail = (sentence: string) => {
    state = null;
    failure = sentence;
    draw();
  };

  async function choose(): Promise<void> {
    const file = await chooseFile(".csv,.tsv,.txt,.json,.xlsx,.xlsm", TEXT.choose);
    if (file) await open(file);
  }

  async function take(source: (checklist: FullChecklist) => Source): Promise<void> {
    const book = await host.read();
    if (book === null) return host.leave(null);
    unfolded.clear();
    const begun = begin(book.checklist, book.snapshot, source(book.checklist));
    const faults = faultLines(begun);
    if (begun.plan.entries.length === 0 && faults.length > 0) fail(faults.join("\n"));
    else change(begun);
    focus();
  }

  async function open(file: File): Promise<void> {
    try {
      const bytes = await readFile(file);
      await take((checklist) => readSource(EDITIONS, checklist, file.name, bytes));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const isNamed = error.message.startsWith(file.name);
      fail(isNamed ? error.message : PREVIEW_TEXT.inFile(file.name, error.message));
    }
  }

  async function apply(): Promise<void> {
    const wish = state;
    if (wish === null || isBusy) return;
    isBusy = true;
    draw();
    try {
      // What was changed meanwhile is a conflict, and is kept.
      const book = await host.read();
      const now = book === null ? wish : renewed(wish, book.snapshot);
      await host.enter(importEntries(now.brought, now.choices));
      host.leave(TEXT.applied(takenIn(now)));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failure = error.message;
    } finally {
      isBusy = false;
      draw();
    }
  }

  const acts: BringActs = {
    choose: () => void choose(),
    read: (typed) => {
      text = typed;
      void take((checklist) => pastedSource(checklist, typed));
    },
    another: () => {
      change(null);
      focus();
    },
    cancel: () => host.leave(null),
    apply: () => void apply(),
    take: (keys, isTaken) => change(state && withTaken(state, keys, isTaken)),
    mean: (word, value) =>
      change(
        state &&
          withMeaning(
            state,
            word,
            value === "met" || value === "notMet" || value === "unanswered" ? value : null,
          ),
      ),
    clear: (isOn) => change(state && withClear(state, isOn)),
    whose: (name) => change(state && withAnswers(state, name)),
    unfold: (group) => {
      unfolded.add(group);
      draw();
    },
  };
  return {
    async show(file) {
      // Other pages are shown in the same place.
      root.replaceChildren(page);
      state = null;
      text = "";
      failure = null;
      draw();
      if (file) await open(file);
      else focus();
    },
  };
}
