/** The foot of an item: its answer buttons or the ways to close it, what is given with an answer, and the next item. */

import { ANSWER_WORDS, type Answer } from "../../core/audit/answers.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Context, Given, Turn } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { DockModel, Field } from "../model/item.ts";
import type { PastAct } from "../types.ts";
import { goBack, goOn, nextOpenOf, openField, turnItem, writeAtOnce } from "../way.ts";
import { DOCK_TEXT as TEXT } from "../words/item.ts";
import { fieldView } from "./fields.ts";
import { keyHint, stateIcon, textButton } from "./parts.ts";

export function answerFoot(context: Context, model: DockModel, whole: boolean): View {
  const fields = besideAnswer(context, model, whole ? footFields : answerFields);
  const isClosing = canBeClosed(context, model);
  return h(
    "div",
    { key: `${model.id} answers`, class: "answers" },
    // What closes an item is written before the closure is accepted.
    isClosing ? fields : null,
    ...asked(context, model),
    isClosing ? null : fields,
    isClosing ? null : closedReason(context, model),
    ...(whole ? [] : givenLine(context)),
    nav(context, whole),
  );
}

/** What the phase asks for: closures in the action items, answers before. */
function asked(context: Context, model: DockModel): Child[] {
  if (canBeClosed(context, model)) return closing(context, model);
  return model.answering === null ? [] : answers(context, model, model.answering);
}

function answers(
  context: Context,
  model: DockModel,
  answering: NonNullable<DockModel["answering"]>,
): Child[] {
  const { closedBecause, side, effects } = answering;
  const answer = pending(context, model);
  const radio = (choice: "met" | "notMet") => {
    const checked = answer === choice;
    const effect = effects[choice];
    return h(
      "button",
      {
        type: "button",
        key: choice,
        class: `answer ${choice}${checked ? " checked" : ""}`,
        role: "radio",
        "data-focus": `answer-${choice}`,
        "data-stop": true,
        "aria-checked": checked ? "true" : "false",
        "aria-disabled": closedBecause === null ? null : "true",
        "aria-describedby": closedBecause === null ? null : reasonId(context),
        "aria-description": closedBecause === null ? effect.full : null,
        title: closedBecause === null ? effect.full : null,
        on: {
          click: () => {
            if (closedBecause === null && !checked) context.answer(model.id, side, choice);
          },
        },
      },
      checked ? stateIcon(choice) : icon(choice === "met" ? "check" : "cross"),
      h(
        "span",
        { class: "choice" },
        ANSWER_WORDS[choice],
        closedBecause === null
          ? h(
              "span",
              { class: "effect", "aria-hidden": "true" },
              context.layout === "pane" ? effect.short : effect.full,
            )
          : null,
      ),
      closedBecause === null ? keyHint(context, choice === "met" ? "M" : "N") : null,
    );
  };
  return [
    h(
      "div",
      {
        key: "radios",
        class: "radios",
        role: "radiogroup",
        "aria-label": TEXT.radio(side, model.id),
        "aria-busy": context.ui.pending.has(model.id) ? "true" : null,
        "data-roving": "horizontal",
      },
      radio("met"),
      radio("notMet"),
    ),
  ];
}

type FieldsOf = (context: Context, model: DockModel) => readonly Field[];

function besideAnswer(context: Context, model: DockModel, fields: FieldsOf): View | null {
  const own = fields(context, model);
  if (own.length === 0) return null;
  return h(
    "div",
    { key: "beside", class: `beside-answer ${context.score}` },
    ...own.map((field) => fieldView(context, model.id, field)),
  );
}

/** What the phase works on beside the answer: evidence and owner, the auditor's note, or the closure. */
export function footFields(context: Context, model: DockModel): readonly Field[] {
  if (context.score === "self") return answerFields(context, model);
  return model.fields.filter(
    ({ name, open, value }) =>
      open &&
      name !== "Owner" &&
      // A plan is the second way out: its field comes when it is asked for.
      (name !== "Action_Plan" || value !== "" || context.ui.planFor === model.id),
  );
}

/** Evidence and owner are given with the answer. */
function answerFields({ score }: Context, model: DockModel): readonly Field[] {
  if (score !== "self" || model.answering === null) return [];
  return model.fields.filter(({ name, open }) => open && (name === "Evidence" || name === "Owner"));
}

/** Said of the whole checklist, not of what the list is narrowed to. */
function noneLeft({ report, score }: Context): View | null {
  if (report[score].unanswered > 0 || report.phase === "closed") return null;
  if (score === "final" && report.actionItems.some(({ state }) => state === "open")) return null;
  return h("span", { key: "none", class: "quiet-text next" }, TEXT.noneOpen);
}

/** What was done last, with the way to take it back. */
function givenLine(context: Context): Child[] {
  const { host, ui } = context;
  const { given } = ui;
  const line = (text: string, direction: Turn, shown: View | null): Child[] => [
    h(
      "p",
      { key: "given", class: "given" },
      shown,
      text,
      " ",
      textButton(direction === "undo" ? TEXT.undo : TEXT.redo, () => context.turnBack(direction)),
      keyHint(context, direction === "undo" ? "Ctrl Z" : "Ctrl Y"),
    ),
  ];
  const { history } = host;
  if (history === undefined) {
    if (given === null) return [];
    const { answer, isUndone } = given;
    return line(TEXT.done(given), isUndone ? "redo" : "undo", isUndone ? null : stateIcon(answer));
  }
  const undone = history.redoable();
  if (undone !== null) return line(undone.undone, "redo", null);
  const act = history.undoable();
  if (act === null) return [];
  const isGiven = given !== null && !given.isUndone && isOf(act, given);
  return isGiven
    ? line(TEXT.done(given), "undo", stateIcon(given.answer))
    : line(act.done, "undo", null);
}

/** Whether the act is the answer that was given here last: of that more can be said. */
const isOf = ({ cells }: PastAct, { items, side, answer }: Given): boolean =>
  items.every(({ id }) =>
    cells.some(
      ({ item, name, after }) =>
        item === id &&
        name === (side === "self" ? "Self_Answer" : "Auditor_Answer") &&
        after === (answer === "unanswered" ? "" : ANSWER_WORDS[answer]),
    ),
  );

function canBeClosed({ report }: Context, { action }: DockModel): boolean {
  return report.phase === "actionItems" && action?.open === true;
}

/** The two ways out of a finding: its closure is accepted, or a plan is written. */
function closing(context: Context, model: DockModel): Child[] {
  const evidence = model.fields.find(({ name }) => name === "Closure_Evidence")?.value ?? "";
  const plan = model.fields.find(({ name }) => name === "Action_Plan");
  const accept = () => {
    context.ui.acceptFor = null;
    void writeAtOnce(context, model.id, "Closed_On", context.today);
  };
  if (context.ui.acceptFor === model.id) return [bareClosure(context, model, accept)];
  return [
    h(
      "div",
      { key: "closing", class: "closing" },
      h(
        "button",
        {
          type: "button",
          key: "accept",
          class: evidence === "" ? "button" : "button primary",
          "data-focus": "accept",
          on: { click: evidence === "" ? () => askFor(context, model.id) : accept },
        },
        evidence === "" ? null : icon("check"),
        TEXT.accept(evidence !== ""),
      ),
      plan?.open
        ? h(
            "button",
            {
              type: "button",
              key: "plan",
              class: "button",
              on: { click: () => openField(context, "Action_Plan") },
            },
            TEXT.writePlan,
          )
        : null,
    ),
  ];
}

function askFor(context: Context, id: ItemId | null): void {
  context.focusOn(id === null ? "accept" : "accept-bare");
  context.change((ui) => {
    ui.acceptFor = id;
  });
}

/** Nothing shows afterwards why it counts: that is asked about, once. */
function bareClosure(context: Context, model: DockModel, accept: () => void): View {
  const id = `${context.prefix}accept-bare`;
  return h(
    "div",
    { key: "bare", class: "card confirm", role: "group", "aria-labelledby": id },
    h("p", { id }, TEXT.bareClosure(model.id)),
    h(
      "div",
      { class: "buttons" },
      h(
        "button",
        {
          type: "button",
          key: "yes",
          class: "button",
          "data-focus": "accept-bare",
          on: { click: accept },
        },
        TEXT.acceptBare,
      ),
      h(
        "button",
        {
          type: "button",
          key: "no",
          class: "button",
          on: {
            click: () => {
              context.ui.acceptFor = null;
              openField(context, "Closure_Evidence");
            },
          },
        },
        TEXT.writeEvidence,
      ),
    ),
  );
}

/** Where one came from, the details, and the next item that is open. */
function nav(context: Context, whole: boolean): View {
  const { trail } = context.ui;
  const before = trail[trail.length - 1];
  const next = nextOpenOf(context);
  return h(
    "div",
    { key: "nav", class: "nav" },
    before === undefined
      ? null
      : h(
          "button",
          {
            type: "button",
            key: "back",
            class: "icon-button",
            "aria-label": TEXT.back(before),
            title: TEXT.back(before),
            on: { click: () => goBack(context) },
          },
          icon("left"),
          whole ? h("span", { class: "back-word", "aria-hidden": "true" }, TEXT.backShort) : null,
          keyHint(context, "K"),
        ),
    detailsButton(context, whole),
    ...(whole ? givenLine(context) : []),
    next === null
      ? noneLeft(context)
      : h(
          "button",
          {
            type: "button",
            key: "next",
            class: "plain next",
            on: { click: () => goOn(context) },
          },
          TEXT.nextOpen(next),
          keyHint(context, "J"),
          icon("right"),
        ),
  );
}

/** To the item whole, and from there back to the list. */
function detailsButton(context: Context, whole: boolean): View {
  return h(
    "button",
    {
      type: "button",
      key: "details",
      class: "plain details-button",
      "data-focus": "details",
      "aria-expanded": whole ? "true" : "false",
      on: { click: () => turnItem(context, "details") },
    },
    whole ? TEXT.less : TEXT.details,
    whole ? keyHint(context, "L") : null,
  );
}

/** The answer as it will be once the host has written it. */
export function pending(context: Context, model: DockModel): Answer {
  return context.ui.pending.get(model.id) ?? model.answering?.answer ?? "unanswered";
}

const reasonId = (context: Context): string => `${context.prefix}reason`;

function closedReason(context: Context, model: DockModel): View | null {
  const reason = model.answering?.closedBecause ?? null;
  if (reason === null) return null;
  return h("p", { key: "reason", id: reasonId(context), class: "closed-reason" }, reason);
}
