/** Section 1, Business Health, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section1: SectionSource = {
  id: "1",
  title: "Business Health",
  shortTitle: "Business Health",
  part: PARTS.begin,
  groups: [],
  items: [
    {
      id: "1.1",
      group: null,
      title: "Financial Health",
      shortTitle: "Financial Health",
      requirement: [
        "- The partner regularly checks how healthy its finances are, including by Altman’s Z-Score, Dun and Bradstreet (D&B) Paydex Score, D&B Rating, D&B Financial Stress Score, D&B Supplier Evaluation Risk Rating, or an equivalent.",
        "- Customers trust an AWS MSP to lead in protecting their data and following AWS best practices, to monitor and maintain solutions, to stay in touch regularly and to keep recommending efficiencies. So it must also show that its business is viable.",
        "- Mergers, acquisitions or divestitures in process must be disclosed at the audit if material to delivering AWS Cloud managed services.",
      ],
      evidence:
        "Accepted evidence includes D&B Company Credit Reports (or the region’s equivalent), and proof that the partner assesses its financial health and makes plans when risks are identified. For publicly traded companies, public securities filings of the most recent period suffice.",
      evidenceKinds: ["document", "record"],
      notEnough:
        "Not enough: press articles, analyst reports, statements on the company’s own website.",
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 181,
    },
    {
      id: "1.2",
      group: null,
      title: "Financial Planning and Reporting",
      shortTitle: "Financial Planning",
      requirement:
        "The partner plans its finances by processes that are in place. They include forecasting, budgeting, and the review of financial metrics and reports.",
      evidence:
        "Records of how finances are planned and reviewed, and records that financial metrics are collected and reviewed. For publicly traded companies, public securities filings of the most recent period suffice.",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 224,
    },
    {
      id: "1.3",
      group: null,
      title: "Risk and Mitigation Plans",
      shortTitle: "Risk and Mitigation Plans",
      requirement:
        "The areas in which the business is at risk are outlined, and the plans to mitigate them documented. These may include financial risks, the age and maturity of the business, planning for rapid growth, taking on or losing large deals or customers, and the like.",
      evidence: [
        "- A documented risk analysis and its mitigation plan(s).",
        "- Current progress on the plan(s) must be shown too.",
      ],
      evidenceKinds: ["document", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 240,
    },
    {
      id: "1.4",
      group: null,
      title: "Succession Planning",
      shortTitle: "Succession Planning",
      requirement:
        "A succession plan is in place for the loss of key leadership staff of the AWS MSP practice.",
      evidence: "The documented succession plan.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 244,
    },
    {
      id: "1.5",
      group: null,
      title: "Employee Satisfaction",
      shortTitle: "Employee Satisfaction",
      requirement:
        "The partner can capture objectively how satisfied its employees are. It does so by a formal survey process at least once a year.",
      evidence: "Documentation of the feedback collected, and of any actions taken on it.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 248,
    },
    {
      id: "1.6",
      group: null,
      title: "Validation of Customer References",
      shortTitle: "Customer References",
      requirement:
        "There are at least 3 AWS customer references, at least 1 of them publicly referenceable.",
      evidence:
        "Proof must be given that each reference is new within the last 12 to 18 months, as a customer or by new engagements of an existing customer, and is a current customer who pays for the partner’s managed services based on AWS.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 251,
    },
  ],
};
