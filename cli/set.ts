/** `set` and `phase`: single inputs, and the moves of the phase with what belongs to them. */

import {
  type Edit,
  momentOf,
  movePhase,
  PHASE_WORDS,
  type Phase,
  parseAssignment,
  phaseIndex,
  phaseNamed,
  readAssignments,
  report,
} from "../core/index.ts";
import { CLI_TEXT, STEP_SAID } from "../core/text/cli.ts";
import { Refused, writeAtomically } from "./files.ts";
import { tell } from "./speak.ts";
import { type Command, parse, WrongUsage } from "./usage.ts";
import {
  applyEdits,
  closedWarnings,
  type Opened,
  openChecklist,
  reread,
  targetOf,
} from "./workbooks.ts";

export function refuse(refusals: readonly string[]): never {
  throw new Refused([...refusals, CLI_TEXT.nothingWritten(refusals.length)].join("\n"));
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
  const opened = openChecklist(file);
  const { edits, refusals } = readAssignments(assignments, opened.snapshot);
  if (refusals.length > 0) refuse(refusals);
  const move = edits.find((edit) => edit.name === "Phase");
  const others = edits.filter((edit) => edit.name !== "Phase");
  const to = move ? phaseNamed(String(move.value ?? "")) : null;
  if (move && to === null) refuse([STEP_SAID.notAPhase("", Object.values(PHASE_WORDS))]);
  const said = others.length > 0 ? CLI_TEXT.inputsWritten(assignments.length - (move ? 1 : 0)) : "";
  write(file, opened, { others, said, to, reason: values.reason ?? "", target });
  return 0;
};

export const phase: Command = (args) => {
  const { values, positionals } = parse(args, { reason: { type: "string" } });
  const [file, ...words] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  const names = Object.values(PHASE_WORDS);
  if (words.length === 0) throw new WrongUsage(STEP_SAID.needsPhase(names));
  const to = phaseNamed(words.join(" "));
  if (to === null) throw new WrongUsage(STEP_SAID.notAPhase(words.join(" "), names));
  const opened = openChecklist(file);
  write(file, opened, { others: [], said: "", to, reason: values.reason ?? "", target: file });
  return 0;
};

interface Writing {
  /** Edits beside the phase, and what there is to say of them. */
  readonly others: readonly Edit[];
  readonly said: string;
  /** Null where the phase stays. */
  readonly to: Phase | null;
  readonly reason: string;
  readonly target: string;
}

/** The other edits first, so that a move seals them too; both reach the disk in one write. */
function write(file: string, opened: Opened, { others, said, to, reason, target }: Writing): void {
  let tidied = 0;
  let now = opened;
  if (others.length > 0 || to === null) {
    tidied += applyEdits(file, now, others).tidied;
    now = reread(file, now);
  }
  const from = report(now.snapshot).phase;
  const moves = to === null ? [] : moveEdits(now, from, to, reason);
  if (others.length === 0 && moves.length === 0 && target === file && to !== null) {
    tell(STEP_SAID.already(file, PHASE_WORDS[to]));
    return;
  }
  if (moves.length > 0) {
    tidied += applyEdits(file, now, moves).tidied;
    now = reread(file, now);
  }
  writeAtomically(target, now.workbook.bytes());
  const after = report(now.snapshot);
  const sealed = from === "selfAssessment" && after.phase !== from ? after.seal : null;
  const parts = [said, to === null ? "" : STEP_SAID.phaseIs(PHASE_WORDS[to], sealed?.short ?? "")];
  const what = parts.filter((part) => part !== "").join("; ");
  conclude(target, what, tidied, closedWarnings(others, after.phase));
  if (sealed && after.phase === "submitted") tell(STEP_SAID.thenSubmit(target));
}

function moveEdits({ snapshot }: Opened, from: Phase, to: Phase, reason: string): readonly Edit[] {
  const step = movePhase(snapshot, to, reason, momentOf(new Date()));
  if (step.edits !== null) return step.edits;
  if (phaseIndex(to) < phaseIndex(from) && reason.trim() === "") {
    throw new WrongUsage(STEP_SAID.withReason(step.refusal));
  }
  throw new Refused(step.refusal);
}
