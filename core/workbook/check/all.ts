/** Every rule in the order in which its faults are told, and the one loop that runs them. */

import type { IssueCode } from "../../words/issues.ts";
import { type Issue, type IssueOf, whereOf } from "../issues.ts";
import { comparedFormat } from "../read/locate.ts";
import { notAddresses } from "./addresses.ts";
import { oddAnswers } from "./answers.ts";
import { blockSums } from "./block-sums.ts";
import { calculatedCells } from "./calculated.ts";
import { changesNotDescribed } from "./change-not-described.ts";
import { closingFaults } from "./closing.ts";
import { closureFaults } from "./closures.ts";
import { closuresWithoutEvidence } from "./closures-without-evidence.ts";
import { copiedSheets } from "./copies.ts";
import { oddDates } from "./dates.ts";
import { lostDisplays } from "./displays.ts";
import { lostLists } from "./drop-downs.ts";
import { earlyEntries } from "./early-entries.ts";
import { fullAudit } from "./full-audit.ts";
import { itemRowFaults } from "./item-rows.ts";
import { changedKeys } from "./keys.ts";
import { lastFullAudit } from "./last-full-audit.ts";
import { laterFormat } from "./later-format.ts";
import { mergedCells } from "./merged.ts";
import { misplacedNames } from "./misplaced-names.ts";
import { missingNames } from "./missing-names.ts";
import { faultyNames } from "./name-faults.ts";
import { stateOfNames } from "./names.ts";
import { noRenewals } from "./no-renewals.ts";
import { noOriginal, type Original } from "./original.ts";
import { pointFaults } from "./points.ts";
import { pointsSum } from "./points-sum.ts";
import { processDates } from "./process-dates.ts";
import { protection } from "./protection.ts";
import { reconstructedPoints } from "./reconstructed.ts";
import { unreadableRecords } from "./records.ts";
import { customerReferences } from "./references.ts";
import { renewalVersion } from "./renewal-version.ts";
import type { Check, Fact, Look, Rule } from "./rule.ts";
import { sealFaults } from "./seal.ts";
import { missingServices } from "./service-missing.ts";
import { servicesNotWaived } from "./service-not-waived.ts";
import { servicesAgainstAnswer } from "./services-disagree.ts";
import { summaryAgainstAnswers } from "./summary-differs.ts";
import { changedTexts } from "./texts.ts";
import { validations } from "./validations.ts";
import { oddWords } from "./words.ts";

/** A rule of whichever codes. */
interface AnyRule extends Pick<Rule<IssueCode>, "check" | "atHandOver"> {
  readonly severity: Partial<Rule<IssueCode>["severity"]>;
}

/** Some look at what those before them told: the order is a part of it. */
export const RULES: readonly AnyRule[] = [
  laterFormat,
  misplacedNames,
  faultyNames,
  itemRowFaults,
  changedKeys,
  oddWords,
  oddDates,
  pointFaults,
  oddAnswers,
  notAddresses,
  missingServices,
  earlyEntries,
  unreadableRecords,

  pointsSum,
  reconstructedPoints,
  validations,
  closureFaults,
  changesNotDescribed,
  closuresWithoutEvidence,
  servicesAgainstAnswer,
  servicesNotWaived,
  customerReferences,
  noRenewals,
  renewalVersion,
  lastFullAudit,
  fullAudit,
  processDates,
  closingFaults,
  sealFaults,
  summaryAgainstAnswers,

  missingNames,
  copiedSheets,
  calculatedCells,
  blockSums,
  lostDisplays,
  changedTexts,
  mergedCells,
  protection,
  lostLists,
];

/** Everything that the rules find, in their order. */
export function checkAll(look: Omit<Look, "told" | "names">): Issue[] {
  const told: Issue[] = [];
  const names = stateOfNames(look.original, look.snapshot);
  const looked: Look = { ...look, names, told };
  for (const { check, severity } of RULES) {
    for (const fact of check(looked)) {
      // What is wrong there is the name that leads there.
      if (fact.place !== null && names.isMisread(fact.place)) continue;
      told.push(issueOf(fact, severity));
    }
  }
  return told;
}

/**
 * The check of an edition: `original` gives what workbooks of a format are compared with; null where a host has not
 * got that.
 */
export const checkBy =
  (original: (format: number) => Original | null): Check =>
  (look) => {
    const format = comparedFormat(look.snapshot);
    return checkAll({ ...look, original: original(format) ?? noOriginal(format) });
  };

/** Makes an issue of what a rule found. */
function issueOf(fact: Fact, severities: AnyRule["severity"]): Issue {
  const { code, place, values } = fact;
  const severity = fact.severity ?? severities[code] ?? "warning";
  // Code and values belong together in the fact, and so they do here.
  return { code, severity, place, where: whereOf(place), values } as IssueOf<IssueCode>;
}
