/** Pieces of the page Steps: buttons with their outcome, confirmations, texts for copying, links to cells. */

import type { Place } from "../../core/workbook/issues.ts";
import { placeText } from "../../core/workbook/issues.ts";
import type { Context, StepsUi } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { MAIL_TEXT, STEPS_TEXT } from "../words/steps.ts";
import { copyField } from "./copy.ts";

export const changeSteps = ({ change }: Context, mutate: (steps: StepsUi) => void): void =>
  change((ui) => mutate(ui.steps));

export interface ActionButton {
  readonly name: string;
  readonly label: string;
  readonly primary?: boolean;
  readonly spoken?: string;
  /** The sentence that says what was done; null for nothing to say. */
  readonly act: () => Promise<string | null>;
}

/** A button that works once at a time and says beside itself what came of it. */
export function actionButton(context: Context, parts: ActionButton): View {
  const { name, label, act } = parts;
  const busy = context.ui.busy.has(name);
  return h(
    "button",
    {
      type: "button",
      key: name,
      class: parts.primary ? "button primary" : "button",
      "aria-label": parts.spoken ?? null,
      "aria-disabled": busy ? "true" : null,
      "aria-busy": busy ? "true" : null,
      on: {
        click: () => {
          if (!context.ui.busy.has(name)) void run(context, name, act);
        },
      },
    },
    label,
  );
}

export async function run(
  context: Context,
  name: string,
  act: () => Promise<string | null>,
): Promise<boolean> {
  let text: string | null = null;
  const done = await context.ask(name, async () => {
    text = await act();
  });
  changeSteps(context, (steps) => {
    steps.done = done && text !== null ? { beside: name, text } : null;
  });
  if (done && text !== null) context.say(text);
  return done;
}

/** What came of one of these buttons, as long as nothing else was done. */
export function outcome({ ui }: Context, ...names: string[]): View | null {
  const { done } = ui.steps;
  if (done === null || !names.includes(done.beside)) return null;
  return h(
    "p",
    { key: "outcome", class: "outcome" },
    icon("check", "ok"),
    h("span", {}, done.text),
  );
}

export const plainButton = (
  label: string,
  act: () => void,
  more: { readonly primary?: boolean; readonly key?: string; readonly focus?: string } = {},
): View =>
  h(
    "button",
    {
      type: "button",
      key: more.key ?? label,
      class: more.primary ? "button primary" : "button",
      "data-focus": more.focus ?? null,
      on: { click: act },
    },
    label,
  );

/** A question with its effect; it takes the focus, and Escape leaves it. */
export function confirmation(
  context: Context,
  asking: NonNullable<StepsUi["asking"]>,
  question: readonly string[],
  yes: ActionButton,
  no: string,
): View {
  const id = `${context.prefix}confirm`;
  const leave = () => {
    context.focusOn(`ask-${asking}`);
    changeSteps(context, (steps) => {
      steps.asking = null;
    });
  };
  return h(
    "div",
    {
      key: `confirm ${asking}`,
      class: "card confirm",
      role: "group",
      tabindex: "-1",
      "aria-labelledby": id,
      "data-focus": `confirm-${asking}`,
      on: {
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
          // Or a host would take it for a wish to leave the panel as well.
          event.stopPropagation();
          leave();
        },
      },
    },
    h("div", { id }, ...question.map((sentence) => h("p", {}, sentence))),
    h(
      "div",
      { class: "buttons" },
      actionButton(context, { ...yes, primary: true }),
      plainButton(no, leave),
    ),
  );
}

/** Opens a confirmation and moves the focus into it. */
export function ask(context: Context, asking: NonNullable<StepsUi["asking"]>): void {
  context.focusOn(`confirm-${asking}`);
  changeSteps(context, (steps) => {
    steps.asking = asking;
    steps.done = null;
  });
}

/** A text to read and to copy. Its field can be selected where there is no clipboard. */
export function copyable(
  context: Context,
  name: string,
  label: string,
  value: string,
  lines = 1,
): View {
  const id = `${context.prefix}copy-${name}`;
  const { copied, selected } = context.ui.steps;
  return h(
    "div",
    { key: `copy ${name}`, class: "labelled copyable" },
    h("label", { for: id }, label),
    h(lines > 1 ? "textarea" : "input", {
      id,
      class: "field",
      ...(lines > 1 ? { rows: lines } : { type: "text" }),
      readonly: true,
      "aria-describedby": selected === name ? `${id}-hint` : null,
      value,
    }),
    h(
      "button",
      {
        type: "button",
        class: "button",
        "aria-label": MAIL_TEXT.copySpoken(label),
        on: { click: (event) => void copy(context, name, label, id, event.currentTarget) },
      },
      copied === name ? MAIL_TEXT.copied : MAIL_TEXT.copy,
    ),
    selected === name
      ? h("p", { key: "hint", id: `${id}-hint`, class: "hint" }, MAIL_TEXT.selected)
      : null,
  );
}

async function copy(
  context: Context,
  name: string,
  label: string,
  id: string,
  button: EventTarget | null,
): Promise<void> {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const done = await copyField(field);
  if (done && button instanceof HTMLElement) button.focus();
  changeSteps(context, (steps) => {
    steps.copied = done ? name : null;
    steps.selected = done ? null : name;
  });
  context.say(done ? MAIL_TEXT.copiedSpoken(label) : MAIL_TEXT.selected);
}

/** A row that goes to its cell, or only says what it says where there is none. */
export function placeRow(
  context: Context,
  key: string,
  place: Place | null,
  ...parts: Child[]
): View {
  if (place === null) return h("li", { key }, h("div", { class: "row still" }, ...parts));
  return h(
    "li",
    { key },
    h(
      "button",
      {
        type: "button",
        class: "row",
        "data-stop": true,
        on: { click: () => void context.ask("goTo", () => context.host.goTo(place)) },
      },
      ...parts,
    ),
  );
}

export const cellButton = (context: Context, place: Place | undefined): View | null =>
  place === undefined
    ? null
    : h(
        "button",
        {
          type: "button",
          key: "cell",
          class: "link",
          on: { click: () => void context.ask("goTo", () => context.host.goTo(place)) },
        },
        STEPS_TEXT.goTo(placeText(place)),
      );

/** A heading that opens and closes what is under it. */
export function foldable(
  title: string,
  beside: string | null,
  shown: boolean,
  toggle: () => void,
): View {
  return h(
    "h2",
    { key: "fold", class: "fold-head" },
    h(
      "button",
      {
        type: "button",
        class: "row fold-button",
        "aria-expanded": shown ? "true" : "false",
        on: { click: toggle },
      },
      icon(shown ? "up" : "down", "quiet"),
      h("span", {}, title),
      beside === null ? null : h("span", { class: "quiet-text" }, beside),
    ),
  );
}
