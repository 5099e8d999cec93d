/** The seal: whether the partner's entries are as they were handed over, and each that is not. */

import { phaseIndex } from "../../core/audit/phases.ts";
import type { SealCheck } from "../../core/audit/seal.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { StepHost } from "../types.ts";
import { blockHead, rows } from "../views/parts.ts";
import { STEPS_TEXT, SEAL_TEXT as TEXT } from "../words/steps.ts";
import { momentText, type SealRow, sealRows } from "./model.ts";
import { actionButton, changeSteps, outcome, placeRow } from "./parts.ts";

/** How much of a value is shown before the rest is asked for. */
const LONGEST = 90;

/** Folded where the changes were looked at long ago: from the action items on. */
const FOLD = "seal list";

export function sealBlock(context: Context, host: StepHost): View {
  const { seal } = context.report;
  const changes = sealRows(context.report);
  const folds = phaseIndex(context.report.phase) > phaseIndex("audit") && changes.length > 0;
  const shown = !folds || context.ui.steps.unfolded.has(FOLD);
  return h(
    "section",
    { key: "seal", class: "block" },
    blockHead(TEXT.title, seal === null ? null : h("span", { class: "quiet-text" }, seal.short)),
    state(context, seal, changes.length),
    ...sealing(context, host),
    folds ? foldButton(context, shown, changes.length) : null,
    changes.length === 0 || !shown
      ? null
      : rows(TEXT.list, ...changes.map((row) => changeRow(context, row))),
    seal === null ? null : h("p", { key: "is", class: "hint" }, TEXT.is),
  );
}

/** Only where nothing was sealed: a seal that is gone is not made again. */
function sealing(context: Context, host: StepHost): Child[] {
  if (!context.report.issues.some(({ code }) => code === "nothingSealed")) return [];
  return [
    h(
      "div",
      { key: "seal-now", class: "buttons" },
      actionButton(context, {
        name: "sealNow",
        label: TEXT.act,
        act: async () => {
          await host.sealNow();
          return TEXT.done;
        },
      }),
    ),
    outcome(context, "sealNow"),
  ];
}

function toggle(context: Context, key: string): void {
  changeSteps(context, ({ unfolded }) => {
    if (!unfolded.delete(key)) unfolded.add(key);
  });
}

const foldButton = (context: Context, shown: boolean, changes: number): View =>
  h(
    "button",
    {
      type: "button",
      key: "fold",
      class: "link",
      "aria-expanded": shown ? "true" : "false",
      on: { click: () => toggle(context, FOLD) },
    },
    shown ? TEXT.hide : TEXT.show(changes),
  );

function state(context: Context, seal: SealCheck | null, changes: number): View {
  if (seal === null) return line("warning", "warn", TEXT.none, TEXT.noneHint);
  const at = momentText(seal.at, context.today);
  if (seal.state === "damaged") return line("error", "bad", TEXT.damaged, TEXT.damagedHint);
  if (seal.state === "changed") return line("warning", "warn", TEXT.changed(changes, at), null);
  return line("pass", "ok", TEXT.unchanged(at), null);
}

function line(
  name: "warning" | "error" | "pass",
  tone: string,
  text: string,
  hint: string | null,
): View {
  return h(
    "p",
    { key: "state", class: "marked" },
    icon(name, tone),
    h("span", {}, text, hint === null ? "." : `. ${hint}`),
  );
}

function changeRow(context: Context, row: SealRow): View {
  const { unfolded } = context.ui.steps;
  const isLong = row.before.length > LONGEST || row.after.length > LONGEST;
  const full = unfolded.has(row.key);
  const shown = (value: string) => {
    if (value === "") return h("i", { class: "blank" }, TEXT.nothing);
    if (full || value.length <= LONGEST) return value;
    return `${Array.from(value).slice(0, LONGEST).join("")}…`;
  };
  const view = placeRow(
    context,
    row.key,
    row.place,
    icon("differ", "warn"),
    h(
      "span",
      { class: "row-text" },
      h("b", {}, row.label),
      h("span", { class: "second value" }, h("b", {}, TEXT.was), " ", shown(row.before)),
      h("span", { class: "second value" }, h("b", {}, TEXT.now), " ", shown(row.after)),
    ),
  );
  if (!isLong) return view;
  return {
    ...view,
    children: [
      ...view.children,
      h(
        "button",
        {
          type: "button",
          class: "link unfold",
          "aria-expanded": full ? "true" : "false",
          "aria-label": `${full ? STEPS_TEXT.less : STEPS_TEXT.more}: ${row.label}`,
          on: {
            click: () => toggle(context, row.key),
          },
        },
        full ? STEPS_TEXT.less : STEPS_TEXT.more,
      ),
    ],
  };
}
