/** `migrate`: the workbook of another version of the checklist, with the answers of this one. */

import { BUILT_IN, builtIn } from "../core/checklist/built-in.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { movedBlueprint } from "../core/migrate/draw.ts";
import { isSameVersion, type Move, moveAnswers } from "../core/migrate/move.ts";
import { report } from "../core/report/report.ts";
import { countsText, formerText, leftText, movedName, outcomeText } from "../core/words/migrate.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { readChecklist } from "./checklist.ts";
import { exists, Refused } from "./files.ts";
import { faults, writeMade } from "./made.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import { table } from "./table.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, oneFile, parse, WrongUsage } from "./usage.ts";
import { MIGRATE_SAID as SAID } from "./words-migrate.ts";
import { nameOf, openChecklist, rehearsal } from "./workbooks.ts";

const VERSIONS = BUILT_IN.map(({ version }) => version);

export const migrate: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    to: { type: "string" },
    json: { type: "boolean" },
    ...OUTPUT,
  });
  const file = oneFile(positionals);
  if (values.to === undefined) throw new WrongUsage(SAID.needsVersion(VERSIONS));
  const terminal = rehearsal(user, values);
  const { snapshot, edition } = openChecklist(terminal, file);
  const { checklist: target, note } = versionAt(terminal, values.to);
  const source = edition.checklist;
  if (isSameVersion(source, target)) throw new Refused(SAID.same(file, source));
  const move = moveAnswers(source, snapshot, target);
  const output = values.output ?? `${movedName(nameOf(file), source, target)}.xlsx`;
  const bytes = drawBlueprint(movedBlueprint(move));
  writeMade(terminal, file, output, bytes, values.force ?? false);
  if (values.json) sayJson(terminal, outcomeOf(file, output, move));
  else if (terminal.rehearses) show(terminal, file, move);
  if (note !== null) tell(terminal, note);
  tell(terminal, SAID.made(output));
  tellOfMove(terminal, move);
  tell(terminal, SAID.stays(file));
  tell(terminal, SAID.next(output, waiting(move)));
  return faults(terminal, report([edition], snapshot));
};

/** A version that the program brings along, a checklist's file, or what a workbook is of. */
export function versionAt(
  folder: Folder,
  typed: string,
): { readonly checklist: FullChecklist; readonly note: string | null } {
  const known = builtIn(typed);
  if (known) return { checklist: known, note: null };
  if (!exists(folder, typed)) throw new Refused(SAID.noVersion(printable(typed), VERSIONS));
  if (/\.xls[xm]$/i.test(typed))
    return { checklist: openChecklist(folder, typed).edition.checklist, note: null };
  return readChecklist(folder, typed);
}

/** What there is to know of a move, whichever command made it. */
export function tellOfMove(terminal: Terminal, move: Move): void {
  tell(terminal, countsText(move));
  for (const note of move.notes) tell(terminal, printable(note));
}

const waiting = ({ items }: Move): number =>
  items.filter(({ outcome, former }) => outcome === "confirm" && former.length > 0).length;

/** Every item with what would happen. */
function show(terminal: Terminal, file: string, move: Move): void {
  const { source, target, items, left } = move;
  say(terminal, SAID.heading(file, source, target));
  say(terminal, "");
  const lines = items.map((each) => [
    each.item.id,
    each.item.shortTitle,
    printable([outcomeText(each), formerText(each)].filter((part) => part !== "").join(" ")),
  ]);
  say(terminal, table(lines, [0, 1, 2]));
  if (left.length === 0) return;
  say(terminal, "");
  say(terminal, SAID.leftHeads(target.version));
  say(
    terminal,
    table(
      left.map(({ id, shortTitle }) => [id, shortTitle, leftText]),
      [0, 1, 2],
    ),
  );
}

function outcomeOf(file: string, output: string, move: Move): object {
  const { source, target, items, left, archive, notes } = move;
  const named = ({ id, version, revision }: FullChecklist) => ({ id, version, revision });
  return {
    file,
    output,
    from: named(source),
    to: named(target),
    items: items.map(({ item, outcome, from, former, isAnswered }) => ({
      id: item.id,
      title: item.title,
      outcome,
      from,
      former,
      answered: isAnswered,
    })),
    left: left.map(({ id, title }) => ({ id, title })),
    archived: archive.map(({ version, key, text }) => ({ version, key, text })),
    notes,
  };
}
