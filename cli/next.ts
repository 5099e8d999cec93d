/** The step that comes next in an audit, with the command that takes it. */

import type { Checklist } from "../core/checklist/types.ts";
import type { Report } from "../core/report/report.ts";
import { NEXT_TEXT as TEXT } from "./words.ts";

/** One line. */
export function nextStep(checklist: Checklist, file: string, result: Report): string {
  const { phase, profile, self, preliminary, actionItems } = result;
  switch (phase) {
    case "selfAssessment":
      return self.unanswered > 0 ? TEXT.answer(file, self.unanswered) : TEXT.submit(file);
    case "submitted":
      return TEXT.send(file);
    case "audit":
      return preliminary.unanswered > 0
        ? TEXT.validate(file, preliminary.unanswered)
        : result.summary === null
          ? TEXT.summary(file)
          : TEXT.actionItems(file);
    case "actionItems": {
      const open = actionItems.filter(({ state }) => state === "open" || state === "planned");
      if (profile.summaryReceivedOn === null && actionItems.length > 0)
        return TEXT.received(file, checklist.clock.closureDays);
      const [first] = open;
      return first
        ? TEXT.close(file, first.id, result.deadlines.actionItemsDueOn)
        : TEXT.report(file);
    }
    case "closed":
      return TEXT.renew(file);
  }
}
