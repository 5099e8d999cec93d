/** The page Steps from the action items on: what closing brings, the plan, the final report's dates, and the renewal. */

import { mailtoLink, planLetter, unplannedNote } from "../../core/papers/letters.ts";
import { renewal } from "../../core/report/renewal.ts";
import { VERDICT_WORDS } from "../../core/words/en.ts";
import { DAYS } from "../../core/words/sheets.ts";
import { type Context, turnTo } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { shortTitle } from "../model/items.ts";
import type { StepHost } from "../types.ts";
import { blockHead, brings, itemButton, rows } from "../views/parts.ts";
import { dayText, figure } from "../words/numbers.ts";
import { ACTIONS_TEXT } from "../words/panel.ts";
import { MAIL_TEXT, RENEW_TEXT, CLOSING_TEXT as TEXT } from "../words/steps.ts";
import { saveRenewal } from "./files.ts";
import { mailLink } from "./mail.ts";
import { openActions } from "./model.ts";
import { actionButton, copyable, outcome, plainButton } from "./parts.ts";

export const finalLine = ({ checklist, report }: Context): string =>
  TEXT.final(checklist, report.final.total, VERDICT_WORDS[report.final.verdict]);

export function closeActions(context: Context): Child[] {
  return [
    h(
      "div",
      { key: "act", class: "buttons" },
      plainButton(
        TEXT.show,
        () => {
          context.change((ui) => {
            turnTo(ui, "actions");
          });
          context.showSteps(false);
        },
        { primary: true },
      ),
    ),
  ];
}

/** Each open action item with the final score that closing it alone would make. */
export function closureList(context: Context): View {
  const { report } = context;
  const open = openActions(report);
  const all = open.reduce<number>((sum, action) => sum + action.points, report.final.total);
  return h(
    "section",
    { key: "closures", class: "block" },
    blockHead(TEXT.title),
    open.length === 0
      ? h("p", { key: "none" }, TEXT.none)
      : rows(
          TEXT.title,
          ...open.map((action) => {
            const mandatory = action.kind === "mandatory";
            const plan = action.state === "planned" ? TEXT.planned : TEXT.needsPlan;
            return itemButton(context, {
              id: action.id,
              title: shortTitle(context.checklist, action.id),
              icon: mandatory ? icon("shield", "quiet") : icon("circle", "quiet"),
              meaning: mandatory ? ACTIONS_TEXT.mandatory : ACTIONS_TEXT.scoreImpacting,
              second: mandatory ? plan : null,
              value: brings(context, action.points, true),
            });
          }),
        ),
    open.length === 0 ? null : h("p", { key: "all" }, TEXT.all(open.length, figure(all))),
  );
}

/** Null where no mandatory action item is open. */
export function planBlock(context: Context): View | null {
  const letter = planLetter(context.checklist, context.report);
  const note = unplannedNote(context.report);
  const unplanned = note === null ? null : h("p", { key: "unplanned", class: "hint" }, note);
  if (letter === null)
    return (
      unplanned && h("section", { key: "plan", class: "block" }, h("h2", {}, TEXT.plan), unplanned)
    );
  const contact = context.report.profile.people.People_AWS_Contact ?? "";
  return h(
    "section",
    { key: "plan", class: "block copies" },
    h("h2", {}, TEXT.plan),
    h("p", {}, TEXT.planLead(context.checklist, contact)),
    unplanned,
    copyable(context, "plan-subject", MAIL_TEXT.subject, letter.subject),
    copyable(context, "plan-text", MAIL_TEXT.text, letter.text, 6),
    h("div", { key: "buttons", class: "buttons" }, mailLink(letter)),
    mailtoLink(letter).includes("&body=")
      ? null
      : h("p", { key: "long", class: "hint" }, MAIL_TEXT.linkWithoutText),
  );
}

/** When the final report may go out, and when the programme decides. */
export function windowLines({ checklist, report, today }: Context): Child[] {
  const { finalReportFrom, finalReportOn, reportCrossesActionItems, decisionOn } = report.deadlines;
  const from = finalReportFrom && dayText(finalReportFrom, today);
  const until = finalReportOn && dayText(finalReportOn, today);
  const span =
    from && until
      ? TEXT.window(from, until)
      : from
        ? TEXT.windowFrom(from)
        : until
          ? TEXT.windowUntil(until)
          : TEXT.noWindow;
  return [
    h("p", { key: "window" }, span),
    reportCrossesActionItems
      ? h(
          "p",
          { key: "crossing", class: "marked" },
          icon("warning", "warn"),
          h("span", {}, TEXT.crossing(checklist)),
        )
      : null,
    h(
      "p",
      { key: "decision" },
      decisionOn === null
        ? TEXT.noDecision(DAYS.reportReceived)
        : TEXT.decision(checklist, dayText(decisionOn, today)),
    ),
  ];
}

export function renewActions(context: Context, { files }: StepHost): Child[] {
  const { report } = context;
  const draw = files?.draw;
  return [
    h("p", { key: "renew" }, RENEW_TEXT.lead),
    h(
      "ul",
      { key: "notes", class: "sentences", role: "list" },
      ...renewal(context.checklist, report).notes.map((note) => h("li", {}, note)),
    ),
    files && draw
      ? h(
          "div",
          { key: "act", class: "buttons" },
          actionButton(context, {
            name: "renew",
            label: RENEW_TEXT.act,
            primary: true,
            act: async () => saveRenewal(files, draw, context.checklist, await context.fresh()),
          }),
        )
      : h("p", { key: "no-files" }, RENEW_TEXT.noFiles),
    outcome(context, "renew"),
  ];
}
