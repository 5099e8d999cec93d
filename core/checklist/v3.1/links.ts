/** The reference material of version 3.1: its Appendix A, and the addresses named in its text and items. */

import type { ReferenceLink } from "../types.ts";

/** The title says which items name the address, for readers of the whole list. */
const named = (title: string, items: readonly string[], url: string): ReferenceLink => ({
  title: `${title} (${items.join(", ")})`,
  url,
  items,
});

export const links: readonly ReferenceLink[] = [
  {
    title: "APN Portal",
    url: "https://www.apn-portal.com/",
  },
  named(
    "AWS Reseller Customer License Terms",
    ["5.7"],
    "https://s3.amazonaws.com/Reseller-Program-Legal-Documents/AWS+Reseller+Customer+License+Terms.pdf",
  ),
  named(
    "End User Reporting, after logging in to the APN Portal",
    ["5.8"],
    "https://www.apn-portal.com/apex/ResellerEndUserReporting?sfdc.tabName=01rE0000000AAzJ",
  ),
  {
    title: "Amazon Web Services Whitepapers (always check here for the latest versions)",
    url: "http://aws.amazon.com/whitepapers/",
  },
  named(
    "Basic Operational Checklist and Enterprise Operational Checklist",
    ["6.1.7", "9.12", "9.13.1"],
    "https://aws.amazon.com/whitepapers/operational-checklists-for-aws/",
  ),
  {
    title: "AWS Security Center",
    url: "http://aws.amazon.com/security/",
  },
  named(
    "Introduction to AWS Security Whitepaper",
    ["6.1.5", "6.1.6", "8.1.7"],
    "https://aws.amazon.com/whitepapers/aws-security-best-practices/",
  ),
  {
    title: "AWS Security Best Practices Whitepaper",
    url: "https://d0.awsstatic.com/whitepapers/Security/AWS_Security_Best_Practices.pdf",
  },
  named(
    "Overview of Risk and Compliance Whitepaper",
    ["6.1.6"],
    "https://aws.amazon.com/whitepapers/overview-of-risk-and-compliance/",
  ),
  named(
    "Encrypting Data at Rest Whitepaper",
    ["8.1.6"],
    "https://aws.amazon.com/whitepapers/encrypting-data-at-rest/",
  ),
  named(
    "Security at Scale: Logging in AWS Whitepaper",
    ["8.2.1"],
    "https://aws.amazon.com/whitepapers/security-at-scale-logging-in-aws/",
  ),
  {
    title: "AWS Compliance",
    url: "https://aws.amazon.com/compliance/",
  },
  {
    title: "Introduction to Auditing the Use of AWS Whitepaper and Checklist",
    url: "https://d0.awsstatic.com/whitepapers/compliance/AWS_Auditing_Security_Checklist.pdf",
  },
  {
    title: "Introduction to AWS Security Credentials",
    url: "http://docs.aws.amazon.com/general/latest/gr/aws-security-credentials.html",
  },
  {
    title: "Getting Started: Amazon Identity and Access Management",
    url: "http://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started.html",
  },
  {
    title: "IAM Best Practices",
    url: "http://docs.aws.amazon.com/IAM/latest/UserGuide/IAMBestPractices.html",
  },
  {
    title: "Making Secure Requests to Amazon Web Services",
    url: "http://aws.amazon.com/articles/1928?_encoding=UTF8&andjiveRedirect=1",
  },
  {
    title: "Building Fault Tolerant Applications on AWS",
    url: "http://d36cz9buwru1tt.cloudfront.net/AWS_Building_Fault_Tolerant_Applications.pdf",
  },
];
