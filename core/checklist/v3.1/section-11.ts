/** Section 11, Customer Obsession, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section11: SectionSource = {
  id: "11",
  title: "Customer Obsession",
  shortTitle: "Customer Obsession",
  part: PARTS.operate,
  groups: [
    {
      id: "11.1",
      title: "Customer Satisfaction",
      requirement: "",
      evidence: "",
      requirementForItems: null,
      evidenceForItems: null,
    },
    {
      id: "11.2",
      title: "Customer Review",
      requirement: "",
      evidence: "",
      requirementForItems: null,
      evidenceForItems: null,
    },
  ],
  items: [
    {
      id: "11.1.1",
      group: "11.1",
      title: "Customer Satisfaction: objective capture",
      shortTitle: "Satisfaction data",
      requirement:
        "Customer satisfaction can be captured objectively: by a formal survey process, by contact-based surveys (once a customer’s case is closed), or within customer review meetings.",
      evidence: "Documentation of the feedback collected.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      // What it costs is missing at a break between two pages; the other values there leave no other.
      provenance: "inferred",
      renewal: "existing",
      sourceLine: 1735,
    },
    {
      id: "11.1.2",
      group: "11.1",
      title: "Customer Satisfaction: low-score follow up",
      shortTitle: "Low-score follow up",
      requirement:
        "A process exists to follow up low scores or customer dissatisfaction and to document the resolution.",
      evidence:
        "The process of following up low scores, with an example of a customer where it was used.",
      evidenceKinds: ["document", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 1741,
    },
    {
      id: "11.2.1",
      group: "11.2",
      title: "Customer Review: regular review meetings",
      shortTitle: "Regular review meetings",
      requirement:
        "Regular review meetings with customers discuss the performance of their services and SLAs and share reports. Their purpose is that customers see what a managed solution is worth, particularly as end customers may think proactive services unnecessary where these work well.",
      evidence:
        "Documents of a review meeting with a customer (may be the same example as in 11.1.2), complete with the recommendations and reports given to the customer.",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 1750,
    },
    {
      id: "11.2.2",
      group: "11.2",
      title: "Customer Review: infrastructure cost optimization",
      shortTitle: "Infrastructure cost review",
      requirement:
        "The partner regularly assesses what customers’ infrastructure costs, and points out to them, through reporting, opportunities to optimize this cost.",
      evidence:
        "Documents of a review meeting with a customer (may be the same example as in 11.2.1), with evidence that cost optimization of the infrastructure was recommended, e.g. using the Detailed Billing Report.",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 1760,
    },
  ],
};
