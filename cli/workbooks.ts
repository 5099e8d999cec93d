/** Opens checklist workbooks from disk and changes them all or nothing. */

import { PHASE_WORDS } from "../core/audit/phases.ts";
import { admit } from "../core/report/admit.ts";
import { type Entered, enter, type Wish } from "../core/report/enter.ts";
import { momentOf } from "../core/report/moment.ts";
import { type ClosedInputs, type Refusal, refusalText, unfitText } from "../core/report/refusal.ts";
import { inputLabel } from "../core/words/labels.ts";
import { EDITIONS, type FullEdition } from "../core/workbook/built-in.ts";
import { type Change, HostError, type Snapshot } from "../core/workbook/port.ts";
import { fileChange } from "../core/workbook/write/stored.ts";
import { openXlsx, type XlsxWorkbook } from "../xlsx/workbook.ts";
import { exists, isSameFile, Refused, readBytes, writeAtomically } from "./files.ts";
import { lockOf, openElsewhere } from "./lock-files.ts";
import { attachedWorkbooks, isMailName } from "./mail.ts";
import { printable, tell } from "./speak.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { CLI_REMEDIES, CLI_TEXT } from "./words.ts";

export interface Opened {
  readonly workbook: XlsxWorkbook;
  readonly snapshot: Snapshot;
  readonly edition: FullEdition;
  /** The file as it was read: only that may be replaced. */
  readonly was: Uint8Array;
}

/** Runs a step on a file so that what the file is refused for begins with its name. */
export function inFile<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof HostError) {
      throw new Refused(CLI_TEXT.noWorkbook(file, error.message), { cause: error });
    }
    throw error;
  }
}

/** A workbook that holds a checklist of a format this program knows. */
export function openChecklist(folder: Folder, file: string): Opened {
  const bytes = readWorkbook(folder, file);
  return inFile(file, () => openBytes(bytes));
}

/** The bytes of what may be a workbook. */
function readWorkbook(folder: Folder, file: string): Uint8Array {
  const lock = lockOf(folder, file);
  if (lock) throw new Refused(CLI_TEXT.isLock(file, lock.workbook, lock.by));
  if (isMailName(file) && exists(folder, file)) throw new Refused(CLI_TEXT.isMail(file));
  return readBytes(folder, file);
}

function openBytes(bytes: Uint8Array): Opened {
  const workbook = openXlsx(EDITIONS, bytes);
  const { refusal, edition, snapshot } = admit(EDITIONS, workbook.snapshot());
  if (refusal !== null) throw new HostError(unfitText(refusal, CLI_REMEDIES));
  return { workbook, snapshot, edition, was: bytes };
}

/** The same for whoever only looks: also the workbook that is attached to a mail. */
export async function openToRead(folder: Folder, file: string): Promise<Opened> {
  if (!isMailName(file) || !exists(folder, file)) return openChecklist(folder, file);
  const opened: { readonly name: string; readonly opened: Opened }[] = [];
  const faults: string[] = [];
  for (const { name, bytes } of await attachedWorkbooks(folder, file)) {
    try {
      opened.push({ name, opened: openBytes(bytes) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      faults.push(CLI_TEXT.mailAttachment(file, name, error.message));
    }
  }
  const [only, ...others] = opened;
  if (!only) throw new Refused(faults.join("\n"));
  if (others.length > 0) {
    const names = opened.map(({ name }) => name);
    throw new Refused(CLI_TEXT.mailSeveral(file, names));
  }
  return only.opened;
}

/** What may have to be told before a workbook is changed, and is no reason to refuse it. */
export function warnBefore(terminal: Terminal, { file }: Target): void {
  const lock = openElsewhere(terminal, file);
  if (lock) tell(terminal, CLI_TEXT.openElsewhere(file, lock.by));
}

/** Opened to be changed. A signed workbook is not, where it stands, unless that is meant. */
export function openToChange(terminal: Terminal, file: string, target: Target): Opened {
  const opened = openChecklist(terminal, file);
  permitChange(terminal, file, opened.workbook, target);
  return opened;
}

/** Whatever is left of a checklist. */
export function openDamaged(
  terminal: Terminal,
  file: string,
  target: Target,
): Pick<Opened, "workbook" | "was"> {
  const was = readWorkbook(terminal, file);
  const workbook = openXlsx(EDITIONS, was);
  permitChange(terminal, file, workbook, target);
  return { workbook, was };
}

function permitChange(
  terminal: Terminal,
  file: string,
  workbook: XlsxWorkbook,
  target: Target,
): void {
  const { hasMacros, isSigned } = inFile(file, () => workbook.kind());
  const isCopy = target.replaces !== "read";
  if (isCopy && hasMacros && !/\.xlsm$/i.test(target.file))
    throw new Refused(CLI_TEXT.notXlsmName(target.file));
  if (isCopy && !hasMacros && !/\.xlsx$/i.test(target.file))
    throw new Refused(CLI_TEXT.notXlsxName(target.file));
  if (isSigned && !isCopy && !target.forced) throw new Refused(CLI_TEXT.signed(file));
  if (isSigned) tell(terminal, CLI_TEXT.signedCopy(target.file));
}

/** The terminal of a command; one that writes nothing, which is said first, or one that keeps what it replaces. */
export function rehearsal(
  terminal: Terminal,
  values: { readonly "dry-run"?: boolean | undefined; readonly backup?: boolean | undefined },
): Terminal {
  const keeping: Terminal = values.backup
    ? { ...terminal, onKept: (file, backup) => tell(terminal, CLI_TEXT.kept(file, backup)) }
    : terminal;
  if (!values["dry-run"]) return keeping;
  tell(terminal, CLI_TEXT.dryRun);
  return { ...keeping, rehearses: true };
}

/** Where a changed workbook goes. */
export interface Target {
  readonly file: string;
  /** `any` file that stands there is replaced, only the one that was `read`, or `none`. */
  readonly replaces: "any" | "read" | "none";
  /** Somebody knows that something is lost. */
  readonly forced: boolean;
}

export const itself = (file: string, forced = false): Target => ({
  file,
  replaces: "read",
  forced,
});

/** Onto itself, or to a new file. */
export function targetOf(
  folder: Folder,
  file: string,
  values: { readonly output?: string | undefined; readonly force?: boolean | undefined },
): Target {
  const { output, force: forced = false } = values;
  if (output === undefined || isSameFile(folder, file, output)) return itself(file, forced);
  if (!/\.xls[xm]$/i.test(output)) throw new Refused(CLI_TEXT.notXlsxName(output));
  if (exists(folder, output) && !forced) throw new Refused(CLI_TEXT.exists(output));
  return { file: output, replaces: forced ? "any" : "none", forced };
}

export function writeWorkbook(
  folder: Folder,
  { workbook, was }: Pick<Opened, "workbook" | "was">,
  { file, replaces }: Target,
): void {
  const before = { any: undefined, read: was, none: null }[replaces];
  writeAtomically(folder, file, workbook.bytes(), before);
}

export type Granted = Extract<Entered, { readonly refusal: null }>;

/** What has to be written for a wish, or why nothing is. */
export const enterInto = ({ snapshot, edition }: Opened, wish: Wish): Entered =>
  enter([edition], snapshot, wish, fileChange, momentOf(new Date()));

/** Every line that is wrong, where several are; the file, where the workbook or the step is refused. */
export const refusedFor = (file: string, refusal: Refusal): Refused =>
  refusal.code === "entries"
    ? refusedLines(refusal.messages)
    : new Refused(CLI_TEXT.inFile(file, printable(refusalText(refusal, CLI_REMEDIES))));

export const refusedLines = (lines: readonly string[]): Refused =>
  new Refused([...lines.map(printable), CLI_TEXT.nothingWritten(lines.length)].join("\n"));

/** Carries a wish out in memory, and gives what there is to tell of it. */
export function carryOut(file: string, opened: Opened, wish: Wish): Granted {
  const entered = enterInto(opened, wish);
  if (entered.refusal !== null) throw refusedFor(file, entered.refusal);
  apply(file, opened, entered.change);
  return entered;
}

/** Writes a change into the workbook in memory. */
export function apply(file: string, { workbook }: Opened, change: Change | null): void {
  if (change) inFile(file, () => workbook.apply(change));
}

/** Sentences on inputs that were written although the phase does not ask for them. */
export const closedWarnings = (closed: ClosedInputs | null): string[] =>
  closed
    ? closed.inputs.map((name) =>
        CLI_TEXT.closedColumn(inputLabel(name), PHASE_WORDS[closed.phase]),
      )
    : [];

/** The workbook as it is now, read again. */
export function reread(file: string, { workbook, edition, was }: Opened): Opened {
  const snapshot = inFile(file, () => workbook.snapshot());
  if (!snapshot)
    throw new Refused(CLI_TEXT.inFile(file, unfitText({ code: "noChecklist" }, CLI_REMEDIES)));
  return { workbook, snapshot, edition, was };
}

/** A workbook's name without its ending: files made from it are named after it. */
export const nameOf = (file: string): string => file.replace(/\.xls[xm]$/i, "");

/** Whether a file is somebody's checklist; what cannot be opened is none. */
export function holdsChecklist(folder: Folder, file: string): boolean {
  try {
    return openXlsx(EDITIONS, readBytes(folder, file)).snapshot() !== null;
  } catch {
    return false;
  }
}
