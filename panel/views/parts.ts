/** Small pieces that several views share: rows, headings, links, words for screen readers. */

import type { ItemId } from "../../core/checklist/domain.ts";
import { blocksOf } from "../../core/checklist/lines.ts";
import { SCOPE_WORDS } from "../../core/words/en.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { ItemRow, RowState } from "../model/items.ts";
import { gain } from "../words/numbers.ts";
import { ACTIONS_TEXT, ANSWER_LABELS, OVERVIEW_TEXT } from "../words/panel.ts";

/** A text of the checklist in full: its paragraphs and lists, and a label before its first words. */
export function written(key: string, label: string | null, text: string): View {
  const blocks = blocksOf(text);
  const before = label === null ? [] : [h("b", {}, label)];
  const [first] = blocks;
  const leads = first !== undefined && "text" in first;
  return h(
    "div",
    { key, class: `written ${key}` },
    leads || before.length === 0 ? null : h("p", {}, ...before),
    ...blocks.map((block) => {
      if ("list" in block) return h("ul", {}, ...block.list.map((part) => h("li", {}, part)));
      if (block !== first || before.length === 0) return h("p", {}, block.text);
      return h("p", {}, ...before, " ", block.text);
    }),
  );
}

/** A share from 0 to 1, as styles have it. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** A key's name beside what it does, where there is room and the key acts. */
export const keyHint = ({ layout, ui }: Context, key: string): View | null =>
  layout !== "pane" && ui.letters ? h("kbd", { key: "hint", "aria-hidden": "true" }, key) : null;

/** Heard, not seen. */
export const spoken = (text: string): View => h("span", { class: "spoken" }, text);

export const textButton = (
  label: string,
  act: () => void,
  more: { key?: string; spoken?: string } = {},
): View =>
  h(
    "button",
    {
      type: "button",
      class: "link",
      ...(more.key === undefined ? {} : { key: more.key }),
      "aria-label": more.spoken ?? null,
      on: { click: act },
    },
    label,
  );

export const blockHead = (title: string, ...beside: Child[]): View =>
  h("div", { class: "block-head" }, h("h2", {}, title), ...beside);

export interface RowParts {
  readonly id: ItemId;
  readonly title: string;
  readonly icon: View;
  /** What the icon says, for screen readers. */
  readonly meaning: string;
  readonly second?: string | null;
  /** What was found, cut to one line. */
  readonly finding?: string;
  readonly value?: Child;
}

/** A row that opens its item here and in the workbook. */
export function itemButton(context: Context, parts: RowParts): View {
  const place = context.report.items.find((row) => row.id === parts.id)?.place ?? null;
  const current = context.selected === parts.id;
  return h(
    "li",
    { key: parts.id },
    h(
      "button",
      {
        type: "button",
        class: current ? "row selected" : "row",
        "data-item": parts.id,
        "data-stop": true,
        "aria-current": current ? "true" : null,
        on: { click: () => context.open(parts.id, place) },
      },
      parts.icon,
      h(
        "span",
        { class: "row-text" },
        h("b", {}, parts.id),
        " ",
        h("span", { class: "row-title" }, parts.title),
        spoken(`, ${parts.meaning}`),
        parts.second ? h("span", { class: "second" }, parts.second) : null,
        parts.finding ? h("span", { class: "second finding" }, parts.finding) : null,
      ),
      parts.value ? h("span", { class: "row-value" }, parts.value) : null,
    ),
  );
}

/** What closing an item brings, and the final score that it alone would make. */
export const brings = (context: Context, points: number, isOpen: boolean): View =>
  h(
    "span",
    { class: "brings" },
    h("b", {}, gain(points)),
    " ",
    isOpen
      ? h("span", { class: "second" }, ACTIONS_TEXT.makes(context.report.final.total + points))
      : null,
  );

export const rows = (label: string, ...children: Child[]): View =>
  h(
    "ul",
    { class: "rows", role: "list", "aria-label": label, "data-roving": "vertical" },
    ...children,
  );

const STATE_ICONS = {
  met: () => icon("pass", "ok"),
  notMet: () => icon("fail", "bad"),
  unanswered: () => icon("circle", "quiet"),
  settled: () => icon("dash", "quiet"),
} as const satisfies Record<RowState, () => View>;

export const stateIcon = (state: RowState): View => STATE_ICONS[state]();

/** The state in words; waived and carried items say which they are. */
export function stateWord(context: Context, row: ItemRow): string {
  if (row.state !== "settled") return ANSWER_LABELS[row.state];
  const scope = context.report.items.find((item) => item.id === row.id)?.scope ?? "carried";
  return SCOPE_WORDS[scope];
}

export const rowNumber = (row: ItemRow): View | null =>
  row.sheetRow === null
    ? null
    : h("span", { class: "quiet-text" }, OVERVIEW_TEXT.row(row.sheetRow));
