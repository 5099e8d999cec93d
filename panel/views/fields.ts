/** Fields of the dock: what is entered stays in the panel until it is complete, then goes to the host. */

import { isoDate } from "../../core/audit/dates.ts";
import { NOTE_KINDS } from "../../core/audit/notes.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Context } from "../context.ts";
import { h, type View } from "../dom.ts";
import type { Field } from "../model/item.ts";
import { ownersIn } from "../model/items.ts";
import type { ItemField } from "../types.ts";
import { writeAtOnce } from "../way.ts";
import { DOCK_TEXT as TEXT } from "../words/item.ts";
import { keyHint } from "./parts.ts";

export function fieldView(context: Context, id: ItemId, field: Field): View {
  if (field.kind === "choice") return choiceField(context, id, field);
  const key = `${id} ${field.name}`;
  const fieldId = `${context.prefix}${field.name}`;
  const { ui } = context;
  const isText = field.kind === "text";
  const type = field.kind === "date" ? "date" : "text";
  return h(
    "div",
    { key: field.name, class: `labelled ${field.kind}-field` },
    h("label", { for: fieldId }, field.label, hintFor(context, field.name)),
    h(isText ? "textarea" : "input", {
      id: fieldId,
      "data-focus": `field-${field.name}`,
      class: "field",
      ...(isText ? { rows: 2 } : { type }),
      autocomplete: "off",
      list: field.name === "Owner" ? `${fieldId}-names` : null,
      value: ui.drafts.get(key)?.text ?? field.value,
      on: {
        input: (event) => {
          // A day of which a part is missing reads as blank, and must not clear the cell.
          if (isHalfTyped(event)) ui.drafts.delete(key);
          else ui.drafts.set(key, { id, field: field.name, text: textOf(event) });
        },
        change: (event) => {
          if (field.kind !== "date" || isWholeDay(event)) void context.commit(key);
        },
        // What is no day yet is sent when it is left, to be refused in words.
        ...(field.kind === "date" ? { blur: () => void context.commit(key) } : {}),
      },
    }),
    field.name === "Owner" ? owners(context, `${fieldId}-names`) : null,
  );
}

/** The names in use are offered; any other may be typed. */
const owners = ({ report }: Context, id: string): View =>
  h(
    "datalist",
    { key: "names", id },
    ...ownersIn(report).map((name) => h("option", { key: name, value: name })),
  );

/** The key that leads to a field. */
function hintFor(context: Context, name: ItemField): View | null {
  const key = { Evidence: "E", Auditor_Note: "E", Owner: "O", Closed_On: "C" }[name as string];
  return key === undefined ? null : keyHint(context, key);
}

/** Chosen like an answer: arrows look, Space decides. */
function choiceField(context: Context, id: ItemId, field: Field): View {
  const key = `${id} ${field.name}`;
  const { ui } = context;
  const value = ui.drafts.get(key)?.text ?? field.value;
  const labelId = `${context.prefix}${field.name}`;
  const chip = (text: string, label: string) =>
    h(
      "button",
      {
        type: "button",
        key: label,
        "data-focus": value === text ? `field-${field.name}` : null,
        class: value === text ? "chip checked" : "chip",
        role: "radio",
        "data-stop": true,
        "aria-checked": value === text ? "true" : "false",
        on: {
          click: () => {
            if (value !== text) void writeAtOnce(context, id, field.name, text);
          },
        },
      },
      label,
    );
  return h(
    "div",
    { key: field.name, class: "labelled" },
    h("span", { id: labelId, class: "label" }, field.label),
    h(
      "div",
      {
        class: "filters",
        role: "radiogroup",
        "aria-labelledby": labelId,
        "data-roving": "horizontal",
      },
      ...NOTE_KINDS.map((kind) => chip(kind, TEXT.noteKinds[kind])),
      chip("", TEXT.noKind),
    ),
  );
}

function isHalfTyped({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.validity.badInput;
}

/** While a year is typed its first digits already make a day, of long ago. */
function isWholeDay(event: Event): boolean {
  const text = textOf(event);
  return (text === "" && !isHalfTyped(event)) || isoDate(text) !== null;
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value
    : "";
}
