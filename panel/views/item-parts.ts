/** Pieces of an item that the dock under a list and the whole view share. */

import { isoDate } from "../../core/audit/dates.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { DockModel, Field } from "../model/item.ts";
import { DOCK_TEXT as TEXT } from "../words/item.ts";
import { dayText } from "../words/numbers.ts";
import { ANSWER_LABELS } from "../words/panel.ts";
import { pending } from "./answers.ts";
import { stateIcon } from "./parts.ts";

/** It takes the focus where a message above it is gone. */
export const REGION = {
  key: "dock",
  "aria-label": TEXT.region,
  tabindex: "-1",
  "data-focus": "dock",
};

export function badges(context: Context, model: DockModel): Child[] {
  const worth = model.mandatory
    ? h(
        "span",
        { key: "worth", class: "badge strong" },
        icon("shield"),
        context.layout === "pane" ? TEXT.mandatory(model.costs) : TEXT.mandatoryLong(model.costs),
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

export function clearButton(context: Context, model: DockModel): View | null {
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

/** Whoever validates looks at what the partner says and shows. */
export function partnerSaid(model: DockModel, look: string): View {
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

export function closure(context: Context, model: DockModel): View | null {
  if (model.action === null || !model.action.open || context.report.phase !== "actionItems")
    return null;
  const due = context.report.deadlines.actionItemsDueOn;
  return h(
    "p",
    { key: "closure" },
    TEXT.closure(due === null ? null : dayText(due, context.today), model.action.mandatory),
  );
}

export function readOnly(context: Context, { kind, value }: Field): Child {
  if (value === "") return TEXT.noneGiven;
  const day = kind === "date" ? isoDate(value) : null;
  return day === null ? linked(value) : dayText(day, context.today);
}

/** Text as a link where it is a web address. */
export function linked(text: string, label = text): Child {
  if (!/^https?:\/\/\S+$/.test(text)) return label;
  return h("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, label);
}
