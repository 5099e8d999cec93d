/** The card of keys: what each does, and what can be turned off. */

import type { Context } from "../context.ts";
import { h, type View } from "../dom.ts";
import { showKeys } from "../keys.ts";
import { KEYS_TEXT as TEXT } from "../words/keys.ts";
import { blockHead, textButton } from "./parts.ts";

export function keysCard(context: Context): View | null {
  const { ui, change, prefix } = context;
  if (!ui.keysShown) return null;
  const setting = (name: "letters" | "stays", label: string) =>
    h(
      "p",
      { key: name, class: "setting" },
      h("input", {
        type: "checkbox",
        id: `${prefix}${name}`,
        checked: ui[name],
        on: {
          change: () =>
            change((own) => {
              own[name] = !own[name];
            }),
        },
      }),
      h("label", { for: `${prefix}${name}` }, label),
    );
  return h(
    "section",
    {
      key: "keys",
      class: "card keys-card",
      "aria-label": TEXT.title,
      tabindex: "-1",
      "data-focus": "keys",
    },
    blockHead(
      TEXT.title,
      textButton(TEXT.close, () => showKeys(context, false)),
    ),
    h(
      "dl",
      { key: "list" },
      ...TEXT.keys(context.score === "self", context.host.turn !== undefined).flatMap(
        ([key, does]) => [
          h("dt", { key: `${key} key` }, h("kbd", {}, key)),
          h("dd", { key }, does),
        ],
      ),
    ),
    setting("letters", TEXT.letters),
    setting("stays", TEXT.stays),
  );
}
