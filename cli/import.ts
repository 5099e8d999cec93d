/** `import`: brings lists, and other workbooks of the checklist, into a workbook, all of it or nothing. */

import type { Answer } from "../core/audit/answers.ts";
import { findItem } from "../core/checklist/lookup.ts";
import type { Brought } from "../core/import/brought.ts";
import type { ImportChoices } from "../core/import/entry.ts";
import { answersIn, type ReadOptions } from "../core/import/options.ts";
import { importEntries, type Plan, planImport } from "../core/import/plan.ts";
import { readSources } from "../core/import/read.ts";
import { type Meanings, wordKey } from "../core/import/value.ts";
import { report } from "../core/report/report.ts";
import { conflictText } from "../core/words/import.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { replacements } from "../core/workbook/write/before.ts";
import { readSource } from "../xlsx/source.ts";
import { closeWith, conclude, tally } from "./conclude.ts";
import { exists, Refused, readBytes, untilUnchanged } from "./files.ts";
import { leftText, refusals, sayPlan, tellLines, tellOfReading } from "./import-told.ts";
import { lockOf } from "./lock-files.ts";
import { isMailName } from "./mail.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import { IMPORT_SAID } from "./words-lists.ts";
import {
  carryOut,
  closedWarnings,
  inFile,
  type Opened,
  openToChange,
  rehearsal,
  reread,
  type Target,
  targetOf,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

/** What there is to say on the command line before anything is read. */
interface Wanted {
  readonly take: "all" | "none" | "ask";
  readonly skips: boolean;
  readonly clears: boolean;
  readonly json: boolean;
  readonly answers: ReadOptions["answers"] | null;
  readonly from: string | null;
  readonly meanings: Meanings;
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const importCommand: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    as: { type: "string" },
    from: { type: "string" },
    means: { type: "string" },
    overwrite: { type: "boolean" },
    keep: { type: "boolean" },
    "skip-unknown": { type: "boolean" },
    clear: { type: "boolean" },
    json: { type: "boolean" },
    ...OUTPUT,
  });
  const [file, ...names] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (names.length === 0) throw new WrongUsage(IMPORT_SAID.needsSource);
  if (values.overwrite && values.keep) throw new WrongUsage(IMPORT_SAID.oneOf);
  if (values.as !== undefined && values.as !== "self" && values.as !== "auditor")
    throw new WrongUsage(CLI_TEXT.needsColumn);
  const wanted: Wanted = {
    take: values.overwrite ? "all" : values.keep ? "none" : "ask",
    skips: values["skip-unknown"] ?? false,
    clears: values.clear ?? false,
    json: values.json ?? false,
    answers:
      values.as === undefined ? null : values.as === "self" ? "Self_Answer" : "Auditor_Answer",
    from: values.from ?? null,
    meanings: meaningsOf(values.means ?? ""),
  };
  const terminal = rehearsal(user, values);
  const target = targetOf(terminal, file, values);
  const files = names.map((name) => ({ name, bytes: sourceBytes(terminal, name) }));
  warnBefore(terminal, target);
  const { opened, now, plan, brought, written, tidied, closed } = untilUnchanged(() =>
    bring(terminal, file, files, target, wanted),
  );
  const { checklist } = opened.edition;
  const replaced = replacements(checklist, opened.snapshot, plan.edits);
  const left = plan.entries.filter(({ group }) => group === "notUnderstood");
  const kept = plan.entries.filter(({ group, taken }) => group === "conflict" && !taken);
  conclude(terminal, {
    file: target.file,
    what: IMPORT_SAID.written(plan.edits.length, tally(replaced), plan.counts.same),
    tidied,
    warnings: closedWarnings(closed),
    replaced: terminal.rehearses ? replaced : replaced.filter(({ before }) => before !== ""),
  });
  tellLines(terminal, kept.map(conflictText), IMPORT_SAID.kept);
  tellLines(
    terminal,
    left.map((entry) => leftText(checklist, entry)),
    IMPORT_SAID.left,
  );
  tellOfReading(terminal, plan, brought);
  if (wanted.json) sayPlan(terminal, target.file, checklist, plan, brought, written);
  const [before, after] = [opened, now].map(({ edition, snapshot }) => report([edition], snapshot));
  if (before && after) closeWith(terminal, target.file, checklist, before, after);
  return 0;
};

/** `done=Met,partly=Not met`: what words mean that are no answers. */
function meaningsOf(text: string): Meanings {
  const pairs = text.split(",").flatMap((part): [string, Answer][] => {
    if (part.trim() === "") return [];
    const at = part.lastIndexOf("=");
    const [word, said] = [wordKey(part.slice(0, Math.max(0, at))), wordKey(part.slice(at + 1))];
    const answer = { met: "met", "not met": "notMet", blank: "unanswered" }[said];
    if (word === "" || answer === undefined) throw new WrongUsage(IMPORT_SAID.means(part.trim()));
    return [[word, answer as Answer]];
  });
  return Object.fromEntries(pairs);
}

function sourceBytes(folder: Folder, name: string): Uint8Array {
  const lock = lockOf(folder, name);
  if (lock) throw new Refused(CLI_TEXT.isLock(name, lock.workbook, lock.by));
  if (isMailName(name) && exists(folder, name)) throw new Refused(CLI_TEXT.isMail(name));
  return readBytes(folder, name);
}

interface Done {
  readonly opened: Opened;
  readonly now: Opened;
  readonly plan: Plan;
  readonly brought: Brought;
  readonly written: boolean;
  readonly tidied: number;
  readonly closed: Plan["closed"];
}

function bring(
  terminal: Terminal,
  file: string,
  files: readonly File[],
  target: Target,
  wanted: Wanted,
): Done {
  const opened = openToChange(terminal, file, target);
  const { checklist } = opened.edition;
  const brought = read(opened, files, wanted);
  const choices: ImportChoices = {
    take: wanted.take === "all" ? "all" : [],
    meanings: wanted.meanings,
    clear: wanted.clears,
    // As for every input that is named outright: it is written, and told.
    locked: "write",
  };
  const plan = planImport(checklist, opened.snapshot, brought, choices);
  const asks = wanted.take === "ask";
  const lines = refusals(checklist, plan, brought, { asks, skips: wanted.skips });
  if (lines.length > 0) {
    if (wanted.json) sayPlan(terminal, target.file, checklist, plan, brought, false);
    tellOfReading(terminal, plan, brought);
    throw new Refused(lines.join("\n"));
  }
  const entered = carryOut(file, opened, {
    kind: "entries",
    read: importEntries(brought, choices),
    closed: "tell",
  });
  const written = plan.edits.length > 0 || target.replaces !== "read";
  if (written) writeWorkbook(terminal, opened, target);
  const { tidied, closed } = entered;
  return { opened, now: reread(file, opened), plan, brought, written, tidied, closed };
}

function read({ edition, snapshot }: Opened, files: readonly File[], wanted: Wanted): Brought {
  const { checklist } = edition;
  const from = wanted.from === null ? null : findItem(checklist, wanted.from.trim());
  if (wanted.from !== null && from === null)
    throw new WrongUsage(IMPORT_SAID.noSuchItem(wanted.from));
  const sources = files.map(({ name, bytes }) =>
    inFile(name, () => readSource(EDITIONS, checklist, name, bytes)),
  );
  const { phase } = readInputs(checklist, snapshot).inputs;
  return readSources(EDITIONS, checklist, sources, {
    answers: wanted.answers ?? answersIn(phase),
    from: from?.id ?? null,
  });
}
