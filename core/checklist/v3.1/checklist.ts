/** Version 3.1 of the checklist, of January 2017, as one value. */

import { makeChecklist } from "../make.ts";
import type { FullChecklist } from "../types.ts";
import { changes } from "./changes.ts";
import { definitions } from "./definitions.ts";
import { FIRST_PRINTS } from "./first-prints.ts";
import { links } from "./links.ts";
import { MOST, PASS } from "./marks.ts";
import { arrangement } from "./parts.ts";
import { prerequisites } from "./prerequisites.ts";
import { process } from "./process.ts";
import { readings } from "./readings.ts";
import { section1 } from "./section-1.ts";
import { section2 } from "./section-2.ts";
import { section3 } from "./section-3.ts";
import { section4 } from "./section-4.ts";
import { section5 } from "./section-5.ts";
import { section6 } from "./section-6.ts";
import { section7 } from "./section-7.ts";
import { section8 } from "./section-8.ts";
import { section9 } from "./section-9.ts";
import { section10 } from "./section-10.ts";
import { section11 } from "./section-11.ts";
import { section12 } from "./section-12.ts";
import { section13 } from "./section-13.ts";
import { section14 } from "./section-14.ts";
import { services } from "./services.ts";

const sections = [
  section1,
  section2,
  section3,
  section4,
  section5,
  section6,
  section7,
  section8,
  section9,
  section10,
  section11,
  section12,
  section13,
  section14,
];

export const checklist31: FullChecklist = makeChecklist({
  id: "aws-msp",
  title: "AWS MSP Partner Program Validation Checklist",
  shortTitle: "AWS MSP checklist",
  program: "AWS MSP Partner Program",
  manager: "AWS MSP Program Manager",
  version: "3.1",
  revision: 1,
  published: "January 2017",
  language: "en",
  maker: "AWS",
  most: MOST,
  pass: PASS,
  sections,
  services: { item: "3.1", list: services },
  // Lines 143 to 147 of the source; how age is told apart is our reading of them.
  references: { item: "1.6", needed: 3, publicNeeded: 1, fineMonths: 12, oldestMonths: 18 },
  // Lines 39, 51, 54, 66 and 68 of the source.
  clock: { replyDays: 10, summaryHours: 24, closureDays: 5, finalReportDays: 10, decisionDays: 20 },
  // Lines 12, 111, 112 and 125 of the source.
  renewal: { months: 12, fullAuditMonths: 36, oldestVersion: "3.0" },
  // 4.1, 4.2.1, 4.2.2 and 4.2.3.
  openValues: {
    choices: [0, 10, 20, 40],
    mandatoryLoss: -200,
    sum: 60,
    place: "table of section 4, page 10 of the published document",
  },
  // Lines 36 and 150 to 152 of the source; no brackets, no full stop.
  mail: { to: "checklist@amazon.com", subject: "{partner} Completed Self-Assessment" },
  prerequisites,
  process: [arrangement(sections), ...process],
  definitions,
  readings,
  links,
  changes,
  firstPrints: FIRST_PRINTS,
});
