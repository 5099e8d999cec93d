/** The Overview tab: what to do next, the cheapest way, disagreements, dates and sections. */

import { type Advice, advise } from "../../core/audit/advice.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { type Context, type TabName, turnTo, type Ui } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { actionsModel } from "../model/actions.ts";
import { type Choice, EVERYTHING, nextItems } from "../model/items.ts";
import { disagreements, type SectionRow, sectionsModel } from "../model/overview.ts";
import { gain } from "../words/numbers.ts";
import { ITEMS_TEXT, OVERVIEW_TEXT as TEXT } from "../words/panel.ts";
import { datesBlock } from "./dates.ts";
import { blockHead, itemButton, rowNumber, rows, spoken, stateIcon, textButton } from "./parts.ts";

/** How many of the next items are shown; the rest is one click away. */
const NEXT = 2;

export function overviewTab(context: Context): Child[] {
  const { phase } = context.report;
  if (phase === "selfAssessment") {
    return [nextBlock(context), adviceCard(context), sectionsBlock(context)];
  }
  if (phase === "audit") {
    return [
      disagreeBlock(context),
      nextBlock(context),
      adviceCard(context),
      actionsSum(context),
      datesBlock(context),
      sectionsBlock(context),
    ];
  }
  return [
    phase === "submitted" ? h("p", { key: "submitted", class: "lead" }, TEXT.submitted) : null,
    datesBlock(context),
    phase === "actionItems" ? nextBlock(context) : null,
    // While the answers wait for AWS nothing can be done about them.
    phase === "submitted" ? null : adviceCard(context),
    actionsSum(context),
    disagreeBlock(context),
    sectionsBlock(context),
  ];
}

/** Shows a tab and moves the focus to it, because what was pressed is gone. */
function showTab(context: Context, tab: TabName, mutate: (ui: Ui) => void = () => {}): void {
  context.focusOn(`tab-${tab}`);
  context.change((ui) => {
    turnTo(ui, tab);
    mutate(ui);
  });
}

function showItems(context: Context, choice: Partial<Choice>): void {
  showTab(context, "items", (ui) => {
    ui.choice = { ...EVERYTHING, ...choice };
  });
}

function nextBlock(context: Context): View | null {
  const next = nextItems(context.checklist, context.report);
  if (next.length === 0) return null;
  const own = context.score === "self";
  const title = own ? TEXT.next : TEXT.validateNext;
  const mandatory = next.filter((row) => row.mandatory).length;
  return h(
    "section",
    { key: "next", class: "block" },
    blockHead(
      title,
      textButton(own ? TEXT.allUnanswered(next.length) : TEXT.allLeft(next.length, mandatory), () =>
        showItems(context, { filters: new Set(["unanswered"]) }),
      ),
    ),
    rows(
      title,
      ...next.slice(0, NEXT).map((row) =>
        itemButton(context, {
          id: row.id,
          title: row.title,
          icon: row.mandatory ? icon("shield", "quiet") : stateIcon("unanswered"),
          meaning: ITEMS_TEXT.unanswered,
          second: own
            ? row.mandatory
              ? TEXT.mandatoryCosts(row.costs)
              : TEXT.brings(row.worth)
            : TEXT.partnerSaid(row.mandatory, row.worth, row.partner),
          value: rowNumber(row),
        }),
      ),
    ),
  );
}

/** The card is shown in the Overview and above the action items; it is gone when passed. */
export function adviceCard(context: Context): View | null {
  const advice = advise(context.checklist, context.report);
  if (advice.kind === "passed") return null;
  const isWay = advice.kind === "way";
  const ids = [...advice.steps.mandatory, ...advice.steps.others];
  if (!isWay && ids.length === 0) return null;
  return h(
    "section",
    { key: "advice", class: "card" },
    h("h2", {}, isWay ? TEXT.cheapest(context.checklist) : TEXT.change),
    h(
      "p",
      {},
      isWay ? TEXT.way(advice, context.checklist.pass) : TEXT.changes(advice),
      " ",
      showThem(context, advice, ids),
    ),
  );
}

function showThem(context: Context, advice: Advice, ids: readonly ItemId[]): View | null {
  if (ids.length === 0) return null;
  return textButton(TEXT.showThem, () =>
    showTab(context, "items", (ui) => {
      ui.choice = { ...EVERYTHING, only: new Set(ids) };
      ui.onlyFrom = advice.kind === "way" ? "way" : "change";
    }),
  );
}

export function disagreeBlock(context: Context): View | null {
  const { rows: found, together } = disagreements(context.checklist, context.report);
  if (found.length === 0) return null;
  return h(
    "section",
    { key: "disagree", class: "block" },
    blockHead(TEXT.disagree, h("span", { class: "quiet-text" }, TEXT.itemCount(found.length))),
    rows(
      TEXT.disagree,
      ...found.map((row) =>
        itemButton(context, {
          id: row.id,
          title: row.title,
          icon: stateIcon(row.auditor),
          meaning: TEXT.stake,
          second: TEXT.bothAnswers(row.self, row.auditor),
          value: h("b", { class: row.stake < 0 ? "negative" : "positive" }, gain(row.stake)),
        }),
      ),
    ),
    h("p", { class: "sum" }, TEXT.together(together)),
  );
}

function actionsSum(context: Context): View | null {
  const model = actionsModel(context.checklist, context.report);
  if (model.open.length === 0) return null;
  const others = model.open.length - model.openMandatory;
  return h(
    "section",
    { key: "actions", class: "block" },
    blockHead(
      TEXT.actionItems,
      textButton(TEXT.show(model.open.length), () => showTab(context, "actions")),
    ),
    h("p", {}, TEXT.actionSummary(model.openMandatory, others, model.openPoints)),
  );
}

function sectionsBlock(context: Context): View {
  const model = sectionsModel(context.checklist, context.report);
  const { ui } = context;
  const folded = model.open.length > 0 && model.complete.length > 0;
  const all = [...model.open, ...(folded && !ui.completeShown ? [] : model.complete)];
  const shown = folded && ui.completeShown ? all.sort((a, b) => Number(a.id) - Number(b.id)) : all;
  return h(
    "section",
    { key: "sections", class: "block" },
    h(
      "div",
      { class: "block-head section-grid" },
      h("h2", {}, TEXT.sections),
      h("span", { class: "quiet-text answered" }, answeredWord(context)),
      h("span", { class: "quiet-text points" }, TEXT.points),
    ),
    rows(TEXT.sections, ...shown.map((row) => sectionButton(context, row))),
    folded
      ? h(
          "button",
          {
            type: "button",
            key: "complete",
            class: "link fold",
            "aria-expanded": ui.completeShown ? "true" : "false",
            on: {
              click: () =>
                context.change((own) => {
                  own.completeShown = !own.completeShown;
                }),
            },
          },
          TEXT.complete(model.complete.length, model.completePoints, model.completeMost),
        )
      : null,
  );
}

const answeredWord = ({ score }: Context): string =>
  score === "self" ? TEXT.answered : TEXT.validated;

function sectionButton(context: Context, row: SectionRow): View {
  const isHere = context.report.items.some(
    (item) => item.id === context.selected && item.section === row.id,
  );
  const share = row.audited === 0 ? 1 : row.answered / row.audited;
  const counts = row.most > 0 || row.points < 0;
  return h(
    "li",
    { key: row.id },
    h(
      "button",
      {
        type: "button",
        class: isHere ? "row section-grid here" : "row section-grid",
        "data-stop": true,
        on: { click: () => showItems(context, { section: row.id }) },
      },
      h("span", { class: "quiet-text" }, spoken(TEXT.section), row.id),
      h("span", { class: "section-name" }, row.name),
      h(
        "span",
        { class: "small-bar", "aria-hidden": "true" },
        h("i", { style: `width:${Math.round(share * 100)}%` }),
      ),
      h(
        "span",
        { class: "answered" },
        row.audited === 0
          ? TEXT.notAudited
          : [TEXT.answeredOf(row.answered, row.audited), spoken(` ${answeredWord(context)}`)],
      ),
      h(
        "span",
        { class: row.points < 0 ? "points negative" : "points quiet-text" },
        counts ? [TEXT.pointsOf(row.points, row.most), spoken(` ${TEXT.points}`)] : TEXT.mandatory,
      ),
    ),
  );
}
