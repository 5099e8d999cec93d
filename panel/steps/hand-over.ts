/** The page Steps in the self-assessment: what to look at first, and the hand-over. */

import { type Finding, preflight } from "../../core/report/preflight.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { wholeSentence } from "../../core/words/spoken.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import type { StepHost } from "../types.ts";
import { blockHead, rows, spoken } from "../views/parts.ts";
import { HAND_OVER_TEXT as TEXT } from "../words/steps.ts";
import { ask, changeSteps, confirmation, placeRow, plainButton } from "./parts.ts";

type Weight = Finding["weight"];

export function handOverBlocks(context: Context, host: StepHost): { next: Child[]; rest: Child[] } {
  const findings = preflight(context.checklist, context.report, context.today);
  const of = (weight: Weight) => findings.filter((finding) => finding.weight === weight);
  const groups: readonly Weight[] = ["blocks", "missing", "advice"];
  return {
    next: action(context, host, of("blocks").length, of("missing").length),
    // It was looked at before it was asked for.
    rest:
      context.ui.steps.asking === "handOver"
        ? []
        : groups.map((weight) => group(context, weight, of(weight))),
  };
}

function action(context: Context, host: StepHost, blocking: number, missing: number): Child[] {
  const open = missing === 0 ? TEXT.clear : TEXT.open(missing);
  if (blocking > 0) {
    const id = `${context.prefix}blocked`;
    return [
      h(
        "p",
        { key: "blocked", id, class: "blocked" },
        icon("error", "bad"),
        h("span", {}, TEXT.blocked(blocking)),
      ),
      h(
        "div",
        { key: "act", class: "buttons" },
        h(
          "button",
          {
            type: "button",
            key: "handOver",
            class: "button primary",
            "aria-disabled": "true",
            "aria-describedby": id,
          },
          TEXT.goOn,
        ),
      ),
    ];
  }
  if (context.ui.steps.asking === "handOver") {
    return [
      confirmation(
        context,
        "handOver",
        [TEXT.confirm(open), TEXT.lead],
        {
          name: "handOver",
          label: TEXT.act,
          act: async () => {
            await host.handOver();
            context.focusOn("steps-title");
            changeSteps(context, (steps) => {
              steps.asking = null;
            });
            return TEXT.done;
          },
        },
        TEXT.keep,
      ),
    ];
  }
  return [
    h("p", { key: "lead" }, `${TEXT.free} ${open}`),
    h(
      "div",
      { key: "act", class: "buttons" },
      plainButton(TEXT.goOn, () => ask(context, "handOver"), {
        primary: true,
        key: "handOver",
        focus: "ask-handOver",
      }),
    ),
  ];
}

const ICONS = {
  blocks: () => icon("error", "bad"),
  missing: () => icon("warning", "warn"),
  advice: () => icon("info", "quiet"),
} as const satisfies Record<Weight, () => View>;

function group(context: Context, weight: Weight, findings: readonly Finding[]): View | null {
  if (findings.length === 0) return null;
  const title = TEXT.groups[weight];
  return h(
    "section",
    { key: weight, class: "block" },
    blockHead(title, h("span", { class: "quiet-text" }, String(findings.length))),
    rows(
      title,
      ...findings.map((finding, index) => {
        const said = speakFinding(finding);
        return placeRow(
          context,
          `${finding.code} ${index}`,
          finding.place,
          ICONS[weight](),
          h(
            "span",
            { class: "row-text" },
            spoken(`${TEXT.words[weight]}: `),
            wholeSentence(said),
            said.namesPlace || finding.where === null
              ? null
              : h("span", { class: "second" }, finding.where),
          ),
        );
      }),
    ),
  );
}
