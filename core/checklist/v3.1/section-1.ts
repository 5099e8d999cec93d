/** Section 1, Business Health, of the checklist in version 3.1. */

import type { SectionSource } from "../types.ts";

export const section1: SectionSource = {
  id: "1",
  title: "Business Health",
  shortTitle: "Business Health",
  part: "Discover-Validate",
  groups: [],
  items: [
    {
      id: "1.1",
      group: null,
      title: "Financial Health",
      shortTitle: "Financial Health",
      requirement:
        "The financial health of the business is assessed regularly, including by Altman’s Z-Score, D&B Paydex Score, D&B Rating, D&B Financial Stress Score, D&B Supplier Evaluation Risk Rating, or an equivalent. Mergers, acquisitions or divestitures in process that materially affect the ability to deliver AWS Cloud managed services must be disclosed at the audit. The partner must show a viable business.",
      evidence:
        "D&B Company Credit Reports (or the region’s equivalent), and proof of assessing, and of plans made where risks are found. For publicly traded companies, public securities filings of the most recent period suffice.",
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
        "Processes are in place for financial planning, including forecasting, budgeting, and the review of financial metrics and reports.",
      evidence:
        "Records of financial planning and reviews, and records that financial metrics are collected and reviewed. For publicly traded companies, public securities filings of the most recent period suffice.",
      evidenceKinds: ["record"],
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
        "Areas of business risk are outlined, with documented plans to mitigate them. They may include financial risks, age and maturity of the business, planning for rapid growth, and gaining or losing large deals or customers.",
      evidence:
        "A documented risk analysis with its mitigation plan(s), and the current progress against the plan(s).",
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
        "A succession plan is in place for the loss of key leaders of the AWS MSP practice.",
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
        "Employee satisfaction can be captured objectively, by a formal survey process at least once a year.",
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
        "There are at least 3 AWS customer references, of them at least 1 that may be named in public.",
      evidence:
        "Proof that all references are new customers, or new engagements with existing customers, of the last 12 to 18 months, and that they are current customers who pay for the partner’s AWS-based managed services.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 251,
    },
  ],
};
