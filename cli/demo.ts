/** An imaginary partner half-way through its self-assessment: the same as in the pictures of the README. */

import type { Inputs, ItemInputs } from "../core/audit/inputs.ts";
import type { IsoDate, ItemId } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { blankInputs } from "../core/workbook/draw/blueprint.ts";

const PEOPLE = [
  "A. Moreau",
  "J. Okafor",
  "P. Lind",
  "S. Haddad",
  "T. Weiss",
  "R. Silva",
  "M. Dunne",
];

/** How far the partner has come with the items of a version. */
export interface Story {
  readonly version: string;
  /** The panel and the sheet show them as the next tasks. */
  readonly open: ReadonlySet<string>;
  readonly notMet: ReadonlySet<string>;
  readonly evidence: Readonly<Record<string, string>>;
}

export function demoInputs(checklist: Checklist, story: Story): Inputs {
  const blank = blankInputs(checklist);
  const filled: Record<ItemId, ItemInputs> = {};
  checklist.items.forEach((item, index) => {
    const own = blank.items[item.id];
    if (!own) return;
    filled[item.id] = {
      ...own,
      self: story.open.has(item.id) ? "unanswered" : story.notMet.has(item.id) ? "notMet" : "met",
      evidence: story.evidence[item.id] ?? "",
      owner: PEOPLE[index % PEOPLE.length] ?? "",
    };
  });
  return {
    ...blank,
    partner: "Kestrel Cloud Ltd",
    items: filled,
    services: blank.services.map((service, index) => ({
      ...service,
      example: index < 3 ? "Web shop of a retailer, since 2025" : "",
      support: index < 3 ? "Runbook and 24x7 on-call team" : "",
      compliant: true,
    })),
    prerequisites: {
      ...blank.prerequisites,
      tier: "Advanced",
      references: [
        {
          customer: "Northwind Traders",
          kind: "New customer",
          on: "2026-02-02" as IsoDate,
          isPublic: true,
          isPaying: true,
        },
        {
          customer: "Fabrikam",
          kind: "New engagement",
          on: "2026-04-20" as IsoDate,
          isPublic: false,
          isPaying: true,
        },
      ],
    },
  };
}
