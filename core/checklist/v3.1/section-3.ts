/** Section 3, AWS Knowledge, of the checklist in version 3.1. */

import type { SectionSource } from "../types.ts";

export const section3: SectionSource = {
  id: "3",
  title: "AWS Knowledge",
  shortTitle: "AWS Knowledge",
  part: "Discover-Validate",
  groups: [],
  items: [
    {
      id: "3.1",
      group: null,
      title: "AWS Services and Features",
      shortTitle: "AWS Services",
      requirement:
        "The partner is fluent in all 23 services on the sheet AWS Services, and every one of them must meet this for the item to be met. For each: examples of customer solutions that use it; if no active customer uses it, a hypothetical use case with where it should be considered and how it will be supported; and how the partner supports it, alone or within a solution of several services. Working only in a single region where a service is not available waives it; working in more than one region requires all. Services new in 3.1 are assessed if no earlier audit reviewed them.",
      evidence:
        "The examples, hypothetical use cases and descriptions for each service. Solution designs from section 6 may serve as evidence for implemented services.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "existing",
      sourceLine: 356,
    },
  ],
};
