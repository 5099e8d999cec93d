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

/** Left open: the panel and the sheet show them as the next tasks. */
const OPEN = new Set([
  "1.6",
  "8.1.9",
  "8.2.2",
  "8.3",
  "8.2.4",
  "8.4",
  "9.6.2",
  "9.6.3",
  "9.8.1",
  "9.8.2",
  "9.9.1",
  "9.9.2",
  "9.11.1",
  "9.11.2",
  "9.12",
  "9.13.2",
  "9.15.1",
  "9.15.2",
  "10.2",
  "11.2.2",
  "13.2",
]);
const NOT_MET = new Set(["1.5", "9.3.6"]);

const EVIDENCE: Readonly<Record<string, string>> = {
  "1.1": "D&B credit report.pdf",
  "1.2": "Budget 2026 and board reviews.xlsx",
  "1.3": "Risk register.xlsx",
  "1.4": "Succession plan.pdf",
  "1.5": "No survey in 2025; planned for May",
  "2.1": "Company deck.pdf",
  "2.2": "Blog, February 2026",
  "4.3.1": "Three contracts, 2025.pdf",
  "8.1.10": "Data map.xlsx",
};

export function demoInputs(checklist: Checklist): Inputs {
  const blank = blankInputs(checklist);
  const filled: Record<ItemId, ItemInputs> = {};
  checklist.items.forEach((item, index) => {
    const own = blank.items[item.id];
    if (!own) return;
    filled[item.id] = {
      ...own,
      self: OPEN.has(item.id) ? "unanswered" : NOT_MET.has(item.id) ? "notMet" : "met",
      evidence: EVIDENCE[item.id] ?? "",
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
