/** Moving the phase, forward with its effect or back with a reason, and the history of moves. */

import { needsReason, PHASES, type Phase, phaseIndex } from "../../core/audit/phases.ts";
import { STEP_TEXT } from "../../core/words/steps.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { StepHost } from "../types.ts";
import { HISTORY_TEXT, MOVE_TEXT as TEXT } from "../words/steps.ts";
import { leftUndone, momentText } from "./model.ts";
import {
  type ActionButton,
  actionButton,
  ask,
  changeSteps,
  confirmation,
  foldable,
  plainButton,
} from "./parts.ts";

function move(context: Context, host: StepHost, to: Phase, reason: string): ActionButton["act"] {
  return async () => {
    await host.movePhase(to, reason);
    context.focusOn("steps-title");
    changeSteps(context, (steps) => {
      steps.asking = null;
      steps.moveShown = false;
      steps.moveTo = null;
      steps.reason = "";
    });
    return TEXT.moved(to);
  };
}

/** Leaving the self-assessment seals it, wherever the move goes. */
const effect = (from: Phase, to: Phase): string =>
  from === "selfAssessment" ? `${TEXT.seals} ${TEXT.forward[to]}` : TEXT.forward[to];

/** The move to the next phase, where that is the next step. */
export function nextMove(context: Context, host: StepHost, to: Phase): Child[] {
  if (context.ui.steps.asking === "next") {
    return [
      confirmation(
        context,
        "next",
        [
          TEXT.confirm(to, effect(context.report.phase, to)),
          ...leftUndone(context.report, to, context.today),
        ],
        { name: "next", label: TEXT.on(to), act: move(context, host, to, "") },
        TEXT.stay(context.report.phase),
      ),
    ];
  }
  return [
    h(
      "div",
      { key: "act", class: "buttons" },
      plainButton(TEXT.on(to), () => ask(context, "next"), {
        primary: true,
        key: "next",
        focus: "ask-next",
      }),
    ),
  ];
}

export function moveBlock(context: Context, host: StepHost): View {
  const { phase } = context.report;
  const { moveShown, moveTo } = context.ui.steps;
  return h(
    "section",
    { key: "move", class: "block" },
    foldable(TEXT.title, null, moveShown, () =>
      changeSteps(context, (steps) => {
        steps.moveShown = !steps.moveShown;
        steps.moveTo = null;
        steps.refusal = null;
      }),
    ),
    ...(moveShown
      ? [
          h(
            "fieldset",
            { key: "choose", class: "choose" },
            h("legend", {}, TEXT.choose),
            // Handing over is a step of its own, because it looks at the workbook first.
            ...PHASES.filter(
              (to) => to !== phase && !(phase === "selfAssessment" && to === "submitted"),
            ).map((to) => option(context, phase, to)),
          ),
          moveTo === null ? null : chosen(context, host, phase, moveTo),
        ]
      : []),
  );
}

function option(context: Context, from: Phase, to: Phase): View {
  const id = `${context.prefix}move-${to}`;
  return h(
    "div",
    { key: to, class: "option" },
    h("input", {
      type: "radio",
      id,
      name: `${context.prefix}move`,
      checked: context.ui.steps.moveTo === to,
      on: {
        change: () =>
          changeSteps(context, (steps) => {
            steps.moveTo = to;
            steps.refusal = null;
          }),
      },
    }),
    h("label", { for: id }, phaseIndex(to) < phaseIndex(from) ? TEXT.back(to) : TEXT.on(to)),
  );
}

function chosen(context: Context, host: StepHost, from: Phase, to: Phase): View {
  const back = phaseIndex(to) < phaseIndex(from);
  const asks = needsReason(from, to);
  const { reason, refusal } = context.ui.steps;
  const label = back ? TEXT.back(to) : TEXT.on(to);
  const act = move(context, host, to, asks ? reason.trim() : "");
  return h(
    "div",
    { key: `to ${to}`, class: "card confirm" },
    h("p", { key: "effect" }, back ? TEXT.backward[to] : effect(from, to)),
    ...leftUndone(context.report, to, context.today).map((text) => h("p", { key: text }, text)),
    asks ? reasonField(context, refusal) : null,
    h(
      "div",
      { key: "buttons", class: "buttons" },
      asks && reason.trim() === ""
        ? plainButton(
            label,
            () => {
              context.focusOn("reason");
              changeSteps(context, (steps) => {
                steps.refusal = STEP_TEXT.needsReason(from, to);
              });
            },
            { key: "move" },
          )
        : actionButton(context, { name: "move", label, act }),
      plainButton(TEXT.stay(from), () =>
        changeSteps(context, (steps) => {
          steps.moveTo = null;
          steps.refusal = null;
        }),
      ),
    ),
  );
}

function reasonField(context: Context, refusal: string | null): View {
  const id = `${context.prefix}reason-back`;
  return h(
    "div",
    { key: "reason", class: "labelled" },
    h("label", { for: id }, TEXT.reason),
    h("textarea", {
      id,
      class: "field",
      rows: 2,
      autocomplete: "off",
      "data-focus": "reason",
      "aria-required": "true",
      "aria-invalid": refusal === null ? null : "true",
      "aria-describedby": `${id}-hint`,
      value: context.ui.steps.reason,
      on: {
        input: ({ target }) => {
          if (!(target instanceof HTMLTextAreaElement)) return;
          changeSteps(context, (steps) => {
            steps.reason = target.value;
            if (target.value.trim() !== "") steps.refusal = null;
          });
        },
      },
    }),
    h(
      "p",
      { id: `${id}-hint`, class: refusal === null ? "hint" : "hint refused" },
      refusal === null ? null : icon("error", "bad"),
      h("span", {}, refusal ?? TEXT.reasonHint),
    ),
  );
}

/** A phase that no command set: why, for the history. Null where every move is on record. */
export function byHandBlock(context: Context, host: StepHost): View | null {
  const { movedByHand, phase } = context.report;
  if (!movedByHand) return null;
  const { handReason } = context.ui.steps;
  const id = `${context.prefix}reason-hand`;
  return h(
    "section",
    { key: "hand", class: "card confirm" },
    h("p", { class: "marked" }, icon("warning", "warn"), h("span", {}, HISTORY_TEXT.byHand(phase))),
    h(
      "div",
      { class: "labelled" },
      h("label", { for: id }, TEXT.reason),
      h("textarea", {
        id,
        class: "field",
        rows: 2,
        autocomplete: "off",
        "data-focus": "hand-reason",
        value: handReason,
        on: {
          input: ({ target }) => {
            if (target instanceof HTMLTextAreaElement)
              changeSteps(context, (steps) => {
                steps.handReason = target.value;
              });
          },
        },
      }),
    ),
    h(
      "div",
      { class: "buttons" },
      actionButton(context, {
        name: "hand",
        label: HISTORY_TEXT.keep,
        act: async () => {
          if (handReason.trim() === "") {
            context.focusOn("hand-reason");
            throw new Error(HISTORY_TEXT.noReason);
          }
          await host.movePhase(phase, handReason.trim());
          context.focusOn("steps-title");
          changeSteps(context, (steps) => {
            steps.handReason = "";
          });
          return HISTORY_TEXT.kept;
        },
      }),
    ),
  );
}

/** Newest first, as on the Overview sheet. */
export function historyBlock(context: Context): View {
  const { history } = context.report;
  const { historyShown } = context.ui.steps;
  const newest = [...history].reverse();
  return h(
    "section",
    { key: "history", class: "block" },
    foldable(HISTORY_TEXT.title, HISTORY_TEXT.moves(history.length), historyShown, () =>
      changeSteps(context, (steps) => {
        steps.historyShown = !steps.historyShown;
      }),
    ),
    ...(historyShown
      ? [
          history.length === 0
            ? h("p", { key: "none" }, HISTORY_TEXT.none)
            : h(
                "ol",
                { key: "moves", class: "moves", role: "list", "aria-label": HISTORY_TEXT.title },
                ...newest.map((one) =>
                  h(
                    "li",
                    {},
                    h("b", {}, HISTORY_TEXT.line(one.from, one.to)),
                    h(
                      "span",
                      { class: "second" },
                      one.at === "" ? HISTORY_TEXT.unknown : momentText(one.at, context.today),
                      one.seal === "" ? null : `. ${HISTORY_TEXT.seal(one.seal)}`,
                    ),
                    one.reason === "" ? null : h("span", { class: "reason" }, one.reason),
                  ),
                ),
              ),
        ]
      : []),
  );
}
