/** The commands: each reads its arguments, asks the core, and shows or writes the result. */

import { parse as parseCsv } from "csv-parse/sync";
import {
  blankInputs,
  blueprint,
  groups,
  INPUTS,
  type Inputs,
  items,
  readAnswers,
  sections,
} from "../core/index.ts";
import { CLI_TEXT, HELP } from "../core/text/cli.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { check } from "./check.ts";
import { demoInputs } from "./demo.ts";
import { exists, Refused, readBytes, writeAtomically } from "./files.ts";
import { calendar, finalPaper, plan, renew, summary } from "./papers.ts";
import { scoreMany } from "./pool.ts";
import { hasFault, type Outcome, scoreboard, scoreFile, scoreTable } from "./score.ts";
import { conclude, phase, refuse, set } from "./set.ts";
import { say, tell } from "./speak.ts";
import { submit } from "./submit.ts";
import { table } from "./table.ts";
import { type Command, oneFile, parse, WrongUsage } from "./usage.ts";
import { openChecklist, writeEdits } from "./workbooks.ts";

const DEFAULT_FILE = "MSP checklist.xlsx";
const DEMO_FILE = "demo.xlsx";

function make(file: string, inputs: Inputs): void {
  if (!file.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(file));
  writeAtomically(file, drawBlueprint(blueprint(inputs)));
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
  if (exists(file) && !values.force) throw new Refused(CLI_TEXT.exists(file));
  make(file, {
    ...blankInputs(),
    partner: values.partner ?? "",
    reseller: reseller === "yes",
    renewal: values.renewal ?? false,
  });
  tell(CLI_TEXT.made(file));
  return 0;
};

/** Lines of a CSV file with the columns `id` and `answer`, in any order, with or without more columns. */
function readAnswerLines(file: string) {
  const text = new TextDecoder().decode(readBytes(file));
  let records: string[][];
  let lines: number[];
  try {
    const parsed = parseCsv(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: [",", ";", "\t"],
    }) as unknown as { record: string[]; info: { lines: number } }[];
    records = parsed.map((entry) => entry.record);
    lines = parsed.map((entry) => entry.info.lines);
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    throw new Refused(CLI_TEXT.csvBroken(file, line), { cause: error });
  }
  const heads = (records[0] ?? []).map((head) => head.trim().toLowerCase());
  const [id, answer] = [heads.indexOf("id"), heads.indexOf("answer")];
  if (id < 0 || answer < 0) throw new Refused(CLI_TEXT.csvColumns(file));
  if (records.length < 2) throw new Refused(CLI_TEXT.csvEmpty(file));
  return records.slice(1).map((record, index) => ({
    place: CLI_TEXT.csvLine(file, lines[index + 1] ?? index + 2),
    id: record[id] ?? "",
    answer: record[answer] ?? "",
  }));
}

const fill: Command = (args) => {
  const { values, positionals } = parse(args, {
    as: { type: "string" },
    answers: { type: "string" },
    output: { type: "string", short: "o" },
  });
  const file = oneFile(positionals);
  if (values.as !== "self" && values.as !== "auditor") throw new WrongUsage(CLI_TEXT.needsColumn);
  if (values.answers === undefined) throw new WrongUsage(CLI_TEXT.needsAnswers);
  const opened = openChecklist(file);
  const column = values.as === "self" ? "Self_Answer" : "Auditor_Answer";
  const { edits, refusals } = readAnswers(readAnswerLines(values.answers), column);
  if (refusals.length > 0) refuse(refusals);
  const target = values.output ?? file;
  const { planned, warnings } = writeEdits(file, opened, edits, target);
  conclude(target, CLI_TEXT.answersWritten(edits.length), planned.tidied, warnings);
  return 0;
};

const score: Command = async (args) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  if (positionals.length === 0) throw new WrongUsage(CLI_TEXT.needsFile);
  const single = positionals.length === 1;
  const outcomes: Outcome[] = [];
  let faulty = false;
  const showsProgress = process.stderr.isTTY === true && !single;
  await scoreMany(positionals, new URL(import.meta.url), (outcome, done) => {
    faulty ||= hasFault(outcome);
    if (showsProgress) process.stderr.write(`\r${CLI_TEXT.progress(done, positionals.length)}`);
    if (values.json) say(JSON.stringify(outcome));
    else outcomes.push(outcome);
  });
  if (showsProgress) tell("");
  if (!values.json) show(outcomes);
  return faulty ? 1 : 0;
};

/** Figures go to standard output, faults to standard error. */
function show(outcomes: readonly Outcome[]): void {
  const [first] = outcomes;
  if (outcomes.length === 1 && first && !("error" in first)) say(scoreboard(first));
  else if (outcomes.length > 1) say(scoreTable(outcomes));
  for (const outcome of outcomes) {
    if ("error" in outcome) tell(outcome.error);
    else if (outcomes.length === 1) {
      for (const issue of outcome.issues)
        tell(`${CLI_TEXT.severity[issue.severity]}: ${issue.message}`);
    }
  }
}

const catalog: Command = (args) => {
  const { values } = parse(args, { json: { type: "boolean" } });
  if (values.json) {
    say(
      JSON.stringify({
        version: "3.1",
        sections: sections.map(({ id, title, shortTitle, part }) => ({
          id,
          title,
          shortTitle,
          part,
        })),
        items,
        groups,
      }),
    );
    return 0;
  }
  say(
    table(
      items.map((item) => [
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
  const { positionals } = parse(args, {});
  const file = positionals.length === 0 ? DEMO_FILE : oneFile(positionals);
  make(file, demoInputs());
  show([scoreFile(file)]);
  say("");
  say(CLI_TEXT.demoMade(file));
  return 0;
};

export const commands: Readonly<Record<string, Command>> = {
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
};

/** Null for a word that is no command. */
export function helpFor(name: string | undefined): string | null {
  if (name === undefined || !(name in commands)) return null;
  if (name !== "set") return HELP[name as Exclude<keyof typeof HELP, "set">];
  const names = INPUTS.map((field) => {
    const takes = field.kind.is === "choice" ? field.kind.values.join(", ") : field.kind.is;
    const place = field.shape === "column" ? "[item]" : field.shape === "list" ? "[place]" : "";
    return [`  ${field.name}${place}`, takes];
  });
  return HELP.set(table(names, [0, 1]));
}
