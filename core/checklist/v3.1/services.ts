/** The 23 AWS services that item 3.1 asks for in version 3.1, in the source's order. */

import type { Service } from "../types.ts";

export const services: readonly Service[] = [
  { name: "Amazon Elastic Compute Cloud (EC2)", category: "Compute", isNew: false },
  { name: "AWS Lambda", category: "Compute", isNew: true },
  { name: "Elastic Load Balancing (ELB)", category: "Compute", isNew: false },
  { name: "Amazon Virtual Private Cloud (VPC)", category: "Networking", isNew: false },
  { name: "AWS Direct Connect (DX)", category: "Networking", isNew: false },
  { name: "Amazon Route 53 (R53)", category: "Networking", isNew: false },
  { name: "Amazon CloudFront", category: "Networking", isNew: false },
  { name: "Amazon Relational Database Service (RDS)", category: "Databases", isNew: false },
  { name: "Amazon DynamoDB", category: "Databases", isNew: true },
  { name: "Amazon Redshift", category: "Databases", isNew: true },
  { name: "Amazon ElastiCache", category: "Databases", isNew: false },
  { name: "Amazon Simple Storage Service (S3)", category: "Storage", isNew: false },
  { name: "Amazon Glacier", category: "Storage", isNew: false },
  { name: "Amazon Elastic Block Store (EBS)", category: "Storage", isNew: false },
  { name: "AWS Identity and Access Management (IAM)", category: "Security", isNew: false },
  { name: "Amazon Simple Queue Service (SQS)", category: "Messaging", isNew: false },
  { name: "Amazon Kinesis", category: "Messaging", isNew: true },
  { name: "Amazon Simple Email Service (SES)", category: "Messaging", isNew: false },
  { name: "Amazon Simple Notification Service (SNS)", category: "Messaging", isNew: false },
  { name: "AWS CloudFormation", category: "Mgmt Tools", isNew: false },
  { name: "AWS CloudTrail", category: "Mgmt Tools", isNew: false },
  { name: "Amazon CloudWatch (CW)", category: "Mgmt Tools", isNew: false },
  { name: "AWS Trusted Advisor", category: "Mgmt Tools", isNew: false },
];
