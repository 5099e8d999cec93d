/** `set` and `phase`: single inputs, and the moves of the phase with what belongs to them. */

import { PHASE_WORDS, type Phase, phaseIndex, phaseNamed } from "../core/audit/phases.ts";
import type { IsoDate } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { dayOf, type Moment, momentOf, movePhase } from "../core/report/moves.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import { type Report, report } from "../core/report/report.ts";
import type { Edit } from "../core/workbook/port.ts";
import { hasRoom } from "../core/workbook/read/records.ts";
import type { Assignment } from "../core/workbook/write/entries.ts";
import { parseAssignment, readAssignments } from "../core/workbook/write/entries.ts";
import { Refused, untilUnchanged } from "./files.ts";
import { printable, tell } from "./speak.ts";
import { findingLine } from "./submit.ts";
import { type Command, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, STEP_SAID } from "./words.ts";
import {
  applyEdits,
  closedWarnings,
  itself,
  type Opened,
  openChecklist,
  reread,
  type Target,
  targetOf,
  writeWorkbook,
} from "./workbooks.ts";

export function refuse(refusals: readonly string[]): never {
  throw new Refused(
    [...refusals.map(printable), CLI_TEXT.nothingWritten(refusals.length)].join("\n"),
  );
}

/** Says what was written. */
export function conclude(
  target: string,
  what: string,
  tidied: number,
  warnings: readonly string[],
): void {
  tell(CLI_TEXT.written(target, tidied > 0 ? `${what}; ${CLI_TEXT.tidied(tidied)}` : what));
  for (const warning of warnings) tell(warning);
}

export const set: Command = (args) => {
  const { values, positionals } = parse(args, {
    output: { type: "string", short: "o" },
    reason: { type: "string" },
    force: { type: "boolean" },
  });
  const [file, ...texts] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (texts.length === 0) throw new WrongUsage(CLI_TEXT.needsAssignments);
  const assignments = texts.map((text) => {
    const assignment = parseAssignment(text);
    if (!assignment) throw new WrongUsage(CLI_TEXT.notAssignment(text));
    return assignment;
  });
  if (assignments.filter(({ name }) => name === "Phase").length > 1)
    throw new WrongUsage(STEP_SAID.onePhase);
  const target = targetOf(file, values);
  const reason = values.reason ?? "";
  return untilUnchanged(() => assign(file, assignments, target, reason));
};

function assign(
  file: string,
  assignments: readonly Assignment[],
  target: Target,
  reason: string,
): number {
  const opened = openChecklist(file);
  const { checklist } = opened.edition;
  const { edits, refusals } = readAssignments(checklist, assignments, opened.snapshot);
  if (refusals.length > 0) refuse(refusals);
  const move = edits.find((edit) => edit.name === "Phase");
  const others = edits.filter((edit) => edit.name !== "Phase");
  const to = move ? phaseNamed(String(move.value ?? "")) : null;
  if (move && to === null) refuse([STEP_SAID.notAPhase("", Object.values(PHASE_WORDS))]);
  const said = others.length > 0 ? CLI_TEXT.inputsWritten(assignments.length - (move ? 1 : 0)) : "";
  write(file, opened, { others, said, to, reason, target });
  return 0;
}

export const phase: Command = (args) => {
  const { values, positionals } = parse(args, { reason: { type: "string" } });
  const [file, ...words] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  const names = Object.values(PHASE_WORDS);
  if (words.length === 0) throw new WrongUsage(STEP_SAID.needsPhase(names));
  const to = phaseNamed(words.join(" "));
  if (to === null) throw new WrongUsage(STEP_SAID.notAPhase(words.join(" "), names));
  const reason = values.reason ?? "";
  const target = itself(file);
  untilUnchanged(() =>
    write(file, openChecklist(file), { others: [], said: "", to, reason, target }),
  );
  return 0;
};

interface Writing {
  /** Edits beside the phase, and what there is to say of them. */
  readonly others: readonly Edit[];
  readonly said: string;
  /** Null where the phase stays. */
  readonly to: Phase | null;
  readonly reason: string;
  readonly target: Target;
}

/** The other edits first, so that a move seals them too; both reach the disk in one write. */
function write(file: string, opened: Opened, { others, said, to, reason, target }: Writing): void {
  let tidied = 0;
  let now = opened;
  if (others.length > 0 || to === null) {
    tidied += applyEdits(file, now, others).tidied;
    now = reread(file, now);
  }
  const before = report([now.edition], now.snapshot);
  const from = before.phase;
  const moment = momentOf(new Date());
  const moves = to === null ? [] : moveEdits(now, from, to, reason, moment);
  if (others.length === 0 && moves.length === 0 && target.replaces === "read" && to !== null) {
    tell(STEP_SAID.already(file, PHASE_WORDS[to]));
    return;
  }
  if (moves.length > 0) {
    tidied += applyEdits(file, now, moves).tidied;
    now = reread(file, now);
  }
  writeWorkbook(now, target);
  const after = report([now.edition], now.snapshot);
  const isHandOver = from === "selfAssessment" && after.phase !== from;
  const sealed = isHandOver ? after.seal : null;
  const parts = [said, to === null ? "" : STEP_SAID.phaseIs(PHASE_WORDS[to], sealed?.short ?? "")];
  const what = parts.filter((part) => part !== "").join("; ");
  conclude(target.file, what, tidied, closedWarnings(others, after.phase));
  if (moves.length > 0 && !hasRoom(now.snapshot)) {
    tell(STEP_SAID.notKept(target.file, isHandOver, reason.trim() !== ""));
  }
  if (isHandOver)
    tellOfHandOver(
      target.file,
      after.phase,
      blocksOf(now.edition.checklist, before, dayOf(moment)),
    );
}

const blocksOf = (checklist: Checklist, before: Report, today: IsoDate): readonly Finding[] =>
  preflight(checklist, before, today).filter((finding) => finding.weight === "blocks");

/**
 * What `submit` would have refused for, and nothing else, is told: a phase may be moved on by hand whatever is
 * wrong, so that nobody is stuck with a workbook that cannot be mended.
 */
function tellOfHandOver(file: string, now: Phase, blocks: readonly Finding[]): void {
  if (blocks.length > 0) {
    tell(STEP_SAID.passedOver);
    for (const finding of blocks) tell(findingLine(finding));
    tell(STEP_SAID.noMail(file));
  } else if (now === "submitted") {
    tell(STEP_SAID.thenSubmit(file));
  }
}

function moveEdits(
  { snapshot, edition }: Opened,
  from: Phase,
  to: Phase,
  reason: string,
  moment: Moment,
): readonly Edit[] {
  const step = movePhase([edition], snapshot, to, reason, moment);
  if (step.edits !== null) return step.edits;
  if (phaseIndex(to) < phaseIndex(from) && reason.trim() === "") {
    throw new WrongUsage(STEP_SAID.withReason(step.refusal));
  }
  throw new Refused(step.refusal);
}
