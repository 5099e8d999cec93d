/** Workbooks of one partner at the stages of its audit, made by the command line once and copied. */

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, formatISO } from "date-fns";
import { expect } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { newFolder, type Ran, run } from "./run.ts";

const { items } = checklist31;

/** Commands go by today's date, so the workbooks do too. */
export const inDays = (days: number): string =>
  formatISO(addDays(new Date(), days), { representation: "date" });

export const folder = newFolder();
export const path = (name: string): string => join(folder, name);

/** Runs a command that must succeed. */
export function done(...args: string[]): Ran {
  const ran = run(args, folder);
  expect(ran.code, `${args.join(" ")}\n${ran.err}`).toBe(0);
  return ran;
}

export const score = (name: string) => JSON.parse(run(["score", name, "--json"], folder).out);

const answers = (name: string, notMet: readonly string[]): string => {
  const lines = items.map(({ id }) => `${id},${notMet.includes(id) ? "Not met" : "Met"}`);
  writeFileSync(path(name), ["id,answer", ...lines].join("\n"));
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
  copyFileSync(path(stage("submitted")), path(file));
  done("phase", file, "Audit");
  done("set", file, `Audit_On=${inDays(7)}`);
  done("fill", file, "--as", "auditor", "--answers", answers("auditor.csv", FOUND));
  done(
    "set",
    file,
    "Auditor_Note[8.1.9]=No test was run",
    "Note_Kind[8.1.9]=Finding",
    "Auditor_Note[2.1]=Short and clear",
    "Note_Kind[2.1]=Strength",
  );
  copyFileSync(path(file), path("audit.xlsx"));
  done("summary", file, "-o", "stage");
  done("phase", file, "action", "items");
  done(
    "set",
    file,
    `Summary_Received_On=${inDays(8)}`,
    `Closed_On[1.1]=${inDays(9)}`,
    `Closed_On[1.4]=${inDays(9)}`,
    "Closure_Evidence[1.4]=Plan.pdf",
  );
  return file;
}

const FOUND = ["1.1", "1.4", "8.1.9", "9.3.5"];

function submitted(): string {
  const file = "submitted.xlsx";
  copyFileSync(path(stage("ready")), path(file));
  done("submit", file);
  return file;
}

type Stage = "ready" | "submitted" | "audit" | "actions";
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

/** A copy of a stage under a name of its own. */
export function at(name: Stage, file: string): string {
  copyFileSync(path(stage(name)), path(file));
  return file;
}
