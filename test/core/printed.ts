/** The imaginary partner of the README at three stages of its audit, as what is printed tells them. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { STORY_31 } from "../../core/checklist/v3.1/example.ts";
import { exampleInputs } from "../../core/workbook/example.ts";

const day = (text: string): IsoDate => text as IsoDate;

/** What the auditor finds not met: three mandatory items, and two that bring points. */
export const EXAMPLE_FOUND: readonly string[] = ["1.1", "1.4", "8.1.9", "9.3.5", "11.2.2"];
const CLOSED = ["1.4", "8.1.9"];

/** Half-way through the self-assessment. */
export const selfExample = (): Inputs => exampleInputs(checklist31, STORY_31);

/** Every item is answered by both; in Action items two of those found are closed, the others have a plan. */
export function auditedExample(phase: "audit" | "actionItems"): Inputs {
  const self = selfExample();
  const items = checklist31.items.map(({ id }, index) => {
    const own = self.items[id];
    if (!own) throw new Error(`The example lacks ${id}.`);
    const isFound = EXAMPLE_FOUND.includes(id);
    const isClosed = phase === "actionItems" && CLOSED.includes(id);
    const isPlanned = phase === "actionItems" && isFound && !isClosed;
    const isPraised = !isFound && index % 9 === 0;
    return [
      id,
      {
        ...own,
        self: own.self === "unanswered" ? ("met" as const) : own.self,
        auditor: isFound ? ("notMet" as const) : ("met" as const),
        note: isFound
          ? "The plan was shown; nobody in the room could name a test of it in the last twelve months."
          : isPraised
            ? "Well kept."
            : "",
        noteKind: isFound ? "Finding" : isPraised ? "Strength" : "",
        closureEvidence: isClosed ? "Protocol of the test of 10 March, and its review" : "",
        closedOn: isClosed ? day("2026-03-12") : null,
        plan: isPlanned ? "Tested in May; the report reaches the auditor by 29 May." : "",
      },
    ] as const;
  });
  return {
    ...self,
    phase,
    submittedOn: day("2026-02-02"),
    auditOn: day("2026-03-02"),
    summaryReceivedOn: phase === "actionItems" ? day("2026-03-05") : null,
    people: { People_Auditor: "R. Lindqvist", People_Audit_Firm: "Hartmann Audit" },
    items: Object.fromEntries(items),
  };
}
