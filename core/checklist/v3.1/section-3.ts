/** Section 3, AWS Knowledge, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section3: SectionSource = {
  id: "3",
  title: "AWS Knowledge",
  shortTitle: "AWS Knowledge",
  part: PARTS.begin,
  groups: [],
  items: [
    {
      id: "3.1",
      group: null,
      title: "AWS Services and Features",
      shortTitle: "AWS Services",
      requirement: [
        "MSPs now also consult on building workloads that are sustainable in operation. Whatever customers’ objectives call for, the partner must be fluent in all 23 services on the sheet AWS Services. For each it gives:",
        "- examples of customer solutions that use it",
        "- if no active customer uses it, a hypothetical use case: where to consider it, and how it will be supported",
        "- a description of how the partner supports it, alone or in a solution of several",
        "The item is met only if all meet this. Operating exclusively in a single region waives services not available there; working in more than one region requires showing knowledge of all. Services new in 3.1 should be assessed if no earlier audit reviewed them.",
      ],
      evidence:
        "The examples, hypothetical use cases and descriptions. For implemented services, solution designs of section 6 may be used.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 356,
    },
  ],
};
