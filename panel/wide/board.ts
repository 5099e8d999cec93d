/** The overview as a page: the meter, sections as bars of one scale, what is open by owner, what is left, and the days. */

import { advise } from "../../core/audit/advice.ts";
import { type Context, turnTo } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type BoardModel, boardModel, type OwnerRow, type SectionBar } from "../model/board.ts";
import { type Choice, EVERYTHING } from "../model/items.ts";
import { datesBlock } from "../views/dates.ts";
import { blockHead, percent, spoken, textButton } from "../views/parts.ts";
import { scoreBlock } from "../views/top.ts";
import { dayText } from "../words/numbers.ts";
import { EMPTY_TEXT, OVERVIEW_TEXT } from "../words/panel.ts";
import { BOARD_TEXT as TEXT } from "../words/wide.ts";
import { progress } from "./progress.ts";

/** How many squares of an owner are drawn; the number beside them counts all. */
const SQUARES = 12;

/** Null where the host has no picture. */
function copyButton(context: Context): View | null {
  const { host, ui, ask, say } = context;
  if (!host.copyPicture) return null;
  const copy = async () => {
    if (await ask("picture", async () => host.copyPicture?.())) say(TEXT.copied);
  };
  return h(
    "button",
    {
      key: "picture",
      type: "button",
      class: "button",
      "aria-disabled": ui.busy.has("picture") ? "true" : null,
      on: { click: () => void copy() },
    },
    TEXT.copy,
  );
}

export function board(context: Context): View {
  const { checklist, report, today } = context;
  const model = boardModel(checklist, report);
  const { engagement, reseller } = report.scope;
  const dates = datesBlock(context);
  const line = progress(context);
  return h(
    "main",
    { key: "board", class: "board", tabindex: "-1" },
    h(
      "div",
      { key: "head", class: "board-head" },
      h("h2", {}, TEXT.title(report.partner)),
      h(
        "p",
        {},
        TEXT.basis(
          checklist,
          engagement === "renewal" ? EMPTY_TEXT.renewal : EMPTY_TEXT.full,
          checklist.items.some(({ resellerOnly }) => resellerOnly) ? reseller : null,
          dayText(today, today),
        ),
      ),
      context.host.print
        ? h(
            "button",
            {
              key: "print",
              type: "button",
              class: "button",
              on: { click: () => context.host.print?.("overview") },
            },
            TEXT.print,
          )
        : null,
      copyButton(context),
    ),
    h(
      "div",
      { key: "cells", class: line === null ? "board-cells" : "board-cells with-progress" },
      h(
        "div",
        { key: "score", class: "board-cell board-score" },
        scoreBlock(context),
        way(context),
      ),
      line,
      leftToDo(context, model),
      sections(context, model),
      owners(context, model),
      dates === null ? null : h("div", { key: "dates", class: "board-cell board-dates" }, dates),
    ),
  );
}

function way(context: Context): View | null {
  const { checklist, report } = context;
  const advice = advise(checklist, report);
  if (advice.kind === "passed") return null;
  const text =
    advice.kind === "way"
      ? OVERVIEW_TEXT.way(advice, checklist.pass)
      : OVERVIEW_TEXT.changes(advice);
  return h("p", { key: "way" }, text);
}

/** Opens the list with what was counted, and nothing else. */
function show(context: Context, choice: Partial<Choice>): void {
  context.host.turn?.("answer");
  context.focusOn("search");
  context.change((ui) => {
    turnTo(ui, "items");
    ui.choice = { ...EVERYTHING, ...choice };
  });
}

function sections(context: Context, model: BoardModel): View {
  const own = context.score === "self";
  return h(
    "section",
    { key: "sections", class: "board-cell board-sections" },
    blockHead(
      TEXT.sections,
      h(
        "span",
        { class: "keys", "aria-hidden": "true" },
        legend("fill-now", TEXT.earned),
        legend("fill-open", TEXT.open),
        legend("fill-missed", TEXT.missed),
      ),
    ),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col", colspan: 2 }, spoken(TEXT.sections)),
          h("th", { scope: "col" }, TEXT.scale),
          h("th", { scope: "col", class: "number" }, TEXT.points),
          h("th", { scope: "col", class: "number" }, own ? TEXT.answered : TEXT.validated),
          h("th", { scope: "col", class: "number" }, TEXT.mandatoryOpen),
        ),
      ),
      h("tbody", {}, ...model.sections.map((row) => sectionLine(context, row, model.scale))),
    ),
  );
}

const legend = (name: string, label: string): View =>
  h("span", { key: name, class: "key" }, h("i", { class: name }), label);

function sectionLine(context: Context, row: SectionBar, scale: number): View {
  const part = (name: string, points: number) =>
    points > 0
      ? h("i", { key: name, class: name, style: `width:${percent(points / scale)}` })
      : null;
  const isDone = row.answered === row.audited;
  return h(
    "tr",
    { key: row.id },
    h("td", { class: "quiet-text" }, row.id),
    h(
      "th",
      { scope: "row" },
      textButton(row.name, () => show(context, { section: row.id })),
    ),
    h(
      "td",
      { class: "bar-cell" },
      row.most === 0
        ? h("span", { class: "second" }, TEXT.noPoints(row.mandatory))
        : h(
            "span",
            { class: "section-track", "aria-hidden": "true" },
            part("fill-now", row.earned),
            part("fill-open", row.open),
            part("fill-missed", row.missed),
          ),
    ),
    h(
      "td",
      { class: row.points < 0 ? "number negative" : "number" },
      row.most === 0 && row.points === 0 ? "0" : TEXT.pointsOf(row.points, row.most),
    ),
    h(
      "td",
      { class: "number" },
      isDone ? icon("check", "ok") : null,
      " ",
      row.audited === 0
        ? OVERVIEW_TEXT.notAudited
        : OVERVIEW_TEXT.answeredOf(row.answered, row.audited),
    ),
    h(
      "td",
      { class: "number" },
      row.mandatoryOpen > 0 ? [icon("shield"), ` ${row.mandatoryOpen}`] : "",
    ),
  );
}

function owners(context: Context, model: BoardModel): View {
  const line = (row: OwnerRow) =>
    h(
      "tr",
      { key: row.owner },
      h(
        "th",
        { scope: "row" },
        textButton(row.owner === "" ? TEXT.nobody : row.owner, () =>
          show(context, {
            owner: row.owner,
            filters:
              row.open.length > 0 && context.score !== "final"
                ? new Set(["unanswered"])
                : new Set(),
          }),
        ),
      ),
      h(
        "td",
        { class: "owner-squares", "aria-hidden": "true" },
        ...row.open
          .slice(0, SQUARES)
          .map(({ id, mandatory }) =>
            h("i", { key: id, title: id, class: mandatory ? "must" : "may" }),
          ),
      ),
      h("td", { class: "number" }, h("b", {}, String(row.open.length))),
      h("td", { class: "number" }, String(row.bare)),
    );
  return h(
    "section",
    { key: "owners", class: "board-cell board-owners" },
    blockHead(
      TEXT.owners,
      h(
        "span",
        { class: "keys", "aria-hidden": "true" },
        legend("must", TEXT.mandatory),
        legend("may", TEXT.other),
      ),
    ),
    model.owners.length === 0
      ? h("p", { key: "none" }, TEXT.noneOpen)
      : h(
          "table",
          { key: "table" },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              h("th", { scope: "col", colspan: 2 }, spoken(TEXT.owners)),
              h("th", { scope: "col", class: "number" }, TEXT.openCount),
              h("th", { scope: "col", class: "number" }, TEXT.bare),
            ),
          ),
          h("tbody", {}, ...model.owners.map(line)),
          h(
            "tfoot",
            {},
            h(
              "tr",
              {},
              h("th", { scope: "row", colspan: 2 }, TEXT.all),
              h("td", { class: "number" }, h("b", {}, String(model.open))),
              h("td", { class: "number" }, h("b", {}, String(model.bare))),
            ),
          ),
        ),
  );
}

/** Counts that open what they count. */
function leftToDo(context: Context, model: BoardModel): View {
  const line = (number: number, text: string, choice: Partial<Choice>): Child =>
    number === 0
      ? null
      : h(
          "li",
          { key: text },
          h("b", {}, String(number)),
          h("span", {}, text),
          textButton(TEXT.show, () => show(context, choice), {
            spoken: `${TEXT.show}: ${number} ${text}`,
          }),
        );
  const filter = (name: "unanswered" | "noEvidence" | "noNote" | "action"): Partial<Choice> => ({
    filters: new Set([name]),
  });
  const { score } = context;
  const lines = [
    score === "final"
      ? line(model.actions, TEXT.actions(model.actions), filter("action"))
      : line(
          model.open,
          (score === "self" ? TEXT.unanswered : TEXT.notValidated)(model.open, model.openMandatory),
          filter("unanswered"),
        ),
    score === "self" ? line(model.bare, TEXT.noEvidence(model.bare), filter("noEvidence")) : null,
    score === "preliminary"
      ? line(model.noNote, TEXT.noNote(model.noNote), filter("noNote"))
      : null,
  ].filter((one) => one !== null);
  return h(
    "section",
    { key: "left", class: "board-cell board-left" },
    blockHead(TEXT.left),
    lines.length === 0
      ? h("p", { key: "none" }, TEXT.nothing)
      : h("ul", { key: "lines", role: "list" }, ...lines),
  );
}
