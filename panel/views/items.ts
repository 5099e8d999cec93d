/** The Items tab: search, filters and the list of items. */

import type { SectionId } from "../../core/checklist/domain.ts";
import { findSection } from "../../core/checklist/lookup.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { showKeys } from "../keys.ts";
import {
  EVERYTHING,
  FILTERS,
  type Filter,
  type ItemRow,
  type ItemsModel,
  itemsModel,
} from "../model/items.ts";
import { DOCK_TEXT } from "../words/item.ts";
import { figure, gain } from "../words/numbers.ts";
import { ITEMS_TEXT as TEXT } from "../words/panel.ts";
import { itemButton, rows, spoken, stateIcon, stateWord, textButton } from "./parts.ts";

export function itemsTab(context: Context): Child[] {
  const model = itemsModel(context.checklist, context.report, context.ui.choice);
  return [
    searchField(context),
    filterChips(context, model),
    h(
      "div",
      { key: "shown", class: "block-head" },
      h(
        "p",
        { class: "quiet-text shown beside", role: "status" },
        TEXT.shown(model.rows.length, model.all),
      ),
      h(
        "button",
        {
          type: "button",
          class: "link",
          "data-focus": "keys-button",
          on: { click: () => showKeys(context, true) },
        },
        TEXT.keys,
      ),
    ),

    model.rows.length === 0
      ? h(
          "p",
          { key: "none", class: "lead" },
          TEXT.none,
          " ",
          textButton(TEXT.clear, () => clearAll(context)),
        )
      : rows(TEXT.list, ...model.rows.map((row) => rowView(context, row))),
  ];
}

/** What narrows the list; what would leave nothing is not offered. */
export function filterChips(context: Context, { counts }: ItemsModel): View {
  const { filters } = context.ui.choice;
  return h(
    "div",
    {
      key: "filters",
      class: "filters",
      role: "group",
      "aria-label": TEXT.filters,
      "data-roving": "horizontal",
    },
    onlyChip(context),
    ...FILTERS.filter((filter) => counts[filter] > 0 || filters.has(filter)).map((filter) =>
      filterChip(context, filter, counts[filter]),
    ),
  );
}

function clearAll(context: Context): void {
  context.focusOn("search");
  context.change((ui) => {
    ui.choice = EVERYTHING;
  });
}

export function searchField(context: Context): View {
  const { ui, change } = context;
  const search = (query: string) =>
    change((own) => {
      own.choice = { ...own.choice, query };
    });
  return h(
    "div",
    { key: "search", class: "search" },
    icon("search", "quiet"),
    h("input", {
      type: "search",
      class: "field",
      "aria-label": TEXT.search,
      placeholder: TEXT.search,
      autocomplete: "off",
      spellcheck: "false",
      value: ui.choice.query,
      "data-focus": "search",
      on: {
        // As browsers do it, and before a host takes the key for a wish to leave the panel.
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
          if (ui.choice.query === "" || event.isComposing) return;
          event.stopPropagation();
          search("");
        },
        input: (event) => {
          if (event.target instanceof HTMLInputElement) search(event.target.value);
        },
      },
    }),
  );
}

function chip(label: string, pressed: boolean, count: number | null, press: () => void): View {
  return h(
    "button",
    {
      type: "button",
      key: label,
      class: "chip",
      "data-stop": true,
      "aria-pressed": pressed ? "true" : "false",
      on: { click: press },
    },
    pressed ? icon("check") : null,
    label,
    count === null ? null : h("span", { class: "chip-count" }, String(count)),
  );
}

function filterChip(context: Context, filter: Filter, count: number): View {
  const pressed = context.ui.choice.filters.has(filter);
  return chip(TEXT[filter], pressed, count, () =>
    context.change((ui) => {
      const filters = new Set(ui.choice.filters);
      if (!filters.delete(filter)) filters.add(filter);
      ui.choice = { ...ui.choice, filters };
    }),
  );
}

/** An owner, a section or a set of items chosen elsewhere; pressing the chip lets go of it. */
function onlyChip(context: Context): View[] {
  const { choice, onlyFrom } = context.ui;
  const chips: View[] = [];
  if (choice.owner !== null) {
    chips.push(
      chip(TEXT.owner(choice.owner), true, null, () =>
        context.change((ui) => {
          ui.choice = { ...ui.choice, owner: null };
        }),
      ),
    );
  }
  if (choice.section !== null) {
    chips.push(
      chip(TEXT.section(choice.section, sectionName(context, choice.section)), true, null, () =>
        context.change((ui) => {
          ui.choice = { ...ui.choice, section: null };
        }),
      ),
    );
  }
  if (choice.only !== null) {
    chips.push(
      chip(TEXT[onlyFrom], true, choice.only.size, () =>
        context.change((ui) => {
          ui.choice = { ...ui.choice, only: null };
        }),
      ),
    );
  }
  return chips;
}

const sectionName = ({ checklist }: Context, id: SectionId): string =>
  findSection(checklist, id)?.shortTitle ?? "";

function rowView(context: Context, row: ItemRow): View {
  const words = [
    stateWord(context, row),
    ...(row.mandatory ? [TEXT.mandatory] : []),
    ...(row.disagrees ? [DOCK_TEXT.disagree] : []),
  ];
  return itemButton(context, {
    id: row.id,
    title: row.title,
    icon: stateIcon(row.state),
    meaning: words.join(", "),
    value: [
      row.disagrees ? icon("differ", "warn") : null,
      row.mandatory ? icon("shield", "quiet") : null,
      points(row),
    ],
  });
}

function points(row: ItemRow): View {
  if (row.earned === null) {
    return row.mandatory
      ? h("span", { class: "quiet-text" }, figure(row.costs))
      : h("span", { class: "quiet-text" }, spoken(TEXT.upTo), gain(row.worth));
  }
  const tone = row.earned < 0 || (row.state === "notMet" && row.worth > 0) ? "negative" : null;
  return h("b", { class: tone }, gain(row.earned));
}
