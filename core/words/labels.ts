/** What inputs are called on their sheets: people see these words, and never a defined name. */

import { CHECKLIST, DAYS, OVERVIEW, PREREQUISITES, SERVICES } from "./sheets.ts";

const { people, editors } = OVERVIEW;
const { headers } = CHECKLIST;
const references = PREREQUISITES.referenceHeaders;

/** By defined name. */
const LABELS: Readonly<Record<string, string>> = {
  Phase: OVERVIEW.phase,
  Partner_Name: OVERVIEW.partner,
  Reseller_Program: OVERVIEW.reseller,
  Engagement: OVERVIEW.engagementKind,
  Single_Region: OVERVIEW.singleRegion,
  Last_Full_Audit_On: OVERVIEW.lastFullAudit,
  Previous_Audit_Version: OVERVIEW.previousVersion,
  Submitted_On: DAYS.submitted,
  Audit_On: DAYS.audit,
  Summary_Received_On: DAYS.summaryReceived,
  Report_Received_On: DAYS.reportReceived,
  Holidays: OVERVIEW.holidays,
  People_AWS_Contact: people.People_AWS_Contact[0],
  People_Auditor: people.People_Auditor[0],
  People_Audit_Firm: people.People_Audit_Firm[0],
  People_Language: people.People_Language[0],
  People_Audit_Place: people.People_Audit_Place[0],
  People_Engineer: people.People_Engineer[0],
  People_Operations: people.People_Operations[0],
  People_Business: people.People_Business[0],
  Partner_Editors: editors.partner[0],
  Auditor_Editors: editors.auditor[0],
  Sign_Off_Name: `${OVERVIEW.signOff}, ${OVERVIEW.signOffName}`,
  Sign_Off_Firm: `${OVERVIEW.signOff}, ${OVERVIEW.signOffFirm}`,
  Sign_Off_On: `${OVERVIEW.signOff}, ${OVERVIEW.signOffOn}`,
  Item_Add: headers.ifMet,
  Open_Add: headers.ifMet,
  Points_Checked: OVERVIEW.pointsChecked,
  Self_Answer: headers.self,
  Evidence: headers.evidence,
  Owner: headers.owner,
  Auditor_Answer: headers.auditor,
  Auditor_Note: headers.note,
  Note_Kind: headers.noteKind,
  Closure_Evidence: headers.closureEvidence,
  Closed_On: headers.closedOn,
  Action_Plan: headers.plan,
  Prior_Action: headers.prior,
  Disclosed_Change: headers.disclosed,
  What_Changed: headers.whatChanged,
  Service_Example: SERVICES.headers.example,
  Service_Support: SERVICES.headers.support,
  Service_Unavailable: SERVICES.headers.unavailable,
  Service_Reviewed: SERVICES.headers.reviewed,
  Service_Compliant: SERVICES.headers.compliant,
  Prerequisite_Tier: PREREQUISITES.tier,
  Prerequisite_Reference: references.customer,
  Prerequisite_Reference_Kind: references.kind,
  Prerequisite_Reference_On: references.on,
  Prerequisite_Public: references.isPublic,
  Prerequisite_Paying: references.isPaying,
  Prerequisite_Application: PREREQUISITES.application,
  Prerequisite_Application_On: `${PREREQUISITES.application}, ${PREREQUISITES.headers.date}`,
  Prerequisite_Sent: PREREQUISITES.sent,
  Prerequisite_Reviewed: PREREQUISITES.reviewed,
  Action_Items_Due_On: "Action items due",
};

/** A name that this program does not know stands for itself. */
export const inputLabel = (name: string): string => LABELS[name] ?? name;

const OF_REFERENCES: readonly string[] = [
  "Prerequisite_Reference",
  "Prerequisite_Reference_Kind",
  "Prerequisite_Reference_On",
  "Prerequisite_Public",
  "Prerequisite_Paying",
];

/** One cell of a column or list: `8.1.9 Owner`, `AWS Lambda Compliant`, `Reference 1, Customer`. Null: a single cell. */
export function cellLabel(name: string, key: string | null): string {
  const label = inputLabel(name);
  if (key === null) return label;
  if (OF_REFERENCES.includes(name)) return `Reference ${key}, ${label}`;
  return name === "Holidays" ? `${label} ${key}` : `${key} ${label}`;
}
