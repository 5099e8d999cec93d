/** The page of answers that move: what is looked at again first, then what is new, gone, and as before. */

import type { FullChecklist } from "../../core/checklist/types.ts";
import type { Outcome } from "../../core/migrate/items.ts";
import type { ItemMove, Move } from "../../core/migrate/move.ts";
import { formerText, leftText, outcomeText } from "../../core/words/migrate.ts";
import { type Child, h, type View } from "../../panel/dom.ts";
import { textButton } from "../../panel/views/parts.ts";
import { MOVE_PAGE as TEXT } from "./words.ts";

/** In the order in which people want to know. */
const ORDER: readonly Outcome[] = ["confirm", "new", "restored", "kept"];

export interface MoveActs {
  choose(): void;
  take(checklist: FullChecklist): void;
  another(): void;
  cancel(): void;
  save(): void;
}

const button = (label: string, act: () => void, more = ""): View =>
  h("button", { key: label, type: "button", class: `button ${more}`, on: { click: act } }, label);

/** While no version is chosen. */
export function askView(
  present: FullChecklist,
  known: readonly FullChecklist[],
  failure: string | null,
  acts: MoveActs,
): View {
  return h(
    "main",
    { key: "ask", class: "bring-ask", tabindex: "-1" },
    h("h2", { tabindex: "-1", "data-focus": "move" }, TEXT.title),
    h("p", { key: "lead" }, TEXT.lead(present)),
    failure === null
      ? null
      : h("p", { key: "failure", class: "bring-failure", role: "alert" }, failure),
    h(
      "div",
      { key: "acts", class: "buttons" },
      button(TEXT.choose, acts.choose, "primary"),
      ...known.map((checklist) =>
        button(TEXT.builtIn(checklist.version), () => acts.take(checklist)),
      ),
      button(TEXT.cancel, acts.cancel),
    ),
    h("p", { key: "hint", class: "hint" }, TEXT.hint),
  );
}

export function moveView(move: Move, file: string, acts: MoveActs): View {
  const { source, target, items, left } = move;
  const of = (outcome: Outcome) => items.filter((each) => each.outcome === outcome);
  return h(
    "div",
    { key: "move", class: "frame one bring" },
    h(
      "main",
      { key: "main", class: "bring-main", tabindex: "-1" },
      h(
        "div",
        { key: "head", class: "bring-head" },
        h("h2", { tabindex: "-1", "data-focus": "move" }, TEXT.title),
        h(
          "div",
          { key: "line", class: "bring-line" },
          h("p", {}, TEXT.fromTo(source, target)),
          textButton(TEXT.another, acts.another, { key: "another" }),
        ),
        h(
          "ul",
          { key: "tiles", class: "bring-tiles", role: "list" },
          ...ORDER.filter((outcome) => outcome !== "restored" || of(outcome).length > 0).map(
            (outcome) =>
              h(
                "li",
                { key: outcome },
                h("b", {}, String(of(outcome).length)),
                h("span", { class: "second" }, TEXT.tiles[outcome]),
              ),
          ),
        ),
      ),
      h(
        "div",
        { key: "rows", class: "bring-rows" },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ...TEXT.heads.map((head) => h("th", { scope: "col" }, head)))),
          ...ORDER.slice(0, -1).map((outcome) => group(of(outcome), outcome)),
          leftRows(move, left),
          group(of("kept"), "kept"),
        ),
      ),
      h(
        "div",
        { key: "foot", class: "bring-foot" },
        button(TEXT.save(file), acts.save, "primary"),
        button(TEXT.cancel, acts.cancel),
      ),
    ),
    beside(move),
  );
}

function group(items: readonly ItemMove[], outcome: Outcome): View | null {
  if (items.length === 0) return null;
  return h(
    "tbody",
    { key: outcome },
    title(TEXT.groups[outcome](items.length)),
    ...items.map((each) =>
      row(each.item.id, each.item.shortTitle, outcomeText(each), formerText(each)),
    ),
  );
}

function leftRows({ target }: Move, left: Move["left"]): View | null {
  if (left.length === 0) return null;
  return h(
    "tbody",
    { key: "left" },
    title(TEXT.left(target.version, left.length)),
    ...left.map(({ id, shortTitle }) => row(id, shortTitle, leftText, "")),
  );
}

const title = (text: string): View =>
  h(
    "tr",
    { key: "title", class: "bring-group" },
    h("th", { colspan: TEXT.heads.length, scope: "rowgroup" }, text),
  );

const row = (id: string, name: string, what: string, former: string): View =>
  h(
    "tr",
    { key: id },
    h("td", {}, h("b", {}, id)),
    h("td", {}, name),
    h("td", {}, what),
    h("td", {}, former),
  );

function beside({ notes }: Move): View {
  const block = (key: string, head: string, ...children: readonly Child[]) =>
    h("section", { key, class: "block" }, h("h2", {}, head), ...children);
  return h(
    "aside",
    { key: "aside", class: "aside bring-aside", "aria-label": TEXT.moves },
    notes.length === 0
      ? null
      : block("notes", TEXT.notes, ...notes.map((note) => h("p", { class: "warn" }, note))),
    block("moves", TEXT.moves, h("p", {}, TEXT.movesText), h("p", {}, TEXT.waitsText)),
  );
}
