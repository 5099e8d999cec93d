/** The four tabs and the page of the chosen one. */

import { groupIssues } from "../../core/report/groups.ts";
import { type Context, TAB_NAMES, type TabName } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { actionsModel } from "../model/actions.ts";
import { TABS } from "../words/panel.ts";
import { itemsTab } from "./items.ts";
import { overviewTab } from "./overview.ts";

export function tabList(context: Context): View {
  const counts: Readonly<Record<TabName, number>> = {
    overview: 0,
    items: 0,
    actions: actionsModel(context.checklist, context.report).open.length,
    issues: groupIssues(context.report.issues).length,
  };
  return h(
    "div",
    {
      key: "tabs",
      class: "tabs",
      role: "tablist",
      "aria-label": TABS.label,
      "data-roving": "horizontal",
    },
    ...TAB_NAMES.map((name) => tab(context, name, counts[name])),
  );
}

function tab(context: Context, name: TabName, count: number): View {
  const selected = context.ui.tab === name;
  return h(
    "button",
    {
      type: "button",
      key: name,
      class: "tab",
      role: "tab",
      id: `${context.prefix}tab-${name}`,
      "data-stop": true,
      "data-focus": `tab-${name}`,
      "aria-selected": selected ? "true" : "false",
      "aria-controls": `${context.prefix}page`,
      on: {
        click: () =>
          context.change((ui) => {
            ui.tab = name;
          }),
      },
    },
    // The hidden twin in bold keeps the tab's width when it is chosen.
    h("span", { class: "tab-name", "data-label": TABS[name] }, TABS[name]),
    count > 0 ? h("span", { class: "tab-count" }, String(count)) : null,
  );
}

const PAGES: Readonly<Record<TabName, (context: Context) => Child[]>> = {
  overview: overviewTab,
  items: itemsTab,
  actions: (context) => context.tabs?.actionsTab(context) ?? opening(),
  issues: (context) => context.tabs?.issuesTab(context) ?? opening(),
};

const opening = (): Child[] => [
  h("p", { key: "opening", class: "lead", role: "status" }, TABS.opening),
];

export function tabPanel(context: Context): View {
  const { tab: name } = context.ui;
  return h(
    "div",
    {
      // A page of its own for each tab, so that each begins at its top.
      key: `page-${name}`,
      class: "content",
      role: "tabpanel",
      id: `${context.prefix}page`,
      tabindex: "-1",
      "aria-labelledby": `${context.prefix}tab-${name}`,
    },
    ...PAGES[name](context),
  );
}
