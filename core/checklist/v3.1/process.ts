/** The prose around the checklist in version 3.1: purpose, application, audit, scoring, renewals, revocation. */

import type { Passage } from "../types.ts";
import { MOST, PASS } from "./marks.ts";

const purpose: Passage = {
  title: "What the checklist is for",
  paragraphs: [
    "The checklist is written for APN Partners who think of joining the AWS Managed Service Provider (MSP) Partner Program. Whoever meets its criteria is designated an MSP Partner.",
    "It is AWS’s view of what a next generation managed service provider should be able to do for customers in every phase of the engagement lifecycle: plan, design, migrate or build, run, and optimize.",
    "Partners should fill it in from their own assessment of their capabilities, the basis for discussion during the capabilities audit.",
    "The goal is to recognize those APN Partners whose customers have the best experience with managed services on the AWS Cloud.",
    "Capabilities are validated when a partner applies for entry into the programme, and every 12 months thereafter. An objective third-party auditing firm facilitates the review for AWS; where feasible, in the language and at the place that the partner prefers.",
    "The partner bears the cost: an audit fee of 3,000 USD, and related travel expenses if applicable. No cost arises before the partner has agreed to the engagement with the auditing firm.",
    "AWS reserves the right to change the checklist at any time, under effective version control: every document released after version 1.0 includes a summary of changes.",
    "Version 3.1 was published in January 2017. From 1 April 2017 it became the only recognized standard for programme audits, also for those scheduled but not completed by then. Later versions have been published since: ask your AWS contact which one counts.",
  ],
};

const whoToAsk: Passage = {
  title: "Reading it, and whom to ask",
  paragraphs: [
    "APN Partners are expected to review the checklist in detail before they apply to the programme, even if they meet all prerequisites.",
    "Where items are unclear and need further explanation, the first step is to contact the Partner Development Representative (PDR) or Partner Development Manager (PDM), who will contact the Program Office if more help is required.",
  ],
};

const application: Passage = {
  title: "Applying",
  paragraphs: [
    "When ready to apply, the partner should fill in the column Partner Self-Assessment of the checklist. Only full point values are awarded, never partial ones: scoring is meant to be binary, although some items weigh more in the overall score.",
    "1. Log in to the APN Portal (https://www.apn-portal.com/).",
    "2. On the left, choose View My APN Account.",
    "3. Scroll to the Program Details section.",
    "4. Choose Update beside AWS Managed Service Program.",
    "5. Fill out the Program Application and click Submit.",
    "6. Email the completed self-assessment to checklist@amazon.com. The subject line is the partner’s name followed by: Completed Self-Assessment",
    "Questions about these steps go to the partner’s Partner Development Representative or Manager.",
    "AWS reviews the application and aims to come back within 10 business days with any questions, so that the scheduling of the capabilities audit can begin.",
  ],
};

const preparation: Passage = {
  title: "Preparing for the audit",
  paragraphs: [
    "Partners should prepare by reading the checklist, assessing themselves with it, and gathering and organizing objective evidence, to be shared with the auditor on audit day. This includes, but is not limited to, a prepared demonstration of capabilities, documentation of processes, and/or actual examples from customers.",
    "AWS recommends having people at the audit, remote or onsite, who can speak in depth to the requirements.",
    "Best practice: AWS engineers or architects, one or more, who are highly technical; the operations manager who is responsible for service desk and support elements, and/or the manager of the managed service practice; and an executive of business development, who gives the overview presentation.",
  ],
};

const auditProcess: Passage = {
  title: "The audit and its deadlines",
  paragraphs: [
    "Within 24 hours after the audit, the auditor sends the partner an audit summary. It details action items, strengths and opportunities for improvement, and a preliminary score comes with it.",
    "From receipt of the summary, the partner has 5 business days to respond to any action items identified, and to address them. Each is categorized either as a Mandatory Action Item or as an additional Score-Impacting Action Item.",
    "Mandatory Action Items must be closed before entry into the programme is approved. If 5 business days are not enough to close one fully, the AWS MSP Program Manager must be given an action plan that details how and when it will be closed.",
    "The partner may close Score-Impacting Action Items by giving the auditor evidence of closure within 5 business days. Those satisfactorily closed in that time, as the auditor determines, raise the score; the new score becomes the final one, which goes to AWS with the final audit report.",
    "Score-Impacting Action Items not addressed in the 5 business days, or not fully closed by then, do not change the score and are not included in the final audit report.",
    "The auditor submits the final audit report to AWS once the 5 business days are over, and at the latest 10 business days after the audit.",
    "The final decision on acceptance into the programme is made after AWS has received the final audit report, and no later than 20 business days from its receipt.",
  ],
};

const scoring: Passage = {
  title: "Scoring",
  paragraphs: [
    "Scoring is an essential part of the self-assessment and of the audit. It makes the assessment of capabilities objective and quantifiable, and expectations clear and consistent.",
    `The maximum possible score is ${MOST} points. ${PASS} points or more are required to attain AWS MSP Partner Program status.`,
    "The first column, If not met (Subtract if Does Not Meet Capability), is zero or negative. A negative value lowers the overall score of its section.",
    "The second column, If met (Add if Does Meet Capability), is positive or zero. Its points are added to the overall score of the section.",
    "Points are binary: each item receives one value only, the negative or zero one when the requirement is not met, the positive or zero one when it is. Only full points are awarded.",
    "Each section has its total. The section totals together make the total partner score.",
  ],
};

const nonResellers: Passage = {
  title: "Partners outside the Reseller Program",
  paragraphs: [
    "All items apply to partners in the AWS Channel Reseller Program.",
    "For partners outside it, item 4.5, AWS Support Plan, and all of section 5, AWS Billing and Cost Management, are waived. Their points in the If met column (Add if Does Meet Capability) are granted automatically, to maintain the scoring thresholds.",
  ],
};

const renewals: Passage = {
  title: "Renewals",
  paragraphs: [
    "For partners who have already achieved MSP Program status and have previously been audited against version 3.0 of the checklist, subsequent audits are renewals. They are abbreviated, with the focus on what was improved and what growth was attained since the previous audit.",
    "In scope, first: any action items identified during the previous audit.",
    "Second, requirements added or expanded in version 3.1: 4.4.2, 8.1.2, 8.1.9, 8.1.10, 8.2.4, 9.6.1, 9.6.2, 9.6.3, 9.8.1, 9.8.2 and 13.2.",
    "Third, existing requirements that were audited before: 1.6, 2.1, 2.2, 3.1 (only the new services, as indicated), 5.8, all of section 6, 9.6.1, 9.6.2, 9.6.3, 9.7, 9.8.1, 9.8.2, 9.14, 9.15.1, 10.2, and all of sections 11, 13 and 14.",
    "Fourth, any requirements met before whose evidence has changed materially, in a way that may affect the partner’s AWS MSP practice, as the partner discloses before or during the renewal audit.",
    "Items deemed unnecessary to audit in the renewal are automatically awarded their points in the If met column (Add if Does Meet Capability).",
    "A full audit of all current programme requirements is required at least every 3 years. The 2 years in between are treated as renewal audits.",
    "AWS expects continued compliance also with requirements that a renewal does not review, and requests that partners tell the auditor, before or during the renewal audit, of any material changes to tools, policies and processes that affect their managed services practice.",
  ],
};

const revocation: Passage = {
  title: "Losing the status",
  paragraphs: [
    "AWS may take the status of AWS MSP Partner away if at any time it determines, in its sole discretion, that the partner does not meet the programme’s requirements, or fails in another way to represent the high standards that AWS expects of its MSP Partners.",
    "A partner whose status is revoked no longer receives any benefits of the AWS MSP Partner Program, and will immediately stop taking advantage of them, using any materials it was given in connection with the programme, and identifying itself as an AWS MSP Partner or holding itself out to be one.",
  ],
};

const needed: Passage = {
  title: "Prerequisites",
  paragraphs: [
    "They stand on the sheet Prerequisites, and must be met before the third-party audit is scheduled. The application in the APN Portal is none of them, but a step of applying.",
  ],
};

/** In the order in which they are told. */
export const process: readonly Passage[] = [
  purpose,
  whoToAsk,
  needed,
  application,
  preparation,
  auditProcess,
  scoring,
  nonResellers,
  renewals,
  revocation,
];
