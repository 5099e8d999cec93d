/** The whole workbook as data, drawn from a set of entries; hosts make cells of it. */

import { blankItemInputs, evaluate } from "../../audit/evaluate.ts";
import { type Inputs, inputsFor } from "../../audit/inputs.ts";
import { FORMAT_VERSION, NO_RECORDS } from "../../audit/records.ts";
import { isOpen } from "../../checklist/lookup.ts";
import type { Checklist, FullChecklist } from "../../checklist/types.ts";
import { workbookTitle } from "../../words/sheets.ts";
import { area } from "../area.ts";
import { INPUTS, isInputOf, isUnlockedIn } from "../fields.ts";
import type { Area, Blueprint, NamePlan } from "../port.ts";
import { aboutSheet } from "./about.ts";
import { actionItemsSheet } from "./action-items.ts";
import { checklistSheet } from "./checklist.ts";
import type { DrawContext } from "./context.ts";
import { dataSheet } from "./data.ts";
import { bodyOf, columnOf } from "./layout.ts";
import { overviewSheet } from "./overview.ts";
import { prerequisitesSheet } from "./prerequisites.ts";
import { servicesSheet } from "./services.ts";
import { STYLES } from "./styles.ts";

/** The entries of a workbook that nobody has filled yet. */
export function blankInputs({ items, services }: Checklist): Inputs {
  return {
    phase: "selfAssessment",
    partner: "",
    reseller: true,
    renewal: false,
    singleRegion: false,
    previousAuditVersion: "",
    lastFullAuditOn: null,
    submittedOn: null,
    auditOn: null,
    summaryReceivedOn: null,
    reportReceivedOn: null,
    holidays: [],
    people: {},
    editors: { partner: "", auditor: "" },
    items: Object.fromEntries(items.map((item) => [item.id, blankItemInputs(item)])),
    services: (services?.list ?? []).map((service) => ({
      name: service.name,
      isNew: service.isNew,
      example: "",
      support: "",
      unavailable: false,
      reviewed: false,
      compliant: null,
    })),
    prerequisites: {
      tier: "",
      references: [],
      applicationSent: false,
      applicationOn: null,
      selfAssessmentSent: false,
      reviewed: false,
    },
    pointsChecked: false,
    records: NO_RECORDS,
  };
}

/**
 * Makes the workbook that holds these entries, with the results that the core computes as stored values. An older
 * `format` gives it as the programs of that format did: what is left of them in formulas is compared and renewed so.
 */
export function blueprint(
  checklist: FullChecklist,
  given: Inputs,
  format: number = FORMAT_VERSION,
): Blueprint {
  const inputs = inputsFor(checklist, given);
  const context: DrawContext = {
    checklist,
    inputs,
    evaluation: evaluate(checklist, inputs),
    format,
    partner: inputs.partner,
  };
  const drawn = [
    overviewSheet(context),
    checklistSheet(context),
    // Without services there is nothing to fill: then neither the sheet nor its names are part of the workbook.
    ...(checklist.services === null ? [] : [servicesSheet(context, checklist.services)]),
    prerequisitesSheet(context),
    actionItemsSheet(context),
    aboutSheet(context),
    dataSheet(context),
  ];
  const names = drawn.flatMap((sheet) => sheet.names);
  return {
    title: workbookTitle(checklist),
    font: { name: "Calibri", size: 11 },
    styles: STYLES,
    sheets: drawn.map(({ plan }) => ({
      ...plan,
      unlocked: unlockedAreas(context, plan.name, names),
    })),
    names,
  };
}

/** The cells of a sheet that the phase leaves open, from the table of fields. */
function unlockedAreas(
  { checklist, inputs, format }: DrawContext,
  sheet: string,
  names: readonly NamePlan[],
): Area[] {
  const areas: Area[] = [];
  for (const field of INPUTS) {
    const named = names.find((name) => name.name === field.name);
    if (named?.sheet !== sheet || !isInputOf(field, format)) continue;
    if (!isUnlockedIn(field, inputs.phase)) continue;
    if (field.shape !== "column") {
      areas.push(named.area);
      continue;
    }
    for (const row of bodyOf(checklist)) {
      if (field.kind.is === "points") {
        if (row.kind === "item" && isOpen(row.item)) {
          areas.push(area(row.row, columnOf("ifMet")));
        }
      } else if (row.kind === "heading") {
        areas.push(area(row.first, named.area.column, row.last - row.first + 1));
      }
    }
  }
  return areas;
}
