/** Findings before a hand-over. `at` is the cell as seen on screen, such as `Overview!L6`. */

const NAMED = 6;

function list(names: readonly string[]): string {
  if (names.length <= NAMED) {
    return names.length < 2
      ? (names[0] ?? "")
      : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
  }
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}
const items = (ids: readonly string[]): string =>
  `${ids.length === 1 ? "Item" : "Items"} ${list(ids)}`;
const have = (ids: readonly string[]): string => (ids.length === 1 ? "has" : "have");
const are = (ids: readonly string[]): string => (ids.length === 1 ? "is" : "are");

export const PREFLIGHT_TEXT = {
  partner: (at: string) =>
    `The partner has no name, and the mail needs one. Write it in ${at || "Partner_Name"}.`,
  untrusted: (count: number, first: string) =>
    `${count === 1 ? "An error makes" : `${count} errors make`} the score untrustworthy. ${first}`,
  warnings: (count: number, first: string) =>
    `${count === 1 ? "A warning is" : `${count} warnings are`} open. ${first}`,
  unanswered: (ids: readonly string[]) =>
    `${items(ids)} ${have(ids)} no answer. Answer Met or Not met.`,
  fails: (total: number, mandatory: readonly string[], needed: readonly string[], makes: number) =>
    `The self-assessment makes ${total} points${mandatory.length > 0 ? `, with ${list(mandatory)} mandatory and not met` : ""}; 900 are needed to pass.${needed.length > 0 ? ` Meeting ${list(needed)} would make ${makes}.` : ""} It can be handed over all the same.`,
  servicesBlank: (count: number, at: string) =>
    `${count === 1 ? "One service is" : `${count} services are`} not yet said to be compliant or not, the first in ${at || "AWS Services"}.`,
  servicesDisagree: (met: boolean, lacking: number) =>
    met
      ? `3.1 is answered Met, but ${lacking === 1 ? "one service is" : `${lacking} services are`} not compliant. Change one or the other.`
      : "3.1 is answered Not met, but every service is compliant. Change one or the other.",
  tier: (at: string) =>
    `The APN tier is blank; Advanced or Premier is required. Choose it in ${at || "Prerequisites"}.`,
  application: (at: string) =>
    `The application in the APN Portal is not ticked as sent. Send it, then choose Yes in ${at || "Prerequisites"}.`,
  applicationDate: (at: string) =>
    `The day of the application in the APN Portal is blank. Write it in ${at || "Prerequisites"}.`,
  references: (counting: number, needed: number, at: string, isRoom: boolean) =>
    `${counting === 0 ? "No customer reference counts" : counting === 1 ? "One customer reference counts" : `${counting} customer references count`} so far; ${needed} are needed. ${isRoom ? "Add" : "Replace"} ${needed - counting === 1 ? "one" : "them"} from ${at || "Prerequisites"} on.`,
  publicReference: (at: string) =>
    `None of the references is public; one has to be. Choose Yes in ${at || "Prerequisites"} for one that is.`,
  notPaying: (names: readonly string[], at: string) =>
    `${list(names)} ${names.length === 1 ? "does" : "do"} not count: not said to be paying. Choose Yes in ${at || "Prerequisites"} if so.`,
  undated: (names: readonly string[], at: string) =>
    `${list(names)} ${names.length === 1 ? "does" : "do"} not count: the day of the engagement is blank. Write it in ${at || "Prerequisites"}.`,
  tooOld: (names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? "does" : "do"} not count: more than 18 months old. Name a newer engagement.`,
  confirmAge: (names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? "is" : "are"} 12 to 18 months old. Confirm with your AWS contact that ${names.length === 1 ? "it still counts" : "they still count"}.`,
  renewalVersion: (version: string, at: string) =>
    `${version === "" ? "The version of the previous audit is blank" : `The previous audit was against ${version}`}; a renewal needs 3.0 or later. Correct ${at || "Previous_Audit_Version"}, or choose Full audit.`,
  lastFullAudit: (at: string) =>
    `The day of the last full audit is blank; a renewal may be at most three years after it. Write it in ${at || "Last_Full_Audit_On"}.`,
  fullAuditDue: (until: string, at: string) =>
    `Renewals were possible before ${until}, three years after the last full audit. Choose Full audit in ${at || "Engagement"}.`,
  whatChanged: (ids: readonly string[]) =>
    `${items(ids)} ${have(ids)} a disclosed change without a word on what changed. Fill the column “What changed”.`,
  evidence: (ids: readonly string[]) =>
    `${items(ids)} ${are(ids)} answered Met without evidence. Name a link or a document in the column beside the answer.`,
  reconstructed: (ids: readonly string[]) =>
    `${items(ids)}: the source lost the points of ${ids.length === 1 ? "this item" : "these items"}, so the score may be off. Ask your AWS contact for the value.`,
  review: () =>
    "Have an AWS Solutions Architect or your Partner Development Manager look at the self-assessment first. It is recommended, not required.",
  current: () =>
    "Version 3.1 is of January 2017. Ask your AWS contact whether it and the address checklist@amazon.com are still current.",
} as const;
