/** Deadlines: a line each in the Overview, and the days of the action items as a strip. */

import type { Context } from "../context.ts";
import { h, type View } from "../dom.ts";
import { closureStrip, type Deadline, deadlinesModel } from "../model/dates.ts";
import { dayOfMonth, dayText, weekday } from "../words/numbers.ts";
import { DATES_TEXT as TEXT } from "../words/panel.ts";
import { blockHead, spoken } from "./parts.ts";

export function datesBlock(context: Context): View | null {
  const deadlines = deadlinesModel(context.report, context.today);
  if (deadlines.length === 0) return null;
  return h(
    "section",
    { key: "dates", class: "block" },
    blockHead(TEXT.title),
    h("ul", { class: "dates", role: "list" }, ...deadlines.map((one) => deadlineRow(context, one))),
  );
}

export function leftText(left: number, on: string): string {
  if (left > 0) return TEXT.businessDaysLeft(left);
  return left === 0 ? TEXT.lastDay : TEXT.ended(on);
}

function deadlineRow(context: Context, { key, on, left, months, cell }: Deadline): View {
  const label = h("span", { class: "date-name" }, TEXT.names(context.checklist)[key]);
  if (on === null || left === null) {
    return h("li", { key }, label, h("span", { class: "second" }, TEXT.fill(cell)));
  }
  return h(
    "li",
    { key },
    label,
    h("b", { class: left === 0 ? "due-text" : null }, dayText(on, context.today)),
    h(
      "span",
      { class: "second" },
      months !== null
        ? TEXT.monthsLeft(months)
        : left < 0
          ? TEXT.past
          : leftText(left, dayText(on)),
    ),
  );
}

export function closureBlock(context: Context): View | null {
  if (context.report.phase !== "audit" && context.report.phase !== "actionItems") return null;
  const strip = closureStrip(context.checklist, context.report, context.today);
  if (strip === null) {
    const [due] = deadlinesModel(context.report, context.today).filter(
      ({ key }) => key === "actionItemsDueOn",
    );
    return h(
      "section",
      { key: "closure", class: "block" },
      blockHead(TEXT.noDue),
      h("p", {}, TEXT.fill(due?.cell ?? "")),
    );
  }
  const due = dayText(strip.dueOn, context.today);
  return h(
    "section",
    { key: "closure", class: "block" },
    blockHead(
      leftText(strip.left, due),
      strip.left >= 0 ? h("span", { class: "quiet-text" }, TEXT.due(due)) : null,
    ),
    h(
      "ol",
      { class: "strip", role: "list" },
      ...strip.days.map((day) =>
        h(
          "li",
          { key: day.on, class: `${day.when}${day.due ? " due" : ""}` },
          h("span", {}, weekday(day.on)),
          " ",
          h("span", {}, dayOfMonth(day.on)),
          day.when === "today" ? spoken(`, ${TEXT.today}`) : null,
          day.due ? spoken(`, ${TEXT.dueDay}`) : null,
        ),
      ),
    ),
  );
}
