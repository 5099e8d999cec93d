/** Section 6, Solution Design Capabilities, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";

export const section6: SectionSource = {
  id: "6",
  title: "Solution Design Capabilities",
  shortTitle: "Solution Design",
  part: "Discover-Validate",
  groups: [
    {
      id: "6.1",
      title: "Solution Capabilities",
      requirement:
        "The partner demonstrates that its customer engagements deliver a design document, complete and detailed. By it customer and partner are both assured that the engagement has had these assessed: due diligence, capacity planning, architectural review and the long-term operational process.",
      evidence:
        "Evidence must be 3 detailed design documents of implemented customer systems, produced within the last 12 to 18 months, that contain what the items under this heading name.",
      requirementForItems:
        "A complete detailed design is delivered: due diligence, capacity, architecture, long-term operations assessed.",
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
      evidence: "This documentation in the designs.",
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
      evidence: "These details in the designs.",
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
      evidence: "These details in the designs.",
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
      evidence: "The assessment, with the gaps, in the designs.",
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
        "The detailed design shows that the customer’s infrastructure is architected by the security best practices that the AWS Security Best Practices white paper outlines.",
      evidence: "The part of the designs that shows it.",
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
        "The detailed design shows that risk management and governance at scale are possible with what is proposed, as the Overview of Risk and Compliance and AWS Security Best Practices white papers describe.",
      evidence: "The part of the designs that shows it.",
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
        "In each customer engagement, the architectural status of that customer is assessed initially and on an ongoing basis, through upkeep of the AWS Basic Operations Checklist and (where applicable) Enterprise Operations Checklist of the Operational Checklists for AWS white paper.",
      evidence:
        "At least 2 completed Basic Operations Checklists, with Enterprise Operations Checklist if applicable, of a current or past customer; proof that, where appropriate, current customers have ongoing assessments scheduled.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 10,
      renewal: "existing",
      sourceLine: 814,
    },
  ],
};
