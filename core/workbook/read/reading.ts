/** Snapshot to inputs: finds rows, reads every cell once, and assembles what people meant and what formulas see. */

import {
  type Inputs,
  type ItemInputs,
  inputsFor,
  type ReferenceInputs,
  type ServiceInputs,
} from "../../audit/inputs.ts";
import { PHASE_WORDS, PHASES } from "../../audit/phases.ts";
import type { ItemId, Points } from "../../checklist/domain.ts";
import { isOpen, openItems } from "../../checklist/lookup.ts";
import type { Checklist, Item, Service } from "../../checklist/types.ts";
import { EDITOR_NAMES, ENGAGEMENT_WORDS, INPUTS } from "../fields.ts";
import type { Snapshot } from "../port.ts";
import { CellReader, type Cells, pointsOf, readCells } from "./cells.ts";
import type { View } from "./decode.ts";
import { cellsOf, cellText, type FoundRow, itemRows, rowsByItem } from "./locate.ts";
import { type ReadRecords, readRecords } from "./records.ts";

/** Everything that a workbook says, for checks and edits to work on. */
export interface WorkbookReading {
  readonly inputs: Inputs;
  /** The same as the sheet's formulas see it; `inputs` itself where nothing had to be read leniently. */
  readonly strict: Inputs;
  readonly cells: Cells;
  /** All item rows, also those that do not count. */
  readonly foundRows: readonly FoundRow[];
  readonly rows: ReadonlyMap<ItemId, FoundRow>;
  /** The names of services whose row is not found. */
  readonly lostServices: readonly string[];
  readonly records: ReadRecords;
}

/** Reads any snapshot whatever; never throws. */
export function readInputs(checklist: Checklist, snapshot: Snapshot): WorkbookReading {
  const foundRows = itemRows(checklist, snapshot);
  const rows = rowsByItem(foundRows);
  const services = checklist.services?.list ?? [];
  const listed = snapshot.names.Service_Name ? cellsOf(snapshot.names.Service_Name) : [];
  const names = listed.map(({ value }) => cellText(value));
  // Without any names the order is all there is; with them, another's entries must not be taken.
  const serviceRows =
    listed.length === 0 ? services.map((_, index) => index) : rowsOfServices(services, names);
  const cells = readCells(checklist, snapshot, rows, serviceRows);
  const records = readRecords(checklist, snapshot);
  const build = (view: View) =>
    inputsFor(checklist, assemble(checklist, new CellReader(cells, view), records));
  const inputs = build("lenient");
  return {
    inputs,
    strict: cells.differs ? build("strict") : inputs,
    cells,
    foundRows,
    rows,
    lostServices: services.flatMap(({ name }, at) => ((serviceRows[at] ?? -1) < 0 ? [name] : [])),
    records,
  };
}

function assemble(checklist: Checklist, read: CellReader, { records }: ReadRecords): Inputs {
  const phase = read.text("Phase");
  return {
    phase: PHASES.find((each) => PHASE_WORDS[each] === phase) ?? "selfAssessment",
    partner: read.text("Partner_Name"),
    reseller: read.text("Reseller_Program") !== "No",
    renewal: read.text("Engagement") === ENGAGEMENT_WORDS.renewal,
    singleRegion: read.isYes("Single_Region"),
    previousAuditVersion: read.text("Previous_Audit_Version"),
    lastFullAuditOn: read.date("Last_Full_Audit_On"),
    submittedOn: read.date("Submitted_On"),
    auditOn: read.date("Audit_On"),
    summaryReceivedOn: read.date("Summary_Received_On"),
    reportReceivedOn: read.date("Report_Received_On"),
    holidays: Array.from({ length: read.count("Holidays") }).flatMap(
      (_, at) => read.date("Holidays", at) ?? [],
    ),
    people: Object.fromEntries(PEOPLE.map((name) => [name, read.text(name)])),
    editors: {
      partner: read.text(EDITOR_NAMES.partner),
      auditor: read.text(EDITOR_NAMES.auditor),
    },
    items: Object.fromEntries(
      checklist.items.map((item, at) => [item.id, itemInputs(checklist, item, read, at)]),
    ),
    services: (checklist.services?.list ?? []).map((service, at) =>
      serviceInputs(service, read, at),
    ),
    prerequisites: {
      tier: read.text("Prerequisite_Tier"),
      references: Array.from({ length: read.count("Prerequisite_Reference") }, (_, at) =>
        referenceInputs(read, at),
      ),
      applicationSent: read.isYes("Prerequisite_Application"),
      applicationOn: read.date("Prerequisite_Application_On"),
      selfAssessmentSent: read.isYes("Prerequisite_Sent"),
      reviewed: read.isYes("Prerequisite_Reviewed"),
    },
    pointsChecked: read.isYes("Points_Checked"),
    records,
  };
}

const PEOPLE: readonly string[] = INPUTS.flatMap(({ name }) =>
  /^(People|Sign_Off)_/.test(name) ? [name] : [],
);

function itemInputs(checklist: Checklist, item: Item, read: CellReader, at: number): ItemInputs {
  return {
    self: read.answer("Self_Answer", at),
    auditor: read.answer("Auditor_Answer", at),
    evidence: read.text("Evidence", at),
    owner: read.text("Owner", at),
    note: read.text("Auditor_Note", at),
    noteKind: read.text("Note_Kind", at),
    closureEvidence: read.text("Closure_Evidence", at),
    closedOn: read.date("Closed_On", at),
    plan: read.text("Action_Plan", at),
    priorAction: read.isYes("Prior_Action", at),
    disclosedChange: read.isYes("Disclosed_Change", at),
    whatChanged: read.text("What_Changed", at),
    ...pointsOf(checklist, item, pointsRead(checklist, item, read, at)),
  };
}

/** From the table of points to check, in format 1 from the Checklist's own cell. */
function pointsRead(checklist: Checklist, item: Item, read: CellReader, at: number): Points {
  const open = isOpen(item) ? openItems(checklist).indexOf(item) : -1;
  const entered = open < 0 ? null : read.points("Open_Add", open);
  return entered ?? read.points("Item_Add", at) ?? item.ifMet;
}

const serviceInputs = ({ name, isNew }: Service, read: CellReader, at: number): ServiceInputs => ({
  name,
  isNew,
  example: read.text("Service_Example", at),
  support: read.text("Service_Support", at),
  unavailable: read.isYes("Service_Unavailable", at),
  reviewed: read.isYes("Service_Reviewed", at),
  compliant: read.yesNo("Service_Compliant", at),
});

const referenceInputs = (read: CellReader, at: number): ReferenceInputs => ({
  customer: read.text("Prerequisite_Reference", at),
  kind: read.text("Prerequisite_Reference_Kind", at),
  on: read.date("Prerequisite_Reference_On", at),
  isPublic: read.yesNo("Prerequisite_Public", at),
  isPaying: read.yesNo("Prerequisite_Paying", at),
});

/** The place of each service among the names, which are read leniently; the last one left takes the last row left. */
function rowsOfServices(services: readonly Service[], listed: readonly string[]): number[] {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const names = listed.map(plain);
  const rows = services.map(({ name }) => names.indexOf(plain(name)));
  // A row that bears the name of another service is a copy of that one's, and its entries are too.
  const own = new Set(services.map(({ name }) => plain(name)));
  const left = names.flatMap((name, at) => (own.has(name) ? [] : [at]));
  const lost = rows.flatMap((row, at) => (row < 0 ? [at] : []));
  const [row] = left;
  const [service] = lost;
  if (row !== undefined && service !== undefined && left.length === 1 && lost.length === 1)
    rows[service] = row;
  return rows;
}
