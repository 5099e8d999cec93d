/** Section 4, Business Management, of the checklist in version 3.1. */

import type { SectionSource } from "../source.ts";

const named = (id: string, title: string) => ({
  id,
  title,
  requirement: "",
  evidence: "",
  requirementForItems: null,
  evidenceForItems: null,
});

export const section4: SectionSource = {
  id: "4",
  title: "Business Management",
  shortTitle: "Business Management",
  part: "Discover-Validate",
  groups: [
    named("4.2", "Job Roles/Staffing"),
    named("4.3", "Customer Contracts"),
    named("4.4", "Supplier Management"),
  ],
  items: [
    {
      id: "4.1",
      group: null,
      title: "Resource/Capacity Planning",
      shortTitle: "Resource Planning",
      requirement:
        "The resources that business demand needs are determined and provided, including personnel and infrastructure.",
      evidence:
        "Resource planning documentation that details how it is ensured that appropriate resources are available for the demand. This may include, for example, enough AWS Certified Solutions Architect Professionals for the number of customers.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 10,
      provenance: "reconstructed",
      sourceLine: 467,
    },
    {
      id: "4.2.1",
      group: "4.2",
      title: "Job Roles/Staffing: overview of job roles",
      shortTitle: "Overview of job roles",
      requirement:
        "There is an overview of the job roles in the company that support the AWS business.",
      evidence:
        "A document or spreadsheet that gives role, job title, % of time on AWS business, and any trainings or certifications achieved, for AWS and others relevant to the industry.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 10,
      provenance: "reconstructed",
      sourceLine: 485,
    },
    {
      id: "4.2.2",
      group: "4.2",
      title: "Job Roles/Staffing: hiring/termination processes, on-/off-boarding checklists",
      shortTitle: "Hiring and termination",
      requirement:
        "Processes for hiring and termination are defined, with checklists for on- and off-boarding staff.",
      evidence:
        "Completed on- and off-boarding records, for example completed checklists, training plans or other records.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      provenance: "reconstructed",
      sourceLine: 492,
    },
    {
      id: "4.2.3",
      group: "4.2",
      title: "Job Roles/Staffing: ITIL Foundation at leadership position",
      shortTitle: "ITIL Foundation",
      requirement:
        "At least 1 person in a leadership position is certified to ITIL Foundation or above.",
      evidence: "A current ITIL Foundation certificate.",
      evidenceKinds: ["certificate"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      provenance: "reconstructed",
      sourceLine: 497,
    },
    {
      id: "4.2.4",
      group: "4.2",
      title: "Job Roles/Staffing: Business/Technical Professional accreditations of sales teams",
      shortTitle: "Sales accreditations",
      requirement:
        "Everyone in the sales teams and/or applicable business units that support the AWS MSP practice has completed the Business Professional or Technical Professional accreditation.",
      evidence: "Records of these accreditations.",
      evidenceKinds: ["record", "certificate"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 507,
    },
    {
      id: "4.2.5",
      group: "4.2",
      title: "Job Roles/Staffing: AWS Associate level certification at leadership position",
      shortTitle: "AWS Associate certification",
      requirement:
        "At least 1 person in a leadership position holds an AWS Associate level certification.",
      evidence: "Records of the AWS Associate level certification.",
      evidenceKinds: ["record", "certificate"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 513,
    },
    {
      id: "4.3.1",
      group: "4.3",
      title: "Customer Contracts: signed contracts, billing model",
      shortTitle: "Signed contracts",
      requirement:
        "Contracts signed with customers define which specific billing model applies, and any other contractual agreements.",
      evidence:
        "Records of 3 signed contracts with customers, executed in the last 12 to 18 months.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      sourceLine: 522,
    },
    {
      id: "4.3.2",
      group: "4.3",
      title: "Customer Contracts: data ownership and termination",
      shortTitle: "Data ownership, termination",
      requirement:
        "Customer contracts define specifically who legally owns the data, including how customer data is handled when either party terminates the contract. This includes: a commitment on when data or account is handed to the customer; format and method of transferring data or account credentials; and, if applicable, the process that removes IAM accounts, groups, roles and federation that are not the customer’s.",
      evidence:
        "2 signed customer contracts that address all of this. They may be the same as in 4.3.1.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 40,
      sourceLine: 527,
    },
    {
      id: "4.4.1",
      group: "4.4",
      title: "Supplier Management: selection and evaluation",
      shortTitle: "Supplier selection",
      requirement:
        "Processes are defined for selecting and evaluating suppliers (e.g. SaaS vendors, or other third parties that activities or services are subcontracted to).",
      evidence: "Records of supplier selection and evaluation.",
      evidenceKinds: ["record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      sourceLine: 544,
    },
    {
      id: "4.4.2",
      group: "4.4",
      title: "Supplier Management: SaaS security due diligence",
      shortTitle: "SaaS due diligence",
      requirement:
        "Where systems that hold customer information, or can access AWS resources, are SaaS solutions, the partner must show due diligence: that it has assessed how these comply on security, with customer privacy and security in focus.",
      evidence:
        "Records of supplier selection and evaluation. For the security assessment there must be shown, of each SaaS provider: security overview and documentation, validation of authentication and authorization, MFA capabilities, an overview of availability characteristics, data backup plan, disaster recovery plan.",
      evidenceKinds: ["record", "document"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      renewal: "newOrExpanded",
      sourceLine: 550,
    },
    {
      id: "4.5",
      group: null,
      title: "AWS Support Plan",
      shortTitle: "AWS Support Plan",
      requirement: "An AWS Support plan is in place.",
      evidence: "A current AWS Support agreement.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 557,
    },
  ],
};
