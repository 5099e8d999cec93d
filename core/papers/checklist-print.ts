/** The printed checklist: every item with what is asked, both answers and what came of it, as one page of HTML. */

import { KIND_MARKS, STATE_WORDS } from "../audit/actions.ts";
import { ANSWER_WORDS, type Answer } from "../audit/answers.ts";
import { PHASE_WORDS, type Phase, phaseIndex } from "../audit/phases.ts";
import type { Score } from "../audit/score.ts";
import type { IsoDate } from "../checklist/domain.ts";
import { fullEvidence, fullRequirement, itemById } from "../checklist/lookup.ts";
import type { FullChecklist, Item, Section } from "../checklist/types.ts";
import type { ItemReport, Report } from "../report/report.ts";
import { SCOPE_WORDS, scopeReasons, VERDICT_WORDS } from "../words/en.ts";
import { PAPER_TEXT } from "../words/papers.ts";
import { PRINT_TEXT as TEXT } from "../words/print.ts";
import { CHECKLIST_PRINT_STYLES } from "./checklist-print-styles.ts";
import { doubtOf, type Told } from "./doubt.ts";
import { block, escaped, lines, pageHtml } from "./html.ts";
import { findingOf, sectionTable } from "./summary.ts";
import type { PaperBlock } from "./types.ts";

const isFrom = (report: Report, phase: Phase): boolean =>
  phaseIndex(report.phase) >= phaseIndex(phase);
const figure = (points: number): string => String(points).replace("-", "\u2212");
const gain = (points: number): string => (points > 0 ? `+${points}` : figure(points));

/** Of a workbook whose checklist is known; what its phase has not come to yet is left out. */
export function checklistPrint(checklist: FullChecklist, report: Report): string {
  const rows = new Map(report.items.map((row) => [row.id, row]));
  const isAudited = isFrom(report, "audit");
  return pageHtml(
    {
      title: TEXT.title(checklist),
      partner: report.partner || PAPER_TEXT.unnamed,
      facts: facts(report, isAudited),
      footer: PAPER_TEXT.footer(checklist),
    },
    [
      block(scores(checklist, report, isAudited), true),
      ...checklist.sections.map((section) => sectionHtml(checklist, section, rows, isAudited)),
      ...(isAudited && report.actionItems.length > 0
        ? [block(actionItems(checklist, report), false)]
        : []),
      // Together, so that the last page is never a few lines.
      `<div class="end">${dates(checklist, report)}${signOff(report, isAudited)}</div>`,
    ],
    CHECKLIST_PRINT_STYLES,
  );
}

function facts(report: Report, isAudited: boolean): [string, string][] {
  const { profile, scope, self, preliminary } = report;
  const { people } = profile;
  const all: [string, string][] = [
    [TEXT.phase, PHASE_WORDS[report.phase]],
    [PAPER_TEXT.engagement, PAPER_TEXT.engagements[scope.engagement]],
    [PAPER_TEXT.scope, PAPER_TEXT.scopeCounts(scope.audited, scope.waived, scope.carried)],
    [TEXT.answered, TEXT.of(self.answered, self.answered + self.unanswered)],
    [TEXT.submitted, day(profile.submittedOn)],
    [PAPER_TEXT.auditOn, day(profile.auditOn)],
    [PAPER_TEXT.auditor, people.People_Auditor ?? ""],
    [PAPER_TEXT.firm, people.People_Audit_Firm ?? ""],
    [
      PAPER_TEXT.validated,
      isAudited ? TEXT.of(preliminary.answered, preliminary.answered + preliminary.unanswered) : "",
    ],
  ];
  return all.filter(([, value]) => value !== "");
}

const day = (date: IsoDate | null): string => (date === null ? "" : PAPER_TEXT.day(date));

/** The scores that the phase has come to, by section. */
function scores(checklist: FullChecklist, report: Report, isAudited: boolean): PaperBlock {
  const told: readonly Told[] = isFrom(report, "actionItems")
    ? ["self", "preliminary", "final"]
    : isAudited
      ? ["self", "preliminary"]
      : ["self"];
  const said = (which: Told, { total, verdict }: Score) =>
    TEXT.verdict(TEXT.score[which], TEXT.points(checklist, figure(total)), VERDICT_WORDS[verdict]);
  const last = told[told.length - 1] ?? "self";
  const doubt = doubtOf(checklist, report, last);
  return {
    heading: TEXT.scores,
    paragraphs: [
      told.map((which) => said(which, report[which])).join(" "),
      ...(doubt === null ? [] : [doubt]),
    ],
    table: sectionTable(
      checklist,
      report,
      told.map((which) => [TEXT.score[which], report[which].sections, report[which].total]),
    ),
  };
}

function sectionHtml(
  checklist: FullChecklist,
  section: Section,
  rows: ReadonlyMap<string, ItemReport>,
  isAudited: boolean,
): string {
  const own = section.items.flatMap((item) => rows.get(item.id) ?? []);
  const audited = own.filter(({ scope }) => scope === "audited");
  const count = (side: "self" | "auditor") =>
    TEXT.of(audited.filter((row) => row[side] !== "unanswered").length, audited.length);
  const counts =
    audited.length === 0
      ? ""
      : TEXT.sectionCount(count("self"), isAudited ? count("auditor") : null);
  const heading = `<h2>${escaped(TEXT.section(section.id, section.title))} <small>${escaped(counts)}</small></h2>`;
  const items = section.items.map((item, index) => {
    const row = rows.get(item.id);
    const html = row ? itemHtml(checklist, item, row, isAudited) : "";
    // A heading and its first item are one piece: no page ends between them.
    return index === 0 ? `<div class="first">${heading}${html}</div>` : html;
  });
  return `<section>${items.join("")}</section>`;
}

function itemHtml(
  checklist: FullChecklist,
  item: Item,
  row: ItemReport,
  isAudited: boolean,
): string {
  const tags = [
    ...(item.mandatory ? [TEXT.mandatory] : []),
    ...(row.ifNotMet === 0 ? [] : [TEXT.ifNotMet(figure(row.ifNotMet))]),
    ...(row.ifMet === 0 ? [] : [TEXT.ifMet(gain(row.ifMet))]),
    ...(row.scope === "audited"
      ? []
      : [`${SCOPE_WORDS[row.scope]}: ${scopeReasons(checklist)[row.scopeReason]}`]),
  ];
  const show = fullEvidence(checklist, item);
  const partner = [
    row.evidence === ""
      ? `<span class="none">${escaped(TEXT.noEvidence)}</span>`
      : `<span dir="auto">${lines(row.evidence)}</span>`,
    row.owner === ""
      ? ""
      : `<span class="owner">${escaped(TEXT.owner)}: ${lines(row.owner)}</span>`,
  ];
  const kind = row.noteKind === "" ? "" : `<b>${escaped(row.noteKind)}:</b> `;
  const note = row.note === "" ? "" : `${kind}<span dir="auto">${lines(row.note)}</span>`;
  const action =
    row.actionState === null
      ? ""
      : `<span class="owner">${escaped(`${KIND_MARKS[row.mandatory ? "mandatory" : "score-impacting"]}, ${STATE_WORDS[row.actionState]}`)}</span>`;
  return [
    `<article${item.mandatory ? ' class="must"' : ""}>`,
    `<h3><span class="id">${escaped(item.id)}</span> <span>${escaped(item.title)}</span> <small>${escaped(tags.join(" · "))}</small></h3>`,
    `<p>${lines(fullRequirement(checklist, item))}</p>`,
    show === "" ? "" : `<p class="show"><b>${escaped(TEXT.show)}:</b> ${lines(show)}</p>`,
    said(TEXT.partner, row.self, TEXT.unanswered, partner.join(" ")),
    isAudited ? said(TEXT.auditor, row.auditor, TEXT.unvalidated, `${note} ${action}`) : "",
    "</article>",
  ].join("");
}

/** An answer in its frame, and what was said with it. */
const said = (who: string, answer: Answer, blank: string, html: string): string =>
  `<div class="said"><span class="who">${escaped(who)}</span><b class="answer ${answer}">${escaped(answer === "unanswered" ? blank : ANSWER_WORDS[answer])}</b><span class="text">${html}</span></div>`;

function actionItems(checklist: FullChecklist, report: Report): PaperBlock {
  const text = (label: string, width: number) => ({ label, kind: "text", width }) as const;
  return {
    heading: TEXT.actionItems,
    paragraphs: [],
    table: {
      columns: [
        text(PAPER_TEXT.item, 8),
        text(PAPER_TEXT.title, 18),
        text(TEXT.kind, 12),
        text(PAPER_TEXT.finding, 22),
        text(TEXT.state, 9),
        text(TEXT.closure, 19),
        text(PAPER_TEXT.plan, 19),
        { label: PAPER_TEXT.brings, kind: "number", width: 8 },
      ],
      rows: report.actionItems.map((action) => {
        const row = report.items.find(({ id }) => id === action.id);
        const { closedOn } = action;
        return [
          action.id,
          itemById(checklist, action.id).title,
          TEXT.kinds[action.kind],
          findingOf(row),
          STATE_WORDS[action.state],
          closedOn === null
            ? (row?.closureEvidence ?? "")
            : TEXT.closed(day(closedOn), row?.closureEvidence ?? ""),
          action.plan ?? "",
          action.points,
        ];
      }),
      total: false,
    },
  };
}

/** Only those that are known. */
function dates(checklist: FullChecklist, { deadlines, profile }: Report): string {
  const words = PAPER_TEXT.dates;
  const all: readonly (readonly [string, IsoDate | null])[] = [
    [TEXT.submitted, profile.submittedOn],
    [PAPER_TEXT.auditOn, profile.auditOn],
    [words.actionItems, deadlines.actionItemsDueOn],
    [words.reportFrom, deadlines.finalReportFrom],
    [words.report, deadlines.finalReportOn],
    [words.decision(checklist), deadlines.decisionOn],
    [words.renewal, deadlines.renewalOn],
  ];
  const rows = all.flatMap(([label, date]) => (date === null ? [] : [[label, day(date)]]));
  if (rows.length === 0) return "";
  const columns = [PAPER_TEXT.what, PAPER_TEXT.date].map(
    (label, index) => ({ label, kind: "text", width: index === 0 ? 60 : 40 }) as const,
  );
  return block(
    { heading: PAPER_TEXT.deadlines, paragraphs: [], table: { columns, rows, total: false } },
    false,
  );
}

/** Lines to write on, with what is known already. */
function signOff({ profile: { people } }: Report, isAudited: boolean): string {
  const line = (label: string, known: string) =>
    `<div class="line"><span dir="auto">${lines(known)}</span><small>${escaped(label)}</small></div>`;
  const { Sign_Off_Name: name = "", Sign_Off_Firm: firm = "", Sign_Off_On: on = "" } = people;
  const auditor = [name, firm].filter((part) => part !== "").join(", ");
  const side = (who: string, known: string, date: string) =>
    `<div class="sign"><b>${escaped(who)}</b>${line(TEXT.name, known)}${line(TEXT.day, date)}${line(TEXT.signature, "")}</div>`;
  const signed = on === "" ? "" : PAPER_TEXT.day(on as IsoDate);
  return `<section class="short"><h2>${escaped(TEXT.signOff)}</h2>${side(TEXT.signPartner, "", "")}${isAudited ? side(TEXT.signAuditor, auditor, signed) : ""}</section>`;
}
