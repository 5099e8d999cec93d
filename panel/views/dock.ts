/** The item dock: the selected item in full, its answer buttons and its fields. */

import { isoDate } from "../../core/audit/dates.ts";
import { runningText } from "../../core/checklist/lines.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type DockModel, dockModel, type Field } from "../model/item.ts";
import { ITEM_TITLE } from "../way.ts";
import { dayText } from "../words/numbers.ts";
import { ANSWER_LABELS, DOCK_TEXT as TEXT } from "../words/panel.ts";
import { answerFields, answerFoot, pending } from "./answers.ts";
import { fieldView } from "./fields.ts";
import { stateIcon, written } from "./parts.ts";

/** It takes the focus where a message above it is gone. */
const REGION = { key: "dock", "aria-label": TEXT.region, tabindex: "-1", "data-focus": "dock" };

/** Whether the item has the whole panel, in the place of tabs and list. */
export const isWhole = ({ ui, selected }: Context): boolean =>
  ui.detailsShown && !ui.dockFolded && selected !== null;

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
  const state = ui.dockFolded ? "folded" : ui.detailsShown ? "full" : "short";
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
    ui.dockFolded ? null : answerFoot(context, model),
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
  const { ui } = context;
  const head = [
    h(
      "div",
      { key: "badges", class: "badges" },
      ...badges(context, model),
      clearButton(context, model),
    ),
    model.settled === null ? null : h("p", { key: "settled" }, model.settled),
  ];
  if (ui.detailsShown) {
    const own = [...phaseFields(context, model), ...answerFields(context, model)];
    return [
      ...head,
      context.score === "self" ? null : partnerSaid(model, "fact"),
      ...phaseFields(context, model).map((field) => fieldView(context, model.id, field)),
      ...askedFor(context, model, written),
      ...details(context, model, own),
    ];
  }
  // Once the auditor has answered, what was said matters more than what was asked.
  const asked = model.auditor === "unanswered" ? askedFor(context, model, glance) : [];
  return [...head, ...asked, ...brief(context, model)];
}

/** The item's texts, or what stands in their place while they are missing. */
function askedFor(
  { host }: Context,
  { texts }: DockModel,
  show: (key: string, label: string | null, text: string) => View,
): Child[] {
  if (texts === null) return [show("requirement", null, host.words.noItemText ?? "")];
  return [
    show("requirement", null, texts.requirement),
    show("evidence", TEXT.show, texts.evidence),
  ];
}

/** A line or two: as running text more of it is seen than of a list. */
function glance(key: string, label: string | null, text: string): View {
  const before = label === null ? [] : [h("b", {}, label), " "];
  return h("p", { key, class: key }, ...before, runningText(text));
}

function badges(context: Context, model: DockModel): Child[] {
  const worth = model.mandatory
    ? h(
        "span",
        { key: "worth", class: "badge strong" },
        icon("shield"),
        TEXT.mandatory(model.costs),
      )
    : h("span", { key: "worth", class: "badge" }, TEXT.worth(model.worth));
  if (model.disagrees) {
    return [
      worth,
      h("span", { key: "state", class: "badge warned" }, icon("differ", "warn"), TEXT.disagree),
    ];
  }
  const answer = model.answering && pending(context, model);
  if (answer === null) return [worth];
  return [
    worth,
    h("span", { key: "state", class: "badge" }, stateIcon(answer), ANSWER_LABELS[answer]),
  ];
}

function clearButton(context: Context, model: DockModel): View | null {
  const { answering } = model;
  if (answering === null || answering.closedBecause !== null) return null;
  const answer = pending(context, model);
  if (answer === "unanswered") return null;
  return h(
    "button",
    {
      type: "button",
      key: "clear",
      class: "link clear",
      "aria-label": TEXT.clearSpoken(model.id),
      on: {
        click: () => {
          context.focusOn(`answer-${answer}`);
          context.answer(model.id, answering.side, "unanswered");
        },
      },
    },
    TEXT.clear,
  );
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

/** Whoever validates looks at what the partner says and shows. */
function partnerSaid(model: DockModel, look: "said" | "fact"): View {
  const evidence = model.fields.find(({ name }) => name === "Evidence")?.value ?? "";
  return h(
    "p",
    { key: "partner", class: look },
    h("b", {}, TEXT.partner),
    " ",
    TEXT.answeredAs(model.self),
    " ",
    evidence === "" ? TEXT.noEvidence : linked(evidence),
  );
}

function closure(context: Context, model: DockModel): View | null {
  if (model.action === null || !model.action.open || context.report.phase !== "actionItems")
    return null;
  const due = context.report.deadlines.actionItemsDueOn;
  return h(
    "p",
    { key: "closure" },
    TEXT.closure(due === null ? null : dayText(due, context.today), model.action.mandatory),
  );
}

/** From the audit on what is to be written comes before what was asked. */
function phaseFields(context: Context, model: DockModel): readonly Field[] {
  if (context.score === "self") return [];
  return model.fields.filter((field) => field.open && field.name !== "Owner");
}

function details(context: Context, model: DockModel, shown: readonly Field[]): Child[] {
  const fact = (key: string, label: string, ...text: Child[]) =>
    h("p", { key, class: "fact" }, h("b", {}, label), " ", ...text);
  return [
    model.texts === null || model.texts.notEnough === null
      ? null
      : fact("notEnough", TEXT.notEnough, model.texts.notEnough),
    model.texts === null || model.texts.evidenceKinds.length === 0
      ? null
      : fact("kinds", TEXT.kinds, model.texts.evidenceKinds.join(", ")),
    ...model.links.map(({ title, url }) => fact(url, TEXT.link, linked(url, title))),
    model.group === null ? null : written("group", model.group.title, model.group.text),
    fact("scope", TEXT.scope, model.scope, model.pointsNote === null ? "" : ` ${model.pointsNote}`),
    context.score === "self" ? fact("partner", TEXT.partner, TEXT.answeredAs(model.self)) : null,
    fact("auditor", TEXT.auditor, TEXT.answeredAs(model.auditor)),
    closure(context, model),
    ...model.fields
      .filter(
        (field) =>
          !shown.includes(field) && (context.score === "self" || field.name !== "Evidence"),
      )
      .map((field) =>
        field.open
          ? fieldView(context, model.id, field)
          : fact(field.name, field.label, readOnly(context, field)),
      ),
    model.fieldsClosed === null
      ? null
      : h("p", { key: "fieldsClosed", class: "closed-reason" }, model.fieldsClosed),
  ];
}

function readOnly(context: Context, { kind, value }: Field): Child {
  if (value === "") return TEXT.noneGiven;
  const day = kind === "date" ? isoDate(value) : null;
  return day === null ? linked(value) : dayText(day, context.today);
}

/** Text as a link where it is a web address. */
function linked(text: string, label = text): Child {
  if (!/^https?:\/\/\S+$/.test(text)) return label;
  return h("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, label);
}
