/** Section 5, AWS Billing and Cost Management, of the checklist in version 3.1: for members of the Channel Reseller Program. */

import type { SectionSource } from "../source.ts";

export const section5: SectionSource = {
  id: "5",
  title: "AWS Billing and Cost Management",
  shortTitle: "AWS Billing and Cost",
  part: "Discover-Validate",
  groups: [],
  items: [
    {
      id: "5.1",
      group: null,
      title: "AWS Billing and Cost Management Console",
      shortTitle: "Billing Console",
      requirement:
        "The AWS Billing and Cost Management service is used: the one for paying the AWS bill, monitoring usage and budgeting costs.",
      evidence:
        "Demonstration of its console, including the ability to: download PDF invoices from it; enable Billing Reports; enable Billing Alerts; manage Cost Allocation Tags; explain the benefits of Cost Explorer; manage tax exemptions (when applicable).",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 603,
    },
    {
      id: "5.2",
      group: null,
      title: "AWS Account Settings",
      shortTitle: "Account Settings",
      requirement:
        "Contact and security information of the payer and/or linked account(s) under management is kept up to date on the AWS Account Settings page.",
      evidence:
        "Demonstration of the page, including the ability to: update the address information of an AWS account; describe and set alternate contacts; set security challenge questions; say how to close an AWS account; manage the cancellation of services (i.e. Support).",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 609,
    },
    {
      id: "5.3",
      group: null,
      title: "Third Party Billing Solutions",
      shortTitle: "Third Party Billing",
      requirement:
        "Billing management and optimization use solutions of third-party ISVs or of the partner’s own development, to strengthen its ability to give customers proactive recommendations.",
      evidence:
        "The solutions, demonstrated, with examples of how they go beyond what AWS has natively.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      resellerOnly: true,
      sourceLine: 613,
    },
    {
      id: "5.4",
      group: null,
      title: "Reseller Partner Account Management Capabilities",
      shortTitle: "Account Management",
      requirement:
        "The reseller can: create a new account, and enable Consolidated Billing; link an account to a payer account of Consolidated Billing; take an account out of a Consolidated Billing group; sign up for AWS Support; enable IAM (Identity and Access Management) for account management by role; provision account access; make reserved capacity purchases.",
      evidence: "Demonstration of these abilities by the partner.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 617,
    },
    {
      id: "5.5",
      group: null,
      title: "Reseller Partner Rebilling Capabilities",
      shortTitle: "Rebilling Capabilities",
      requirement:
        "The reseller can: explain how blended and unblended rate or cost differ, and why rebilling at a blended rate is not advised; describe the Detailed Billing Report in its nuances, including to explain key column names, to show where Reservation Purchases and Credit Allocation are found, and to make billing suggestions from its results; explain how credit benefit, and how Reserved Instance benefit, are allocated to a consolidated bill.",
      evidence: "Demonstration of these abilities by the partner.",
      evidenceKinds: ["demonstration"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 690,
    },
    {
      id: "5.6",
      group: null,
      title: "Reseller Account Controls",
      shortTitle: "Account Controls",
      requirement:
        "Account Controls are used, at least 1 of: Block Spend Data; Block Access To Cost Explorer; Prevent Account Unlinking.",
      evidence:
        "Evidence may be a demonstration of these controls, or other evidence that they are applied.",
      evidenceKinds: ["demonstration", "record"],
      notEnough: null,
      ifNotMet: 0,
      ifMet: 20,
      resellerOnly: true,
      sourceLine: 695,
    },
    {
      id: "5.7",
      group: null,
      title: "AWS License Terms",
      shortTitle: "AWS License Terms",
      requirement:
        "The AWS License Terms are integrated into contracts with customers and into processes, to ensure compliance with the agreements with AWS (i.e. the reseller agreement).",
      evidence: "Customer contracts that include the current AWS License Terms.",
      evidenceKinds: ["document"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      sourceLine: 699,
    },
    {
      id: "5.8",
      group: null,
      title: "End User Reporting",
      shortTitle: "End User Reporting",
      requirement:
        "Resellers are required to give End User Reporting to AWS under the terms of their Reseller Agreement. They must show a compliance rate of at least 90 % over the 6 months before the audit. More on the Partner Portal, after logging in.",
      evidence:
        "It must be shared how the data is collected, maintained and reported to AWS; the compliance rate must be shown.",
      evidenceKinds: ["demonstration", "record"],
      notEnough: null,
      ifNotMet: -200,
      ifMet: 0,
      resellerOnly: true,
      renewal: "existing",
      sourceLine: 756,
    },
  ],
};
