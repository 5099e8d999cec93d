/** Section 14, SLA Optimization, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section14: SectionSource = {
  id: "14",
  title: "SLA Optimization",
  shortTitle: "SLA Optimization",
  part: PARTS.optimize,
  groups: [],
  items: [
    {
      id: "14.1",
      group: null,
      title: "SLA Optimization",
      shortTitle: "SLA Optimization",
      requirement:
        "Actions are taken to improve performance against objectives continually. Evidence of this includes records of actions by which performance was to improve, particularly where established objectives are not being met.",
      evidence:
        "An explanation, and any examples of improvements that were found and put into practice.",
      evidenceKinds: ["demonstration", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 1903,
    },
  ],
};
