/** Section 7, Infrastructure and Application Migration Capabilities, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section7: SectionSource = {
  id: "7",
  title: "Infrastructure and Application Migration Capabilities",
  shortTitle: "Migration Capabilities",
  part: PARTS.begin,
  groups: [],
  items: [
    {
      id: "7.1",
      group: null,
      title: "Infrastructure Migration Capabilities Leveraging AWS Best Practices",
      shortTitle: "Infrastructure migration",
      requirement: [
        "- The infrastructure that partners provide to customers must follow AWS architecture best practices and reference architectures.",
        "- Traditional MSPs ran the customer’s environment; next-generation MSPs add AWS expertise and other knowledge of an industry or solution (e.g. big data), and help decide how to move workloads to infrastructure unique to AWS: highly available, elastic, reliable.",
        "- MSPs used to react to failures, generally of capacity or hardware; good design and migrations on AWS should by nature tolerate faults, freeing resources for new kinds of value.",
      ],
      evidence:
        "Implemented design recommendations for customers, with an explanation of the customer scenario behind each. Alternatively, the AWS Migration Competency, if held, is sufficient evidence.",
      evidenceKinds: ["document", "certificate"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 830,
    },
    {
      id: "7.2",
      group: null,
      title: "Application Migration Capabilities",
      shortTitle: "Application migration",
      requirement: [
        "- The partner can migrate applications. It provides continual integration and automated deployment, and makes use of infrastructure that is elastic and highly available.",
        "- The partner provides tooling that abstracts the deployment of applications from that of infrastructure; with it customers can deploy and configure their applications, on their own or together with the managed service.",
      ],
      evidence:
        "Implemented recommendations for customers, with an explanation of the customer scenario behind each. Alternatively, the AWS Migration Competency, if held, is sufficient evidence.",
      evidenceKinds: ["document", "certificate"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 861,
    },
  ],
};
