/** An answer from the press of its button: painted, written, told, and on to the next open item; and taken back. */

import type { Answer } from "../core/audit/answers.ts";
import { effectOfAll } from "../core/audit/effect.ts";
import type { NoteKind } from "../core/audit/notes.ts";
import type { ItemId } from "../core/checklist/domain.ts";
import type { Report } from "../core/report/report.ts";
import type { AnswerSide } from "../core/workbook/write/entries.ts";
import type { Actions, Context, Given, Turn } from "./context.ts";
import { shortTitle } from "./model/items.ts";
import { scoreModel } from "./model/score.ts";
import type { HistoryHost, ItemAnswer, PastAct } from "./types.ts";
import { goOn, goTo, openField, writeAtOnce } from "./way.ts";
import { DOCK_TEXT } from "./words/item.ts";

/** What the panel lends: a context is of the moment, null while there is no report. */
export interface Answering {
  readonly ask: Actions["ask"];
  readonly context: () => Context | null;
  readonly draw: () => void;
}

const FINDING: NoteKind = "Finding";

/** Whether all still stand as they were given here; what somebody has changed since is not ours to take back. */
export function isAsGiven(given: Given | null, report: Report): boolean {
  if (given === null) return true;
  const { items, side, answer, isUndone } = given;
  return items.every(({ id, before }) => {
    const row = report.items.find((each) => each.id === id);
    return row?.[side] === (isUndone ? before : answer);
  });
}

/** Gives one answer to one or several items. */
export async function giveAnswer(
  own: Answering,
  ids: readonly ItemId[],
  side: AnswerSide,
  answer: Answer,
): Promise<void> {
  const before = own.context();
  const given = before && givenBy(before, ids, side, answer);
  if (!given) return;
  const { selected } = before;
  const wishes = given.items.map(({ id }) => ({ id, answer }));
  if (!(await write(own, side, wishes))) return;
  const context = own.context();
  if (context === null) return;
  context.ui.given = given;
  const [id, ...others] = ids;
  if (others.length > 0 || context.ui.listShown) tell(context, given);
  // Somebody who looks at another item meanwhile stays there.
  else if (id === selected && context.selected === id) afterAnswer(context, given);
  own.draw();
}

/** Takes the last act back, or does it again; where the host has no history, the last answer that was given here. */
export async function turnBack(own: Answering, direction: Turn): Promise<void> {
  const context = own.context();
  if (context === null) return;
  const { history } = context.host;
  if (history) return turnHistory(own, context, history, direction);
  const { given } = context.ui;
  if (given === null || given.isUndone !== (direction === "redo")) return;
  return takeBack(own, context, given);
}

async function turnHistory(
  own: Answering,
  context: Context,
  history: HistoryHost,
  direction: Turn,
): Promise<void> {
  let act: PastAct | null = null;
  const isDone = await own.ask("history", async () => {
    act = await history.turnBack(direction);
  });
  const now = own.context();
  // What a function sets is not seen by the compiler.
  const turned = act as PastAct | null;
  if (!isDone || turned === null || now === null) return;
  const item = turned.cells.find((cell) => cell.item !== null)?.item ?? null;
  if (item !== null) goTo(context, item);
  now.say(direction === "undo" ? turned.undone : turned.done);
  own.draw();
}

/** Gives the items the answers that they had, or takes that back in turn. */
async function takeBack(own: Answering, context: Context, given: Given): Promise<void> {
  const { items, side, answer, isUndone } = given;
  const [first] = items;
  if (first) goTo(context, first.id);
  const wishes = items.map(({ id, before }) => ({ id, answer: isUndone ? answer : before }));
  if (!(await write(own, side, wishes))) return;
  const now = { ...given, isUndone: !isUndone };
  context.ui.given = now;
  context.say(DOCK_TEXT.done(now));
  own.draw();
}

/** False where it was refused, and the answers are what they were. */
async function write(
  own: Answering,
  side: AnswerSide,
  wishes: readonly ItemAnswer[],
): Promise<boolean> {
  const context = own.context();
  const [first, ...others] = wishes;
  if (context === null || !first) return false;
  const { pending } = context.ui;
  const { host } = context;
  for (const { id, answer } of wishes) pending.set(id, answer);
  const isWritten = await own.ask(`answer ${first.id}`, async () => {
    if (others.length > 0 && host.answerAll) return host.answerAll(side, wishes);
    for (const { id, answer } of wishes) await host.answer(id, side, answer);
  });
  if (!isWritten) {
    for (const { id } of wishes) pending.delete(id);
    own.draw();
  }
  return isWritten;
}

/** What an answer is going to change, for the line that tells of it; null where no item is there that it changes. */
function givenBy(
  { checklist, report }: Context,
  ids: readonly ItemId[],
  side: AnswerSide,
  answer: Answer,
): Given | null {
  const wanted = new Set(ids);
  const items = report.items
    .filter((row) => wanted.has(row.id) && row[side] !== answer)
    .map((row) => ({ id: row.id, before: row[side] }));
  if (items.length === 0) return null;
  const { change } = effectOfAll(checklist, report, new Set(items.map(({ id }) => id)), answer);
  return { side, items, answer, change, isUndone: false };
}

/** Of answers that are given in a list, which stays where it is. */
function tell(context: Context, given: Given): void {
  const { checklist, report, score, ui } = context;
  ui.picked.clear();
  if (score === "preliminary") {
    for (const { id } of given.items) {
      if (given.answer === "notMet") markFinding(context, id);
      else dropFinding(context, id);
    }
  }
  context.say([DOCK_TEXT.done(given), scoreModel(checklist, report).spoken].join(" "));
}

/** An item that was open is done, so the next one comes; a changed answer stays where it is looked at. */
function afterAnswer(context: Context, given: Given): void {
  const { answer, items } = given;
  const [{ id, before } = { id: null, before: "unanswered" }] = items;
  if (id === null) return;
  if (context.score === "preliminary" && answer === "notMet") {
    markFinding(context, id);
    openField(context, "Auditor_Note");
    return;
  }
  if (context.score === "preliminary") dropFinding(context, id);
  if (context.ui.stays || before !== "unanswered" || answer === "unanswered") return;
  const next = goOn(context);
  if (next === null) return;
  const { checklist, report } = context;
  const isMandatory = report.items.find((row) => row.id === next)?.mandatory ?? false;
  context.say(
    [
      DOCK_TEXT.done(given),
      scoreModel(checklist, report).spoken,
      DOCK_TEXT.next(next, shortTitle(checklist, next), isMandatory),
    ].join(" "),
  );
}

/** A finding of which nothing was written is none any more. */
function dropFinding(context: Context, id: ItemId): void {
  const row = context.report.items.find((each) => each.id === id);
  if (row?.noteKind === FINDING && row.note === "") {
    void writeAtOnce(context, id, "Note_Kind", "", true);
  }
}

/** What is not met is a finding, where the note has no kind yet. */
function markFinding(context: Context, id: ItemId): void {
  const row = context.report.items.find((each) => each.id === id);
  if (row?.noteKind === "") void writeAtOnce(context, id, "Note_Kind", FINDING, true);
}
