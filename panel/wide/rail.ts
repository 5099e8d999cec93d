/** The rail: how far each section is, and the way into it; once the audit is over, the action items. */

import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type ActionRow, actionsModel } from "../model/actions.ts";
import { answerSide, itemsModel, ownersIn } from "../model/items.ts";
import { type SectionRow, sectionRows } from "../model/overview.ts";
import { scoreModel } from "../model/score.ts";
import { percent, rows, spoken, stateIcon } from "../views/parts.ts";
import { goTo } from "../way.ts";
import { gain } from "../words/numbers.ts";
import { ACTIONS_TEXT, OVERVIEW_TEXT } from "../words/panel.ts";
import { RAIL_TEXT as TEXT } from "../words/wide.ts";

export function rail(context: Context): View {
  const isClosing = context.report.phase === "actionItems" && context.report.actionItems.length > 0;
  return h(
    "nav",
    { key: "rail", class: "rail", "aria-label": TEXT.region },
    ...(isClosing ? actionRail(context) : sectionRail(context)),
  );
}

function sectionRail(context: Context): Child[] {
  const { checklist, report, score } = context;
  const { answered, unanswered } = report[score];
  const all = answered + unanswered;
  return [
    h(
      "div",
      { key: "head", class: "rail-head" },
      h("b", {}, scoreModel(checklist, report).count),
      bar(all === 0 ? 1 : answered / all),
    ),
    h(
      "div",
      { key: "sections", class: "rail-rows" },
      rows(
        OVERVIEW_TEXT.sections,
        ...sectionRows(checklist, report).map((row) => section(context, row)),
      ),
    ),
    h("div", { key: "foot", class: "rail-foot" }, onlyOpen(context), owner(context)),
  ];
}

const bar = (share: number): View =>
  h(
    "span",
    { class: "rail-bar", "aria-hidden": "true" },
    h("i", { style: `width:${percent(share)}` }),
  );

function section(context: Context, row: SectionRow): View {
  const { ui, report, selected } = context;
  const isHere = ui.listShown
    ? ui.choice.section === row.id
    : report.items.some(({ id, section }) => id === selected && section === row.id);
  const isDone = row.answered === row.audited;
  return h(
    "li",
    { key: row.id },
    h(
      "button",
      {
        type: "button",
        class: isHere ? "rail-row here" : "rail-row",
        "data-stop": true,
        "aria-current": isHere ? "true" : null,
        on: { click: () => enter(context, row) },
      },
      h("span", { class: "quiet-text" }, spoken(OVERVIEW_TEXT.section), row.id),
      h("span", { class: "section-name" }, row.name),
      isDone
        ? h("span", { class: "answered" }, icon("check", "ok"), spoken(TEXT.complete))
        : h("span", { class: "answered" }, TEXT.answeredOf(row.answered, row.audited)),
      bar(row.audited === 0 ? 1 : row.answered / row.audited),
    ),
  );
}

/** In the list a section is a filter; otherwise its first open item comes, or its first where none is open. */
function enter(context: Context, { id }: SectionRow): void {
  const { ui, report, score, change } = context;
  if (ui.listShown) {
    change((own) => {
      const { choice } = own;
      own.tab = "items";
      own.choice = { ...choice, section: choice.section === id ? null : id };
    });
    return;
  }
  const side = answerSide(score);
  const all = report.items.filter((row) => row.section === id);
  const open = all.find((row) => row.scope === "audited" && row[side] === "unanswered");
  const first = open ?? all[0];
  if (first) goTo(context, first.id);
}

function onlyOpen(context: Context): View {
  const { ui, prefix, change, checklist, report } = context;
  const { counts } = itemsModel(checklist, report, ui.choice);
  const inputId = `${prefix}only-open`;
  return h(
    "p",
    { key: "open", class: "rail-choice" },
    h("label", { for: inputId }, TEXT.onlyOpen),
    h("span", { class: "quiet-text" }, String(counts.unanswered)),
    h("input", {
      id: inputId,
      type: "checkbox",
      role: "switch",
      class: "switch",
      checked: ui.choice.filters.has("unanswered"),
      on: {
        change: () =>
          change((own) => {
            const filters = new Set(own.choice.filters);
            if (!filters.delete("unanswered")) filters.add("unanswered");
            own.choice = { ...own.choice, filters };
          }),
      },
    }),
  );
}

const EVERYBODY = "everybody";
const ONE = "one ";

/** Narrows the list, and what the keys for next and back visit. */
function owner(context: Context): View | null {
  const { ui, prefix, change, report } = context;
  const names = ownersIn(report);
  if (names.length === 0) return null;
  const chosen = ui.choice.owner === null ? EVERYBODY : `${ONE}${ui.choice.owner}`;
  const option = (value: string, label: string) => h("option", { key: value, value }, label);
  const selectId = `${prefix}owner-filter`;
  return h(
    "p",
    { key: "owner", class: "rail-choice" },
    h("label", { for: selectId }, TEXT.owner),
    h(
      "select",
      {
        id: selectId,
        value: chosen,
        on: {
          change: ({ target }) => {
            if (!(target instanceof HTMLSelectElement)) return;
            const { value } = target;
            change((own) => {
              own.choice = {
                ...own.choice,
                owner: value === EVERYBODY ? null : value.slice(ONE.length),
              };
            });
          },
        },
      },
      option(EVERYBODY, TEXT.everybody),
      ...names.map((name) => option(`${ONE}${name}`, name)),
      option(ONE, TEXT.nobody),
    ),
  );
}

function actionRail(context: Context): Child[] {
  const { checklist, report } = context;
  const model = actionsModel(checklist, report);
  const all = report.actionItems.length;
  const total = report.final.total + model.openPoints;
  const group = (key: string, title: string, some: readonly ActionRow[]): Child =>
    some.length === 0
      ? null
      : [
          h("p", { key: `${key} title`, class: "rail-title" }, title),
          h(
            "div",
            { key, class: "rail-rows" },
            rows(title, ...some.map((row) => action(context, row))),
          ),
        ];
  return [
    h(
      "div",
      { key: "actions", class: "rail-actions" },
      group("open", TEXT.open(model.open.length, all), model.open),
      group("late", ACTIONS_TEXT.late, model.late),
      group("closed", TEXT.closed(model.closed.length), model.closed),
    ),
    model.open.length === 0
      ? null
      : h("p", { key: "sum", class: "rail-foot" }, TEXT.closingAll(model.open.length, total)),
  ];
}

function action(context: Context, { action: own, title }: ActionRow): View {
  const { report, selected } = context;
  const row = report.items.find(({ id }) => id === own.id);
  const isHere = selected === own.id;
  const words = [
    ...(own.kind === "mandatory" ? [TEXT.mandatory] : []),
    (row?.closureEvidence ?? "") === "" ? TEXT.noEvidence : TEXT.evidenceHere,
  ];
  return h(
    "li",
    { key: own.id },
    h(
      "button",
      {
        type: "button",
        class: isHere ? "rail-row action here" : "rail-row action",
        "data-stop": true,
        "aria-current": isHere ? "true" : null,
        on: { click: () => goTo(context, own.id) },
      },
      stateIcon(own.state === "closed" ? "met" : "unanswered"),
      h("b", {}, own.id),
      h("span", { class: "section-name" }, title),
      h("span", { class: "second" }, words.join(" ")),
      h("b", { class: "gain" }, gain(own.points)),
    ),
  );
}
