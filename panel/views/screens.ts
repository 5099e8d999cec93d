/** The panel without a report: starting, no checklist, long work, and failure. */

import { resellerScope } from "../../core/checklist/lookup.ts";
import type { Shell } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { emptyModel } from "../model/empty.ts";
import type { PanelState } from "../types.ts";
import { PANEL, EMPTY_TEXT as TEXT } from "../words/panel.ts";

const page = (name: string, ...children: Child[]): View =>
  h("main", { key: name, class: `screen ${name}`, tabindex: "-1" }, ...children);

export function startingScreen(shell: Shell): View {
  return page(
    "starting",
    h(
      "div",
      { role: "status" },
      h("h1", { class: "small" }, PANEL.starting(shell.host.words.workbook)),
    ),
  );
}

/** While the page Steps is on its way. */
export const openingScreen = (): View =>
  h(
    "main",
    { key: "opening", class: "screen", tabindex: "-1" },
    h("div", { role: "status" }, PANEL.openingSteps),
  );

export function workingScreen(shell: Shell, state: Extract<PanelState, { kind: "working" }>): View {
  const percent = Math.round(Math.min(1, Math.max(0, state.fraction)) * 100);
  const { cancel } = state;
  const stopping = shell.ui.busy.has("cancel");
  return page(
    "working",
    h(
      "div",
      { role: "status" },
      h("h1", { id: `${shell.prefix}work`, class: "small" }, state.message),
    ),
    h(
      "div",
      {
        class: "progress",
        role: "progressbar",
        "aria-labelledby": `${shell.prefix}work`,
        "aria-valuemin": 0,
        "aria-valuemax": 100,
        "aria-valuenow": percent,
      },
      h("i", { style: `width:${percent}%` }),
    ),
    cancel === null
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "button",
            "aria-disabled": stopping ? "true" : null,
            on: {
              click: () => {
                if (stopping) return;
                shell.change((ui) => ui.busy.add("cancel"));
                cancel();
              },
            },
          },
          stopping ? PANEL.canceling : PANEL.cancel,
        ),
  );
}

export function failedScreen(state: Extract<PanelState, { kind: "failed" }>): View {
  const { remedy } = state;
  return page(
    "failed",
    icon("error", "bad large"),
    h("h1", {}, PANEL.failedTitle),
    h("p", { role: "alert" }, state.message),
    remedy === null
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "button primary",
            "data-focus": "remedy",
            on: { click: () => remedy.act() },
          },
          remedy.label,
        ),
  );
}

export function emptyScreen(shell: Shell): View {
  const { host } = shell;
  const [checklist] = host.checklists;
  const model = emptyModel(checklist);
  return page(
    "nothing",
    icon("sheet", "quiet large"),
    h("h1", {}, TEXT.title(host.words.workbook)),
    h("p", {}, (host.startsAlone ? TEXT.leadAlone : TEXT.lead)(model.sheets)),
    newForm(shell),
    h(
      "section",
      { class: "expected" },
      h("h2", {}, TEXT.expected),
      h("p", { class: "hint" }, TEXT.expectedHint),
    ),
    h("footer", {}, PANEL.version(checklist)),
  );
}

/** The three questions that make a checklist; `after` stands under them, before the buttons. */
export function newForm(shell: Shell, after: View | null = null): View {
  const { host, ui, prefix } = shell;
  const [checklist] = host.checklists;
  const model = emptyModel(checklist);
  const partnerId = `${prefix}partner`;
  const making = ui.busy.has("newChecklist");
  return h(
    "form",
    {
      on: {
        submit: (event) => {
          event.preventDefault();
          if (!making) void shell.ask("newChecklist", () => host.newChecklist(ui.form));
        },
      },
    },
    h(
      "div",
      { class: "labelled" },
      h("label", { for: partnerId }, TEXT.partner),
      h("input", {
        id: partnerId,
        type: "text",
        class: "field",
        autocomplete: "organization",
        "aria-describedby": `${partnerId}-hint`,
        value: ui.form.partner,
        on: {
          input: ({ target }) => {
            if (target instanceof HTMLInputElement) ui.form = { ...ui.form, partner: target.value };
          },
        },
      }),
      h("p", { id: `${partnerId}-hint`, class: "hint" }, TEXT.partnerHint),
    ),
    checklist.renewal === null
      ? null
      : choice(shell, "renewal", TEXT.engagement, [
          [false, TEXT.full, TEXT.fullHint(model.items)],
          [
            true,
            TEXT.renewal,
            TEXT.renewalHint(model.renewalItems, checklist.renewal.oldestVersion),
          ],
        ]),
    checklist.items.some(({ resellerOnly }) => resellerOnly)
      ? choice(shell, "reseller", TEXT.reseller, [
          [true, TEXT.yes, null],
          [false, TEXT.no, TEXT.noHint(resellerScope(checklist), model.resellerPoints)],
        ])
      : null,
    after,
    h(
      "div",
      { class: "buttons" },
      h(
        "button",
        { type: "submit", class: "button primary", "aria-disabled": making ? "true" : null },
        TEXT.make,
      ),
      host.startsAlone
        ? null
        : h(
            "button",
            { type: "button", class: "button", on: { click: () => shell.refresh() } },
            TEXT.again,
          ),
    ),
  );
}

function choice(
  shell: Shell,
  name: "renewal" | "reseller",
  legend: string,
  options: readonly (readonly [value: boolean, label: string, hint: string | null])[],
): View {
  return h(
    "fieldset",
    { key: name },
    h("legend", {}, legend),
    ...options.map(([value, label, hint]) => {
      const id = `${shell.prefix}${name}-${value}`;
      return h(
        "div",
        { key: id, class: "option" },
        h("input", {
          type: "radio",
          id,
          name: `${shell.prefix}${name}`,
          checked: shell.ui.form[name] === value,
          "aria-describedby": hint === null ? null : `${id}-hint`,
          on: {
            change: () =>
              shell.change((ui) => {
                ui.form = { ...ui.form, [name]: value };
              }),
          },
        }),
        h("label", { for: id }, label),
        hint === null ? null : h("p", { id: `${id}-hint`, class: "hint" }, hint),
      );
    }),
  );
}
