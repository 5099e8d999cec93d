/** A workbook that is made from another: where it goes, and whether what it was made from can be trusted. */

import type { Report } from "../core/report/report.ts";
import { exists, isSameFile, Refused, writeAtomically } from "./files.ts";
import { issueLines } from "./score.ts";
import { tell } from "./speak.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { CLI_TEXT, PAPER_SAID } from "./words.ts";

/** The workbook itself is never replaced by what is made from it. */
export function spare(folder: Folder, file: string, target: string): void {
  if (isSameFile(folder, file, target)) throw new Refused(PAPER_SAID.isItself(target));
}

/** Beside the workbook that it was made from, and over nothing else unless that is meant. */
export function writeMade(
  folder: Folder,
  file: string,
  target: string,
  bytes: Uint8Array,
  force: boolean,
): void {
  if (!target.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(target));
  spare(folder, file, target);
  if (exists(folder, target) && !force) throw new Refused(CLI_TEXT.exists(target));
  writeAtomically(folder, target, bytes, force ? undefined : null);
}

/** Errors make what is made of a workbook untrustworthy: it is written all the same, and this says so. */
export function faults(terminal: Terminal, result: Report): number {
  const errors = result.issues.filter((issue) => issue.severity === "error");
  for (const line of issueLines(errors)) tell(terminal, line);
  if (errors.length > 0) tell(terminal, PAPER_SAID.untrusted);
  return errors.length > 0 ? 1 : 0;
}
