/** What must be in place before the audit by the third party can be scheduled, in version 3.1. */

import type { Prerequisite } from "../types.ts";

export const prerequisites: readonly Prerequisite[] = [
  {
    title: "APN Membership",
    requirement: "The partner is an Advanced or Premier APN Consulting Partner.",
  },
  {
    title: "Customer Engagements",
    requirement:
      "There are at least 3 AWS customer references, at least 1 of them publicly referenceable. Each must be a new customer, or a new engagement with an existing one, of the last 12 to 18 months, and must be paying the partner for managed services based on AWS.",
  },
  {
    title: "Completed Self-Assessment",
    requirement:
      "The partner has completed its self-assessment with the AWS MSP Partner Program Validation Checklist.",
  },
  {
    title: "Self-Assessment Sent",
    requirement:
      "It must be mailed, completed, to checklist@amazon.com. The subject line is the partner’s name followed by: Completed Self-Assessment",
  },
  {
    title: "Review by the AWS Team (recommended)",
    requirement:
      "Recommended only: the partner’s Solutions Architect or Partner Development Manager (PDM) reviews the self-assessment before it is sent. That way the AWS team is engaged and works with the partner to give recommendations before the audit.",
  },
];
