/** Moves answers to another version: asks which, shows what happens to every item, and saves the workbook of it. */

import { BUILT_IN } from "../../core/checklist/built-in.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { movedBlueprint } from "../../core/migrate/draw.ts";
import { isSameVersion, type Move, moveAnswers } from "../../core/migrate/move.ts";
import { movedName } from "../../core/words/migrate.ts";
import { type Blueprint, HostError, type Snapshot } from "../../core/workbook/port.ts";
import { XLSX_TYPE } from "../../outbox/media.ts";
import { patch } from "../../panel/dom.ts";
import { fileName } from "../../panel/file-name.ts";
import { holdFocus } from "../../panel/focus.ts";
import type { NamedFile } from "../../panel/types.ts";
import { chosenVersion } from "../version.ts";
import { askView, type MoveActs, moveView } from "./view.ts";
import { MOVE_PAGE as TEXT } from "./words.ts";

/** A workbook that answers may move out of, and its file's name. */
export interface MoveSource {
  readonly checklist: FullChecklist;
  readonly snapshot: Snapshot;
  readonly name: string;
}

export interface MoveHost {
  /** The workbook as it is once everything that was typed is in it; null without a checklist. */
  read(): Promise<MoveSource | null>;
  draw(blueprint: Blueprint): Uint8Array;
  save(file: NamedFile): void;
  /** Leaves the page, with what there is to say. */
  leave(said: string | null): void;
}

export interface MovePage {
  show(): Promise<void>;
}

const fileFor = ({ name, checklist }: MoveSource, to: FullChecklist): string =>
  fileName(movedName(name.replace(/\.xls[xm]$/i, ""), checklist, to), "xlsx");

export function mountMove(root: HTMLElement, host: MoveHost): MovePage {
  let source: MoveSource | null = null;
  let move: Move | null = null;
  let failure: string | null = null;
  const page = document.createElement("div");
  page.className = "page";

  function draw(): void {
    if (source === null) return;
    const { checklist } = source;
    const giveBack = holdFocus(root);
    const known = BUILT_IN.filter((each) => !isSameVersion(each, checklist));
    patch(page, [
      move === null
        ? askView(checklist, known, failure, acts)
        : moveView(move, fileFor(source, move.target), acts),
    ]);
    giveBack();
  }
  const focus = () => page.querySelector<HTMLElement>('[data-focus="move"]')?.focus();
  const change = (next: Move | null, fault: string | null = null) => {
    move = next;
    failure = fault;
    draw();
    focus();
  };

  function take(target: FullChecklist): void {
    if (source === null) return;
    const { checklist, snapshot } = source;
    if (isSameVersion(checklist, target)) change(null, TEXT.same(checklist));
    else change(moveAnswers(checklist, snapshot, target));
  }

  async function choose(): Promise<void> {
    try {
      const target = await chosenVersion();
      if (target !== null) take(target);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      change(null, error.message);
    }
  }

  function save(): void {
    if (source === null || move === null) return;
    const name = fileFor(source, move.target);
    host.save({ name, type: XLSX_TYPE, bytes: host.draw(movedBlueprint(move)) });
    host.leave(TEXT.saved(name));
  }

  const acts: MoveActs = {
    choose: () => void choose(),
    take,
    another: () => change(null),
    cancel: () => host.leave(null),
    save,
  };
  return {
    async show() {
      source = await host.read();
      if (source === null) return host.leave(null);
      root.classList.add("msp-panel", "wide");
      root.replaceChildren(page);
      change(null);
    },
  };
}
