/** The five steps in their order, a line each: what is behind, where one is, what is to come. The present one is open. */

import { currentScore } from "../../core/audit/advice.ts";
import { phaseIndex } from "../../core/audit/phases.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import { icon } from "../icons.ts";
import { spoken, textButton } from "../views/parts.ts";
import { goOn } from "../way.ts";
import { dayText, figure } from "../words/numbers.ts";
import { STEPPER_TEXT as TEXT } from "../words/steps.ts";
import { STEPS, type Step } from "./model.ts";

/** `present` is null when all steps are behind; `body` is what the present one holds. */
export function stepper(context: Context, present: Step | null, body: readonly Child[]): View {
  const here = present === null ? STEPS.length : STEPS.indexOf(present);
  return h(
    "ol",
    { key: "stepper", class: "stepper", role: "list", "aria-label": TEXT.list },
    ...STEPS.map((step, index) => {
      const isPresent = step === present;
      const isDone = index < here && !isLeft(context, step);
      return h(
        "li",
        {
          key: step,
          class: isPresent ? "step here" : isDone ? "step done" : "step",
          "aria-current": isPresent ? "step" : null,
        },
        h("span", { class: "step-mark" }, isDone ? icon("check") : String(index + 1)),
        h(
          "div",
          { class: "step-body" },
          h(
            "div",
            { class: "step-line" },
            h("b", {}, TEXT.names[step]),
            " ",
            h("span", { class: "quiet-text" }, line(context, step)),
            isDone ? spoken(`, ${TEXT.done}`) : null,
            step === "selfAssess" && isAnswering(context) ? onButton(context) : null,
          ),
          ...(isPresent ? body : []),
        ),
      );
    }),
  );
}

/** Whether the partner's answers are open, and not all given. */
const isAnswering = ({ report }: Context): boolean =>
  report.phase === "selfAssessment" && report.self.unanswered > 0;

/** A check is never done: it tells what there is. */
const isLeft = (context: Context, step: Step): boolean =>
  step === "check"
    ? context.report.phase === "selfAssessment"
    : step === "selfAssess" && isAnswering(context);

const onButton = (context: Context): View =>
  textButton(TEXT.goOn, () => {
    context.showSteps(false);
    goOn(context);
  });

function line({ report, today }: Context, step: Step): string {
  const { self, preliminary, final, profile, phase } = report;
  const isBehind = (than: typeof phase) => phaseIndex(phase) > phaseIndex(than);
  switch (step) {
    case "selfAssess":
      return TEXT.answered(self.answered, self.answered + self.unanswered, figure(self.total));
    case "check":
      return TEXT.check;
    case "handOver":
      return profile.submittedOn !== null && phase !== "selfAssessment"
        ? TEXT.handedOver(dayText(profile.submittedOn, today))
        : TEXT.handOver;
    case "audit": {
      if (currentScore(phase) !== "self") {
        const { answered, unanswered, total } = preliminary;
        return TEXT.validated(answered, answered + unanswered, figure(total));
      }
      return profile.auditOn === null ? TEXT.audit : TEXT.auditOn(dayText(profile.auditOn, today));
    }
    case "close":
      return isBehind("actionItems") ? TEXT.closed(figure(final.total)) : TEXT.close;
  }
}
