/** `set` and `phase`: single inputs, and the moves of the phase with what belongs to them. */

import { needsReason, PHASE_WORDS, type Phase, phaseNamed } from "../core/audit/phases.ts";
import type { IsoDate } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { asGiven } from "../core/report/enter.ts";
import { dayOf, type Moment, momentOf } from "../core/report/moment.ts";
import { movePhase } from "../core/report/moves.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import { refusalText } from "../core/report/refusal.ts";
import { type Report, report } from "../core/report/report.ts";
import { stepPreflight } from "../core/report/step-preflight.ts";
import type { Edit } from "../core/workbook/port.ts";
import { hasRoom } from "../core/workbook/read/records.ts";
import { replacements } from "../core/workbook/write/before.ts";
import type { Assignment } from "../core/workbook/write/entries.ts";
import { parseAssignment, readAssignments } from "../core/workbook/write/entries.ts";
import { closeWith, conclude } from "./conclude.ts";
import { Refused, untilUnchanged } from "./files.ts";
import { refuseLosses } from "./fill.ts";
import { hasFault } from "./score.ts";
import { tell } from "./speak.ts";
import { findingLine } from "./submit.ts";
import type { Terminal } from "./terminal.ts";
import { type Command, OUTPUT, parse, WRITING, WrongUsage } from "./usage.ts";
import { CLI_REMEDIES, CLI_TEXT, STEP_SAID } from "./words.ts";
import {
  apply,
  carryOut,
  closedWarnings,
  enterInto,
  type Granted,
  itself,
  type Opened,
  openToChange,
  refusedLines,
  rehearsal,
  reread,
  type Target,
  targetOf,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

export const set: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    reason: { type: "string" },
    ...OUTPUT,
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
  const terminal = rehearsal(user, values);
  const target = targetOf(terminal, file, values);
  const reason = values.reason ?? "";
  warnBefore(terminal, target);
  return untilUnchanged(() => assign(terminal, file, assignments, target, reason));
};

function assign(
  terminal: Terminal,
  file: string,
  assignments: readonly Assignment[],
  target: Target,
  reason: string,
): number {
  const opened = openToChange(terminal, file, target);
  const { checklist } = opened.edition;
  const { edits, refusals } = readAssignments(checklist, assignments, opened.snapshot);
  if (refusals.length > 0) throw refusedLines(refusals);
  const move = edits.find((edit) => edit.name === "Phase");
  const others = edits.filter((edit) => edit.name !== "Phase");
  const to = move ? phaseNamed(String(move.value ?? "")) : null;
  if (move && to === null)
    throw refusedLines([STEP_SAID.notAPhase("", Object.values(PHASE_WORDS))]);
  refuseLosses(opened, others, target);
  const said = others.length > 0 ? CLI_TEXT.inputsWritten(assignments.length - (move ? 1 : 0)) : "";
  write(terminal, file, opened, { others, said, to, reason, target });
  return 0;
}

export const phase: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    reason: { type: "string" },
    force: { type: "boolean" },
    ...WRITING,
  });
  const [file, ...words] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  const names = Object.values(PHASE_WORDS);
  if (words.length === 0) throw new WrongUsage(STEP_SAID.needsPhase(names));
  const to = phaseNamed(words.join(" "));
  if (to === null) throw new WrongUsage(STEP_SAID.notAPhase(words.join(" "), names));
  const reason = values.reason ?? "";
  const terminal = rehearsal(user, values);
  const target = itself(file, values.force ?? false);
  warnBefore(terminal, target);
  untilUnchanged(() =>
    write(terminal, file, openToChange(terminal, file, target), {
      others: [],
      said: "",
      to,
      reason,
      target,
    }),
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
function write(
  terminal: Terminal,
  file: string,
  opened: Opened,
  { others, said, to, reason, target }: Writing,
): void {
  const entries = carryOut(file, opened, {
    kind: "entries",
    read: asGiven(others),
    closed: "tell",
    ...(to === null ? {} : { phase: to }),
  });
  let now = entries.change === null ? opened : reread(file, opened);
  const before = report([now.edition], now.snapshot);
  const from = before.phase;
  const moment = momentOf(new Date());
  const move = to === null ? NO_MOVE : movedTo(now, from, to, reason, moment);
  if (others.length === 0 && move.change === null && target.replaces === "read" && to !== null) {
    tell(terminal, STEP_SAID.already(file, PHASE_WORDS[to]));
    return;
  }
  if (move.change !== null) {
    apply(file, now, move.change);
    now = reread(file, now);
  }
  writeWorkbook(terminal, now, target);
  const after = report([now.edition], now.snapshot);
  const isHandOver = from === "selfAssessment" && after.phase !== from;
  const sealed = isHandOver ? after.seal : null;
  const parts = [said, to === null ? "" : STEP_SAID.phaseIs(PHASE_WORDS[to], sealed?.short ?? "")];
  const what = parts.filter((part) => part !== "").join("; ");
  conclude(terminal, {
    file: target.file,
    what,
    tidied: entries.tidied + move.tidied,
    warnings: closedWarnings(entries.closed),
    replaced: replacements(now.edition.checklist, opened.snapshot, [
      ...others,
      ...(move.change?.edits ?? []).slice(move.tidied),
    ]).filter(({ name }) => name !== "Phase"),
  });
  if (move.change !== null && !hasRoom(now.snapshot)) {
    tell(terminal, STEP_SAID.notKept(target.file, isHandOver, reason.trim() !== ""));
  }
  if (isHandOver) {
    const blocks = blocksOf(now.edition.checklist, before, dayOf(moment));
    tellOfHandOver(terminal, target.file, after, blocks);
    if (after.phase === "submitted") return;
  }
  if (to !== null) tellOfStep(terminal, before, to, dayOf(moment));
  const original = report([opened.edition], opened.snapshot);
  closeWith(terminal, target.file, now.edition.checklist, original, after);
}

const blocksOf = (checklist: Checklist, before: Report, today: IsoDate): readonly Finding[] =>
  preflight(checklist, before, today).filter((finding) => finding.weight === "blocks");

/**
 * What `submit` would have refused for, and nothing else, is told: a phase may be moved on by hand whatever is
 * wrong, so that nobody is stuck with a workbook that cannot be mended.
 */
function tellOfHandOver(
  terminal: Terminal,
  file: string,
  after: Report,
  blocks: readonly Finding[],
): void {
  if (blocks.length > 0) {
    tell(terminal, STEP_SAID.passedOver);
    for (const finding of blocks) tell(terminal, findingLine(finding));
    tell(terminal, STEP_SAID.noMail(file));
  } else if (after.phase === "submitted" && !hasFault(after)) {
    tell(terminal, STEP_SAID.thenSubmit(file));
  }
}

/** What was left undone before the step: it is told, and hinders nobody. */
export function tellOfStep(
  terminal: Terminal,
  before: Report,
  to: Phase | "report",
  today: IsoDate,
): void {
  const findings = stepPreflight(before, to, today);
  if (findings.length === 0) return;
  tell(terminal, to === "report" ? STEP_SAID.reportEarly : STEP_SAID.leftUndone);
  for (const finding of findings) tell(terminal, findingLine(finding));
}

const NO_MOVE: Granted = { refusal: null, change: null, tidied: 0, closed: null };

function movedTo(opened: Opened, from: Phase, to: Phase, reason: string, moment: Moment): Granted {
  const entered = enterInto(opened, {
    kind: "step",
    take: (snapshot) => movePhase([opened.edition], snapshot, to, reason, moment),
  });
  if (entered.refusal === null) return entered;
  const said = refusalText(entered.refusal, CLI_REMEDIES);
  const lacksReason = needsReason(from, to) && reason.trim() === "";
  throw lacksReason ? new WrongUsage(STEP_SAID.withReason(said)) : new Refused(said);
}
