/** The list of a page: search, filters that add up, an answer in each row, and one answer for all that are selected. */

import type { Answer } from "../../core/audit/answers.ts";
import { effectOfAll } from "../../core/audit/effect.ts";
import type { ItemId, SectionId } from "../../core/checklist/domain.ts";
import { runningText } from "../../core/checklist/lines.ts";
import { findItem, findSection, isFull, textsOf } from "../../core/checklist/lookup.ts";
import type { ItemReport } from "../../core/report/report.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { isOpen, lostText } from "../model/item.ts";
import {
  answerSide,
  EVERYTHING,
  type ItemRow,
  type ItemsModel,
  isNarrow,
  itemsModel,
} from "../model/items.ts";
import { filterChips, searchField } from "../views/items.ts";
import { spoken, stateIcon, stateWord, textButton } from "../views/parts.ts";
import { type Segment, segments } from "../views/segments.ts";
import { turnItem } from "../way.ts";
import { figure, gain } from "../words/numbers.ts";
import { ANSWER_LABELS, ITEMS_TEXT } from "../words/panel.ts";
import { LIST_TEXT as TEXT } from "../words/wide.ts";

export function listPage(context: Context): View {
  const { checklist, report, ui } = context;
  const model = itemsModel(checklist, report, ui.choice);
  const shown = new Set(model.rows.map(({ id }) => id));
  const selected = new Set([...ui.picked].filter((id) => shown.has(id)));
  return h(
    "main",
    { key: "list", class: "list-page", tabindex: "-1" },
    h(
      "div",
      { key: "head", class: "list-head" },
      h("div", { class: "list-search" }, searchField(context), form(context)),
      h(
        "div",
        { class: "list-chips" },
        filterChips(context, model),
        h(
          "p",
          { class: "quiet-text shown", role: "status" },
          ITEMS_TEXT.shown(model.rows.length, model.all),
        ),
        isNarrow(ui.choice) ? textButton(TEXT.clear, () => clear(context)) : null,
      ),
    ),
    selected.size === 0 ? null : bulkBar(context, selected),
    model.rows.length === 0
      ? h(
          "p",
          { key: "none", class: "lead none" },
          ITEMS_TEXT.none,
          " ",
          textButton(ITEMS_TEXT.clear, () => clear(context)),
        )
      : h("div", { key: "rows", class: "list-rows" }, ...sections(context, model)),
  );
}

function clear(context: Context): void {
  context.focusOn("search");
  context.change((ui) => {
    ui.choice = EVERYTHING;
  });
}

/** One item or the list. */
function form(context: Context): View {
  const turn = (isWanted: boolean, focus: string) => () => {
    if (context.ui.listShown !== isWanted) turnItem(context, focus);
  };
  const { listShown } = context.ui;
  return segments(TEXT.form, [
    { label: TEXT.one, pressed: !listShown, act: turn(false, "item-title") },
    { label: TEXT.list, pressed: listShown, act: turn(true, "search") },
  ]);
}

function sections(context: Context, { rows }: ItemsModel): Child[] {
  const found = [...new Set(rows.map(({ section }) => section))];
  return found.flatMap((id) => {
    const own = rows.filter(({ section }) => section === id);
    const all = context.report.items.filter(
      (row) => row.section === id && row.scope === "audited",
    ).length;
    const open = own.filter(({ state }) => state === "unanswered").length;
    return [
      h(
        "h2",
        { key: `section ${id}`, class: "list-section" },
        h("span", {}, id),
        " ",
        sectionTitle(context, id),
        h("span", { class: "count" }, TEXT.openOf(open, all)),
      ),
      h(
        "ul",
        { key: `rows ${id}`, role: "list", "aria-label": sectionTitle(context, id) },
        ...own.map((row) => rowView(context, row)),
      ),
    ];
  });
}

const sectionTitle = ({ checklist }: Context, id: SectionId): string =>
  findSection(checklist, id)?.title ?? "";

/** What is asked, of which a row shows as much as it has room for. */
function asked({ checklist }: Context, id: ItemId): string {
  const item = findItem(checklist, id);
  return item && isFull(checklist) ? runningText(textsOf(checklist, item).requirement) : "";
}

function rowView(context: Context, row: ItemRow): View {
  const { ui, change, report, prefix } = context;
  const item = report.items.find(({ id }) => id === row.id);
  if (!item) return h("li", { key: row.id });
  const isPicked = ui.picked.has(row.id);
  const isHere = context.selected === row.id;
  const classes = ["list-row", ...(isPicked ? ["picked"] : []), ...(isHere ? ["here"] : [])];
  return h(
    "li",
    { key: row.id, class: classes.join(" ") },
    h("input", {
      type: "checkbox",
      id: `${prefix}pick-${row.id}`,
      "aria-label": TEXT.select(row.id),
      checked: isPicked,
      on: {
        change: () =>
          change((own) => {
            if (!own.picked.delete(row.id)) own.picked.add(row.id);
          }),
      },
    }),
    h(
      "button",
      {
        type: "button",
        class: "list-open",
        "data-item": row.id,
        "data-focus": `row-${row.id}`,
        "aria-current": isHere ? "true" : null,
        on: {
          click: () => {
            context.focusOn("item-title");
            change((own) => {
              own.listShown = false;
              own.cameFromList = true;
            });
            context.open(row.id, item.place);
          },
        },
      },
      h("b", { class: "list-id" }, row.id),
      h(
        "span",
        { class: "list-text" },
        h("b", {}, row.title),
        spoken(`, ${stateWord(context, row)}`),
        h("span", { class: "second" }, asked(context, row.id)),
      ),
      h(
        "span",
        { class: "list-points" },
        row.disagrees ? icon("differ", "warn") : null,
        row.mandatory ? icon("shield") : null,
        h("b", {}, row.mandatory && row.costs !== 0 ? figure(row.costs) : gain(row.worth)),
      ),
      h(
        "span",
        { class: "list-people second" },
        h("span", {}, item.owner === "" ? TEXT.nobody : item.owner),
        h(
          "span",
          {},
          item.evidence === "" ? TEXT.noEvidence : (item.evidence.split("\n")[0] ?? ""),
        ),
      ),
    ),
    answers(context, row, item),
  );
}

type Given = Exclude<Answer, "unanswered">;

const canAnswer = ({ report, score }: Context): boolean =>
  isOpen(report, score === "self" ? "Self_Answer" : "Auditor_Answer");

function answers(context: Context, row: ItemRow, item: ItemReport): View {
  if (item.scope !== "audited") {
    return h("span", { class: "list-answers quiet-text" }, stateWord(context, row));
  }
  const side = answerSide(context.score);
  const present = context.ui.pending.get(row.id) ?? item[side];
  if (!canAnswer(context)) {
    return h("span", { class: "list-answers still" }, stateIcon(present), ANSWER_LABELS[present]);
  }
  const choice = (answer: Given): Segment => {
    const pressed = present === answer;
    return {
      label: ANSWER_LABELS[answer],
      spoken: `${row.id} ${ANSWER_LABELS[answer]}`,
      icon: icon(answer === "met" ? "check" : "cross"),
      tone: `${answer}${pressed ? " checked" : ""}`,
      pressed,
      // What is pressed once more is cleared.
      act: () => context.answer(row.id, side, pressed ? "unanswered" : answer),
    };
  };
  return segments(TEXT.group(row.id), [choice("met"), choice("notMet")], "list-answers");
}

/** What is selected, what one answer for all of it would make, and the buttons that give it. */
function bulkBar(context: Context, ids: ReadonlySet<ItemId>): View {
  const { checklist, report, change } = context;
  const own = report.items.filter(({ id }) => ids.has(id));
  const audited = new Set(own.filter(({ scope }) => scope === "audited").map(({ id }) => id));
  const mandatory = own.filter((row) => row.mandatory && row.scope === "audited").length;
  const effect = (answer: Given) => {
    const { total, loses } = effectOfAll(checklist, report, audited, answer);
    return TEXT.makes(answer, total, lostText(checklist, loses));
  };
  const give = (answer: Given) =>
    h(
      "button",
      {
        key: answer,
        type: "button",
        class: "button",
        "aria-disabled": canAnswer(context) ? null : "true",
        on: {
          click: () => {
            if (canAnswer(context))
              context.answerAll([...audited], answerSide(context.score), answer);
          },
        },
      },
      icon(answer === "met" ? "check" : "cross"),
      ANSWER_LABELS[answer],
    );
  return h(
    "div",
    { key: "bulk", class: "bulk", role: "group", "aria-label": TEXT.selected(ids.size) },
    h(
      "p",
      { role: "status" },
      h("b", {}, TEXT.selected(ids.size)),
      " ",
      mandatory > 0 ? `${TEXT.mandatory(mandatory)} ` : "",
      `${effect("met")} ${effect("notMet")}`,
    ),
    give("met"),
    give("notMet"),
    h(
      "button",
      {
        key: "none",
        type: "button",
        class: "icon-button",
        "aria-label": TEXT.letGo,
        title: TEXT.letGo,
        on: { click: () => change((ui) => ui.picked.clear()) },
      },
      icon("cross"),
    ),
  );
}
