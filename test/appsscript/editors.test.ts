/** Four people in one spreadsheet at once: their scripts take turns at every single call of a service. */

import { afterEach, expect, test } from "vitest";
import { type Answer, readAnswer } from "../../core/audit/answers.ts";
import { dateFromText, isoFromSerial } from "../../core/audit/dates.ts";
import { PHASE_WORDS, PHASES } from "../../core/audit/phases.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { isDrawn } from "../../core/workbook/fields.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { accessIn } from "../../core/workbook/write/change.ts";
import { isOpen, typeIn } from "../fakes/sheets/hands.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { ScriptThread } from "../fakes/sheets/threads.ts";
import { keyOf, OWNER } from "../fakes/sheets/world.ts";
import { portOf } from "./port.ts";
import { addressOf, named, rowOf, shown, WISH } from "./sheets.ts";

const { items } = checklist31;

const EDITS = 200;
const LAST_ROUND = 8;
/** How often somebody else writes where a trigger is about to. */
const MEETING = 0.3;
/** Many times what it takes. */
const MOST_CALLS = 500_000;
/** Where on the dice a change of phase lies. */
const PHASE_CHANGE = 0.62;
/** Calls by which the trigger could harm an answer. */
const WRITES = ["setValue", "setValues", "replaceAllWith", "setFormula"];
const WORDS = ["Met", "Not met", " met", "NOT MET", "not-met", "Not met ", "", " ", "\u00a0 ", "-"];
/** As they stay when pasted: texts until the trigger makes days of them. */
const DAYS = ["16 Mar 2026", "17 March 2026", "2026-03-18", ""];

/** Numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const threads: ScriptThread[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.end()));
});

type Side = "Self_Answer" | "Auditor_Answer";

test.each([1, 2])("no answer is lost, whatever the order: seed %i", async (seed) => {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const host = new ScriptHost();
  const { world } = host;
  const people = ["owner", "ann", "ben", "cleo"].map((name) => `${name}@example.com`);
  for (const person of people) world.editors.add(person);
  for (const person of people) threads.push(new ScriptThread(world, person));

  /** What each answer cell has to mean, by the last hand that wrote to it. */
  const expected = new Map<string, Answer>();
  const wishes = new Map<ScriptThread, readonly [cell: string, answer: Answer]>();
  /** Whose answer is written, but held back so far. */
  const written = new Set<ScriptThread>();
  const left = new Map(threads.map((thread) => [thread, EDITS]));
  const refusals: string[] = [];

  /** The same for the cells with days, by item. */
  const days = new Map<string, string | null>();
  const dayOf = (raw: unknown): string | null =>
    typeof raw === "number" ? isoFromSerial(raw) : dateFromText(String(raw));

  const lost: string[] = [];
  /** Entries that do not mean what the last hand wrote. */
  const changed = (): string[] => [
    ...[...expected].flatMap(([cell, answer]) => {
      const [side = "", id = ""] = cell.split(" ");
      const item = items.find((entry) => entry.id === id);
      const now = item ? readAnswer(shown(host, side, id), item).answer : null;
      return now === answer ? [] : [`${cell}: ${now} for ${answer}`];
    }),
    ...[...days].flatMap(([id, day]) => {
      const now = dayOf(shown(host, "Closed_On", id));
      return now === day ? [] : [`Closed_On ${id}: ${now} for ${day}`];
    }),
  ];

  const note = (side: Side, id: string, raw: unknown) => {
    const item = items.find((entry) => entry.id === id);
    if (item) expected.set(`${side} ${id}`, readAnswer(raw, item).answer);
  };
  const type = (
    thread: ScriptThread,
    sheet: string,
    at: string,
    block: unknown[][],
    pasted: boolean,
  ) => {
    world.user = thread.user;
    const { sheet: state, area } = typeIn(world, sheet, at, block, pasted);
    thread.edited(state, area);
  };
  /** Where each has last written an entry by hand. */
  const places = new Map<ScriptThread, readonly [name: Side | "Closed_On", id: string]>();
  /** Writes an entry by hand just where another's trigger is about to write. */
  const meet = (thread: ScriptThread, name: Side | "Closed_On", id: string) => {
    left.set(thread, (left.get(thread) ?? 0) - 1);
    const text = name === "Closed_On" ? pick(DAYS) : pick(["Met", "Not met"]);
    if (name === "Closed_On") days.set(id, dayOf(text));
    else note(name, id, text);
    type(thread, "Checklist", addressOf(host, name, id), [[text]], false);
  };
  const act = (thread: ScriptThread) => {
    left.set(thread, (left.get(thread) ?? 0) - 1);
    places.delete(thread);
    const kind = (left.get(thread) ?? 0) < LAST_ROUND ? PHASE_CHANGE : roll();
    const side = pick<Side>(["Self_Answer", "Auditor_Answer"]);
    // A few items, so that people meet in the same cells.
    const id = pick(items.slice(20, 22)).id;
    if (kind < 0.4) {
      const word = pick(WORDS);
      note(side, id, word);
      places.set(thread, [side, id]);
      type(
        thread,
        "Checklist",
        addressOf(host, side, id),
        [[word]],
        word !== word.trim() || roll() < 0.5,
      );
    } else if (kind < 0.48) {
      const day = pick(DAYS);
      days.set(id, dayOf(day));
      places.set(thread, ["Closed_On", id]);
      type(thread, "Checklist", addressOf(host, "Closed_On", id), [[day]], true);
    } else if (kind < 0.6) {
      // A block over answers and the points beside them, formulas and all, and down over other rows.
      const rows = 1 + Math.floor(roll() * 4);
      const word = pick(WORDS);
      const first = rowOf(host, id);
      const { sheet, area } = named(host, "Item_Id");
      for (let row = first; row < first + rows; row += 1) {
        note(side, String(sheet.cells.get(keyOf(row, area.column))?.value), word);
      }
      const block = Array.from({ length: rows }, () => [word, 40]);
      type(thread, "Checklist", addressOf(host, side, id), block, true);
    } else if (kind < 0.65) {
      const phase = PHASE_WORDS[pick(PHASES)];
      type(thread, "Overview", addressOf(host, "Phase"), [[phase]], false);
    } else if (kind < 0.7) {
      thread.start("poll", "");
    } else if (kind < 0.72) {
      thread.start("newChecklist", WISH);
    } else {
      const answer = pick<Answer>(["met", "notMet", "unanswered"]);
      wishes.set(thread, [`${side} ${id}`, answer]);
      thread.start("answer", id, side === "Self_Answer" ? "self" : "auditor", answer);
    }
  };

  // All four press Make checklist at once.
  await Promise.all(threads.map((thread) => thread.settled()));
  for (const thread of threads) thread.start("newChecklist", WISH);
  let calls = 0;
  for (;;) {
    await Promise.all(threads.map((thread) => thread.settled()));
    // The last edits of each, changes of phase, wait for all others to come so far, so that they meet.
    const isLastRound = threads.every((thread) => (left.get(thread) ?? 0) <= LAST_ROUND);
    const free = threads.filter((thread) => {
      if (!thread.isIdle) return thread.canGoOn();
      const more = left.get(thread) ?? 0;
      return more > LAST_ROUND || (more > 0 && isLastRound);
    });
    if (free.length === 0) break;
    const writer = threads.find(
      ({ waiting, running }) => running === "onEdit" && WRITES.includes(waiting?.member ?? ""),
    );
    const place = writer && places.get(writer);
    const others = free.filter((other) => other.isIdle && (left.get(other) ?? 0) > LAST_ROUND);
    if (place && others.length > 0 && roll() < MEETING) {
      const other = pick(others);
      if (other.error !== null) refusals.push(other.error);
      other.error = null;
      meet(other, ...place);
      continue;
    }
    const thread = pick(free);
    if (thread.waiting) {
      const call = thread.goOn();
      calls += 1;
      if (calls > MOST_CALLS) throw new Error(`No end: ${refusals.slice(0, 5).join("; ")}`);
      const wish = wishes.get(thread);
      if (thread.running === "answer" && call.member === "setValue") written.add(thread);
      // The last hand is the one whose writes reached the spreadsheet last.
      if (wish && written.has(thread) && !world.isHolding()) {
        expected.set(...wish);
        written.delete(thread);
      }
      if (thread.running === "onEdit" && WRITES.includes(call.member)) lost.push(...changed());
    } else {
      if (thread.error !== null) refusals.push(thread.error);
      thread.error = null;
      // Before the checklist is there, nobody can work in it.
      if (world.names.has("Format_Version") && world.properties.size === 0) act(thread);
      else thread.start("poll", "");
    }
  }
  for (const thread of threads) if (thread.error !== null) refusals.push(thread.error);

  expect(calls).toBeGreaterThan(4 * EDITS);
  expect(threads.every((thread) => thread.isIdle)).toBe(true);
  expect(world.lockedBy).toBeNull();
  expect([...world.properties]).toEqual([]);
  // All that was ever refused is a second checklist, and an answer that its phase had closed meanwhile.
  const due = /holds a checklist already|which closes this entry/;
  expect(refusals.filter((error) => !due.test(error))).toEqual([]);
  expect(refusals.length).toBeGreaterThanOrEqual(3);
  expect(world.sheets).toHaveLength(8);

  Object.assign(world, { user: OWNER, mode: "FULL", costOfCall: 0, clock: 0 });
  const snapshot = portOf(host).snapshot();
  if (!snapshot) throw new Error("No checklist.");
  const found = report(EDITIONS, snapshot);
  expect(lost).toEqual([]);
  for (const [cell, answer] of expected) {
    const [side, id] = cell.split(" ");
    const item = found.items.find((entry) => entry.id === id);
    expect(side === "Self_Answer" ? item?.self : item?.auditor, cell).toBe(answer);
  }
  expect(expected.size).toBeGreaterThanOrEqual(4);
  expect(found.issues.filter((issue) => issue.severity === "error")).toEqual([]);
  for (const [id, day] of days) {
    expect(readInputs(checklist31, snapshot).inputs.items[id as ItemId]?.closedOn, id).toBe(day);
  }
  expect(days.size).toBe(2);
  expect(found.issues.map((issue) => issue.code)).not.toContain("answerReadKindly");
  expect(found.issues.map((issue) => issue.code)).not.toContain("dateAsText");
  expect(found.issues.map((issue) => issue.code)).not.toContain("listLost");
  for (const [name, total] of [
    ["Self_Total", found.self.total],
    ["Auditor_Total", found.preliminary.total],
    ["Final_Total", found.final.total],
  ] as const) {
    expect(shown(host, name), name).toBe(total);
  }
  for (const { name, open, items: some } of accessIn(checklist31, found.phase, isDrawn)) {
    const { sheet, area } = named(host, name);
    const id = some?.[0] ?? "8.1.9";
    const row = area.row === named(host, "Item_Id").area.row ? rowOf(host, id) : area.row;
    expect(isOpen(world, sheet, row, area.column), `${name} in ${found.phase}`).toBe(open);
  }
});
