/** The start of a page: what it is for, an example and a file to open, and three questions with the scope they make. */

import type { Shell } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { type IconName, icon } from "../icons.ts";
import { newScope } from "../model/start.ts";
import { textButton } from "../views/parts.ts";
import { newForm } from "../views/screens.ts";
import { START_TEXT as TEXT } from "../words/wide.ts";
import { recentBooks } from "./recent.ts";

export function startPage(shell: Shell): View {
  const [checklist] = shell.host.checklists;
  const { start } = shell.host;
  return h(
    "main",
    { key: "start", class: "start", tabindex: "-1" },
    h(
      "section",
      { key: "about", class: "start-about" },
      h("h1", {}, TEXT.title(checklist)),
      h("p", { class: "start-lead" }, TEXT.lead),
      start
        ? h(
            "div",
            { key: "ways", class: "start-ways" },
            way(
              "right",
              TEXT.example,
              TEXT.exampleHint,
              () => void shell.ask("example", () => start.example()),
            ),
            way("sheet", TEXT.open, TEXT.openHint, () => start.open()),
          )
        : null,
      start ? recentBooks(shell, start) : null,
      h(
        "ul",
        { key: "facts", class: "start-facts", role: "list" },
        ...TEXT.facts.map(([title, text]) =>
          h("li", { key: title }, h("b", {}, title), h("span", { class: "second" }, text)),
        ),
      ),
    ),
    h(
      "section",
      { key: "new", class: "start-new" },
      h("h2", {}, TEXT.newTitle),
      newForm(shell, scope(shell)),
      h(
        "p",
        { key: "version", class: "hint start-version" },
        TEXT.version(checklist),
        start
          ? textButton(TEXT.otherVersion, () => void shell.ask("version", () => start.version()))
          : null,
      ),
    ),
  );
}

const way = (name: IconName, title: string, hint: string, act: () => void): View =>
  h(
    "button",
    { key: title, type: "button", class: "start-way", on: { click: act } },
    icon(name),
    h("span", {}, h("b", {}, title), h("span", { class: "second" }, hint)),
  );

/** What would have to be answered, as the questions stand now. */
function scope({ host, ui }: Shell): View {
  const [checklist] = host.checklists;
  const found = newScope(checklist, ui.form);
  const number = (value: number, what: string): Child =>
    h("p", { key: what }, h("b", {}, String(value)), h("span", { class: "second" }, what));
  return h(
    "div",
    { key: "scope", class: "card start-scope", role: "status" },
    h(
      "div",
      { class: "start-numbers" },
      number(found.items, TEXT.items),
      number(found.mandatory, TEXT.mandatory),
      number(found.points, TEXT.points),
    ),
    h("p", {}, TEXT.scope(checklist, found)),
  );
}
