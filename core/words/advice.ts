/** Sentences about the way to a pass, or about what keeps it out of reach. */

import type { Advice } from "../audit/advice.ts";
import { count, join } from "./numbers.ts";

/** How many ids a sentence names before it only counts them. */
export const NAMED = 3;

export function wayText(way: Extract<Advice, { kind: "way" }>, pass: number): string {
  const { mandatory, others, otherChoices, makes } = way.steps;
  const verb = { meet: "Meet", close: "Close", both: "Meet or close" }[way.act];
  const ids = [...mandatory, ...others];
  if (ids.length === 0) {
    return `${pass} is reached. ${way.unanswered === 1 ? "Answer the last item" : `Answer the last ${way.unanswered} items`} to finish.`;
  }
  if (way.act === "close" && way.unanswered === 0) {
    const what =
      ids.length <= NAMED
        ? `${join(ids)}. ${ids.length === 1 ? "It brings" : "They bring"} ${way.brings} and ${ids.length === 1 ? "makes" : "make"}`
        : `${join(stepParts(mandatory.length, others.length, otherChoices))}. That brings ${way.brings} and makes`;
    return `${verb} ${what} ${makes}, a Pass.`;
  }
  const parts = stepParts(mandatory.length, others.length, otherChoices);
  const rest =
    otherChoices > 0 && others.length === 0
      ? `${pass} is reached without the ${otherChoices === 1 ? "other one" : `${otherChoices} others`}.`
      : way.spare > 0
        ? `You can still miss ${count(way.spare, "point")}.`
        : "No point can be missed.";
  return `${verb} ${join(parts)}. ${rest}`;
}

function stepParts(mandatory: number, others: number, choices: number): string[] {
  const parts: string[] = [];
  if (mandatory > 0) {
    parts.push(
      mandatory === 1 ? "the open mandatory item" : `the ${mandatory} open mandatory items`,
    );
  }
  if (others > 0) {
    const named =
      mandatory > 0
        ? choices === 1
          ? "other"
          : "others"
        : choices === 1
          ? "open item"
          : "open items";
    if (others === choices) parts.push(choices === 1 ? `the ${named}` : `all ${choices} ${named}`);
    else parts.push(`${others} of the ${choices} ${named}`);
  }
  return parts;
}

export function changeText(advice: Extract<Advice, { kind: "outOfReach" }>): string {
  const ids = [...advice.steps.mandatory, ...advice.steps.others];
  const { makes } = advice.steps;
  const which =
    ids.length <= NAMED
      ? join(ids)
      : `${join(stepParts(advice.steps.mandatory.length, advice.steps.others.length, advice.steps.otherChoices)).replace(/\bopen /g, "")} that ${ids.length === 1 ? "is" : "are"} not met`;
  if (advice.remedy === "reanswer") {
    return `${which} would have to be met. With all open items that makes ${makes}.`;
  }
  if (advice.remedy === "close") {
    return `Close ${which} after the audit summary. With all open items that makes ${makes}.`;
  }
  return `It would have taken ${which} to reach ${makes}.`;
}
