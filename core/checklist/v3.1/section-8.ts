/** Section 8, Security, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";

export const section8: SectionSource = {
  id: "8",
  title: "Security",
  shortTitle: "Security",
  part: "Discover-Validate",
  groups: [
    {
      id: "8.1",
      title: "Security Management",
      requirement: "",
      evidence: "",
      requirementForItems: null,
      evidenceForItems: null,
    },
    {
      id: "8.2",
      title: "Security Event Logging and Retention",
      requirement: "",
      evidence: "",
      requirementForItems: null,
      evidenceForItems: null,
    },
  ],
  items: [
    {
      id: "8.1.1",
      group: "8.1",
      title: "Security Management: own security policies and procedures",
      shortTitle: "Own security policies",
      requirement:
        "Security policies and procedures that protect the partner’s own systems from attacks are established. Management has reviewed and approved the policies.",
      evidence:
        "The policies and procedures. Evidence may also be a current industry certification related to information security, such as ISO 27001, or proof of the processes for infrastructure security and information management, with their approvals.",
      evidenceKinds: ["document", "certificate", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 895,
    },
    {
      id: "8.1.2",
      group: "8.1",
      title: "Security Management: least-privilege access to customer resources",
      shortTitle: "Least-privilege access",
      requirement:
        "A system gives the partner’s engineers access to customer resources by the principle of least privilege. A process is in place that defines and maintains the appropriate level of access. Access to data that the customer defines as critical or sensitive is controlled further: by multi-factor or quorum authentication, with alerts based on access.",
      evidence:
        "The partner’s internal capabilities and processes for maintaining least-privilege access policies, demonstrated live.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "newOrExpanded",
      sourceLine: 904,
    },
    {
      id: "8.1.3",
      group: "8.1",
      title: "Security Management: policies protecting customer systems",
      shortTitle: "Customers’ systems protected",
      requirement:
        "Security policies and procedures are in place to protect customers’ systems from attacks.",
      evidence:
        "Evidence may be an industry certification related to the management of information security, such as ISO 27001.",
      evidenceKinds: ["certificate"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 914,
    },
    {
      id: "8.1.4",
      group: "8.1",
      title: "Security Management: supported infrastructure in VPC",
      shortTitle: "Infrastructure in VPC",
      requirement:
        "All supported AWS infrastructure is deployed into Amazon Virtual Private Cloud (VPC).",
      evidence:
        "A technology demonstration of the deployment framework; in particular, that deployment into VPC is implemented.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 919,
    },
    {
      id: "8.1.5",
      group: "8.1",
      title: "Security Management: no root credentials for administration",
      shortTitle: "No root administration",
      requirement: "Root account credentials are not used to administer AWS accounts.",
      evidence: "A technology demonstration.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 941,
    },
    {
      id: "8.1.6",
      group: "8.1",
      title: "Security Management: encryption at rest services",
      shortTitle: "Encryption at rest",
      requirement:
        "Encryption at rest services are provided for AWS infrastructure, as outlined in the Encrypting Data at Rest white paper.",
      evidence: "Design documentation that specifies that encryption at rest services are used.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 945,
    },
    {
      id: "8.1.7",
      group: "8.1",
      title: "Security Management: customers understand AWS security",
      shortTitle: "Customers’ understanding",
      requirement:
        "The partner ensures that its customers understand the security processes and technologies of AWS, as the AWS Security Best Practices white paper outlines them.",
      evidence:
        "Onboarding and educational documents that customers are given, with specific coverage of customers’ security considerations in the partner’s environment.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 950,
    },
    {
      id: "8.1.8",
      group: "8.1",
      title: "Security Management: MFA on root accounts",
      shortTitle: "MFA on root accounts",
      requirement:
        "The partner ensures that multi-factor authentication (MFA) is activated on all AWS root accounts, its own and its customers’.",
      evidence:
        "Technology must be shown as evidence that accounts are regularly audited for MFA activation, and for its activation on new AWS root accounts.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 957,
    },
    {
      id: "8.1.9",
      group: "8.1",
      title: "Security Management: secret shopper testing",
      shortTitle: "Secret shopper testing",
      requirement:
        "Secret shopper tests are performed on vectors open to attack by social engineering, including the systems for calls, chat and email. Users should not be validated by confidential data such as social security numbers, or by personal security questions.",
      evidence:
        "Records of the last 2 tests, and the lessons learned, documented. (In 2017 audits, 1 record for 2017 is acceptable.)",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "newOrExpanded",
      sourceLine: 963,
    },
    {
      id: "8.1.10",
      group: "8.1",
      title: "Security Management: customer information encrypted",
      shortTitle: "Customer data encrypted",
      requirement:
        "On all partner systems, the contact and business/personal information of customers is encrypted. This includes partner, billing and ticketing systems.",
      evidence:
        "Documentation of the systems that store customer information, with proof of encryption.",
      evidenceKinds: ["document", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 40,
      renewal: "newOrExpanded",
      sourceLine: 971,
    },
    {
      id: "8.2.1",
      group: "8.2",
      title: "Security Event Logging: logs retained for contractual duration",
      shortTitle: "Log retention by contract",
      requirement:
        "A log stores security events for regulatory purposes and for analysis. Security Event Logs are kept for the duration agreed with customers by contract. Using the technologies specified in the Security at Scale: Logging in AWS white paper is recommended.",
      evidence: "An example: a customer’s Security Event Log.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 982,
    },
    {
      id: "8.2.2",
      group: "8.2",
      title: "Security Event Logging: retention periods honoured",
      shortTitle: "Retention periods honoured",
      requirement:
        "The partner can show that the log retention periods agreed with customers are honoured, and that there are systems that support and maintain the logs.",
      evidence:
        "An example Security Event Log, maintained for the agreed retention period. It must also be shown where retention times and the methods for supporting and maintaining logs are defined and agreed with customers, such as an MSA or other document. For a log that the customer maintains, evidence must be provided of the steps the partner takes to ensure its maintenance.",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 989,
    },
    {
      id: "8.2.3",
      group: "8.2",
      title: "Security Event Logging: AWS Config auditing",
      shortTitle: "AWS Config auditing",
      requirement:
        "The partner can demonstrate that it uses the AWS Config service to audit security components.",
      evidence: "An example of such auditing with AWS Config.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 1033,
    },
    {
      id: "8.2.4",
      group: "8.2",
      title: "Security Event Logging: CloudTrail on all managed accounts",
      shortTitle: "CloudTrail on all accounts",
      requirement:
        "AWS CloudTrail is enabled on all managed accounts. A process that maintains the integrity of the logs is in place.",
      evidence:
        "A technology demonstration. Only without one may documented policies and processes be presented; these must be in place and ensure that all accounts, existing and new, have CloudTrail enabled.",
      evidenceKinds: ["demonstration", "document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      renewal: "newOrExpanded",
      sourceLine: 1051,
    },
    {
      id: "8.3",
      group: null,
      title: "Access Management/AWS API Credential Strategy",
      shortTitle: "Access and API credentials",
      requirement:
        "An Access Management Strategy is documented. It includes, without being limited to, users of AWS Identity and Access Management (IAM); symmetric access keys; asymmetric X.509 certificates; console passwords; multi-factor authentication (MFA) devices, hardware or virtual.",
      evidence:
        "All 3: a technology demonstration; documentation of the process, addressing everything required; 1 customer example.",
      evidenceKinds: ["demonstration", "document", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 1036,
    },
    {
      id: "8.4",
      group: null,
      title: "Service Continuity",
      shortTitle: "Service Continuity",
      requirement:
        "The partner can monitor its own internal systems to ensure that internal failures do not compromise customer services. Reasonable, tested processes exist for the response to internal outages and failures. Depth of failure should be covered, and disaster management included for the complete loss or compromise of data and infrastructure.",
      evidence:
        "Documentation of the processes, addressing everything required, and the results of a test of business continuity performed in the last 12 months. In addition, an industry certification related to business continuity management, such as ISO 22301, may be evidence.",
      evidenceKinds: ["document", "record", "certificate"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 1042,
    },
  ],
};
