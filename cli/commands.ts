/** The commands: each reads its arguments, asks the core, and shows or writes the result. */

import type { Inputs } from "../core/audit/inputs.ts";
import { BUILT_IN } from "../core/checklist/built-in.ts";
import { textsOf } from "../core/checklist/lookup.ts";
import { blankInputs, blueprint } from "../core/workbook/draw/blueprint.ts";
import { INPUTS } from "../core/workbook/fields.ts";
import { ANSWER_COLUMNS, readAnswers, textRefusal } from "../core/workbook/write/entries.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { readAnswerLines } from "./answers.ts";
import { check } from "./check.ts";
import { demoInputs } from "./demo.ts";
import { exists, holds, Refused, untilUnchanged, writeAtomically } from "./files.ts";
import { calendar, finalPaper, plan, renew, summary } from "./papers.ts";
import { scoreMany } from "./pool.ts";
import { hasFault, issueLine, judged, type Outcome, scoreboard, scoreTable } from "./score.ts";
import { conclude, phase, set } from "./set.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import { submit } from "./submit.ts";
import { table } from "./table.ts";
import { type Command, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, HELP, SCORE_TEXT } from "./words.ts";
import { carryOut, closedWarnings, openChecklist, targetOf, writeWorkbook } from "./workbooks.ts";

/** What `new` makes a workbook of. */
const [NEWEST] = BUILT_IN;
const DEFAULT_FILE = "MSP checklist.xlsx";
const DEMO_FILE = "demo.xlsx";

function make(file: string, inputs: Inputs, force: boolean): void {
  if (!file.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(file));
  const bytes = drawBlueprint(blueprint(NEWEST, inputs));
  // Making the same again loses nothing.
  if (!force && holds(file, bytes)) return;
  if (!force && exists(file)) throw new Refused(CLI_TEXT.exists(file));
  writeAtomically(file, bytes, force ? undefined : null);
}

const newCommand: Command = (args) => {
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
  make(file, inputs, values.force ?? false);
  tell(CLI_TEXT.made(file));
  return 0;
};

const fill: Command = (args) => {
  const { values, positionals } = parse(args, {
    as: { type: "string" },
    answers: { type: "string" },
    output: { type: "string", short: "o" },
    force: { type: "boolean" },
  });
  const file = oneFile(positionals);
  if (values.as !== "self" && values.as !== "auditor") throw new WrongUsage(CLI_TEXT.needsColumn);
  if (values.answers === undefined) throw new WrongUsage(CLI_TEXT.needsAnswers);
  const target = targetOf(file, values);
  const column = ANSWER_COLUMNS[values.as];
  const lines = readAnswerLines(values.answers);
  const { change, tidied, closed } = untilUnchanged(() => {
    const opened = openChecklist(file);
    const entered = carryOut(file, opened, {
      kind: "entries",
      read: (checklist) => readAnswers(checklist, lines, column),
      closed: "tell",
    });
    writeWorkbook(opened, target);
    return entered;
  });
  const edits = change?.edits.slice(tidied) ?? [];
  const cleared = edits.filter((edit) => edit.value === null).length;
  const said = CLI_TEXT.answersWritten(edits.length, cleared);
  conclude(target.file, said, tidied, closedWarnings(closed));
  return 0;
};

const score: Command = async (args) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  if (positionals.length === 0) throw new WrongUsage(CLI_TEXT.needsFile);
  const [only, ...others] = positionals;
  if (only !== undefined && others.length === 0 && !values.json) return showOne(only);
  const outcomes: Outcome[] = [];
  let faulty = false;
  const showsProgress = process.stderr.isTTY === true && others.length > 0;
  await scoreMany(positionals, new URL(import.meta.url), (outcome, done) => {
    faulty ||= hasFault(outcome);
    if (showsProgress) process.stderr.write(`\r${CLI_TEXT.progress(done, positionals.length)}`);
    if (values.json) sayJson(outcome);
    else outcomes.push(outcome);
  });
  if (showsProgress) tell("");
  if (!values.json) showMany(outcomes);
  return faulty ? 1 : 0;
};

/** Figures go to standard output, faults to standard error. */
function showOne(file: string): number {
  const found = judged(file, (result, checklist) => ({
    board: scoreboard(checklist, result),
    issues: result.issues,
  }));
  if ("error" in found) {
    tell(printable(found.error));
  } else {
    say(found.board);
    for (const issue of found.issues) tell(issueLine(issue));
  }
  return hasFault(found) ? 1 : 0;
}

/** Which scores are none, or none to trust, is told file by file: a table of thirty hides it. */
function showMany(outcomes: readonly Outcome[]): void {
  say(scoreTable(outcomes));
  for (const outcome of outcomes) {
    if ("error" in outcome) tell(printable(outcome.error));
    else if (outcome.errors > 0)
      tell(printable(SCORE_TEXT.untrusted(outcome.file, outcome.errors)));
  }
}

const catalog: Command = (args) => {
  const { values } = parse(args, { json: { type: "boolean" } });
  if (values.json) {
    sayJson({
      version: NEWEST.version,
      sections: NEWEST.sections.map(({ id, title, shortTitle, part }) => ({
        id,
        title,
        shortTitle,
        part,
      })),
      items: NEWEST.items.map((item) => ({ ...item, ...textsOf(NEWEST, item) })),
      groups: NEWEST.groups.map((group) => ({ ...group, ...NEWEST.texts.groups[group.id] })),
    });
    return 0;
  }
  say(
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

const demo: Command = (args) => {
  const { values, positionals } = parse(args, { force: { type: "boolean" } });
  const file = positionals.length === 0 ? DEMO_FILE : oneFile(positionals);
  make(file, demoInputs(NEWEST), values.force ?? false);
  showOne(file);
  say("");
  say(CLI_TEXT.demoMade(file));
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

type CommandName = keyof typeof COMMANDS;

/** Only names of our own: every object also has a `constructor` and a `toString`. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

export const commandNamed = (name: CommandName): Command => COMMANDS[name];

export function helpFor(name: CommandName): string {
  if (name !== "set") return HELP[name];
  const names = INPUTS.map((field) => {
    const takes = field.kind.is === "choice" ? field.kind.values.join(", ") : field.kind.is;
    const place = field.shape === "column" ? "[item]" : field.shape === "list" ? "[place]" : "";
    return [`  ${field.name}${place}`, takes];
  });
  return HELP.set(table(names, [0, 1]));
}
