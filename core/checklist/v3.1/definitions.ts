/** The terms of the programme and of its items, as version 3.1 defines them. */

import type { Definition } from "../types.ts";

export const definitions: readonly Definition[] = [
  {
    term: "Mandatory Action Item (MAI)",
    meaning:
      "A non-negotiable item: the partner must address it to be accepted into the AWS MSP Partner Program. Every item that can change the score by -200 is mandatory.",
  },
  {
    term: "Score-Impacting Action Item (SIAI)",
    meaning:
      "Arises where evidence at the audit was not sufficient for a full score. It is a chance to gain points within 5 business days after the audit: to count in the final score it needs to be closed with the auditor directly after the audit. If not closed in 5 business days, it is scored as not met.",
  },
  {
    term: "Preliminary Partner Score",
    meaning: "The score determined and disclosed in the audit summary.",
  },
  {
    term: "Final Partner Score",
    meaning: "The score the auditor gives AWS, after adjusting it for any action items closed.",
  },
  {
    term: "AWS Billing and Cost Management",
    meaning:
      "The service with which partners pay their AWS bill, monitor usage and budget costs (5.1).",
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
      "A change of state that matters for managing an IT service or other configuration item; also an alert or notification created by any IT service, configuration item or monitoring tool. Typically operations staff need to act, and often incidents are logged (9.9.1; ITIL Service Operation).",
  },
  {
    term: "Kinds of event",
    meaning:
      "Events are generally informational (should be logged), related to warnings (should create alerts), or exception-based, where something acts out of its normal pattern (should trigger an incident) (9.9.1).",
  },
  {
    term: "Event management",
    meaning:
      "The process responsible for managing events throughout their lifecycle (9.9.1; ITIL Service Operation).",
  },
  {
    term: "Incident",
    meaning:
      "An unplanned interruption to an IT service, or a reduction in its quality. A configuration item that has failed without affecting service yet is an incident too, for example 1 failed disk of a mirror set (9.10.1).",
  },
  {
    term: "Incident management",
    meaning:
      "The process responsible for managing all incidents throughout their lifecycle. It ensures that normal service is restored as quickly as possible and that the impact on the business is minimized (9.10.1).",
  },
  {
    term: "Problem",
    meaning:
      "A cause of one or more incidents. It is not usually known when the problem record is created; the problem management process is responsible for investigating further (9.11.1; ITIL Service Operation).",
  },
  {
    term: "Problem management",
    meaning:
      "The process responsible for managing all problems throughout their lifecycle. It proactively prevents incidents and minimizes the impact of those that cannot be prevented (9.11.1; ITIL Service Operation).",
  },
  {
    term: "Known Error Database (KEDB)",
    meaning:
      "A database of all known error records, created by problem management and used by incident and problem management. It may be part of the configuration management system or stored elsewhere in the service knowledge management system (9.11.2; ITIL Service Operation).",
  },
  {
    term: "Asset",
    meaning:
      "Any resource or capability that could contribute to delivering a service (9.12; ITIL Service Strategy, Service Transition).",
  },
  {
    term: "Asset management",
    meaning:
      "A generic activity or process responsible for tracking and reporting the value and ownership of assets throughout their lifecycle (9.12; ITIL Service Strategy, Service Transition).",
  },
  {
    term: "Configuration Management Database (CMDB)",
    meaning:
      "A database that stores configuration records throughout their lifecycle (9.13.3; ITIL Service Transition).",
  },
  {
    term: "Release and deployment management",
    meaning:
      "The process responsible for planning, scheduling and controlling how releases are built, tested and deployed, and for delivering new functionality the business requires while protecting the integrity of existing services (9.14; ITIL Service Transition).",
  },
  {
    term: "Foundational SLAs",
    meaning:
      "SLAs that relate to the partner’s response times, actions and notifications to its customers (10.1).",
  },
  {
    term: "Internal optimization",
    meaning:
      "Looking for efficiencies in the partner’s own operations that bring financial efficiencies, process efficiencies and/or greater customer satisfaction (13.1).",
  },
];
