/**
 * The item whole: where it stands, what is asked and what to show, what the other side says, the answer with what is
 * given beside it, and the way on. One view for the pane, the page and a telephone: its width decides how it is laid out.
 */

import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type Crumb, crumb } from "../model/crumb.ts";
import { type DockModel, dockModel } from "../model/item.ts";
import type { ItemRow } from "../model/items.ts";
import { goTo, ITEM_TITLE } from "../way.ts";
import { DOCK_TEXT as TEXT } from "../words/item.ts";
import { answerFoot, footFields } from "./answers.ts";
import { fieldView } from "./fields.ts";
import {
  badges,
  clearButton,
  closure,
  linked,
  partnerSaid,
  REGION,
  readOnly,
} from "./item-parts.ts";
import { stateWord, textButton, written } from "./parts.ts";

/** Null where the checklist has no such item. */
export function wholeItem(context: Context): View | null {
  const model = dockModel(context.checklist, context.report, context.selected);
  if (model === null) return null;
  return h(
    "section",
    { ...REGION, class: `dock full ${context.score}` },
    h(
      "div",
      { key: `${model.id} head`, class: "whole-head" },
      crumbLine(context, model),
      h(
        "h2",
        { tabindex: "-1", "data-focus": ITEM_TITLE },
        h("span", {}, model.id),
        " ",
        // One of the two, by the room that there is.
        h("span", { class: "title-full" }, model.fullTitle),
        h("span", { class: "title-short" }, model.title),
      ),
      h(
        "div",
        { key: "badges", class: "badges" },
        ...badges(context, model),
        kinds(model),
        clearButton(context, model),
      ),
    ),
    h(
      "div",
      {
        key: `${model.id} body`,
        class: "dock-body",
        // It scrolls, and may hold nothing else that takes the keyboard.
        tabindex: "0",
        role: "group",
        "aria-label": TEXT.body,
      },
      model.settled === null ? null : h("p", { key: "settled" }, model.settled),
      ...said(context, model),
      h("div", { key: "texts", class: "texts" }, ...texts(context, model)),
      ...facts(context, model),
    ),
    answerFoot(context, model, true),
  );
}

function crumbLine(context: Context, model: DockModel): View | null {
  const found = crumb(context.checklist, context.report, model.id);
  if (found === null) return null;
  return h(
    "div",
    { key: "crumb", class: "crumb" },
    h("span", {}, TEXT.crumb(found.section, found.name)),
    h("span", { class: "crumb-place" }, TEXT.place(found.at, found.items.length)),
    // A pane has no room for them, and would have to draw them all the same.
    context.layout === "pane" ? null : strip(context, model, found),
    rowLink(context, model),
  );
}

/** A square an item: an empty box is open, so that it is never colour alone that says so. */
function strip(context: Context, model: DockModel, { items, section, name }: Crumb): View {
  const square = (row: ItemRow) => {
    const isHere = row.id === model.id;
    return h(
      "button",
      {
        key: row.id,
        type: "button",
        class: `square ${row.state}${isHere ? " here" : ""}`,
        "data-stop": true,
        title: `${row.id} ${row.title}`,
        "aria-label": TEXT.square(row.id, row.title, stateWord(context, row)),
        "aria-current": isHere ? "true" : null,
        on: { click: () => goTo(context, row.id) },
      },
      row.state === "met" ? icon("check") : null,
      row.state === "notMet" ? icon("cross") : null,
      row.state === "settled" ? icon("minus") : null,
    );
  };
  return h(
    "div",
    {
      class: "squares",
      role: "group",
      "aria-label": TEXT.crumb(section, name),
      "data-roving": "horizontal",
    },
    ...items.map(square),
  );
}

/** To the item's row in the workbook, where that is not in sight anyway. */
function rowLink(context: Context, model: DockModel): View | null {
  const place = context.report.items.find(({ id }) => id === model.id)?.place ?? null;
  if (place === null) return null;
  const go = () => void context.ask("goTo", () => context.host.goTo(place));
  return textButton(TEXT.row(place.row), go, { key: "row", spoken: TEXT.rowSpoken(place.row) });
}

const kinds = ({ texts }: DockModel): View | null =>
  texts === null || texts.evidenceKinds.length === 0
    ? null
    : h("span", { key: "kinds", class: "kinds" }, TEXT.kinds(texts.evidenceKinds));

/** Whoever validates or closes looks at what the other side said before anything else. */
function said(context: Context, model: DockModel): Child[] {
  if (context.score === "self") {
    return model.auditor === "unanswered" ? [] : [auditorSaid(model), closure(context, model)];
  }
  const shown = footFields(context, model);
  const note = model.fields.find(({ name }) => name === "Auditor_Note");
  const isFinding = note && note.value !== "" && !shown.includes(note);
  return [
    isFinding
      ? h(
          "div",
          { key: "finding", class: "finding-card" },
          icon("flag", "bad"),
          h("p", {}, h("b", {}, TEXT.note), " ", note.value),
        )
      : null,
    closure(context, model),
    partnerSaid(model, "fact partner-card"),
  ];
}

const auditorSaid = (model: DockModel): View =>
  h(
    "p",
    { key: "auditor", class: "fact" },
    h("b", {}, TEXT.auditor),
    " ",
    TEXT.answeredAs(model.auditor),
  );

/** What is asked beside what to show, or what stands in their place while they are missing. */
function texts({ host }: Context, model: DockModel): Child[] {
  const { texts } = model;
  if (texts === null) {
    return [h("div", { key: "asked", class: "asked" }, h("p", {}, host.words.noItemText ?? ""))];
  }
  const part = (key: string, title: string, ...children: Child[]) =>
    h("div", { key, class: key }, h("h3", {}, title), ...children);
  return [
    part(
      "asked",
      TEXT.asked,
      written("requirement", null, texts.requirement),
      model.group === null ? null : written("group", model.group.title, model.group.text),
    ),
    part(
      "shown",
      TEXT.toShow,
      texts.evidence === ""
        ? h("p", {}, TEXT.nothingToShow)
        : written("evidence", null, texts.evidence),
      texts.notEnough === null
        ? null
        : h("p", { key: "notEnough", class: "not-enough" }, texts.notEnough),
      ...model.links.map(({ title, url }) =>
        h("p", { key: url, class: "fact" }, h("b", {}, TEXT.link), " ", linked(url, title)),
      ),
    ),
  ];
}

/** What is only to be known of the item: why it counts, and what a closed field holds. */
function facts(context: Context, model: DockModel): Child[] {
  const fact = (key: string, label: string, ...text: Child[]) =>
    h("p", { key, class: "fact" }, h("b", {}, label), " ", ...text);
  const shown = footFields(context, model);
  const said = context.score === "self" ? [] : ["Evidence", "Auditor_Note"];
  return [
    fact("scope", TEXT.scope, model.scope, model.pointsNote === null ? "" : ` ${model.pointsNote}`),
    context.score === "final"
      ? fact("auditor", TEXT.auditor, TEXT.answeredAs(model.auditor))
      : null,
    ...model.fields
      .filter((field) => !shown.includes(field) && !said.includes(field.name))
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
