/** What hosts may import from the core. */

export type { ActionItem, ActionKind } from "./actions.ts";
export { type Addresses, readAddresses } from "./addresses.ts";
export { ANSWER_WORDS, type Answer, readAnswer } from "./answers.ts";
export {
  CHECKLIST_VERSION,
  findItem,
  fullEvidence,
  fullRequirement,
  groups,
  itemById,
  items,
  sections,
} from "./checklist/catalogue.ts";
export type { Group, Item, Section } from "./checklist/types.ts";
export { services } from "./checklist/v3.1/services.ts";
export { addBusinessDays, businessDaysBetween, type Deadlines } from "./clock.ts";
export { dateFromText, isoDate, isoFromSerial, serialFromIso } from "./dates.ts";
export type { IsoDate, ItemId, Json, Points, SectionId } from "./domain.ts";
export { type Evaluation, evaluate, type ItemResult, type ServiceResult } from "./evaluate.ts";
export type { Inputs, ItemInputs } from "./inputs.ts";
export type { Issue, Place, Severity } from "./issues.ts";
export { calendarDays } from "./papers/calendar.ts";
export { paperHtml } from "./papers/html.ts";
export { handOverMail, mailtoLink, planLetter } from "./papers/letters.ts";
export { paperBlueprint } from "./papers/sheet.ts";
export { auditSummary, finalRefusal, finalReport, summaryRefusal } from "./papers/summary.ts";
export type { Letter, Paper } from "./papers/types.ts";
export { PHASE_WORDS, PHASES, type Phase, phaseIndex, phaseNamed } from "./phases.ts";
export { type Finding, preflight } from "./preflight.ts";
export type { PhaseMove, Records, SummaryRecord } from "./records.ts";
export { type Renewal, renewal } from "./renewal.ts";
export { type ItemReport, type Report, report } from "./report.ts";
export type { Scope, ScopeReason } from "./scope.ts";
export {
  MOST_POINTS,
  PASS_POINTS,
  type Score,
  type Scores,
  type ScoringRow,
  scoreItems,
  type Verdict,
} from "./score.ts";
export type { SealCheck, SealedChange } from "./seal.ts";
export { handOver, type Moment, momentOf, movePhase, recordSummary, type Step } from "./steps.ts";
export { SCOPE_REASONS, SCOPE_WORDS, VERDICT_WORDS } from "./text/en.ts";
export { SHEETS } from "./text/sheets.ts";
export { localDay, withToday } from "./today.ts";
export { areaAddress, cellAddress, columnLetters, parseArea } from "./workbook/a1.ts";
export { blankInputs, blueprint } from "./workbook/blueprint.ts";
export { type PlannedChange, planChange } from "./workbook/change.ts";
export {
  type AnswerLine,
  LONGEST_TEXT,
  parseAssignment,
  type Refusal,
  readAnswers,
  readAssignments,
  readItemEntry,
  textRefusal,
} from "./workbook/entries.ts";
export {
  contractNames,
  EDITOR_NAMES,
  FORMAT_VERSION,
  INPUTS,
  type Input,
  inputNamed,
  isDateName,
  isEditable,
  isOpenIn,
  RECORD_NAMES,
  type Side,
} from "./workbook/fields.ts";
export { type Reading, readInputs } from "./workbook/reading.ts";
export * from "./workbook/types.ts";
