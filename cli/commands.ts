/** The commands: each reads its arguments, asks the core, and shows or writes the result. */

import type { Inputs } from "../core/audit/inputs.ts";
import { FORMAT_VERSION } from "../core/audit/records.ts";
import { BUILT_IN, builtIn } from "../core/checklist/built-in.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { STORY_31 } from "../core/checklist/v3.1/example.ts";
import { inputLabel } from "../core/words/labels.ts";
import { blankInputs, blueprint } from "../core/workbook/draw/blueprint.ts";
import { exampleInputs } from "../core/workbook/example.ts";
import { INPUTS } from "../core/workbook/fields.ts";
import { textRefusal } from "../core/workbook/write/entries.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { catalogOf } from "./catalog.ts";
import { check } from "./check.ts";
import { checklist, readChecklist } from "./checklist.ts";
import { CHECKLIST_TEXT, checklistHelp } from "./checklist-words.ts";
import { diff } from "./diff.ts";
import { exportCommand } from "./export.ts";
import { exists, holds, Refused, writeAtomically } from "./files.ts";
import { fill } from "./fill.ts";
import { exampleOf, HELP } from "./help.ts";
import { importCommand } from "./import.ts";
import { merge } from "./merge.ts";
import { migrate } from "./migrate.ts";
import { calendar, finalPaper, plan, renew, summary } from "./papers.ts";
import { printCommand } from "./print.ts";
import { score, showOne } from "./scores.ts";
import { seal } from "./seal.ts";
import { phase, set } from "./set.ts";
import { share } from "./share.ts";
import { say, sayJson, tell } from "./speak.ts";
import { submit } from "./submit.ts";
import { table } from "./table.ts";
import type { Folder } from "./terminal.ts";
import { type Command, oneFile, parse, WRITING, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import { rehearsal } from "./workbooks.ts";

/** What `new` makes a workbook of. */
const [NEWEST] = BUILT_IN;
const DEFAULT_FILE = "MSP checklist.xlsx";
const DEMO_FILE = "demo.xlsx";

/** Gives whether anything had to be written. */
function make(
  folder: Folder,
  file: string,
  checklist: FullChecklist,
  inputs: Inputs,
  force: boolean,
): boolean {
  if (!file.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(file));
  const bytes = drawBlueprint(blueprint(checklist, inputs));
  // Making the same again loses nothing.
  if (!force && holds(folder, file, bytes)) return false;
  if (!force && exists(folder, file)) throw new Refused(CLI_TEXT.exists(file));
  writeAtomically(folder, file, bytes, force ? undefined : null);
  return true;
}

/** What was asked for with --checklist; the newest that the program brings along without it. */
const asked = (folder: Folder, file: string | undefined): ReturnType<typeof readChecklist> =>
  file === undefined ? { checklist: NEWEST, note: null } : readChecklist(folder, file);

const newCommand: Command = (args, terminal) => {
  const { values, positionals } = parse(args, {
    partner: { type: "string" },
    reseller: { type: "string" },
    renewal: { type: "boolean" },
    checklist: { type: "string" },
    force: { type: "boolean" },
    ...WRITING,
  });
  const file = positionals.length === 0 ? DEFAULT_FILE : oneFile(positionals);
  const reseller = values.reseller?.toLowerCase() ?? "yes";
  if (reseller !== "yes" && reseller !== "no") throw new WrongUsage(CLI_TEXT.reseller);
  const partner = values.partner ?? "";
  const refusal = textRefusal(inputLabel("Partner_Name"), partner);
  if (refusal !== null) throw new Refused(refusal);
  const renewal = values.renewal ?? false;
  const { checklist: of, note } = asked(terminal, values.checklist);
  if (renewal && of.renewal === null) throw new Refused(CHECKLIST_TEXT.noRenewals(of));
  const inputs = { ...blankInputs(of), partner, reseller: reseller === "yes", renewal };
  const isNew = make(rehearsal(terminal, values), file, of, inputs, values.force ?? false);
  if (note !== null) tell(terminal, note);
  tell(terminal, isNew ? CLI_TEXT.made(file) : CLI_TEXT.sameMade(file));
  return 0;
};

const catalog: Command = (args, terminal) => {
  const { values } = parse(args, { json: { type: "boolean" }, checklist: { type: "string" } });
  const { checklist: of } = asked(terminal, values.checklist);
  if (values.json) {
    sayJson(terminal, catalogOf(of));
    return 0;
  }
  say(
    terminal,
    table(
      of.items.map((item) => [
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

const demo: Command = async (args, user) => {
  const { values, positionals } = parse(args, { force: { type: "boolean" }, ...WRITING });
  const terminal = rehearsal(user, values);
  const file = positionals.length === 0 ? DEMO_FILE : oneFile(positionals);
  const checklist = builtIn(STORY_31.version) ?? NEWEST;
  make(terminal, file, checklist, exampleInputs(checklist, STORY_31), values.force ?? false);
  if (terminal.rehearses) {
    tell(terminal, CLI_TEXT.demoMade(file));
    return 0;
  }
  await showOne(terminal, file);
  say(terminal, "");
  say(terminal, CLI_TEXT.demoMade(file));
  return 0;
};

const COMMANDS = {
  new: newCommand,
  fill,
  set,
  import: importCommand,
  export: exportCommand,
  print: printCommand,
  score,
  check,
  diff,
  merge,
  phase,
  submit,
  seal,
  share,
  summary,
  report: finalPaper,
  renew,
  migrate,
  calendar,
  plan,
  catalog,
  checklist,
  demo,
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

/** Only names of our own: every object also has a `constructor` and a `toString`. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

export const commandNamed = (name: CommandName): Command => COMMANDS[name];

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export const versionText = (program: string): string =>
  CLI_TEXT.version(program, NEWEST.version, FORMAT_VERSION);

export const overview = (): string => HELP.overview(NEWEST);

export function helpFor(name: CommandName): string {
  const example = exampleOf(NEWEST);
  if (name === "phase") return HELP.phase(NEWEST, example);
  if (name === "fill") return HELP.fill(example);
  if (name === "import") return HELP.import(example);
  if (name === "plan") return HELP.plan(NEWEST);
  if (name === "checklist") return checklistHelp(NEWEST);
  if (name !== "set") return HELP[name];
  const names = INPUTS.map((field) => {
    const takes = field.kind.is === "choice" ? field.kind.values.join(", ") : field.kind.is;
    const place = field.shape === "column" ? "[item]" : field.shape === "list" ? "[place]" : "";
    return [`  ${field.name}${place}`, takes];
  });
  return HELP.set(example, table(names, [0, 1]));
}
