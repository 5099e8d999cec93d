/** An answer from the press of its button: painted, written, told, and on to the next open item; and taken back. */

import { effectOf } from "../core/audit/effect.ts";
import type { NoteKind } from "../core/audit/notes.ts";
import type { ItemId } from "../core/checklist/domain.ts";
import type { Report } from "../core/report/report.ts";
import type { Actions, Context, Given } from "./context.ts";
import { shortTitle } from "./model/items.ts";
import { scoreModel } from "./model/score.ts";
import { goOn, goTo, openField, writeAtOnce } from "./way.ts";
import { DOCK_TEXT } from "./words/panel.ts";

/** What the panel lends: a context is of the moment, null while there is no report. */
export interface Answering {
  readonly ask: Actions["ask"];
  readonly context: () => Context | null;
  readonly draw: () => void;
}

const FINDING: NoteKind = "Finding";

/** Whether an answer still stands as it was given here; what somebody has changed since is not ours to take back. */
export function isAsGiven(given: Given | null, report: Report): boolean {
  if (given === null) return true;
  const { id, side, before, answer, isUndone } = given;
  const row = report.items.find((each) => each.id === id);
  return row?.[side] === (isUndone ? before : answer);
}

type AnswerWish = Parameters<Actions["answer"]>;

export async function giveAnswer(own: Answering, ...[id, side, answer]: AnswerWish): Promise<void> {
  const before = own.context();
  const given = before && givenBy(before, id, side, answer);
  if (!given || !(await write(own, id, side, answer))) return;
  const context = own.context();
  if (context === null) return;
  context.ui.given = given;
  // Somebody who looks at another item meanwhile stays there.
  if (context.selected === id) afterAnswer(context, given);
  own.draw();
}

/** Gives the item the answer that it had, or takes that back in turn. */
export async function takeBack(own: Answering): Promise<void> {
  const context = own.context();
  const given = context?.ui.given ?? null;
  if (given === null || context === null) return;
  const { id, side, before, answer, isUndone } = given;
  goTo(context, id);
  if (!(await write(own, id, side, isUndone ? answer : before))) return;
  context.ui.given = { ...given, isUndone: !isUndone };
  context.say(isUndone ? DOCK_TEXT.given(id, answer, given.change) : DOCK_TEXT.undone(id, before));
  own.draw();
}

/** False where it was refused, and the answer is what it was. */
async function write(own: Answering, ...[id, side, answer]: AnswerWish): Promise<boolean> {
  const context = own.context();
  if (context === null) return false;
  const { pending } = context.ui;
  pending.set(id, answer);
  const isWritten = await own.ask(`answer ${id}`, () => context.host.answer(id, side, answer));
  if (!isWritten) {
    pending.delete(id);
    own.draw();
  }
  return isWritten;
}

/** What an answer is going to change, for the line that tells of it; null where the item is not there. */
function givenBy({ checklist, report }: Context, ...[id, side, answer]: AnswerWish): Given | null {
  const row = report.items.find((each) => each.id === id);
  if (!row) return null;
  const { change } = effectOf(checklist, report, id, answer);
  return { id, side, before: row[side], answer, change, isUndone: false };
}

/** An item that was open is done, so the next one comes; a changed answer stays where it is looked at. */
function afterAnswer(context: Context, { id, answer, before, change }: Given): void {
  if (context.score === "preliminary" && answer === "notMet") {
    writeFinding(context, id);
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
      DOCK_TEXT.given(id, answer, change),
      scoreModel(checklist, report).spoken,
      DOCK_TEXT.next(next, shortTitle(checklist, next), isMandatory),
    ].join(" "),
  );
}

/** A finding of which nothing was written is none any more. */
function dropFinding(context: Context, id: ItemId): void {
  const row = context.report.items.find((each) => each.id === id);
  if (row?.noteKind === FINDING && row.note === "") void writeAtOnce(context, id, "Note_Kind", "");
}

/** The note of a finding takes the keyboard, and is marked as one where it has no kind yet. */
function writeFinding(context: Context, id: ItemId): void {
  const row = context.report.items.find((each) => each.id === id);
  if (row?.noteKind === "") void writeAtOnce(context, id, "Note_Kind", FINDING);
  openField(context, "Auditor_Note");
}
