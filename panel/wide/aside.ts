/** Beside the item: the score, the cheapest way, what partner and auditor see differently, what is wrong, the days. */

import { groupIssues } from "../../core/report/groups.ts";
import { type Context, turnTo } from "../context.ts";
import { h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { showKeys } from "../keys.ts";
import { datesBlock } from "../views/dates.ts";
import { adviceCard, disagreeBlock } from "../views/overview.ts";
import { blockHead, textButton } from "../views/parts.ts";
import { scoreBlock } from "../views/top.ts";
import { timeText } from "../words/numbers.ts";
import { ASIDE_TEXT as TEXT } from "../words/wide.ts";

/** `others` take the place of what leads to items. */
export function aside(context: Context, others: readonly View[]): View {
  const { phase } = context.report;
  return h(
    "aside",
    { key: "aside", class: "aside", "aria-label": TEXT.region },
    h("div", { key: "top", class: "top" }, scoreBlock(context)),
    h(
      "div",
      { key: "rest", class: "aside-rest" },
      ...(others.length > 0
        ? others
        : [
            before(context),
            phase === "submitted" ? null : adviceCard(context),
            phase === "selfAssessment" ? null : disagreeBlock(context),
            phase === "selfAssessment" ? null : datesBlock(context),
          ]),
      issues(context),
      past(context),
    ),
    h(
      "button",
      {
        key: "keys",
        type: "button",
        class: "plain all-keys",
        "data-focus": "keys-button",
        on: { click: () => showKeys(context, !context.ui.keysShown) },
      },
      TEXT.keys,
      h("kbd", {}, "?"),
    ),
  );
}

/** The answer that waits for the item in sight; null where none does. */
function before({ host, report, selected }: Context): View | null {
  const row = report.items.find(({ id }) => id === selected);
  const known = row?.self === "unanswered" ? host.answerBefore?.(row.id) : null;
  return known
    ? h(
        "section",
        { key: "before", class: "block" },
        blockHead(TEXT.before, icon("warning", "warn")),
        h("p", {}, TEXT.beforeText(known.version, known.answer)),
      )
    : null;
}

/** How many of the last acts are told. */
const PAST = 4;

/** Null where nothing was done yet, or where nobody remembers. */
function past(context: Context): View | null {
  const acts = context.host.history?.recent().slice(0, PAST) ?? [];
  if (acts.length === 0) return null;
  return h(
    "section",
    { key: "past", class: "block" },
    blockHead(TEXT.past),
    h(
      "ul",
      { class: "past", role: "list" },
      ...acts.map((act) =>
        h(
          "li",
          { key: `${act.at} ${act.done}` },
          h("span", {}, act.done),
          h("span", { class: "second" }, timeText(act.at)),
        ),
      ),
    ),
  );
}

/** Null where nothing is wrong. */
function issues(context: Context): View | null {
  const groups = groupIssues(context.report.issues);
  if (groups.length === 0) return null;
  const errors = groups.filter(({ first }) => first.severity === "error").length;
  return h(
    "section",
    { key: "issues", class: "block" },
    blockHead(
      TEXT.issues,
      icon(errors > 0 ? "error" : "warning", errors > 0 ? "bad" : "warn"),
      textButton(TEXT.showIssues(groups.length), () => {
        context.focusOn("tab-issues");
        context.change((ui) => turnTo(ui, "issues"));
      }),
    ),
  );
}
