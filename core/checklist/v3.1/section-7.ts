/** Section 7, Infrastructure and Application Migration Capabilities, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";

export const section7: SectionSource = {
  id: "7",
  title: "Infrastructure and Application Migration Capabilities",
  shortTitle: "Migration Capabilities",
  part: "Discover-Validate",
  groups: [],
  items: [
    {
      id: "7.1",
      group: null,
      title: "Infrastructure Migration Capabilities Leveraging AWS Best Practices",
      shortTitle: "Infrastructure migration",
      requirement:
        "The partner must provide customers with infrastructure that follows AWS architecture best practices and reference architectures. Traditional MSPs ran the environment and reacted to failures, generally of capacity or hardware; next-generation MSPs add AWS expertise and other knowledge of an industry or solution (e.g. big data), and help decide how to move workloads to infrastructure unique to AWS: highly available, elastic, reliable. Good design and migrations on AWS should by nature tolerate faults, freeing resources for new kinds of value.",
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
        "- Application migration capabilities are in place, and continual integration and automated deployment are provided, taking advantage of elastic, highly available infrastructure.",
        "- Tooling is provided that abstracts the deployment of applications from that of infrastructure; with it customers can deploy and configure their applications, on their own or together with the managed service.",
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
