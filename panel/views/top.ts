/** The top of the panel: phase, verdict, distance to a pass, meter and the three scores. */

import { PHASE_WORDS, PHASES, phaseIndex } from "../../core/audit/phases.ts";
import type { Verdict } from "../../core/audit/score.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { type Context, turnTo } from "../context.ts";
import { h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { type Meter, type ScoreModel, scoreModel } from "../model/score.ts";
import { figure } from "../words/numbers.ts";
import { PANEL, SCORE, SCORE_LABELS } from "../words/panel.ts";
import { percent, spoken } from "./parts.ts";

export function phaseBar(context: Context): View {
  const { report, host, ui } = context;
  const at = phaseIndex(report.phase);
  const name = PHASE_WORDS[report.phase];
  return h(
    "header",
    { class: "bar" },
    h(
      "span",
      { class: "steps", "aria-hidden": "true" },
      ...PHASES.map((_, index) =>
        h("i", { class: index < at ? "done" : index === at ? "now" : "later" }),
      ),
    ),
    h("span", { class: "phase" }, spoken(PANEL.phase), h("b", {}, name)),
    h("span", { class: "phase-step" }, PANEL.phaseStep(at + 1, PHASES.length)),
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": PANEL.refresh,
        title: PANEL.refresh,
        "aria-busy": ui.busy.has("refresh") ? "true" : null,
        on: { click: () => context.refresh() },
      },
      icon("refresh"),
    ),
    host.steps
      ? h(
          "button",
          {
            type: "button",
            class: "plain steps-button",
            "data-focus": "steps-button",
            on: { click: () => context.showSteps(!ui.stepsShown) },
          },
          ui.stepsShown ? icon("left") : null,
          ui.stepsShown ? PANEL.back : PANEL.steps,
        )
      : null,
  );
}

const BADGES = {
  inProgress: { tone: "", icon: () => icon("clock") },
  pass: { tone: "good", icon: () => icon("pass", "ok") },
  fail: { tone: "wrong", icon: () => icon("fail", "bad") },
  actionPlan: { tone: "", icon: () => icon("flag") },
} as const satisfies Record<Verdict, unknown>;

export function scoreBlock(context: Context): View {
  const model = scoreModel(context.checklist, context.report);
  const badge = BADGES[model.verdict];
  return h(
    "section",
    { class: "score", "aria-label": SCORE.region },
    h(
      "div",
      { class: "verdict-line" },
      h("span", { class: `badge ${badge.tone}` }, badge.icon(), model.badge),
      model.besideBadge === null ? null : h("span", { class: "beside" }, model.besideBadge),
      model.errors > 0 ? errorBadge(context, model.errors) : null,
      h("span", { class: "count" }, model.count),
    ),
    h("h1", { class: "headline" }, model.headline),
    model.reason === null ? null : h("p", { class: "reason" }, model.reason),
    meterView(context.checklist, model.meter),
    scoreCells(model),
  );
}

function errorBadge(context: Context, errors: number): View {
  return h(
    "button",
    {
      type: "button",
      key: "errors",
      class: "badge wrong",
      on: {
        click: () => {
          context.focusOn("tab-issues");
          context.change((ui) => turnTo(ui, "issues"));
        },
      },
    },
    icon("error", "bad"),
    SCORE.errors(errors),
  );
}

export function meterView(checklist: Checklist, meter: Meter): View {
  const openLabel = meter.closable ? SCORE.closable : SCORE.open;
  const part = (name: string, share: number) =>
    share > 0 ? h("i", { key: name, class: name, style: `width:${percent(share)}` }) : null;
  const key = (name: string, label: string, value: number, always: boolean) =>
    value === 0 && !always
      ? null
      : h(
          "span",
          { key: name, class: "key" },
          h("i", { class: name }),
          `${label} `,
          h("span", { class: value < 0 ? "negative" : null }, figure(value)),
        );
  return h(
    "div",
    { class: "meter-block" },
    h(
      "div",
      {
        class: "meter",
        role: "img",
        "aria-label": SCORE.meter(checklist, meter.now, meter.open, meter.missed, meter.closable),
      },
      h(
        "span",
        { class: "track" },
        part("fill-now", meter.nowShare),
        part("fill-open", meter.openShare),
        part("fill-missed", meter.missedShare),
      ),
      h("i", { class: "tick", style: `left:${percent(meter.passShare)}` }),
    ),
    h(
      "div",
      { class: "axis", "aria-hidden": "true" },
      h("span", {}, SCORE.scale),
      h("span", {}, SCORE.tick(checklist)),
    ),
    h(
      "div",
      { class: "keys", "aria-hidden": "true" },
      key("fill-now", SCORE.now, meter.now, true),
      key("fill-open", openLabel, meter.open, false),
      key("fill-missed", SCORE.missed, meter.missed, false),
    ),
  );
}

function scoreCells(model: ScoreModel): View {
  return h(
    "ul",
    { class: "scores", role: "list" },
    ...model.scores.map((score) =>
      h(
        "li",
        { key: score.name, class: score.current ? "current" : null },
        h("span", { class: "score-name" }, SCORE_LABELS[score.name]),
        " ",
        score.total === null
          ? h("span", { class: "not-yet" }, SCORE.notYet)
          : h("b", { class: score.total < 0 ? "negative" : null }, figure(score.total)),
        score.current ? spoken(`, ${SCORE.current}`) : null,
      ),
    ),
  );
}
