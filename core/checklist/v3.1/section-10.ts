/** Section 10, Service Level Agreements, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";
import { PARTS } from "./parts.ts";

export const section10: SectionSource = {
  id: "10",
  title: "Service Level Agreements",
  shortTitle: "Service Level Agreements",
  part: PARTS.operate,
  groups: [],
  items: [
    {
      id: "10.1",
      group: null,
      title: "Foundational SLAs",
      shortTitle: "Foundational SLAs",
      requirement:
        "The partner has foundational SLAs, which relate to its response times, actions and notifications to customers. They may include the response time when a customer opens a ticket or makes a request, how long remediation takes from the event or incident that triggers it, and the turnaround time of changes or requests that customers initiate.",
      evidence: "The SLA documentation, with supporting processes and metrics.",
      evidenceKinds: ["document", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 1696,
    },
    {
      id: "10.2",
      group: null,
      title: "Workload or Solution-Specific SLAs",
      shortTitle: "Workload or Solution SLAs",
      requirement:
        "The partner has SLAs for the workloads that customers run in the AWS Cloud: for instance infrastructure SLAs that go beyond those of the AWS services, and also SLAs that business outcomes drive.",
      evidence: "The SLA documentation, with supporting processes and metrics.",
      evidenceKinds: ["document", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "existing",
      sourceLine: 1717,
    },
  ],
};
