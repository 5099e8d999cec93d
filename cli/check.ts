/** `check`: what is wrong in a workbook, and whether it is still as it was handed over. */

import { phaseIndex, type SealCheck, type SealedChange } from "../core/index.ts";
import { CLI_TEXT, SEAL_SAID } from "../core/text/cli.ts";
import { hasFault, issuesJson, judged, reportToday } from "./score.ts";
import { printable, say } from "./speak.ts";
import { type Command, oneFile, parse } from "./usage.ts";

export const check: Command = (args) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  const file = oneFile(positionals);
  if (values.json) {
    const outcome = checkFile(file);
    say(JSON.stringify(outcome));
    return hasFault(outcome) ? 1 : 0;
  }
  const result = reportToday(file);
  const issues = issuesJson(result);
  for (const issue of issues) say(`${CLI_TEXT.severity[issue.severity]}: ${issue.message}`);
  if (issues.length === 0) say(CLI_TEXT.clean(file));
  if (result.seal) for (const line of sealLines(result.seal)) say(line);
  else if (phaseIndex(result.phase) > 0) say(SEAL_SAID.none);
  return issues.some((issue) => issue.severity === "error") ? 1 : 0;
};

/** Never throws; `seal` is null where nothing was handed over. */
const checkFile = (file: string) =>
  judged(file, (result) => ({ file, issues: issuesJson(result), seal: result.seal }));

function sealLines({ short, at, state, changes }: SealCheck): string[] {
  if (state === "damaged") return [SEAL_SAID.damaged];
  if (state === "unchanged") return [SEAL_SAID.unchanged(short, at)];
  return [SEAL_SAID.changed(short, at, changes.length), ...changes.map(changeLine)];
}

const LONGEST_SHOWN = 200;

/** Enough to tell old from new; the workbook and the panel have it whole. */
function shortened(text: string): string {
  const characters = Array.from(printable(text));
  return characters.length <= LONGEST_SHOWN
    ? characters.join("")
    : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}

function changeLine({ name, place, before, after }: SealedChange): string {
  const key = place === null ? name : `${name}[${place}]`;
  return SEAL_SAID.change(printable(key), shortened(before), shortened(after));
}
