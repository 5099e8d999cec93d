/** The page Steps: the five steps of an audit, the present one open with its one primary action. Loaded when it is opened. */

import { calendarDays } from "../../core/papers/calendar.ts";
import { type Context, turnTo } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { EVERYTHING } from "../model/items.ts";
import type { StepHost } from "../types.ts";
import { blockHead } from "../views/parts.ts";
import { dayText } from "../words/numbers.ts";
import {
  CALENDAR_STEP_TEXT as CALENDAR,
  CHECK_TITLE,
  MAIL_TEXT,
  NEXT_TEXT,
  PAPER_STEP_TEXT,
} from "../words/steps.ts";
import {
  closeActions,
  closureList,
  finalLine,
  planBlock,
  renewActions,
  windowLines,
} from "./closing.ts";
import { saveCalendar } from "./files.ts";
import { handOverBlocks } from "./hand-over.ts";
import { mailActions, mailBlock } from "./mail.ts";
import { type NextStep, nextStep, presentStep } from "./model.ts";
import { byHandBlock, historyBlock, moveBlock, nextMove } from "./moves.ts";
import {
  finalActions,
  finalBlock,
  signOffBlock,
  standing,
  summaryActions,
  summaryBlock,
  summaryLine,
  validatedText,
} from "./papers.ts";
import { actionButton, copyable, outcome, plainButton } from "./parts.ts";
import { sealBlock } from "./seal.ts";
import { stepper } from "./stepper.ts";

interface Page {
  /** Under the title, ending in the primary action. */
  readonly next: Child[];
  readonly rest: Child[];
}

export function stepsPage(context: Context, host: StepHost): View {
  const step = nextStep(context.report, context.today);
  const present = presentStep(step, context.ui.steps.asking);
  const { next, rest } = PAGES[step](context, host);
  const title = present === "check" ? CHECK_TITLE : NEXT_TEXT[step];
  const head = [
    h("h1", { key: "title", tabindex: "-1", "data-focus": "steps-title" }, title),
    outcome(context, "handOver", "next", "move", "hand"),
  ];
  // What is to be looked at before an act stands before its button.
  const body =
    present === "check"
      ? [...head, ...rest, h("div", { key: "act", class: "next" }, ...next)]
      : [h("section", { key: "next", class: "next" }, ...head, ...next), ...rest];
  return h(
    "main",
    { key: "steps", class: "middle steps-page", tabindex: "-1" },
    h(
      "div",
      { class: "content" },
      byHandBlock(context, host),
      stepper(context, present, body),
      ...(present === null ? body : []),
      ...(context.layout === "pane" ? stepsRecord(context, host) : []),
    ),
  );
}

/** What stays of the steps: the seal, the days, the phase and its moves. */
export function stepsRecord(context: Context, host: StepHost): View[] {
  return [
    context.report.phase === "selfAssessment" ? null : sealBlock(context, host),
    calendarBlock(context, host),
    moveBlock(context, host),
    historyBlock(context),
  ].filter((block) => block !== null);
}

const sentences = (...texts: (string | null)[]): Child[] =>
  texts.map((text, index) => (text === null ? null : h("p", { key: `line ${index}` }, text)));

const PAGES: Readonly<Record<NextStep, (context: Context, host: StepHost) => Page>> = {
  handOver: handOverBlocks,
  mail: (context, host) => ({
    next: [...sentences(MAIL_TEXT.lead), ...mailActions(context, host, true)],
    rest: [mailBlock(context)],
  }),
  beginAudit: (context, host) => ({
    next: nextMove(context, host, "audit"),
    rest: [mailBlock(context, ...mailActions(context, host, false))],
  }),
  validate: (context, host) => ({
    next: [...sentences(validatedText(context), ...standing(context)), validateButton(context)],
    rest: [summaryBlock(context, host, false), signOffBlock(context)],
  }),
  summary: (context, host) => ({
    next: [
      ...sentences(summaryLine(context), validatedText(context), ...standing(context)),
      ...summaryActions(context, host, true),
    ],
    rest: [signOffBlock(context)],
  }),
  toActions: (context, host) => ({
    next: [...sentences(...standing(context)), ...nextMove(context, host, "actionItems")],
    rest: [summaryBlock(context, host, false), signOffBlock(context)],
  }),
  close: (context, host) => ({
    next: [...sentences(finalLine(context)), ...closeActions(context)],
    rest: [
      closureList(context),
      planBlock(context),
      finalBlock(context, host, ...windowLines(context)),
      summaryBlock(context, host, false),
      signOffBlock(context),
    ],
  }),
  finalReport: (context, host) => ({
    next: [
      ...sentences(finalLine(context)),
      ...windowLines(context),
      ...finalActions(context, host, true),
    ],
    rest: [
      closureList(context),
      planBlock(context),
      summaryBlock(context, host, false),
      signOffBlock(context),
    ],
  }),
  renew: (context, host) => ({
    next: renewActions(context, host),
    rest: [
      finalBlock(context, host, ...sentences(finalLine(context)), ...windowLines(context)),
      signOffBlock(context),
    ],
  }),
};

function validateButton(context: Context): View {
  return h(
    "div",
    { key: "act", class: "buttons" },
    plainButton(
      PAPER_STEP_TEXT.showLeft(context.report.preliminary.unanswered),
      () => {
        context.change((ui) => {
          turnTo(ui, "items");
          ui.choice = { ...EVERYTHING, filters: new Set(["unanswered"]) };
        });
        context.showSteps(false);
      },
      { primary: true },
    ),
  );
}

function calendarBlock(context: Context, { files }: StepHost): View {
  const { checklist, report } = context;
  const days = calendarDays(checklist, report);
  const list = days.map((day) => `${dayText(day.on, context.today)}\t${day.title}`).join("\n");
  const act = files
    ? [
        h(
          "div",
          { key: "act", class: "buttons" },
          actionButton(context, {
            name: "calendar",
            label: CALENDAR.act,
            act: async () => saveCalendar(files, checklist, report, new Date()),
          }),
        ),
        outcome(context, "calendar"),
      ]
    : [copyable(context, "dates", CALENDAR.text, list, 4)];
  return h(
    "section",
    { key: "calendar", class: "block" },
    blockHead(CALENDAR.title),
    h("p", { key: "dates" }, days.length === 0 ? CALENDAR.none : CALENDAR.dates(days.length)),
    ...(days.length === 0 ? [] : act),
  );
}
