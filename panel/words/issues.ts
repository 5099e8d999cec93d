/** Titles of the panel's issue cards, and which messages end with what to do. */

import type { ISSUE_TEXT, TODAY_TEXT } from "../../core/words/en.ts";

interface IssueTitle {
  readonly title: string;
  /** Whether the message's last sentence says what to do, so that the card can set it apart. */
  readonly endsWithRemedy: boolean;
}

const card = (title: string, endsWithRemedy = true): IssueTitle => ({ title, endsWithRemedy });

export const ISSUE_TITLES: Readonly<
  Record<keyof typeof ISSUE_TEXT | keyof typeof TODAY_TEXT, IssueTitle>
> = {
  checklistUnknown: card("Another checklist"),
  newerFormat: card("The workbook is newer than this program"),
  nameMissing: card("A defined name is missing"),
  nameMisplaced: card("A defined name points elsewhere"),
  itemMissing: card("An item has no row"),
  itemDuplicate: card("An item has two rows"),
  itemUnknown: card("A row has no known item"),
  idAsNumber: card("An id became a number"),
  sectionChanged: card("A section number was changed"),
  pointsChanged: card("Points were changed"),
  pointsUnknown: card("Points cannot be read"),
  pointsSum: card("The points do not make 1000"),
  unknownAnswer: card("An answer cannot be read", false),
  answerReadKindly: card("An answer is not exact"),
  answerSpelling: card("An answer is spelled otherwise"),
  unknownWord: card("An entry cannot be read"),
  wordReadKindly: card("An entry is not exact"),
  defaultTaken: card("A blank was filled with the usual"),
  dateAsText: card("A date is text"),
  unknownDate: card("A date cannot be read"),
  notAnAddress: card("An e-mail address cannot be read"),
  earlyEntry: card("Entries came before their phase"),
  changeNotDescribed: card("A change is not described"),
  closureIgnored: card("A closure without action item"),
  closureWithoutReceipt: card("A closure does not count yet"),
  closureLate: card("A closure came too late", false),
  closedInFuture: card("Closed on a day to come"),
  closureWithoutEvidence: card("A closure lacks its evidence"),
  formulaLost: card("A formula was overwritten"),
  formulaChanged: card("A formula was changed"),
  notRecalculated: card("The sheet is not up to date", false),
  displayLost: card("A shown figure is no formula"),
  textChanged: card("A requirement was rewritten"),
  serviceMissing: card("A service is missing"),
  cellsMerged: card("Cells were merged"),
  blockSum: card("A heading adds up other rows", false),
  protectionOff: card("Protection is off"),
  sheetMissing: card("A sheet is gone", false),
  listLost: card("Drop-downs were lost", false),
  reconstructed: card("The source lost some points", false),
  servicesDisagree: card("3.1 and the services disagree"),
  servicesAllCompliant: card("3.1 and the services disagree", false),
  serviceNotWaived: card("A service cannot be waived", false),
  renewalVersion: card("A renewal needs a newer audit"),
  fullAuditDue: card("A full audit is due"),
  lastFullAuditUnknown: card("The last full audit is not known"),
  reportCrosses: card("Report and action items cross"),
  datesOutOfOrder: card("Dates are out of order"),
  sealChanged: card("Changed since handed over"),
  disclosedLate: card("Disclosed after the hand-over", false),
  closedBeforeAudit: card("Closed before the audit"),
  sealDamaged: card("The seal was altered"),
  summaryDiffers: card("The score differs from the summary"),
};

/** For a code that this program does not know. */
export const UNKNOWN_ISSUE: IssueTitle = card("Something needs a look", false);
