/** What changed from version to version of the checklist, newest first, up to 3.1. */

import type { VersionChange } from "../types.ts";

export const changes: readonly VersionChange[] = [
  {
    from: "3.0",
    to: "3.1",
    changes: [
      "The scoring method was updated (see Scoring).",
      "The scope for non-Reseller Partners was reduced (see Partners outside the Reseller Program).",
      "The renewal process was streamlined (see Renewals).",
      "The prerequisite for additional training was removed.",
      "Acceptable evidence was updated and clarified for 1.1, 1.2, 7.1, 7.2, 9.1, 9.2.1, 9.2.3, 9.9.1, 9.10.1, 9.10.2, 9.11.1 and 9.11.2.",
      "The intent of 1.4, 1.6, 4.2.4, 5.3, 8.1.2 and 9.3.5 was clarified.",
      "3.1 gained services: AWS Lambda, Amazon DynamoDB, Amazon Redshift and Amazon Kinesis.",
      "3.1 lost services: AWS Storage Gateway, AWS OpsWorks and AWS Directory Service.",
      "Requirements removed: 6.1.2 (assessment of existing infrastructure), 8.4.2 (testing of internal systems and processes), 9.2.2 (local language support), 9.2.3 (call logging), 9.2.4 (callback SLAs), 9.2.5 (user validation) and 9.3.6 (remote access for employees).",
      "New requirements: 8.1.9 (secret shopper testing, in place of 8.4.2), 8.1.10 (encryption of customer information, in place of 8.4.2) and 13.2 (automation optimization).",
      "8.2.4 was expanded (CloudTrail enablement and log integrity).",
      "For clarity, 9.6 was split into 3 (9.6.1, 9.6.2, 9.6.3) and 9.8 into 2 (9.8.1, 9.8.2).",
      "10.2 and 10.3 were merged into one requirement for infrastructure SLAs and workload-specific SLAs.",
      "Appendix B, White Label Solution Providers, was removed.",
    ],
  },
  {
    from: "2.3",
    to: "3.0",
    changes: [
      "A section on Business Health was added, with its controls (section 1).",
      "A section on Billing and Cost Management was added, with its controls (section 5).",
      "Standards specific to what sets next generation MSPs apart were added (sections 3, 7 and 9).",
      "In some sections, process and documentation are no longer allowed as evidence: only technology demonstrations meet these.",
      "The optional Business and Technical Capability Identifiers were removed; MSP Partners are encouraged to set their business apart by achieving AWS Competencies.",
      "All audit requirements and policies for white labelling moved to Appendix B.",
    ],
  },
  {
    from: "2.2",
    to: "2.3",
    changes: [
      "The training required among the prerequisites changed from Advanced Operations on AWS to DevOps Engineering on AWS.",
      "The section on the white label business capability identifier was expanded.",
      "Programme rules for white label partners were expanded.",
      "The Digital Media, Healthcare and Life Sciences competencies joined the business capability identifiers.",
      "Wording and grammar of the core competency standards were updated.",
      "Requirements were changed and clarified in 6.1 (Security Management), 7.4 (Proactive Monitoring and Alerting), 7.5 (Event and Incident Management), 7.9 (Release and Deployment Management) and 12.0 (SLA Optimization).",
      "The prerequisites changed to Advanced or Premier APN Partners with at least $25K of monthly revenue.",
    ],
  },
  {
    from: "2.1",
    to: "2.2",
    changes: [
      "The section Expectations of Parties was expanded.",
      "Requirements for Business Management were added.",
      "Requirements in several sections were revised and/or moved, following feedback from the first audits.",
      "Scoring was updated as appropriate.",
      "Technical Competencies moved to the prerequisites, and their table to Appendix A.",
      "White labelling joined the Business Capability Identifiers.",
    ],
  },
  {
    from: "2.0",
    to: "2.1",
    changes: [
      "Scoring by section was added.",
      "Section numbers were added, for easier reference.",
      "Contract language was added in section 6.0.",
    ],
  },
  {
    from: "1.0",
    to: "2.0",
    changes: [
      "A table of contents was added.",
      "A scoring matrix was added.",
      "A section on expectations of the parties was added.",
      "Requirements under the main headings were detailed, to name the evidence partners should prepare ahead of the validation meeting.",
      "Cloud operations and technical support were split into event, incident and problem management, and service desk functions.",
      "AWS core technical requirements were added.",
      "Sections specific to capability identifiers were created.",
      "Appendix 1, Best Practice Guides and Reference Materials, was added.",
    ],
  },
];
