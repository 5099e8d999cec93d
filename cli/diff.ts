/** `diff`: what differs between two workbooks, or between one and what was sealed of it. */

import { compare, compareSealed, type Difference } from "../core/merge/compare.ts";
import { type Copy, readCopy } from "../core/merge/copy.ts";
import { otherChecklist } from "../core/merge/kin.ts";
import { differencesPaper } from "../core/papers/differences.ts";
import { paperHtml } from "../core/papers/html.ts";
import { report } from "../core/report/report.ts";
import { fieldLabel, valueText, WHOSE_WORDS } from "../core/words/merge.ts";
import type { FullEdition } from "../core/workbook/built-in.ts";
import { Refused } from "./files.ts";
import { printable, say, sayJson, shortened, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { type Command, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import { MERGE_SAID } from "./words-merge.ts";
import { openToRead } from "./workbooks.ts";

/** A workbook as a copy among others. */
export interface Beside {
  readonly copy: Copy;
  readonly edition: FullEdition;
  /** Because of errors it may say less than was entered, or another thing. */
  readonly errors: number;
}

/** Opens one that is only read; what is wrong with it is told, and hinders nobody. */
export async function openBeside(terminal: Terminal, file: string): Promise<Beside> {
  const { snapshot, edition } = await openToRead(terminal, file);
  return besideOf(terminal, file, report([edition], snapshot).issues, {
    copy: readCopy(edition.checklist, snapshot, file),
    edition,
  });
}

export function besideOf(
  terminal: Terminal,
  file: string,
  issues: readonly { readonly severity: string }[],
  opened: Omit<Beside, "errors">,
): Beside {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) tell(terminal, printable(MERGE_SAID.damaged(file, errors)));
  return { ...opened, errors };
}

/** Copies of different versions of the checklist have not the same fields. */
export function refuseOtherVersions(all: readonly Beside[]): void {
  const refusal = otherChecklist(
    all.map(({ copy: { title }, edition: { checklist } }) => ({ title, checklist })),
  );
  if (refusal !== null) throw new Refused(printable(refusal));
}

export const diff: Command = async (args, terminal) => {
  const { values, positionals } = parse(args, {
    sealed: { type: "boolean" },
    json: { type: "boolean" },
    html: { type: "boolean" },
  });
  const [file, other, ...more] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (more.length > 0 || (other === undefined) !== (values.sealed ?? false))
    throw new WrongUsage(MERGE_SAID.needsTwo);
  if (values.json && values.html) throw new WrongUsage(MERGE_SAID.oneForm);
  const first = await openBeside(terminal, file);
  const found =
    other === undefined
      ? againstSeal(file, first)
      : against(file, first, other, await openBeside(terminal, other));
  const { checklist } = first.edition;
  if (values.json)
    sayJson(terminal, { ...found.facts, differences: found.differences.map(differenceJson) });
  else if (values.html)
    say(
      terminal,
      paperHtml(
        differencesPaper(checklist, first.copy.inputs.partner, found.titles, found.differences),
      ).trimEnd(),
    );
  else {
    say(terminal, printable(found.said));
    for (const difference of found.differences) say(terminal, differenceLine(difference));
  }
  return found.errors > 0 ? 1 : 0;
};

interface Found {
  readonly facts: object;
  readonly said: string;
  readonly titles: readonly [string, string];
  readonly differences: readonly Difference[];
  readonly errors: number;
}

function against(file: string, first: Beside, other: string, second: Beside): Found {
  refuseOtherVersions([first, second]);
  const differences = compare(first.edition.checklist, first.copy, second.copy);
  return {
    facts: { files: [file, other] },
    said: MERGE_SAID.differ(file, other, differences.length),
    titles: [file, other],
    differences,
    errors: first.errors + second.errors,
  };
}

function againstSeal(file: string, { copy, edition, errors }: Beside): Found {
  const found = compareSealed(edition.checklist, copy);
  if (typeof found === "string")
    throw new Refused(found === "none" ? MERGE_SAID.notSealed(file) : MERGE_SAID.altered(file));
  const { at, differences } = found;
  return {
    facts: { files: [file], sealedOn: at },
    said: MERGE_SAID.since(file, at, differences.length),
    titles: [MERGE_SAID.sealed(at), file],
    differences,
    errors,
  };
}

const differenceJson = ({ key, name, place, whose, before, after }: Difference) => ({
  field: key,
  label: fieldLabel(name, place),
  whose,
  before,
  after,
});

const differenceLine = ({ name, place, whose, before, after }: Difference): string =>
  printable(
    MERGE_SAID.difference(
      fieldLabel(name, place),
      WHOSE_WORDS[whose],
      valueText(before && shortened(before)),
      valueText(after && shortened(after)),
    ),
  );
