/** How the score has come along, a point a day: a line up to the pass, and the same as a table for screen readers. */

import type { IsoDate } from "../../core/checklist/domain.ts";
import type { Context } from "../context.ts";
import { h, type View } from "../dom.ts";
import type { DayPoint } from "../types.ts";
import { blockHead, percent } from "../views/parts.ts";
import { dayText, figure } from "../words/numbers.ts";
import { PROGRESS_TEXT as TEXT } from "../words/wide.ts";

/** A line is drawn from two days on. */
const FEWEST_DAYS = 2;
const DAY_MILLISECONDS = 86_400_000;

/** Null where there is nothing to draw yet. */
export function progress(context: Context): View | null {
  const { checklist, score, today } = context;
  const points = (context.host.progress?.() ?? []).filter((point) => point.score === score);
  const [first] = points;
  const last = points[points.length - 1];
  if (points.length < FEWEST_DAYS || !first || !last) return null;
  const lowest = Math.min(0, ...points.map(({ total }) => total));
  const highest = Math.max(checklist.pass, ...points.map(({ total }) => total));
  // A clock may have been set back.
  const [end = today] = [today, last.day].sort().reverse();
  const x = (day: IsoDate) => daysFrom(first.day, day) / daysFrom(first.day, end);
  const y = (total: number) => 1 - (total - lowest) / (highest - lowest);
  return h(
    "section",
    { key: "progress", class: "board-cell board-progress" },
    blockHead(TEXT.title, h("span", { class: "second" }, TEXT.basis[score])),
    h(
      "div",
      { class: "plot", "aria-hidden": "true" },
      ...[checklist.pass, Math.round(checklist.pass / 2), 0].map((value) =>
        h("span", { class: "plot-value", style: `top:${percent(y(value))}` }, String(value)),
      ),
      curve(points, x, y, [checklist.pass / 2, 0].map(y), y(checklist.pass)),
      h("i", {
        class: "plot-point",
        style: `left:${percent(x(last.day))};top:${percent(y(last.total))}`,
      }),
      h(
        "b",
        {
          class: "plot-now",
          style: `left:${percent(x(last.day))};top:${percent(y(last.total))}`,
        },
        last.day === today ? TEXT.today(last.total) : figure(last.total),
      ),
      h(
        "span",
        { class: "plot-days" },
        h("span", {}, dayText(first.day, today)),
        h("span", {}, dayText(end, today)),
      ),
    ),
    table(points, today),
  );
}

const daysFrom = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;

const WIDTH = 1000;

/** Stretched to whatever room there is; its lines stay as thin as they are. */
function curve(
  points: readonly DayPoint[],
  x: (day: IsoDate) => number,
  y: (total: number) => number,
  grid: readonly number[],
  pass: number,
): View {
  const across = (at: number, name: string) =>
    h("path", { key: `${name} ${at}`, class: name, d: `M0 ${round(at)}H${WIDTH}` });
  const way = points.map(({ day, total }) => `${round(x(day))} ${round(y(total))}`).join("L");
  return h(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${WIDTH}`, preserveAspectRatio: "none", focusable: "false" },
    ...grid.map((at) => across(at, "plot-grid")),
    across(pass, "plot-pass"),
    h("path", { key: "line", class: "plot-line", d: `M${way}` }),
  );
}

const round = (share: number): number => Math.round(share * WIDTH);

function table(points: readonly DayPoint[], today: IsoDate): View {
  const head = [TEXT.day, TEXT.points, TEXT.answered];
  return h(
    "div",
    { class: "spoken" },
    h(
      "table",
      { "aria-label": TEXT.title },
      h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...points.map(({ day, total, answered }) =>
          h(
            "tr",
            { key: day },
            h("th", { scope: "row" }, dayText(day, today)),
            h("td", {}, figure(total)),
            h("td", {}, String(answered)),
          ),
        ),
      ),
    ),
  );
}
