/** What to look at before a later step of the audit, as `preflight.ts` does before a hand-over. Nothing here blocks. */

import { closing } from "../audit/closing.ts";
import { type Phase, phaseIndex } from "../audit/phases.ts";
import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { StepCode, StepValues } from "../words/preflight.ts";
import { type Place, whereOf } from "../workbook/issues.ts";
import type { Finding } from "./preflight.ts";
import type { Report } from "./report.ts";

/**
 * Findings before the phase moves to `to`, or before the final report is made. A move that passes phases over is
 * asked what each of them asks; the way back asks nothing.
 */
export function stepPreflight(report: Report, to: Phase | "report", today: IsoDate): Finding[] {
  const findings: Finding[] = [];
  const find = <Code extends StepCode>(
    code: Code,
    place: Place | null,
    values: StepValues[Code],
  ): void => {
    // Code and values belong together by the type of the arguments.
    findings.push({ code, weight: "missing", place, where: whereOf(place), values } as Finding);
  };
  const ends = (phase: Phase) =>
    to === "report" ||
    (phaseIndex(to) > phaseIndex(phase) && phaseIndex(report.phase) <= phaseIndex(phase));
  const { profile, deadlines, places } = report;
  const found = closing({ ...report, ...profile });
  const at = (name: string) => places[name] ?? null;
  const inRow = (id: ItemId | undefined, name: string): Place | null => {
    const [row, column] = [report.items.find((item) => item.id === id)?.place, at(name)?.column];
    return row && column !== undefined ? { ...row, column } : null;
  };
  if (ends("submitted") && profile.auditOn !== null && profile.auditOn > today)
    find("auditToCome", at("Audit_On"), { on: profile.auditOn });
  if (ends("audit") && found.unvalidated.length > 0)
    find("unvalidated", inRow(found.unvalidated[0], "Auditor_Answer"), {
      items: found.unvalidated,
    });
  if (!ends("actionItems")) return findings;
  const { actionItemsDueOn: due, finalReportOn: last } = deadlines;
  if (report.actionItems.length > 0 && profile.summaryReceivedOn === null)
    find("noReceipt", at("Summary_Received_On"), {});
  if (due !== null && today <= due && report.actionItems.length > 0)
    find("windowOpen", at("Summary_Received_On"), { due });
  if (last !== null && today > last && profile.reportReceivedOn === null)
    find("reportOverdue", at("Audit_On"), { last });
  if (found.unplanned.length > 0)
    find("openWithoutPlan", inRow(found.unplanned[0], "Action_Plan"), { items: found.unplanned });
  if (due !== null && found.afterDue.length > 0)
    find("closedLate", inRow(found.afterDue[0], "Closed_On"), { items: found.afterDue, due });
  if (!found.isSigned) find("notSignedOff", at("Sign_Off_Name"), {});
  return findings;
}
