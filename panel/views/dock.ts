/** The item dock under a list: the selected item in short, its answer buttons and its fields. */

import { runningText } from "../../core/checklist/lines.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type DockModel, dockModel } from "../model/item.ts";
import { ITEM_TITLE } from "../way.ts";
import { DOCK_TEXT as TEXT } from "../words/item.ts";
import { answerFoot } from "./answers.ts";
import { badges, clearButton, closure, partnerSaid, REGION } from "./item-parts.ts";

export function dock(context: Context): View {
  const model = dockModel(context.checklist, context.report, context.selected);
  if (model === null) {
    return h(
      "section",
      { ...REGION, class: "dock empty" },
      h("p", { key: "none" }, TEXT.none(context.host.words.workbook)),
    );
  }
  const { ui } = context;
  const state = ui.dockFolded ? "folded" : "short";
  return h(
    "section",
    { ...REGION, class: `dock ${state}` },
    h(
      "div",
      { key: `${model.id} head`, class: "dock-head" },
      h(
        "h2",
        { title: model.fullTitle, tabindex: "-1", "data-focus": ITEM_TITLE },
        h("span", {}, model.id),
        " ",
        model.title,
      ),
      foldButton(context),
    ),
    ui.dockFolded
      ? null
      : h(
          "div",
          {
            key: `${model.id} body`,
            class: "dock-body",
            // It scrolls, and may hold nothing else that takes the keyboard.
            tabindex: "0",
            role: "group",
            "aria-label": TEXT.body,
          },
          ...body(context, model),
        ),
    ui.dockFolded ? null : answerFoot(context, model, false),
  );
}

function foldButton({ ui, change }: Context): View {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": ui.dockFolded ? TEXT.unfold : TEXT.fold,
      "aria-expanded": ui.dockFolded ? "false" : "true",
      on: {
        click: () =>
          change((own) => {
            own.dockFolded = !own.dockFolded;
          }),
      },
    },
    icon(ui.dockFolded ? "up" : "down"),
  );
}

function body(context: Context, model: DockModel): Child[] {
  // Once the auditor has answered, what was said matters more than what was asked.
  const asked = model.auditor === "unanswered" ? askedFor(context, model) : [];
  return [
    h(
      "div",
      { key: "badges", class: "badges" },
      ...badges(context, model),
      clearButton(context, model),
    ),
    model.settled === null ? null : h("p", { key: "settled" }, model.settled),
    ...asked,
    ...brief(context, model),
  ];
}

/** The item's texts, or what stands in their place while they are missing. */
function askedFor({ host }: Context, { texts }: DockModel): Child[] {
  if (texts === null) return [glance("requirement", null, host.words.noItemText ?? "")];
  return [
    glance("requirement", null, texts.requirement),
    glance("evidence", TEXT.show, texts.evidence),
  ];
}

/** A line or two: as running text more of it is seen than of a list. */
function glance(key: string, label: string | null, text: string): View {
  const before = label === null ? [] : [h("b", {}, label), " "];
  return h("p", { key, class: key }, ...before, runningText(text));
}

/** With the details closed: what the other side said, and what comes next for an action item. */
function brief(context: Context, model: DockModel): Child[] {
  if (context.score === "self" && model.auditor === "unanswered") return [];
  const note = model.fields.find((field) => field.name === "Auditor_Note")?.value ?? "";
  return [
    partnerSaid(model, "said"),
    note === "" ? null : h("p", { key: "note", class: "said" }, h("b", {}, TEXT.note), " ", note),
    closure(context, model),
  ];
}
