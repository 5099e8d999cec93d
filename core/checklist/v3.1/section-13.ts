/** Section 13, Internal Process Optimization, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section13: SectionSource = {
  id: "13",
  title: "Internal Process Optimization",
  shortTitle: "Process Optimization",
  part: PARTS.optimize,
  groups: [],
  items: [
    {
      id: "13.1",
      group: null,
      title: "Internal Process Optimization",
      shortTitle: "Internal Optimization",
      requirement:
        "The partner reviews its internal performance at a regular cadence, and recommends improvements. Internal optimization looks for efficiencies in the partner’s operations that make finances or processes more efficient and/or customers more satisfied.",
      evidence:
        "An explanation of the cadence of internal reviews, and any efficiencies that were implemented through them (e.g. billing alerts).",
      evidenceKinds: ["demonstration", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 1865,
    },
    {
      id: "13.2",
      group: null,
      title: "Automation Optimization Process",
      shortTitle: "Automation Optimization",
      requirement:
        "A process tracks automated against manual recovery activities, and these are regularly reviewed for opportunities to reduce manual processes.",
      evidence:
        "An explanation of the cadence of internal reviews, and any efficiencies that were implemented through them (e.g. new practices of automated resolution).",
      evidenceKinds: ["demonstration", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "both",
      sourceLine: 1883,
    },
  ],
};
