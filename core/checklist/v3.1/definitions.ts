/** The terms of the programme and of its items, as version 3.1 defines them. */

import type { Definition } from "../types.ts";

export const definitions: readonly Definition[] = [
  {
    term: "Mandatory Action Item (MAI)",
    meaning:
      "A non-negotiable item: the partner must address it, or is not accepted into the AWS MSP Partner Program. Every item that can change the score by -200 is mandatory.",
  },
  {
    term: "Score-Impacting Action Item (SIAI)",
    meaning:
      "Arises where evidence at the time of the audit was not sufficient for a full score in that area. It is a chance to gain points within 5 business days after the audit: to count in the final score it needs to be closed with the auditor directly after the audit. If not closed in 5 business days, it is scored as not met.",
  },
  {
    term: "Preliminary Partner Score",
    meaning: "The score that the audit summary determines and discloses.",
  },
  {
    term: "Final Partner Score",
    meaning: "The score the auditor gives AWS, after adjusting it for any action items closed.",
  },
  {
    term: "AWS Billing and Cost Management",
    meaning:
      "The service with which partners monitor usage, budget costs and pay what AWS bills them (5.1).",
  },
  {
    term: "End User Reporting",
    meaning:
      "Reporting that Reseller Partners are required to provide to AWS under the terms of their Reseller Agreement (5.8).",
  },
  {
    term: "Proactive monitoring",
    meaning:
      "Looking for patterns of events in order to predict possible future failures (9.5; ITIL Service Operation).",
  },
  {
    term: "Event",
    meaning:
      "A change of state that matters for managing an IT service or another configuration item; also an alert or notification that any of these, or a monitoring tool, creates. Typically IT operations staff need to act, and often incidents are logged (9.9.1; ITIL Service Operation).",
  },
  {
    term: "Kinds of event",
    meaning:
      "Events are generally informational (should be logged), related to warnings (should create alerts), or exception-based, where something acts out of its normal pattern (should trigger an incident) (9.9.1).",
  },
  {
    term: "Event management",
    meaning:
      "The process that manages events throughout their lifecycle (9.9.1; ITIL Service Operation).",
  },
  {
    term: "Incident",
    meaning:
      "An interruption of an IT service that was not planned, or a reduction in the service’s quality. A configuration item that has failed without affecting service yet is an incident too, for example 1 failed disk of a mirror set (9.10.1).",
  },
  {
    term: "Incident management",
    meaning:
      "The process responsible for managing all incidents throughout their lifecycle. It ensures that normal service operation returns as quickly as possible and that the impact on the business is minimized (9.10.1).",
  },
  {
    term: "Problem",
    meaning:
      "What causes one or more incidents. It is not usually known when the problem record is created; investigating it further is the responsibility of problem management (9.11.1; ITIL Service Operation).",
  },
  {
    term: "Problem management",
    meaning:
      "The process responsible for managing all problems throughout their lifecycle. It proactively prevents incidents and minimizes the impact of those that cannot be prevented (9.11.1; ITIL Service Operation).",
  },
  {
    term: "Known Error Database (KEDB)",
    meaning:
      "A database of all known error records. Problem management creates it; incident and problem management use it. It may belong to the configuration management system or be kept elsewhere in the service knowledge management system (9.11.2; ITIL Service Operation).",
  },
  {
    term: "Asset",
    meaning:
      "Any resource or any capability that could contribute to delivering a service (9.12; ITIL Service Strategy, Service Transition).",
  },
  {
    term: "Asset management",
    meaning:
      "A generic activity or process that is responsible for tracking what assets are worth and who owns them, and for reporting it, throughout their lifecycle (9.12; ITIL Service Strategy, Service Transition).",
  },
  {
    term: "Configuration Management Database (CMDB)",
    meaning:
      "A database that stores configuration records throughout their lifecycle (9.13.3; ITIL Service Transition).",
  },
  {
    term: "Release and deployment management",
    meaning:
      "The process that is responsible for planning, scheduling and controlling how releases are built, tested and deployed, and for delivering the new functionality that the business requires without harm to the integrity of existing services (9.14; ITIL Service Transition).",
  },
  {
    term: "Foundational SLAs",
    meaning:
      "SLAs that relate to the partner’s response times, actions and notifications to its customers (10.1).",
  },
  {
    term: "Internal optimization",
    meaning:
      "Looking for efficiencies in the partner’s own operations that make finances or processes more efficient and/or customers more satisfied (13.1).",
  },
];
