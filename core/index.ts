/** What hosts may import from the core. */

export type { ActionItem, ActionKind } from "./audit/actions.ts";
export { ANSWER_WORDS, type Answer, readAnswer } from "./audit/answers.ts";
export { addBusinessDays, businessDaysBetween, type Deadlines } from "./audit/clock.ts";
export { dateFromText, isoDate, isoFromSerial, serialFromIso } from "./audit/dates.ts";
export { type Addresses, readAddresses } from "./audit/emails.ts";
export {
  type Evaluation,
  evaluate,
  type ItemResult,
  type ServiceResult,
} from "./audit/evaluate.ts";
export type { Inputs, ItemInputs } from "./audit/inputs.ts";
export { PHASE_WORDS, PHASES, type Phase, phaseIndex, phaseNamed } from "./audit/phases.ts";
export type { PhaseMove, Records, SummaryRecord } from "./audit/records.ts";
export type { Scope, ScopeReason } from "./audit/scope.ts";
export {
  MOST_POINTS,
  PASS_POINTS,
  type Score,
  type Scores,
  type ScoringRow,
  scoreItems,
  type Verdict,
} from "./audit/score.ts";
export type { SealCheck, SealedChange } from "./audit/seal.ts";
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
export type { IsoDate, ItemId, Json, Points, SectionId } from "./checklist/domain.ts";
export type { Group, Item, Section } from "./checklist/types.ts";
export { services } from "./checklist/v3.1/services.ts";
export { calendarDays } from "./papers/calendar.ts";
export { paperHtml } from "./papers/html.ts";
export { handOverMail, mailtoLink, planLetter } from "./papers/letters.ts";
export { paperBlueprint } from "./papers/sheet.ts";
export { auditSummary, finalRefusal, finalReport, summaryRefusal } from "./papers/summary.ts";
export type { Letter, Paper } from "./papers/types.ts";
export {
  handOver,
  type Moment,
  momentOf,
  movePhase,
  recordSummary,
  type Step,
} from "./report/moves.ts";
export { type Finding, preflight } from "./report/preflight.ts";
export { type Renewal, renewal } from "./report/renewal.ts";
export { type ItemReport, type Report, report } from "./report/report.ts";
export { localDay, withToday } from "./report/today.ts";
export { SCOPE_REASONS, SCOPE_WORDS, VERDICT_WORDS } from "./words/en.ts";
export { SHEETS } from "./words/sheets.ts";
export { areaAddress, cellAddress, columnLetters, parseArea } from "./workbook/a1.ts";
export { blankInputs, blueprint } from "./workbook/draw/blueprint.ts";
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
export type { Issue, Place, Severity } from "./workbook/issues.ts";
export * from "./workbook/port.ts";
export { type Reading, readInputs } from "./workbook/read/reading.ts";
export { type PlannedChange, planChange } from "./workbook/write/change.ts";
export {
  type AnswerLine,
  LONGEST_TEXT,
  parseAssignment,
  type Refusal,
  readAnswers,
  readAssignments,
  readItemEntry,
  textRefusal,
} from "./workbook/write/entries.ts";
