/** Text fields of the dock: what is typed stays in the panel until it is complete, then goes to the host. */

import type { ItemId } from "../../core/index.ts";
import type { Context } from "../context.ts";
import { h, type View } from "../dom.ts";
import type { Field } from "../model/item.ts";

export function fieldView(context: Context, id: ItemId, field: Field): View {
  const key = `${id} ${field.name}`;
  const fieldId = `${context.prefix}${field.name}`;
  const { ui } = context;
  return h(
    "div",
    { key: field.name, class: "labelled" },
    h("label", { for: fieldId }, field.label),
    h(field.name === "Owner" ? "input" : "textarea", {
      id: fieldId,
      class: "field",
      ...(field.name === "Owner" ? { type: "text" } : { rows: 2 }),
      autocomplete: "off",
      value: ui.drafts.get(key)?.text ?? field.value,
      on: {
        input: (event) => {
          ui.drafts.set(key, { id, field: field.name, text: textOf(event) });
        },
        change: () => context.commit(key),
      },
    }),
  );
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value
    : "";
}
