/** Snapshot to inputs: what people entered, read kindly and as the sheet's formulas see it, with every fault named. */

import { readAddresses } from "../../audit/emails.ts";
import type { Inputs, ItemInputs, ReferenceInputs, ServiceInputs } from "../../audit/inputs.ts";
import { PHASE_WORDS, PHASES, type Phase } from "../../audit/phases.ts";
import type { ItemId, Points } from "../../checklist/domain.ts";
import { ifNotMetFor } from "../../checklist/lookup.ts";
import type { Checklist, Item, Service } from "../../checklist/types.ts";
import { ISSUE_TEXT, NOTHING } from "../../words/en.ts";
import {
  EDITOR_NAMES,
  FORMAT_VERSION,
  INPUTS,
  inputNamed,
  isEarlyIn,
  type Side,
} from "../fields.ts";
import { type Issue, placeText } from "../issues.ts";
import type { CellValue, Snapshot } from "../port.ts";
import {
  cellInRow,
  cellText,
  type Found,
  type FoundRow,
  firstCell,
  isBlank,
  itemRows,
  newerFormat,
  rowsByItem,
  valueInRow,
} from "./locate.ts";
import { type Both, both, Reader } from "./reader.ts";
import { readRecords } from "./records.ts";

export interface Reading {
  readonly inputs: Inputs;
  /** The same as the sheet's formulas see it; equal to `inputs` where nothing had to be read kindly. */
  readonly strict: Inputs;
  readonly issues: readonly Issue[];
  readonly rows: ReadonlyMap<ItemId, FoundRow>;
  /** Cells whose meaning is plain but whose word is not exact, with the word that belongs there. */
  readonly kindly: readonly { readonly found: Found; readonly value: CellValue }[];
}

const YES = ["Yes"] as const;

/** Reads any snapshot whatever; never throws. */
export function readInputs(checklist: Checklist, snapshot: Snapshot): Reading {
  const reader = new Reader(snapshot);
  checkNames(snapshot, reader);
  const foundRows = itemRows(checklist, snapshot);
  const rows = rowsByItem(foundRows);
  checkRows(checklist, foundRows, rows, reader);

  const phaseWord = reader.wordOr(
    "Phase",
    PHASES.map((phase) => PHASE_WORDS[phase]),
    PHASE_WORDS.selfAssessment,
  );
  const reseller = reader.wordOr("Reseller_Program", ["Yes", "No"], "Yes");
  const engagement = reader.wordOr("Engagement", ["Full audit", "Renewal"], "Full audit");
  const dates = {
    lastFullAuditOn: reader.date(firstCell(snapshot, "Last_Full_Audit_On"), "warning"),
    submittedOn: reader.date(firstCell(snapshot, "Submitted_On"), "warning"),
    auditOn: reader.date(firstCell(snapshot, "Audit_On"), "warning"),
    summaryReceivedOn: reader.date(firstCell(snapshot, "Summary_Received_On"), "error"),
    reportReceivedOn: reader.date(firstCell(snapshot, "Report_Received_On"), "warning"),
  };
  const holidays = reader.cells("Holidays").map((found) => reader.date(found, "warning"));
  const byItem = checklist.items.map(
    (item) => [item, readItem(checklist, item, rows.get(item.id), snapshot, reader)] as const,
  );
  const singleRegion =
    reader.word(firstCell(snapshot, "Single_Region"), ["Yes", "No"]).kind === "Yes";
  const shared = {
    partner: reader.text("Partner_Name"),
    singleRegion,
    previousAuditVersion: reader.text("Previous_Audit_Version"),
    people: readPeople(reader),
    editors: { partner: readEditors("partner", reader), auditor: readEditors("auditor", reader) },
    services: readServices(checklist.services?.list ?? [], reader),
    prerequisites: readPrerequisites(snapshot, reader),
    records: readRecords(checklist, snapshot),
  };
  const build = (side: keyof Both<unknown>): Inputs => ({
    ...shared,
    phase: PHASES.find((phase) => PHASE_WORDS[phase] === phaseWord[side]) ?? "selfAssessment",
    reseller: reseller[side] === "Yes",
    renewal: engagement[side] === "Renewal",
    lastFullAuditOn: dates.lastFullAuditOn[side],
    submittedOn: dates.submittedOn[side],
    auditOn: dates.auditOn[side],
    summaryReceivedOn: dates.summaryReceivedOn[side],
    reportReceivedOn: dates.reportReceivedOn[side],
    holidays: holidays.flatMap((day) => day[side] ?? []),
    items: Object.fromEntries(byItem.map(([item, read]) => [item.id, read[side]])),
  });
  const inputs = build("kind");
  checkEarlyEntries(snapshot, inputs.phase, rows, reader);
  return { inputs, strict: build("strict"), issues: reader.issues, rows, kindly: reader.kindly };
}

function readItem(
  checklist: Checklist,
  item: Item,
  row: FoundRow | undefined,
  snapshot: Snapshot,
  reader: Reader,
): Both<ItemInputs> {
  const cell = (name: string) => (row ? cellInRow(snapshot, name, row.sheetRow) : null);
  const text = (name: string) =>
    row ? cellText(valueInRow(snapshot, name, row.sheetRow)).trim() : "";
  const ifMet = readIfMet(checklist, item, cell("Item_Add"), reader);
  const reconstructed = item.provenance === "reconstructed";
  if (!reconstructed) checkSubtract(item, cell("Item_Subtract"), reader);
  const own = { ifMet, ifNotMet: reconstructed ? ifNotMetFor(checklist, ifMet) : item.ifNotMet };
  const self = reader.answer(cell("Self_Answer"), own);
  const auditor = reader.answer(cell("Auditor_Answer"), own);
  const closedOn = reader.date(cell("Closed_On"), "error");
  const prior = reader.word(cell("Prior_Action"), YES);
  const disclosed = reader.word(cell("Disclosed_Change"), YES);
  const kind: ItemInputs = {
    self: self.kind,
    auditor: auditor.kind,
    evidence: text("Evidence"),
    owner: text("Owner"),
    note: text("Auditor_Note"),
    noteKind: text("Note_Kind"),
    closureEvidence: text("Closure_Evidence"),
    closedOn: closedOn.kind,
    plan: text("Action_Plan"),
    priorAction: prior.kind === "Yes",
    disclosedChange: disclosed.kind === "Yes",
    whatChanged: text("What_Changed"),
    ...own,
  };
  // Formulas see a plan in any text, also in a lone space.
  const plan = row ? cellText(valueInRow(snapshot, "Action_Plan", row.sheetRow)) : "";
  const isSame =
    self.kind === self.strict &&
    auditor.kind === auditor.strict &&
    closedOn.kind === closedOn.strict &&
    prior.kind === prior.strict &&
    disclosed.kind === disclosed.strict &&
    plan === kind.plan;
  if (isSame) return both(kind);
  const strict: ItemInputs = {
    ...kind,
    self: self.strict,
    auditor: auditor.strict,
    closedOn: closedOn.strict,
    plan,
    priorAction: prior.strict === "Yes",
    disclosedChange: disclosed.strict === "Yes",
  };
  return { kind, strict };
}

function readIfMet(
  { openValues }: Checklist,
  item: Item,
  found: Found | null,
  reader: Reader,
): Points {
  if (!found) return item.ifMet;
  const value = found.value;
  const shown = isBlank(value) ? NOTHING : cellText(value);
  const at = placeText(found.place);
  if (item.provenance === "stated") {
    if (value !== item.ifMet) {
      reader.report(
        "pointsChanged",
        "error",
        ISSUE_TEXT.pointsChanged(item.id, shown, item.ifMet, at),
        found.place,
      );
    }
    return item.ifMet;
  }
  const chosen = openValues?.choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  reader.report(
    "pointsUnknown",
    "error",
    ISSUE_TEXT.pointsUnknown(item.id, shown, item.ifMet, at),
    found.place,
  );
  return item.ifMet;
}

function checkSubtract(item: Item, found: Found | null, reader: Reader): void {
  if (!found || found.value === item.ifNotMet) return;
  const shown = isBlank(found.value) ? NOTHING : cellText(found.value);
  const message = ISSUE_TEXT.pointsChanged(item.id, shown, item.ifNotMet, placeText(found.place));
  reader.report("pointsChanged", "error", message, found.place);
}

function checkNames(snapshot: Snapshot, reader: Reader): void {
  const newer = newerFormat(snapshot);
  if (newer !== null) {
    const message = ISSUE_TEXT.newerFormat(String(newer), FORMAT_VERSION);
    reader.report("newerFormat", "error", message, null);
  }
  const home = snapshot.names.Item_Id?.sheet;
  for (const field of INPUTS) {
    const range = snapshot.names[field.name];
    if (!range || field.shape !== "column" || home === undefined || range.sheet === home) continue;
    const severity = field.essential ? "error" : "warning";
    reader.report("nameMisplaced", severity, ISSUE_TEXT.nameMisplaced(field.name, home), null);
  }
}

function checkRows(
  { items }: Checklist,
  found: readonly FoundRow[],
  rows: ReadonlyMap<ItemId, FoundRow>,
  reader: Reader,
): void {
  for (const row of found) {
    const at = placeText(row.id.place);
    const text = cellText(row.id.value).trim();
    if (!row.item) {
      reader.report("itemUnknown", "error", ISSUE_TEXT.itemUnknown(text, at), row.id.place);
      continue;
    }
    if (rows.get(row.item.id) !== row) {
      reader.report(
        "itemDuplicate",
        "error",
        ISSUE_TEXT.itemDuplicate(row.item.id, at),
        row.id.place,
      );
      continue;
    }
    if (typeof row.id.value === "number") {
      reader.report("idAsNumber", "warning", ISSUE_TEXT.idAsNumber(row.item.id, at), row.id.place);
    }
    const key = row.section;
    if (key && key.value !== Number(row.item.section)) {
      const shown = isBlank(key.value) ? NOTHING : cellText(key.value);
      const message = ISSUE_TEXT.sectionChanged(
        row.item.id,
        shown,
        row.item.section,
        placeText(key.place),
      );
      reader.report("sectionChanged", "error", message, key.place);
    }
  }
  // Without any row, the column itself is gone, which is told of already.
  if (found.length === 0) return;
  for (const item of items) {
    if (!rows.has(item.id)) {
      reader.report("itemMissing", "error", ISSUE_TEXT.itemMissing(item.id), null);
    }
  }
}

/** Entries in Checklist columns whose phase has not begun; one warning a column. */
function checkEarlyEntries(
  snapshot: Snapshot,
  phase: Phase,
  rows: ReadonlyMap<ItemId, FoundRow>,
  reader: Reader,
): void {
  for (const field of INPUTS) {
    if (field.shape !== "column" || !isEarlyIn(field, phase)) continue;
    const filled: Found[] = [];
    for (const row of rows.values()) {
      const found = cellInRow(snapshot, field.name, row.sheetRow);
      if (found && !isBlank(found.value)) filled.push(found);
    }
    const first = filled[0];
    if (!first) continue;
    const message = ISSUE_TEXT.earlyEntry(field.name, phase, filled.length, placeText(first.place));
    reader.report("earlyEntry", "warning", message, first.place);
  }
}

function readPeople(reader: Reader): Record<string, string> {
  const people: Record<string, string> = {};
  for (const field of INPUTS) {
    if (!/^(People|Sign_Off)_/.test(field.name)) continue;
    people[field.name] =
      field.kind.is === "date"
        ? (reader.date(firstCell(reader.snapshot, field.name), "warning").kind ?? "")
        : reader.text(field.name);
  }
  return people;
}

function readEditors(side: Side, reader: Reader): string {
  const name = EDITOR_NAMES[side];
  const found = firstCell(reader.snapshot, name);
  const text = reader.text(name);
  const { others } = readAddresses(text);
  if (found && others.length > 0) {
    const message = ISSUE_TEXT.notAnAddress(others, placeText(found.place));
    reader.report("notAnAddress", "warning", message, found.place);
  }
  return text;
}

function readServices(services: readonly Service[], reader: Reader): ServiceInputs[] {
  const column = (name: string) => reader.cells(name);
  const listed = column("Service_Name");
  const rows = serviceRows(
    services,
    listed.map((found) => cellText(found.value)),
  );
  const examples = column("Service_Example");
  const support = column("Service_Support");
  const unavailable = column("Service_Unavailable");
  const reviewed = column("Service_Reviewed");
  const compliant = column("Service_Compliant");
  const first = listed[0];
  const missing = services.filter(({ name }) => !rows.has(name)).map(({ name }) => name);
  if (first && missing.length > 0) {
    const message = ISSUE_TEXT.serviceMissing(missing, placeText(first.place));
    reader.report("serviceMissing", "error", message, first.place);
  }
  return services.map((service, position) => {
    // Without any names the order is all there is; with them, another's entries must not be taken.
    const at = first ? (rows.get(service.name) ?? -1) : position;
    const text = (cells: readonly Found[]) => cellText(cells[at]?.value ?? null).trim();
    const isCompliant = reader.word(compliant[at] ?? null, ["Yes", "No"]).kind;
    return {
      name: service.name,
      isNew: service.isNew,
      example: text(examples),
      support: text(support),
      unavailable: reader.word(unavailable[at] ?? null, ["Yes"]).kind === "Yes",
      reviewed: reader.word(reviewed[at] ?? null, ["Yes"]).kind === "Yes",
      compliant: isCompliant === null ? null : isCompliant === "Yes",
    };
  });
}

/** The place of each service in the list, read kindly; the last one left takes the last row left. */
function serviceRows(
  services: readonly Service[],
  listed: readonly string[],
): ReadonlyMap<string, number> {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const names = listed.map(plain);
  const found = services.map(({ name }) => [name, names.indexOf(plain(name))] as const);
  const rows = new Map(found.filter(([, at]) => at >= 0));
  // A row that bears the name of another service is a copy of that one's, and its entries are too.
  const left = names.flatMap((name, at) =>
    services.some((service) => plain(service.name) === name) ? [] : [at],
  );
  const lost = found.filter(([, at]) => at < 0);
  const [row] = left;
  const [service] = lost;
  if (row !== undefined && service && left.length === 1 && lost.length === 1)
    rows.set(service[0], row);
  return rows;
}

function readPrerequisites(snapshot: Snapshot, reader: Reader): Inputs["prerequisites"] {
  const customers = reader.cells("Prerequisite_Reference");
  const kinds = reader.cells("Prerequisite_Reference_Kind");
  const dates = reader.cells("Prerequisite_Reference_On");
  const isPublic = reader.cells("Prerequisite_Public");
  const isPaying = reader.cells("Prerequisite_Paying");
  const yesNo = (found: Found | undefined) => {
    const word = reader.word(found ?? null, ["Yes", "No"]).kind;
    return word === null ? null : word === "Yes";
  };
  const references = customers.map(
    (found, index): ReferenceInputs => ({
      customer: cellText(found.value).trim(),
      kind: cellText(kinds[index]?.value ?? null).trim(),
      on: reader.date(dates[index] ?? null, "warning").kind,
      isPublic: yesNo(isPublic[index]),
      isPaying: yesNo(isPaying[index]),
    }),
  );
  const ticked = (name: string) => reader.word(firstCell(snapshot, name), ["Yes"]).kind === "Yes";
  const tier = inputNamed("Prerequisite_Tier")?.kind;
  const tiers = tier?.is === "choice" ? tier.values : [];
  return {
    tier: reader.word(firstCell(snapshot, "Prerequisite_Tier"), tiers).kind ?? "",
    references,
    applicationSent: ticked("Prerequisite_Application"),
    applicationOn: reader.date(firstCell(snapshot, "Prerequisite_Application_On"), "warning").kind,
    selfAssessmentSent: ticked("Prerequisite_Sent"),
    reviewed: ticked("Prerequisite_Reviewed"),
  };
}
