/** The page of answers that are brought in: conflicts first, then what is not understood, then what will change. */

import { GROUPS, type Group, type PlanEntry } from "../../core/import/entry.ts";
import { changesByInput } from "../../core/import/plan.ts";
import { entryLabel, faultText, sourceNoteText } from "../../core/words/import.ts";
import { inputLabel } from "../../core/words/labels.ts";
import { type Child, h, type View } from "../../panel/dom.ts";
import { icon } from "../../panel/icons.ts";
import { shortTitle } from "../../panel/model/items.ts";
import { scoreModel } from "../../panel/model/score.ts";
import { textButton } from "../../panel/views/parts.ts";
import { type Segment, segments } from "../../panel/views/segments.ts";
import { meterView } from "../../panel/views/top.ts";
import { figure } from "../../panel/words/numbers.ts";
import { type Bringing, faultLines, takenIn, wordOf } from "./model.ts";
import { BRING_TEXT as TEXT } from "./words.ts";

/** How many lines of a group are drawn at first. */
const FIRST = 100;

export interface BringActs {
  choose(): void;
  read(text: string): void;
  another(): void;
  cancel(): void;
  apply(): void;
  take(keys: readonly string[], isTaken: boolean): void;
  mean(word: string, value: string): void;
  clear(isOn: boolean): void;
  whose(name: "Self_Answer" | "Auditor_Answer"): void;
  unfold(group: Group): void;
}

export interface BringUi {
  readonly text: string;
  readonly failure: string | null;
  readonly unfolded: ReadonlySet<Group>;
  readonly busy: boolean;
}

const button = (label: string, act: () => void, more = "", disabled = false): View =>
  h(
    "button",
    {
      key: label,
      type: "button",
      class: `button ${more}`,
      "aria-disabled": disabled ? "true" : null,
      on: { click: () => (disabled ? undefined : act()) },
    },
    label,
  );

/** While nothing is brought yet. */
export function askView(ui: BringUi, acts: BringActs): View {
  return h(
    "main",
    { key: "ask", class: "bring-ask", tabindex: "-1" },
    h("h2", { tabindex: "-1", "data-focus": "bring" }, TEXT.title),
    h("p", { key: "lead" }, TEXT.lead),
    ui.failure === null
      ? null
      : h("p", { key: "failure", class: "bring-failure", role: "alert" }, ui.failure),
    h("div", { key: "file", class: "buttons" }, button(TEXT.choose, acts.choose, "primary")),
    h("p", { key: "hint", class: "hint" }, TEXT.fileHint),
    h(
      "div",
      { key: "paste", class: "labelled" },
      h("label", { for: "bring-text" }, TEXT.paste),
      h("textarea", { id: "bring-text", class: "field", rows: 8, value: ui.text }),
      h("p", { class: "hint" }, TEXT.pasteHint),
    ),
    h(
      "div",
      { key: "acts", class: "buttons" },
      button(TEXT.read, () => {
        const field = document.getElementById("bring-text");
        acts.read(field instanceof HTMLTextAreaElement ? field.value : "");
      }),
      button(TEXT.cancel, acts.cancel),
    ),
  );
}

export function planView(state: Bringing, ui: BringUi, acts: BringActs): View {
  const taken = takenIn(state);
  return h(
    "div",
    { key: "plan", class: "frame one bring" },
    h(
      "main",
      { key: "main", class: "bring-main", tabindex: "-1" },
      h(
        "div",
        { key: "head", class: "bring-head" },
        h("h2", { tabindex: "-1", "data-focus": "bring" }, TEXT.title),
        ...sourceLines(state),
        h(
          "div",
          { key: "another", class: "bring-line" },
          whose(state, acts),
          textButton(TEXT.another, acts.another, { key: "another" }),
        ),
        tiles(state),
      ),
      h(
        "div",
        { key: "rows", class: "bring-rows" },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ...TEXT.heads.map((head) => h("th", { scope: "col" }, head)))),
          ...GROUPS.map((group) => groupRows(state, group, ui, acts)),
        ),
      ),
      h(
        "div",
        { key: "foot", class: "bring-foot" },
        button(
          taken === 0 ? TEXT.applyNone : TEXT.apply(taken),
          acts.apply,
          "primary",
          taken === 0 || ui.busy,
        ),
        button(TEXT.cancel, acts.cancel),
        ui.failure === null
          ? h("span", { class: "quiet-text" }, TEXT.oneStep(taken))
          : h("span", { class: "bring-failure", role: "alert" }, ui.failure),
      ),
    ),
    beside(state, acts),
  );
}

function sourceLines(state: Bringing): Child[] {
  const { brought, source } = state;
  const line = (key: string, text: string, tone = "") => h("p", { key, class: tone }, text);
  const named = source.source === "" ? TEXT.pasted : source.source;
  return [
    source.kind === "workbook" ? line("workbook", TEXT.workbook(named)) : null,
    ...brought.tables.flatMap((table, index) => {
      const columns = table.columns
        .filter(({ role }) => role.is !== "unread" && role.is !== "shown" && role.is !== "number")
        .map(({ head }) => head);
      const where = table.table === null ? named : `${named}, ${table.table}`;
      return [
        line(`table ${index}`, TEXT.from(where, table.lines, columns)),
        table.unread.length === 0
          ? null
          : line(`unread ${index}`, TEXT.unread(table.unread), "quiet-text"),
      ];
    }),
    ...faultLines(state).map((text, index) => line(`fault ${index}`, text, "bring-failure")),
    ...brought.notes.map(({ source: from, note }, index) =>
      line(`note ${index}`, sourceNoteText(from, note), "warn"),
    ),
  ];
}

/** Asked where a column does not say whose answers it holds. */
function whose({ brought, answers }: Bringing, acts: BringActs): View | null {
  if (!brought.tables.some((table) => table.answers !== null || table.columns.length === 0))
    return null;
  const choice = (name: "Self_Answer" | "Auditor_Answer", label: string): Segment => ({
    label,
    pressed: answers === name,
    act: () => acts.whose(name),
  });
  return h(
    "div",
    { key: "whose", class: "bring-whose" },
    TEXT.whose,
    segments(TEXT.whose, [
      choice("Self_Answer", TEXT.partner),
      choice("Auditor_Answer", TEXT.auditor),
    ]),
  );
}

function tiles({ plan }: Bringing): View {
  const order: readonly Group[] = ["change", "conflict", "notUnderstood", "same"];
  return h(
    "ul",
    { key: "tiles", class: "bring-tiles", role: "list" },
    ...order.map((group) =>
      h(
        "li",
        { key: group, class: group },
        h("b", {}, String(plan.counts[group])),
        h("span", { class: "second" }, TEXT.tiles[group]),
      ),
    ),
  );
}

function groupRows(state: Bringing, group: Group, ui: BringUi, acts: BringActs): View | null {
  const all = state.plan.entries.filter((entry) => entry.group === group);
  if (all.length === 0) return null;
  const isOpen = ui.unfolded.has(group);
  const shown = isOpen ? all : all.slice(0, group === "same" ? 0 : FIRST);
  const rest = all.length - shown.length;
  const keys = all.map(({ key }) => key);
  return h(
    "tbody",
    { key: group },
    h(
      "tr",
      { key: "title", class: "bring-group" },
      h("th", { colspan: 4, scope: "rowgroup" }, TEXT.groups[group](all.length)),
      h(
        "td",
        {},
        group === "conflict"
          ? [
              textButton(TEXT.keepAll, () => acts.take(keys, false)),
              " ",
              textButton(TEXT.takeAll, () => acts.take(keys, true)),
            ]
          : null,
      ),
    ),
    ...shown.map((entry) => row(state, entry, acts)),
    rest > 0
      ? h(
          "tr",
          { key: "rest" },
          h(
            "td",
            { colspan: 5 },
            textButton(group === "same" ? TEXT.showSame : TEXT.more(rest), () =>
              acts.unfold(group),
            ),
          ),
        )
      : null,
  );
}

function row(state: Bringing, entry: PlanEntry, acts: BringActs): View {
  const { checklist } = state;
  const title = entry.item === null ? entryLabel(entry) : `${shortTitle(checklist, entry.item)}`;
  return h(
    "tr",
    { key: entry.key, class: entry.taken ? "taken" : "left" },
    h(
      "td",
      {},
      h("b", {}, entry.item ?? entry.of ?? ""),
      entry.guess === null ? null : h("span", { class: "second" }, TEXT.guess(entry.guess)),
    ),
    h(
      "td",
      {},
      title,
      entry.item === null || entry.name === ""
        ? null
        : h("span", { class: "second" }, inputLabel(entry.name)),
    ),
    h("td", { class: "bring-value" }, entry.before === "" ? TEXT.blank : entry.before),
    h("td", { class: "bring-value" }, entry.after === "" ? TEXT.cleared : entry.after),
    h("td", {}, choice(state, entry, acts)),
  );
}

function choice(state: Bringing, entry: PlanEntry, acts: BringActs): Child {
  const { checklist, choices } = state;
  if (entry.group === "same") return null;
  if (entry.locked) return h("span", { class: "second" }, TEXT.locked);
  if (entry.group === "conflict") {
    const side = (label: string, isTaken: boolean): Segment => ({
      label,
      pressed: entry.taken === isTaken,
      act: () => acts.take([entry.key], isTaken),
    });
    return segments(TEXT.choiceOf(entryLabel(entry)), [
      side(TEXT.keep, false),
      side(TEXT.take, true),
    ]);
  }
  if (entry.group === "change") return h("span", { "aria-hidden": "true" }, icon("check", "ok"));
  const word = wordOf(entry);
  if (word === null) {
    return h(
      "span",
      { class: "second" },
      entry.fault === null ? TEXT.leaveOut : faultText(checklist, entry, entry.fault),
    );
  }
  const chosen = choices.meanings[word] ?? "";
  const option = (value: string, label: string) => h("option", { key: value, value }, label);
  return h(
    "select",
    {
      "aria-label": TEXT.meaning(word),
      value: chosen,
      on: {
        change: ({ target }) => {
          if (target instanceof HTMLSelectElement) acts.mean(word, target.value);
        },
      },
    },
    option("", TEXT.leaveOut),
    option("met", TEXT.means("met")),
    option("notMet", TEXT.means("notMet")),
    option("unanswered", TEXT.means("unanswered")),
  );
}

function beside(state: Bringing, acts: BringActs): View {
  const { checklist, plan, choices } = state;
  const score = (key: string, label: string, report: typeof plan.before) => {
    const model = scoreModel(checklist, report);
    const total = model.scores.find(({ current }) => current)?.total ?? 0;
    return h(
      "div",
      { key, class: "bring-score" },
      h("p", {}, h("b", {}, label), h("b", { class: "count" }, figure(total))),
      meterView(checklist, model.meter),
    );
  };
  const changes = changesByInput(plan);
  return h(
    "aside",
    { key: "aside", class: "aside bring-aside", "aria-label": TEXT.after },
    score("now", TEXT.now, plan.before),
    score("after", TEXT.after, plan.after),
    h(
      "section",
      { key: "changes", class: "block" },
      h("h2", {}, TEXT.whatChanges),
      changes.length === 0
        ? h("p", {}, TEXT.nothing)
        : h(
            "ul",
            { role: "list" },
            ...changes.map(({ name, changes: number, filled }) =>
              h("li", { key: name }, TEXT.changesOf(inputLabel(name), number, filled)),
            ),
          ),
      plan.locked === null ? null : h("p", { key: "locked", class: "warn" }, TEXT.closed),
    ),
    h(
      "section",
      { key: "stays", class: "block" },
      h("h2", {}, TEXT.whatStays),
      h("p", {}, TEXT.stays),
      h(
        "p",
        { class: "setting" },
        h("input", {
          id: "bring-clear",
          type: "checkbox",
          checked: choices.clear,
          on: {
            change: ({ target }) => {
              if (target instanceof HTMLInputElement) acts.clear(target.checked);
            },
          },
        }),
        h("label", { for: "bring-clear" }, TEXT.clear),
      ),
    ),
  );
}
