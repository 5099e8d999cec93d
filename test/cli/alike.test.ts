/** Every command says, writes and returns the same in the thread that most tests use as in a process of its own. */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandName } from "../../cli/commands.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import { momentOf } from "../../core/report/moment.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { auditFolder, type Stage } from "./audit.ts";
import { newFolder, type Ran, run, runProcess } from "./run.ts";

const { at, path } = auditFolder();
const NEXT = fileText(nextChecklist);

/** The stage of an audit that `k.xlsx` has reached, and what is done to it. */
type Case = readonly [stage: Stage | null, code: number, ...args: string[]];

const CASES: Readonly<Record<CommandName, readonly Case[]>> = {
  new: [
    [null, 0, "new", "k.xlsx", "--partner", "Käse & Söhne \ud800"],
    ["ready", 1, "new", "k.xlsx"],
  ],
  fill: [["ready", 0, "fill", "k.xlsx", "--as", "self", "--answers", "a.csv", "-o", "in/l.xlsx"]],
  set: [
    ["ready", 0, "set", "k.xlsx", "Owner[1.1]=Kim", "Phase=Submitted"],
    ["ready", 1, "set", "k.xlsx", "Audit_On=soon"],
  ],
  import: [
    ["ready", 0, "import", "k.xlsx", "a.csv", "--overwrite", "--as", "self", "-o", "in/l.xlsx"],
    ["ready", 1, "import", "k.xlsx", "a.csv", "--json"],
  ],
  export: [
    ["ready", 0, "export", "k.xlsx", "--xlsx", "-o", "in/l.xlsx"],
    ["ready", 0, "export", "k.xlsx", "--csv"],
  ],
  print: [
    ["actions", 0, "print", "k.xlsx", "-o", "in/k.html"],
    ["ready", 1, "print", "k.xlsx", "-o", "k.xlsx"],
  ],
  score: [
    ["ready", 0, "score", "k.xlsx"],
    ["audit", 1, "score", "k.xlsx", "absent.xlsx", "a.csv", "--json"],
    // More than a few are shared out to workers.
    ["ready", 1, "score", "absent.xlsx", ...Array.from({ length: 13 }, () => "k.xlsx")],
  ],
  check: [
    ["submitted", 0, "check", "k.xlsx"],
    ["audit", 0, "check", "k.xlsx", "--json"],
  ],
  diff: [["submitted", 0, "diff", "k.xlsx", "--sealed"]],
  merge: [["submitted", 0, "merge", "k.xlsx", "k.xlsx", "k.xlsx", "-o", "in/l.xlsx"]],
  phase: [["submitted", 2, "phase", "k.xlsx", "self-assessment"]],
  submit: [
    ["ready", 0, "submit", "k.xlsx", "--yes"],
    ["ready", 1, "submit", "k.xlsx"],
  ],
  seal: [["submitted", 0, "seal", "k.xlsx"]],
  share: [["submitted", 0, "share", "k.xlsx", "--for", "auditor"]],
  summary: [["audit", 0, "summary", "k.xlsx"]],
  report: [["actions", 0, "report", "k.xlsx", "-o", "in/final"]],
  renew: [["actions", 0, "renew", "k.xlsx"]],
  migrate: [
    ["audit", 0, "migrate", "k.xlsx", "--to", "next.json", "--json"],
    ["audit", 1, "migrate", "k.xlsx", "--to", "3.1"],
  ],
  calendar: [["actions", 0, "calendar", "k.xlsx"]],
  plan: [["actions", 0, "plan", "k.xlsx"]],
  catalog: [[null, 0, "catalog", "--json"]],
  checklist: [
    [null, 0, "checklist", "export", "3.1", "-o", "c.json"],
    [null, 1, "checklist", "check", "a.csv"],
  ],
  demo: [[null, 0, "demo"]],
};
const OTHERS: readonly Case[] = [
  [null, 0],
  [null, 0, "help", "set"],
  [null, 2, "scroe"],
  [null, 2, "score", "--colour"],
];

/** A command in a folder with the workbook of a stage: what it said, and every file that is there then. */
function outcome(how: typeof run, [stage, , ...args]: Case): { ran: Ran; files: object } {
  const folder = newFolder();
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "a.csv"), "id,answer\n1.1,Not met\n13.1,\n");
  writeFileSync(join(folder, "next.json"), NEXT);
  if (stage !== null) copyFileSync(path(at(stage, "alike.xlsx")), join(folder, "k.xlsx"));
  const ran = how(args, folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const contents = files.map((file) => [
    file.slice(folder.length),
    // A calendar tells the second in which it was made.
    readFileSync(file, "latin1").replace(/^DTSTAMP:.*$/gm, "DTSTAMP"),
  ]);
  return { ran, files: Object.fromEntries(contents) };
}

/** Both ways in one minute of the clock, which is what commands write down. */
function both(wanted: Case): readonly ReturnType<typeof outcome>[] {
  for (;;) {
    const began = momentOf(new Date());
    const outcomes = [outcome(run, wanted), outcome(runProcess, wanted)];
    if (momentOf(new Date()) === began) return outcomes;
  }
}

describe.each(Object.entries({ ...CASES, "anything else": OTHERS }))("%s", (_, cases) => {
  it.each(cases.map((wanted) => [wanted.slice(2).join(" ").slice(0, 60), wanted] as const))(
    "is alike: %s",
    (__, wanted) => {
      const [here, there] = both(wanted);
      expect(there?.ran.code, there?.ran.err).toBe(wanted[1]);
      expect(here).toEqual(there);
    },
  );
});
