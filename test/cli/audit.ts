/** Workbooks of one partner at the stages of its audit, made by the command line once and copied. */

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, formatISO, nextMonday } from "date-fns";
import { expect } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { newFolder, type Ran, run } from "./run.ts";

const { items } = checklist31;

/** Commands go by today's date, so the workbooks do too. */
export const inDays = (days: number): string =>
  formatISO(addDays(new Date(), days), { representation: "date" });

/** A Monday to come: nobody is audited on a weekend. */
const monday = nextMonday(addDays(new Date(), 6));

/** Days after the audit, as long as its week lasts. */
export const inAuditWeek = (days: number): string =>
  formatISO(addDays(monday, days), { representation: "date" });

export interface AuditFolder {
  readonly folder: string;
  path(name: string): string;
  /** Runs a command that must succeed. */
  done(...args: string[]): Ran;
  score(name: string): ReturnType<typeof JSON.parse>;
  /** A copy of a stage under a name of its own. */
  at(stage: Stage, file: string): string;
  /** Types into cells, as a person does in a spreadsheet and no command would. */
  typed(file: string, edits: readonly Edit[]): string;
}

/** A folder that is nobody else's: the files of two suites may have the same names. */
export function auditFolder(): AuditFolder {
  const folder = newFolder();
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    done: (...args) => doneIn(folder, args),
    score: (name) => JSON.parse(run(["score", name, "--json"], folder).out),
    at: (name, file) => {
      copyFileSync(pathOf(stage(name)), path(file));
      return file;
    },
    typed: (file, edits) => {
      const workbook = openXlsx(EDITIONS, new Uint8Array(readFileSync(path(file))));
      workbook.apply({ edits });
      writeFileSync(path(file), workbook.bytes());
      return file;
    },
  };
}

function doneIn(folder: string, args: readonly string[]): Ran {
  const ran = run(args, folder);
  expect(ran.code, `${args.join(" ")}\n${ran.err}`).toBe(0);
  return ran;
}

/** Where the stages lie, to be copied from. */
const stages = newFolder();
const pathOf = (name: string): string => join(stages, name);
const done = (...args: string[]): Ran => doneIn(stages, args);

const answers = (name: string, notMet: readonly string[]): string => {
  const lines = items.map(({ id }) => `${id},${notMet.includes(id) ? "Not met" : "Met"}`);
  writeFileSync(pathOf(name), ["id,answer", ...lines].join("\n"));
  return name;
};

/** Nothing is missing but what nobody can settle in a workbook. */
function ready(): string {
  const file = "ready.xlsx";
  done("new", file, "--partner", "Käse & Söhne GmbH");
  done("fill", file, "--as", "self", "--answers", answers("self.csv", ["13.1"]));
  done(
    "set",
    file,
    ...items.map(({ id }) => `Evidence[${id}]=Folder ${id}`),
    ...Array.from({ length: 23 }, (_, index) => `Service_Compliant[${index + 1}]=Yes`),
    "Prerequisite_Tier=Advanced",
    "Prerequisite_Application=Yes",
    `Prerequisite_Application_On=${inDays(-10)}`,
    "Prerequisite_Reviewed=Yes",
    ...["Alder", "Birch", "Cedar"].flatMap((customer, index) => [
      `Prerequisite_Reference[${index + 1}]=${customer}`,
      `Prerequisite_Reference_Kind[${index + 1}]=New customer`,
      `Prerequisite_Reference_On[${index + 1}]=${inDays(-60)}`,
      `Prerequisite_Public[${index + 1}]=Yes`,
      `Prerequisite_Paying[${index + 1}]=Yes`,
    ]),
  );
  return file;
}

/** Two mandatory items and two others not met; one of each closed. */
function actions(): string {
  const file = "actions.xlsx";
  copyFileSync(pathOf(stage("submitted")), pathOf(file));
  done("phase", file, "Audit");
  done("set", file, `Audit_On=${inAuditWeek(0)}`);
  done("fill", file, "--as", "auditor", "--answers", answers("auditor.csv", FOUND));
  done(
    "set",
    file,
    "Auditor_Note[8.1.9]=No test was run",
    "Note_Kind[8.1.9]=Finding",
    "Auditor_Note[2.1]=Short and clear",
    "Note_Kind[2.1]=Strength",
  );
  copyFileSync(pathOf(file), pathOf("audit.xlsx"));
  done("summary", file, "-o", "stage");
  done("phase", file, "action", "items");
  done(
    "set",
    file,
    `Summary_Received_On=${inAuditWeek(1)}`,
    `Closed_On[1.1]=${inAuditWeek(2)}`,
    `Closed_On[1.4]=${inAuditWeek(2)}`,
    "Closure_Evidence[1.4]=Plan.pdf",
  );
  return file;
}

const FOUND = ["1.1", "1.4", "8.1.9", "9.3.5"];

function submitted(): string {
  const file = "submitted.xlsx";
  copyFileSync(pathOf(stage("ready")), pathOf(file));
  done("submit", file, "--yes");
  return file;
}

export type Stage = "ready" | "submitted" | "audit" | "actions";
const made = new Map<Stage, string>();

/** The file of a stage; not to be written. */
function stage(name: Stage): string {
  const found = made.get(name);
  if (found) return found;
  if (name === "audit") {
    stage("actions");
    made.set(name, "audit.xlsx");
  } else {
    made.set(name, name === "ready" ? ready() : name === "submitted" ? submitted() : actions());
  }
  return stage(name);
}
