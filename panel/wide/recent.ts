/** The workbooks that the host keeps: what each has come to, to go on with, to go back in, and to forget. */

import type { Shell } from "../context.ts";
import { h, type View } from "../dom.ts";
import type { PanelHost, RecentBook, RecentMeter } from "../types.ts";
import { percent, spoken, textButton } from "../views/parts.ts";
import { whenText } from "../words/when.ts";
import { RECENT_TEXT as TEXT } from "../words/wide.ts";

type Start = NonNullable<PanelHost["start"]>;

export function recentBooks(shell: Shell, start: Start): View {
  const books = start.recent();
  return h(
    "section",
    { key: "recent", class: "recent" },
    h("h2", {}, TEXT.title),
    books.length === 0
      ? h("p", { key: "none", class: "card" }, h("b", {}, TEXT.none), " ", TEXT.noneHint)
      : h("ul", { key: "books", role: "list" }, ...books.map((book) => line(shell, start, book))),
    books.length > 1
      ? textButton(TEXT.forgetAll, () => void shell.ask("forget", () => start.forget(null)), {
          key: "all",
        })
      : null,
  );
}

function line(shell: Shell, start: Start, book: RecentBook): View {
  const { id, title, detail, headline, meter, at } = book;
  return h(
    "li",
    { key: id },
    h(
      "button",
      {
        type: "button",
        class: "recent-open",
        on: { click: () => void shell.ask("openRecent", () => start.openRecent(id)) },
      },
      h("span", {}, h("b", {}, title), h("span", { class: "second" }, detail)),
      h(
        "span",
        { class: "recent-score" },
        meter === null ? null : smallMeter(meter),
        h("span", { class: "second" }, headline),
      ),
      h("span", { class: "second" }, whenText(at)),
    ),
    more(
      title,
      textButton(TEXT.earlier, () => void shell.ask("earlier", () => start.earlier(id))),
      textButton(TEXT.forget, () => void shell.ask("forget", () => start.forget(id))),
    ),
  );
}

function smallMeter({ nowShare, openShare, missedShare, passShare }: RecentMeter): View {
  const part = (name: string, share: number) =>
    share > 0 ? h("i", { key: name, class: name, style: `width:${percent(share)}` }) : null;
  return h(
    "span",
    { class: "meter", "aria-hidden": "true" },
    h(
      "span",
      { class: "track" },
      part("fill-now", nowShare),
      part("fill-open", openShare),
      part("fill-missed", missedShare),
    ),
    h("i", { class: "tick", style: `left:${percent(passShare)}` }),
  );
}

/** Unfolds by itself; Escape, an act and a look elsewhere fold it again. */
function more(title: string, ...acts: View[]): View {
  const fold = (from: EventTarget | null, takesFocus: boolean) => {
    const details = from instanceof Element ? from.closest("details") : null;
    if (!details?.open) return;
    details.open = false;
    if (takesFocus) details.querySelector("summary")?.focus();
  };
  return h(
    "details",
    {
      class: "recent-more",
      name: "recent",
      on: {
        keydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === "Escape") fold(event.target, true);
        },
        focusout: (event) => {
          const { currentTarget, relatedTarget } = event as FocusEvent;
          const isInside =
            currentTarget instanceof Node && currentTarget.contains(relatedTarget as Node);
          if (relatedTarget !== null && !isInside) fold(currentTarget, false);
        },
      },
    },
    h("summary", {}, h("span", { "aria-hidden": "true" }, "\u22ef"), spoken(TEXT.more(title))),
    h("div", { class: "recent-acts", on: { click: ({ target }) => fold(target, true) } }, ...acts),
  );
}
