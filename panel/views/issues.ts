/** The Issues tab: a card an issue, errors first. */

import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type IssueCard, issueCards } from "../model/issues.ts";
import { ISSUES_TEXT as TEXT } from "../words/panel.ts";
import { spoken } from "./parts.ts";

export function issuesTab(context: Context): Child[] {
  const cards = issueCards(context.report);
  if (cards.length === 0) {
    const said = context.report.checked ? TEXT.none : TEXT.unchecked;
    return [h("p", { key: "none", class: "lead" }, said)];
  }
  return [
    h(
      "ul",
      { key: "cards", class: "cards", role: "list" },
      ...cards.map((card) => cardView(context, card)),
    ),
  ];
}

function cardView(context: Context, card: IssueCard): View {
  const { place, severity } = card.issue;
  const own = context.host.remedyFor?.(card.issue) ?? null;
  const remedy = own?.text ?? card.remedy;
  const isError = severity === "error";
  return h(
    "li",
    { key: card.key, class: "card issue" },
    icon(isError ? "error" : "warning", isError ? "bad" : "warn"),
    h(
      "div",
      {},
      h("h2", {}, spoken(`${isError ? TEXT.error : TEXT.warning}: `), card.title),
      h("p", {}, card.body),
      remedy === null ? null : h("p", { class: "remedy" }, icon("wrench"), remedy),
      own === null
        ? null
        : h(
            "div",
            { key: "remedy", class: "buttons" },
            h(
              "button",
              {
                type: "button",
                class: "button",
                on: { click: () => void context.ask(`remedy ${card.key}`, () => own.act()) },
              },
              own.label,
            ),
          ),
      place === null
        ? null
        : h(
            "button",
            {
              type: "button",
              class: "link",
              "aria-label": TEXT.spoken(card.title),
              on: { click: () => void context.ask("goTo", () => context.host.goTo(place)) },
            },
            TEXT.goTo,
          ),
    ),
  );
}
