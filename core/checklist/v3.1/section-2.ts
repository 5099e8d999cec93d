/** Section 2, Partner Capabilities Overview, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section2: SectionSource = {
  id: "2",
  title: "Partner Capabilities Overview",
  shortTitle: "Capabilities Overview",
  part: PARTS.begin,
  groups: [],
  items: [
    {
      id: "2.1",
      group: null,
      title: "Company Overview",
      shortTitle: "Company Overview",
      requirement: [
        "A company overview presentation sets the stage for the partner’s talks with customers on its AWS MSP practice; it can give demonstrations, too. The presentation covers:",
        "- the next generation of cloud managed services",
        "- how they differ on AWS from traditional on-premise or hosted ones, stressing automation by DevOps practices",
        "- history",
        "- office locations",
        "- headcount",
        "- customers (number, size, industry)",
        "- service differentiators",
        "- the AWS partnership (APN participation, monthly AWS billings, etc.)",
        "In a renewal, changes and improvements since the last audit should be in focus.",
      ],
      evidence:
        "The presentation, delivered in the validation meeting. It should take no more than 30 minutes.",
      evidenceKinds: ["document", "demonstration"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 300,
    },
    {
      id: "2.2",
      group: null,
      title: "Next Generation Managed Service Viewpoint",
      shortTitle: "Next Generation Viewpoint",
      requirement:
        "The partner tells the public how managed services on AWS differ from traditional on-premise or hosted ones, stressing automation by DevOps practices.",
      evidence:
        "Public material (websites, blog posts, press articles, videos and the like), published within the last 12 months, with information on next generation cloud managed services.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 40,
      renewal: "existing",
      sourceLine: 333,
    },
  ],
};
