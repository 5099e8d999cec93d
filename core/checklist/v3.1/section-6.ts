/** Section 6, Solution Design Capabilities, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section6: SectionSource = {
  id: "6",
  title: "Solution Design Capabilities",
  shortTitle: "Solution Design",
  part: PARTS.begin,
  groups: [
    {
      id: "6.1",
      title: "Solution Capabilities",
      requirement: [
        "The partner demonstrates that its customer engagements deliver a design document, complete and detailed. By it customer and partner are both assured that the engagement has had these assessed:",
        "- due diligence",
        "- capacity planning",
        "- architectural review",
        "- the long-term operational process",
      ],
      evidence:
        "Evidence must be 3 detailed design documents of implemented customer systems, produced within the last 12 to 18 months, that contain what the items under this heading name.",
      requirementForItems:
        "Part of a complete detailed design: due diligence, capacity, architecture, operations (see About).",
      evidenceForItems:
        "For 6.1 as a whole: 3 detailed designs of implemented customer systems, made in the last 12 to 18 months.",
    },
  ],
  items: [
    {
      id: "6.1.1",
      group: "6.1",
      title: "Solution Capabilities: customer requirements documented",
      shortTitle: "Customer requirements",
      requirement: "The customer’s requirements are documented.",
      evidence: "Where each detailed design documents them.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 787,
    },
    {
      id: "6.1.2",
      group: "6.1",
      title: "Solution Capabilities: architectural details of proposed design",
      shortTitle: "Architectural details",
      requirement: "The proposed design is set out in its architectural details.",
      evidence: "Where each detailed design gives these details.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 790,
    },
    {
      id: "6.1.3",
      group: "6.1",
      title: "Solution Capabilities: performance/capacity/availability measurement",
      shortTitle: "Measurement systems",
      requirement:
        "Details are given of the systems for system performance, capacity management and availability measurement to be set up for measuring the success of the proposed design.",
      evidence: "Where each detailed design gives these details.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 793,
    },
    {
      id: "6.1.4",
      group: "6.1",
      title: "Solution Capabilities: customer security policies assessed, gaps identified",
      shortTitle: "Security policy assessment",
      requirement:
        "The customer’s security policies and procedures are assessed, and gaps identified.",
      evidence: "Where each detailed design has the assessment, with the gaps.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 798,
    },
    {
      id: "6.1.5",
      group: "6.1",
      title: "Solution Capabilities: architected per AWS security best practices",
      shortTitle: "Security best practices",
      requirement:
        "The detailed design shows that the customer’s infrastructure is architected by AWS’s security best practices, as the Introduction to AWS Security Whitepaper outlines them.",
      evidence: "Where each detailed design shows it.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 802,
    },
    {
      id: "6.1.6",
      group: "6.1",
      title: "Solution Capabilities: governance and risk management at scale",
      shortTitle: "Governance and risk at scale",
      requirement:
        "The detailed design shows that risk management and governance at scale are possible with what is proposed, as the Overview of Risk and Compliance Whitepaper and the Introduction to AWS Security Whitepaper describe.",
      evidence: "Where each detailed design shows it.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 808,
    },
    {
      id: "6.1.7",
      group: "6.1",
      title: "Solution Capabilities: Basic/Enterprise Operations Checklist maintained",
      shortTitle: "Operations Checklists",
      requirement:
        "In each customer engagement the partner assesses that customer’s architectural status, initially and on an ongoing basis, through upkeep of two AWS checklists: Basic Operations and (where applicable) Enterprise Operations (see References, on About).",
      evidence: [
        "For this item:",
        "- at least 2 Basic Operations Checklists, with Enterprise Operations Checklist if applicable, that were completed for a current or past customer",
        "- proof that, where appropriate, current customers have ongoing assessments scheduled",
      ],
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 10,
      renewal: "existing",
      sourceLine: 814,
    },
  ],
};
