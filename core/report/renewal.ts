/** Next year's workbook: what is carried over from an audited one, and what begins anew. */

import { renewalDay } from "../audit/clock.ts";
import { addMonths } from "../audit/dates.ts";
import { blankItemInputs } from "../audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../audit/inputs.ts";
import { NO_RECORDS } from "../audit/records.ts";
import type { Scope } from "../audit/scope.ts";
import type { IsoDate } from "../checklist/domain.ts";
import type { Checklist, RenewalRule } from "../checklist/types.ts";
import { RENEWAL_TEXT } from "../words/renewal.ts";
import { LONGEST_TEXT } from "../workbook/write/entries.ts";
import type { ItemReport, Report } from "./report.ts";

export interface Renewal {
  readonly inputs: Inputs;
  /** Sentences on what was decided along the way. */
  readonly notes: readonly string[];
}

/**
 * Two years of renewals lie between full audits (lines 125 and 126): an audit nearer to the third
 * anniversary than to the second is a full one (our reading).
 */
const lastRenewalMonths = ({ fullAuditMonths, months }: RenewalRule): number =>
  fullAuditMonths - months / 2;

/** Held for next time; the auditor and the sign-off are of this one. */
const STAYING_PEOPLE = [
  "People_AWS_Contact",
  "People_Language",
  "People_Audit_Place",
  "People_Engineer",
  "People_Operations",
  "People_Business",
];

/**
 * The workbook of the next audit, which may be against another version with a `rule` of its own. Profile, evidence and owners are carried, answers cleared. Every item
 * that the auditor marked Not met becomes a previous action item, closed or not (line 115). A full audit
 * is demanded where the next audit would come more than three years after the last full one (lines 125
 * and 126). Services that were assessed and compliant count as reviewed before (lines 401 to 403).
 */
export function renewal(
  checklist: Checklist,
  report: Report,
  rule: RenewalRule | null = checklist.renewal,
): Renewal {
  const { preliminary, profile, scope } = report;
  const lastFull = scope.engagement === "full" ? profile.auditOn : profile.lastFullAuditOn;
  const nextAudit = renewalDay(checklist.renewal ?? rule, profile.auditOn);
  // Only an MSP renews: who did not pass, or is not audited to the end, has a full audit ahead.
  const { verdict } = report.final;
  const hasPassed = verdict === "pass" || verdict === "actionPlan";
  const needsFull = rule === null || !hasPassed || isFullAuditDue(rule, lastFull, nextAudit);
  const prior = report.items.filter((row) => row.scope === "audited" && row.auditor === "notMet");
  const servicesMet = report.items.some(
    (row) =>
      row.id === checklist.services?.item && (row.auditor === "met" || row.scope !== "audited"),
  );
  const tooLong = report.items.filter((row) => joinedEvidence(row).length > LONGEST_TEXT);
  const notes = [
    rule === null
      ? RENEWAL_TEXT.alwaysFull
      : !hasPassed
        ? RENEWAL_TEXT.notPassed(verdict === "fail")
        : needsFull
          ? RENEWAL_TEXT.full(lastFull, scope.engagement, rule.months)
          : RENEWAL_TEXT.renewal(),
    ...(verdict === "actionPlan" && !needsFull ? [RENEWAL_TEXT.actionPlan] : []),
    RENEWAL_TEXT.priorActions(prior.map((row) => row.id)),
    ...(scope.waived > 0 ? [RENEWAL_TEXT.waived(idsOf(report, "waived"))] : []),
    ...(preliminary.unanswered > 0 ? [RENEWAL_TEXT.notValidated(preliminary.unanswered)] : []),
    ...(profile.auditOn === null ? [RENEWAL_TEXT.noAuditDate] : []),
    ...tooLong.map((row) => RENEWAL_TEXT.closureLeftOut(row.id)),
  ];
  const inputs: Inputs = {
    phase: "selfAssessment",
    partner: report.partner,
    reseller: scope.reseller,
    renewal: !needsFull,
    singleRegion: profile.singleRegion,
    previousAuditVersion: checklist.version,
    lastFullAuditOn: lastFull,
    submittedOn: null,
    auditOn: null,
    summaryReceivedOn: null,
    reportReceivedOn: null,
    holidays: report.holidays,
    people: Object.fromEntries(
      STAYING_PEOPLE.map((name) => [name, profile.people[name] ?? ""] as const),
    ),
    editors: { partner: profile.editors.partner, auditor: "" },
    items: Object.fromEntries(
      checklist.items.map((item) => {
        const row = report.items.find((entry) => entry.id === item.id);
        const blank = blankItemInputs(item);
        const carried: ItemInputs = row
          ? {
              ...blank,
              evidence: carriedEvidence(row),
              owner: row.owner,
              priorAction: prior.includes(row),
              ifMet: row.ifMet,
              ifNotMet: row.ifNotMet,
            }
          : blank;
        return [item.id, carried];
      }),
    ),
    services: report.services.map((service) => ({
      name: service.name,
      isNew: service.isNew,
      example: service.example,
      support: service.support,
      unavailable: service.unavailable,
      reviewed:
        service.reviewed ||
        (servicesMet && service.assessed === "assessed" && service.compliant === true),
      compliant: null,
    })),
    prerequisites: {
      tier: profile.prerequisites.tier,
      references: profile.prerequisites.references,
      applicationSent: false,
      applicationOn: null,
      selfAssessmentSent: false,
      reviewed: false,
    },
    pointsChecked: profile.pointsChecked,
    records: NO_RECORDS,
  };
  return { inputs, notes };
}

const idsOf = (report: Report, scope: Scope): string[] =>
  report.items.filter((row) => row.scope === scope).map((row) => row.id);

/** What closed an action item is evidence from now on, where a cell has room for both. */
function carriedEvidence(row: ItemReport): string {
  const joined = joinedEvidence(row);
  return joined.length > LONGEST_TEXT ? row.evidence : joined;
}

function joinedEvidence({ evidence, closureEvidence, actionState }: ItemReport): string {
  const found = actionState === "closed" ? [evidence, closureEvidence] : [evidence];
  return found.filter((text) => text !== "").join("\n");
}

/** Without a known last full audit nothing allows a renewal. */
function isFullAuditDue(
  rule: RenewalRule,
  lastFull: IsoDate | null,
  nextAudit: IsoDate | null,
): boolean {
  if (lastFull === null) return true;
  return nextAudit !== null && nextAudit >= addMonths(lastFull, lastRenewalMonths(rule));
}
