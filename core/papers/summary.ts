/** The audit summary and the final report, as the programme asks for them (lines 51 to 67 and 82 to 91 of the source). */

import type { ActionItem } from "../audit/actions.ts";
import { type AdviceFacts, advise } from "../audit/advice.ts";
import { closing } from "../audit/closing.ts";
import { isFinding, isOtherNote, type NoteKind, noteKindOf } from "../audit/notes.ts";
import { PHASE_WORDS, phaseIndex } from "../audit/phases.ts";
import { type Score, scoreItems } from "../audit/score.ts";
import { summaryChanges } from "../audit/summary-record.ts";
import type { IsoDate, SectionId } from "../checklist/domain.ts";
import { itemById, mandatoryLoss } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import type { ItemReport, Report } from "../report/report.ts";
import { PAPER_TEXT as TEXT } from "../words/papers.ts";
import { PAGE } from "../words/sheets.ts";
import { STEP_TEXT } from "../words/steps.ts";
import { doubtOf, type Told } from "./doubt.ts";
import type { Paper, PaperBlock, PaperColumn } from "./types.ts";

const text = (label: string, width: number): PaperColumn => ({ label, kind: "text", width });
const number = (label: string, width: number): PaperColumn => ({ label, kind: "number", width });

/** Why there is no audit summary yet; null where there can be one. */
export function summaryRefusal(report: Report): string | null {
  const begun = phaseIndex(report.phase) >= phaseIndex("audit");
  return begun ? null : STEP_TEXT.noAuditYet(PHASE_WORDS[report.phase]);
}

/** Why there is no final report yet; null where there can be one. */
export function finalRefusal(report: Report): string | null {
  const begun = phaseIndex(report.phase) >= phaseIndex("actionItems");
  return begun ? null : STEP_TEXT.noActionsYet(PHASE_WORDS[report.phase]);
}

/** A summary tells what the audit found, also when it is made again after closures. */
function asFound(checklist: Checklist, report: Report): AdviceFacts {
  const items = report.items.map((row) =>
    row.actionState === null ? row : { ...row, actionState: "open" as const },
  );
  return { ...scoreItems(checklist, items, false), phase: "audit", items };
}

export function auditSummary(checklist: Checklist, report: Report): Paper {
  const { preliminary, deadlines } = report;
  const loss = mandatoryLoss(checklist);
  const cost = loss === null ? null : Math.abs(loss);
  const found = asFound(checklist, report);
  const open = (kind: ActionItem["kind"]) =>
    report.actionItems.filter((action) => action.kind === kind);
  return {
    title: TEXT.summary,
    partner: report.partner || TEXT.unnamed,
    facts: [...facts(checklist, report), [TEXT.summaryDue, day(deadlines.summaryOn)]],
    blocks: [
      {
        heading: TEXT.preliminary,
        paragraphs: [
          standing(checklist, found, preliminary),
          ...doubts(checklist, report, "preliminary"),
          // While items are open, how to reach a pass is not yet the question.
          ...(preliminary.unanswered > 0 ? [] : between(checklist, found)),
          ...late(report),
        ],
        table: sectionTable(checklist, report, [
          [TEXT.self, report.self.sections, report.self.total],
          [TEXT.preliminaryColumn, preliminary.sections, preliminary.total],
        ]),
      },
      notes(checklist, report, TEXT.strengths, "Strength", TEXT.noStrengths),
      notes(checklist, report, TEXT.opportunities, "Opportunity", TEXT.noOpportunities),
      actions(
        checklist,
        report,
        TEXT.mandatory,
        TEXT.mandatoryLead(checklist, cost),
        open("mandatory"),
        TEXT.noMandatory,
      ),
      actions(
        checklist,
        report,
        TEXT.scoreImpacting,
        TEXT.scoreImpactingLead(checklist),
        open("score-impacting"),
        TEXT.noScoreImpacting,
      ),
      ...NOTES_ELSEWHERE.map(([heading, counts]) =>
        notes(checklist, report, heading, "Finding", null, counts),
      ),
      otherNotes(checklist, report),
      dates(checklist, report),
      signOff(report),
    ].filter((block): block is PaperBlock => block !== null),
    footer: TEXT.footer(checklist),
    version: PAGE.version(checklist),
  };
}

/** Score-impacting items that were not closed in time are left out of it (lines 64 and 87 of the source). */
export function finalReport(checklist: Checklist, report: Report): Paper {
  const { final, summary } = report;
  const before = summary ?? report.preliminary;
  const closed = report.actionItems.filter((action) => action.state === "closed");
  const mandatory = report.actionItems.filter(
    (action) => action.kind === "mandatory" && action.state !== "closed",
  );
  const revised = summary === null ? [] : summaryChanges(summary, report.items);
  const isTold = (row: ItemReport) =>
    row.actionState === null || row.mandatory || row.actionState === "closed";
  const brought = closed.reduce((sum, action) => sum + action.points, 0);
  return {
    title: TEXT.final,
    partner: report.partner || TEXT.unnamed,
    facts: [
      ...facts(checklist, report),
      [TEXT.preliminaryScore, TEXT.points(checklist, before.total)],
      [TEXT.finalScore, TEXT.points(checklist, final.total)],
    ],
    blocks: [
      {
        heading: TEXT.finalStanding,
        paragraphs: [
          ...(report.phase === "closed" ? [] : [TEXT.provisional]),
          standing(checklist, report, final),
          TEXT.verdicts[final.verdict](checklist),
          ...doubts(checklist, report, "final"),
          TEXT.acceptance(checklist),
          summary === null ? TEXT.noSummary : TEXT.moved(before.total, final.total, brought),
          ...(revised.length > 0 ? [TEXT.revised(revised)] : []),
          ...overdue(report),
          ...late(report),
        ],
        table: sectionTable(checklist, report, [
          [TEXT.preliminaryColumn, before.sections, before.total],
          [TEXT.finalColumn, final.sections, final.total],
        ]),
      },
      {
        heading: TEXT.whatChanged,
        paragraphs: closed.length === 0 ? [TEXT.nothingChanged] : [],
        table:
          closed.length === 0
            ? null
            : {
                columns: [
                  text(TEXT.item, 8),
                  text(TEXT.title, 26),
                  text(TEXT.finding, 26),
                  text(TEXT.closureEvidence, 22),
                  text(TEXT.closedOn, 10),
                  number(TEXT.brought, 8),
                ],
                rows: closed.map((action) => {
                  const row = rowOf(report, action);
                  return [
                    action.id,
                    itemById(checklist, action.id).title,
                    findingOf(row),
                    row?.closureEvidence ?? "",
                    day(action.closedOn),
                    action.points,
                  ];
                }),
                total: false,
              },
      },
      {
        heading: TEXT.stillOpen,
        paragraphs: mandatory.length === 0 ? [TEXT.noneStillOpen] : [],
        table:
          mandatory.length === 0
            ? null
            : {
                columns: [
                  text(TEXT.item, 8),
                  text(TEXT.title, 26),
                  text(TEXT.finding, 28),
                  text(TEXT.plan, 38),
                ],
                rows: mandatory.map((action) => [
                  action.id,
                  itemById(checklist, action.id).title,
                  findingOf(rowOf(report, action)),
                  action.plan ?? TEXT.noPlan,
                ]),
                total: false,
              },
      },
      notes(checklist, report, TEXT.strengths, "Strength", null, isTold),
      notes(checklist, report, TEXT.opportunities, "Opportunity", null, isTold),
      otherNotes(checklist, report, isTold),
      dates(checklist, report),
      signOff(report) ?? { heading: TEXT.signOff, paragraphs: [TEXT.notSignedOff], table: null },
    ].filter((block): block is PaperBlock => block !== null),
    footer: TEXT.footer(checklist),
    version: PAGE.version(checklist),
  };
}

function doubts(checklist: Checklist, report: Report, told: Told): string[] {
  const doubt = doubtOf(checklist, report, told);
  return doubt === null ? [] : [doubt];
}

/** Closures that the programme did not hear of in time, though they count (our reading). */
function overdue(report: Report): string[] {
  const { afterDue, afterReport } = closing({ ...report, ...report.profile });
  return [
    ...(afterDue.length > 0 ? [TEXT.closedAfterDue(afterDue)] : []),
    ...(afterReport.length > 0 ? [TEXT.closedAfterReport(afterReport)] : []),
  ];
}

const day = (date: IsoDate | null): string => (date === null ? TEXT.noDate : TEXT.day(date));

const rowOf = (report: Report, action: ActionItem): ItemReport | undefined =>
  report.items.find((row) => row.id === action.id);

function facts(checklist: Checklist, report: Report): [string, string][] {
  const { profile, scope, preliminary } = report;
  const { people } = profile;
  const known: [string, string][] = [
    [TEXT.engagement, TEXT.engagements[scope.engagement]],
    [TEXT.scope, TEXT.scopeCounts(scope.audited, scope.waived, scope.carried)],
    [TEXT.auditOn, day(profile.auditOn)],
    [TEXT.auditor, people.People_Auditor ?? ""],
    [TEXT.firm, people.People_Audit_Firm ?? ""],
    [TEXT.place, people.People_Audit_Place ?? ""],
    [TEXT.makersContact(checklist), people.People_AWS_Contact ?? ""],
    [TEXT.validated, TEXT.of(preliminary.answered, preliminary.answered + preliminary.unanswered)],
  ];
  return known.filter(([, value]) => value !== "");
}

/** Points and distance, never a bare word. */
function standing(
  checklist: Checklist,
  { items }: Pick<AdviceFacts, "items">,
  score: Score,
): string {
  const open = score.unanswered > 0 ? ` ${TEXT.notValidated(score.unanswered)}` : "";
  const mandatory = items.filter(
    (row) => row.mandatory && row.actionState !== null && row.actionState !== "closed",
  ).length;
  const barred = mandatory > 0 ? ` ${TEXT.mandatoryOpen(mandatory)}` : "";
  return TEXT.standing(checklist, score.total) + open + barred;
}

function late({ scope, seal }: Report): string[] {
  const ids = scope.engagement === "renewal" ? (seal?.disclosedLate ?? []) : [];
  return ids.length === 0 ? [] : [TEXT.disclosedLate(ids)];
}

/** What stands between the score and a pass: what closing brings. */
function between(checklist: Checklist, facts: AdviceFacts): string[] {
  const advice = advise(checklist, facts, "final");
  if (advice.kind === "passed") return [];
  return [advice.kind === "way" ? TEXT.way(advice, checklist.pass) : TEXT.change(advice)];
}

export function sectionTable(
  checklist: Checklist,
  report: Report,
  scores: readonly (readonly [string, Readonly<Record<SectionId, number>>, number])[],
): PaperBlock["table"] {
  const audited = (section: SectionId) =>
    report.items.filter((row) => row.section === section && row.scope === "audited");
  const most = (rows: readonly ItemReport[]) => rows.reduce((sum, row) => sum + row.ifMet, 0);
  return {
    columns: [
      number(TEXT.number, 6),
      text(TEXT.section, 40),
      number(TEXT.audited, 12),
      ...scores.map(([label]) => number(label, 14)),
      number(TEXT.most, 14),
    ],
    rows: [
      ...checklist.sections.map(({ id, title }) => [
        Number(id),
        title,
        audited(id).length,
        ...scores.map(([, points]) => points[id] ?? 0),
        most(report.items.filter((row) => row.section === id)),
      ]),
      [
        "",
        TEXT.total,
        report.scope.audited,
        ...scores.map(([, , total]) => total),
        most(report.items),
      ],
    ],
    total: true,
  };
}

/** Findings that are no action items, by what the auditor said of the item. */
const NOTES_ELSEWHERE: readonly (readonly [string, (row: ItemReport) => boolean])[] = [
  [TEXT.findings, ({ scope, auditor }) => scope === "audited" && auditor === "met"],
  [TEXT.findingsOpen, ({ scope, auditor }) => scope === "audited" && auditor === "unanswered"],
  [TEXT.findingsOutside, ({ scope }) => scope !== "audited"],
];

const otherNotes = (
  checklist: Checklist,
  report: Report,
  counts?: (row: ItemReport) => boolean,
): PaperBlock | null => notes(checklist, report, TEXT.otherNotes, null, null, counts);

/** Null where there is nothing to tell and no sentence says so. A `kind` of null: those that belong nowhere else. */
function notes(
  checklist: Checklist,
  report: Report,
  heading: string,
  kind: NoteKind | null,
  none: string | null,
  counts: (row: ItemReport) => boolean = () => true,
): PaperBlock | null {
  const isOfKind = ({ noteKind, actionState }: ItemReport) =>
    kind === null ? isOtherNote(noteKind, actionState !== null) : noteKindOf(noteKind) === kind;
  const rows = report.items.filter((row) => isOfKind(row) && row.note !== "" && counts(row));
  if (rows.length === 0) return none === null ? null : { heading, paragraphs: [none], table: null };
  return {
    heading,
    paragraphs: [],
    table: {
      columns: [text(TEXT.item, 8), text(TEXT.title, 32), text(TEXT.note, 60)],
      rows: rows.map((row) => [row.id, itemById(checklist, row.id).title, row.note]),
      total: false,
    },
  };
}

function actions(
  checklist: Checklist,
  report: Report,
  heading: string,
  lead: string,
  found: readonly ActionItem[],
  none: string,
): PaperBlock {
  if (found.length === 0) return { heading, paragraphs: [none], table: null };
  return {
    heading,
    paragraphs: [lead],
    table: {
      columns: [
        text(TEXT.item, 8),
        text(TEXT.title, 28),
        text(TEXT.finding, 40),
        text(TEXT.due, 14),
        number(TEXT.brings, 10),
      ],
      rows: found.map((action) => [
        action.id,
        itemById(checklist, action.id).title,
        findingOf(rowOf(report, action)),
        action.dueOn === null ? TEXT.dueFromReceipt(checklist) : day(action.dueOn),
        action.points,
      ]),
      total: false,
    },
  };
}

/** Praise may stand beside what was found not met; it is no finding. */
export const findingOf = (row: ItemReport | undefined): string =>
  row && row.note !== "" && isFinding(row.noteKind, true) ? row.note : TEXT.noFinding;

function dates(checklist: Checklist, { deadlines }: Report): PaperBlock {
  const lines: readonly (readonly [string, IsoDate | null])[] = [
    [TEXT.dates.actionItems, deadlines.actionItemsDueOn],
    [TEXT.dates.reportFrom, deadlines.finalReportFrom],
    [TEXT.dates.report, deadlines.finalReportOn],
    [TEXT.dates.decision(checklist), deadlines.decisionOn],
    [TEXT.dates.renewal, deadlines.renewalOn],
  ];
  return {
    heading: TEXT.deadlines,
    paragraphs: deadlines.reportCrossesActionItems ? [TEXT.crossing(checklist)] : [],
    table: {
      columns: [text(TEXT.what, 60), text(TEXT.date, 40)],
      rows: lines.map(([label, date]) => [label, day(date)]),
      total: false,
    },
  };
}

function signOff({ profile: { people } }: Report): PaperBlock | null {
  const { Sign_Off_Name: name = "", Sign_Off_Firm: firm = "", Sign_Off_On: on = "" } = people;
  if (name === "" && firm === "" && on === "") return null;
  const signed = [name, firm, on === "" ? "" : TEXT.day(on as IsoDate)];
  return {
    heading: TEXT.signOff,
    paragraphs: [signed.filter((part) => part !== "").join(", ")],
    table: null,
  };
}
