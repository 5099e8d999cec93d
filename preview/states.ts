/** Asks for an earlier state of a workbook to go back to. */

import { whenText } from "../panel/words/when.ts";
import { button, element } from "./dom.ts";
import type { State } from "./store.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

/** Null where the user leaves things as they are, which is what the keyboard stands on. */
export function chooseState(name: string, states: readonly State[]): Promise<State | null> {
  return new Promise((resolve) => {
    let chosen: State | null = null;
    const leave = button(states.length === 0 ? TEXT.close : TEXT.keep, () => dialog.close());
    const lines = states.map((state) => {
      const choose = button("", () => {
        chosen = state;
        dialog.close();
      });
      choose.className = "state";
      const { facts } = state;
      choose.append(
        element("b", {}, whenText(state.at)),
        element("span", {}, facts ? TEXT.statePoints(facts.total) : ""),
        element("span", {}, facts?.count ?? ""),
      );
      return element("li", {}, choose);
    });
    const dialog = element(
      "dialog",
      { class: "question states", "aria-labelledby": "states" },
      element("h2", { id: "states" }, TEXT.statesTitle(name)),
      element("p", {}, states.length === 0 ? TEXT.statesNone : TEXT.statesLead),
      ...(lines.length === 0 ? [] : [element("ul", { role: "list" }, ...lines)]),
      element("div", { class: "commands" }, leave),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
    leave.focus();
  });
}
