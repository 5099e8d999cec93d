/** The commands: each reads its arguments, asks the core, and shows or writes the result. */

import type { Inputs } from "../core/audit/inputs.ts";
import { BUILT_IN, builtIn } from "../core/checklist/built-in.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { blankInputs, blueprint } from "../core/workbook/draw/blueprint.ts";
import { INPUTS } from "../core/workbook/fields.ts";
import { ANSWER_COLUMNS, readAnswers, textRefusal } from "../core/workbook/write/entries.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { readAnswerLines } from "./answers.ts";
import { catalogOf } from "./catalog.ts";
import { check } from "./check.ts";
import { demoInputs } from "./demo.ts";
import { STORY_31 } from "./demo-3.1.ts";
import { exists, holds, Refused, untilUnchanged, writeAtomically } from "./files.ts";
import { exampleOf, HELP } from "./help.ts";
import { calendar, finalPaper, plan, renew, summary } from "./papers.ts";
import { scoreMany } from "./pool.ts";
import { hasFault, issueLine, judged, type Outcome, scoreboard, scoreTable } from "./score.ts";
import { conclude, phase, set } from "./set.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import { submit } from "./submit.ts";
import { table } from "./table.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, SCORE_TEXT } from "./words.ts";
import { carryOut, closedWarnings, openChecklist, targetOf, writeWorkbook } from "./workbooks.ts";

/** What `new` makes a workbook of. */
const [NEWEST] = BUILT_IN;
const DEFAULT_FILE = "MSP checklist.xlsx";
const DEMO_FILE = "demo.xlsx";

function make(
  folder: Folder,
  file: string,
  checklist: FullChecklist,
  inputs: Inputs,
  force: boolean,
): void {
  if (!file.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(file));
  const bytes = drawBlueprint(blueprint(checklist, inputs));
  // Making the same again loses nothing.
  if (!force && holds(folder, file, bytes)) return;
  if (!force && exists(folder, file)) throw new Refused(CLI_TEXT.exists(file));
  writeAtomically(folder, file, bytes, force ? undefined : null);
}

const newCommand: Command = (args, terminal) => {
  const { values, positionals } = parse(args, {
    partner: { type: "string" },
    reseller: { type: "string" },
    renewal: { type: "boolean" },
    force: { type: "boolean" },
  });
  const file = positionals.length === 0 ? DEFAULT_FILE : oneFile(positionals);
  const reseller = values.reseller?.toLowerCase() ?? "yes";
  if (reseller !== "yes" && reseller !== "no") throw new WrongUsage(CLI_TEXT.reseller);
  const partner = values.partner ?? "";
  const refusal = textRefusal("Partner_Name", partner);
  if (refusal !== null) throw new Refused(refusal);
  const renewal = values.renewal ?? false;
  const inputs = { ...blankInputs(NEWEST), partner, reseller: reseller === "yes", renewal };
  make(terminal, file, NEWEST, inputs, values.force ?? false);
  tell(terminal, CLI_TEXT.made(file));
  return 0;
};

const fill: Command = (args, terminal) => {
  const { values, positionals } = parse(args, {
    as: { type: "string" },
    answers: { type: "string" },
    output: { type: "string", short: "o" },
    force: { type: "boolean" },
  });
  const file = oneFile(positionals);
  if (values.as !== "self" && values.as !== "auditor") throw new WrongUsage(CLI_TEXT.needsColumn);
  if (values.answers === undefined) throw new WrongUsage(CLI_TEXT.needsAnswers);
  const target = targetOf(terminal, file, values);
  const column = ANSWER_COLUMNS[values.as];
  const lines = readAnswerLines(terminal, values.answers);
  const { change, tidied, closed } = untilUnchanged(() => {
    const opened = openChecklist(terminal, file);
    const entered = carryOut(file, opened, {
      kind: "entries",
      read: (checklist) => readAnswers(checklist, lines, column),
      closed: "tell",
    });
    writeWorkbook(terminal, opened, target);
    return entered;
  });
  const edits = change?.edits.slice(tidied) ?? [];
  const cleared = edits.filter((edit) => edit.value === null).length;
  const said = CLI_TEXT.answersWritten(edits.length, cleared);
  conclude(terminal, target.file, said, tidied, closedWarnings(closed));
  return 0;
};

const score: Command = async (args, terminal) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  if (positionals.length === 0) throw new WrongUsage(CLI_TEXT.needsFile);
  const [only, ...others] = positionals;
  if (only !== undefined && others.length === 0 && !values.json) return showOne(terminal, only);
  const outcomes: Outcome[] = [];
  let faulty = false;
  const showsProgress = terminal.isWatched && others.length > 0;
  await scoreMany(terminal, positionals, (outcome, done) => {
    faulty ||= hasFault(outcome);
    if (showsProgress) terminal.err(`\r${CLI_TEXT.progress(done, positionals.length)}`);
    if (values.json) sayJson(terminal, outcome);
    else outcomes.push(outcome);
  });
  if (showsProgress) tell(terminal, "");
  if (!values.json) showMany(terminal, outcomes);
  return faulty ? 1 : 0;
};

/** Figures go to standard output, faults to standard error. */
function showOne(terminal: Terminal, file: string): number {
  const found = judged(terminal, file, (result, checklist) => ({
    board: scoreboard(checklist, result),
    issues: result.issues,
  }));
  if ("error" in found) {
    tell(terminal, printable(found.error));
  } else {
    say(terminal, found.board);
    for (const issue of found.issues) tell(terminal, issueLine(issue));
  }
  return hasFault(found) ? 1 : 0;
}

/** Which scores are none, or none to trust, is told file by file: a table of thirty hides it. */
function showMany(terminal: Terminal, outcomes: readonly Outcome[]): void {
  say(terminal, scoreTable(outcomes));
  for (const outcome of outcomes) {
    if ("error" in outcome) tell(terminal, printable(outcome.error));
    else if (outcome.errors > 0)
      tell(terminal, printable(SCORE_TEXT.untrusted(outcome.file, outcome.errors)));
  }
}

const catalog: Command = (args, terminal) => {
  const { values } = parse(args, { json: { type: "boolean" } });
  if (values.json) {
    sayJson(terminal, catalogOf(NEWEST));
    return 0;
  }
  say(
    terminal,
    table(
      NEWEST.items.map((item) => [
        item.id,
        item.title,
        String(item.ifNotMet),
        item.ifMet > 0 ? `+${item.ifMet}` : "0",
      ]),
      [0, 1],
    ),
  );
  return 0;
};

const demo: Command = (args, terminal) => {
  const { values, positionals } = parse(args, { force: { type: "boolean" } });
  const file = positionals.length === 0 ? DEMO_FILE : oneFile(positionals);
  const checklist = builtIn(STORY_31.version) ?? NEWEST;
  make(terminal, file, checklist, demoInputs(checklist, STORY_31), values.force ?? false);
  showOne(terminal, file);
  say(terminal, "");
  say(terminal, CLI_TEXT.demoMade(file));
  return 0;
};

const COMMANDS = {
  new: newCommand,
  fill,
  set,
  score,
  check,
  phase,
  submit,
  summary,
  report: finalPaper,
  renew,
  calendar,
  plan,
  catalog,
  demo,
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

/** Only names of our own: every object also has a `constructor` and a `toString`. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

export const commandNamed = (name: CommandName): Command => COMMANDS[name];

export const overview = (): string => HELP.overview(NEWEST);

export function helpFor(name: CommandName): string {
  const example = exampleOf(NEWEST);
  if (name === "phase") return HELP.phase(NEWEST, example);
  if (name === "plan") return HELP.plan(NEWEST);
  if (name !== "set") return HELP[name];
  const names = INPUTS.map((field) => {
    const takes = field.kind.is === "choice" ? field.kind.values.join(", ") : field.kind.is;
    const place = field.shape === "column" ? "[item]" : field.shape === "list" ? "[place]" : "";
    return [`  ${field.name}${place}`, takes];
  });
  return HELP.set(example, table(names, [0, 1]));
}
