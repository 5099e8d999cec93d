/** The page Steps: the next step of the phase as its one primary action, and the rest below. Loaded when it is opened. */

import { calendarDays } from "../../core/papers/calendar.ts";
import { type Context, turnTo } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { EVERYTHING } from "../model/items.ts";
import type { StepHost } from "../types.ts";
import { blockHead } from "../views/parts.ts";
import { dayText } from "../words/numbers.ts";
import {
  CALENDAR_STEP_TEXT as CALENDAR,
  MAIL_TEXT,
  NEXT_TEXT,
  PAPER_STEP_TEXT,
  STEPS_TEXT,
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
import { type NextStep, nextStep } from "./model.ts";
import { historyBlock, moveBlock, nextMove } from "./moves.ts";
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

interface Page {
  /** Under the title, ending in the primary action. */
  readonly next: Child[];
  readonly rest: Child[];
}

export function stepsPage(context: Context, host: StepHost): View {
  const step = nextStep(context.report, context.today);
  const { next, rest } = PAGES[step](context, host);
  return h(
    "main",
    { key: "steps", class: "middle steps-page", tabindex: "-1" },
    h(
      "div",
      { class: "content" },
      h(
        "section",
        { key: "next", class: "next" },
        h("p", { class: "quiet-text" }, STEPS_TEXT.next),
        h("h1", { tabindex: "-1", "data-focus": "steps-title" }, NEXT_TEXT[step]),
        outcome(context, "handOver", "next", "move"),
        ...next,
      ),
      ...rest,
      calendarBlock(context, host),
      moveBlock(context, host),
      historyBlock(context),
    ),
  );
}

const sentences = (...texts: (string | null)[]): Child[] =>
  texts.map((text, index) => (text === null ? null : h("p", { key: `line ${index}` }, text)));

const PAGES: Readonly<Record<NextStep, (context: Context, host: StepHost) => Page>> = {
  handOver: handOverBlocks,
  mail: (context, host) => ({
    next: [...sentences(MAIL_TEXT.lead), ...mailActions(context, host, true)],
    rest: [mailBlock(context), sealBlock(context, host)],
  }),
  beginAudit: (context, host) => ({
    next: nextMove(context, host, "audit"),
    rest: [sealBlock(context, host), mailBlock(context, ...mailActions(context, host, false))],
  }),
  validate: (context, host) => ({
    next: [...sentences(validatedText(context), ...standing(context)), validateButton(context)],
    rest: [sealBlock(context, host), summaryBlock(context, host, false), signOffBlock(context)],
  }),
  summary: (context, host) => ({
    next: [
      ...sentences(summaryLine(context), validatedText(context), ...standing(context)),
      ...summaryActions(context, host, true),
    ],
    rest: [sealBlock(context, host), signOffBlock(context)],
  }),
  toActions: (context, host) => ({
    next: [...sentences(...standing(context)), ...nextMove(context, host, "actionItems")],
    rest: [summaryBlock(context, host, false), signOffBlock(context), sealBlock(context, host)],
  }),
  close: (context, host) => ({
    next: [...sentences(finalLine(context)), ...closeActions(context)],
    rest: [
      closureList(context),
      planBlock(context),
      finalBlock(context, host, ...windowLines(context)),
      summaryBlock(context, host, false),
      signOffBlock(context),
      sealBlock(context, host),
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
      sealBlock(context, host),
    ],
  }),
  renew: (context, host) => ({
    next: renewActions(context, host),
    rest: [
      finalBlock(context, host, ...sentences(finalLine(context)), ...windowLines(context)),
      signOffBlock(context),
      sealBlock(context, host),
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
