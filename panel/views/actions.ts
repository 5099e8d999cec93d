/** The Actions tab: the closing days, the cheapest way, and the action items by state. */

import { phaseIndex } from "../../core/audit/phases.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type ActionRow, actionsModel } from "../model/actions.ts";
import { dayText, gain } from "../words/numbers.ts";
import { ACTIONS_TEXT as TEXT } from "../words/panel.ts";
import { closureBlock } from "./dates.ts";
import { adviceCard } from "./overview.ts";
import { brings, itemButton, rows } from "./parts.ts";

export function actionsTab(context: Context): Child[] {
  const { report } = context;
  if (report.actionItems.length === 0) {
    const begun = phaseIndex(report.phase) >= phaseIndex("audit");
    return [h("p", { key: "none", class: "lead" }, begun ? TEXT.none : TEXT.noneYet)];
  }
  const model = actionsModel(context.checklist, report);
  return [
    closureBlock(context),
    context.score === "final" ? adviceCard(context) : null,
    group(
      context,
      report.phase === "closed" ? TEXT.notClosed : TEXT.open,
      model.open,
      model.openPoints,
      true,
    ),
    group(context, TEXT.late, model.late, null, false),
    group(context, TEXT.closed, model.closed, model.closedPoints, false),
  ];
}

/** `open` are those that closing can still bring points for. */
function group(
  context: Context,
  title: string,
  items: readonly ActionRow[],
  points: number | null,
  open: boolean,
): View | null {
  if (items.length === 0) return null;
  return h(
    "section",
    { key: title, class: "block" },
    h(
      "div",
      { class: "block-head" },
      h("h2", {}, title),
      h(
        "span",
        { class: "quiet-text beside" },
        points === null ? TEXT.items(items.length) : TEXT.itemsBring(items.length, points),
      ),
      open ? h("span", { class: "quiet-text far" }, TEXT.brings) : null,
    ),
    rows(title, ...items.map((row) => actionRow(context, row))),
    open && points !== null && isClosing(context)
      ? h("p", { class: "sum" }, TEXT.all(items.length, context.report.final.total + points))
      : null,
  );
}

/** Before the phase the final score means nothing yet, after it nothing more can be closed. */
const isClosing = ({ report }: Context): boolean => report.phase === "actionItems";

function actionRow(context: Context, { action, title, finding }: ActionRow): View {
  const mandatory = action.kind === "mandatory";
  const closedOn = action.closedOn === null ? null : dayText(action.closedOn, context.today);
  return itemButton(context, {
    id: action.id,
    title,
    icon: iconOf(action.state, mandatory),
    meaning: mandatory ? TEXT.mandatory : TEXT.scoreImpacting,
    second: secondLine(action.state, mandatory, closedOn),
    finding,
    value: [
      action.state === "closed" && closedOn !== null
        ? h("span", { class: "quiet-text closed-on" }, closedOn)
        : null,
      action.state === "late"
        ? h("b", { class: "gone" }, gain(action.points))
        : brings(context, action.points, isClosing(context) && action.state !== "closed"),
    ],
  });
}

function iconOf(state: ActionRow["action"]["state"], mandatory: boolean): View {
  if (state === "closed") return icon("pass", "ok");
  if (state === "late") return icon("fail", "bad");
  return mandatory ? icon("shield", "quiet") : icon("circle", "quiet");
}

function secondLine(
  state: ActionRow["action"]["state"],
  mandatory: boolean,
  closedOn: string | null,
): string | null {
  if (state === "late") return TEXT.lateOn(closedOn ?? "");
  if (state === "closed") return null;
  if (closedOn !== null) return TEXT.noReceipt;
  if (!mandatory) return null;
  return state === "planned" ? TEXT.planned : TEXT.noPlan;
}
