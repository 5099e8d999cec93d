/** A spreadsheet that carries its checklist: the script reads it, and the sidebar asks for it once. */

import { expect, test } from "vitest";
import type { Polled } from "../../appsscript/server/main.ts";
import type { Script } from "../../appsscript/sidebar/calls.ts";
import type { Timers } from "../../appsscript/sidebar/rhythm.ts";
import { newSession } from "../../appsscript/sidebar/session.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { PanelState } from "../../panel/types.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { keyOf } from "../fakes/sheets/world.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { portOf } from "./port.ts";
import { builtHost, named, shown } from "./sheets.ts";

function carryingHost(): ScriptHost {
  const host = new ScriptHost();
  portOf(host).build(blueprint(plainChecklist, blankInputs(plainChecklist)));
  return host;
}
const poll = (host: ScriptHost): Polled => host.call<Polled>("poll", "");

/** The file's second cell with something cut out. */
function damage(host: ScriptHost): void {
  const { sheet, area } = named(host, "Checklist_File");
  const cell = sheet.cells.get(keyOf(area.row + 1, area.column));
  if (!cell) throw new Error("There is no file.");
  cell.value = String(cell.value).replace(/^(.{40}).{8}/, "$1");
}

test("the script scores and writes by it, and hands it out", () => {
  const host = carryingHost();
  expect(poll(host)).toMatchObject({
    kind: "report",
    carried: expect.stringMatching(/^[0-9a-f]{64}$/),
    report: { checklist: "2030-A", scope: { audited: 25 } },
  });
  expect(host.call("ownChecklist")).toEqual(plainChecklist);
  host.call("answer", "SEC-008", "self", "met");
  expect(shown(host, "Self_Total")).toBe(1);
  host.call("takePhase", "submitted", "");
  expect(poll(host)).toMatchObject({
    report: { phase: "submitted", seal: { state: "unchanged" } },
  });
});

test("one that is damaged is told in a sentence, and nothing is written", () => {
  const host = carryingHost();
  damage(host);
  expect(poll(host)).toMatchObject({
    kind: "unread",
    message: expect.stringMatching(/altered or cut .* Version history\.$/),
  });
  expect(() => host.call("answer", "SEC-008", "self", "met")).toThrow(/altered or cut/);
  expect(() => host.call("takePhase", "submitted", "")).toThrow(/altered or cut/);
});

test("a published version carries none", () => {
  expect(poll(builtHost())).toMatchObject({ kind: "report", carried: null });
});

test("the sidebar asks for it once, and again after a call that failed", async () => {
  const host = carryingHost();
  const states: PanelState[] = [];
  const asked: string[] = [];
  let isLost = true;
  const script = {
    poll: async (known: string) => host.call<Polled>("poll", known),
    ownChecklist: async () => {
      asked.push("ownChecklist");
      if (isLost) throw new Error("The connection is lost.");
      return host.call("ownChecklist");
    },
    answer: async (...args: unknown[]) => host.call("answer", ...args),
  } as unknown as Script;
  const idle: Timers = { set: () => 0, clear: () => undefined };
  const session = newSession(script, (state) => states.push(state), idle);
  const last = () => states[states.length - 1];
  await session.host.refresh();
  expect(last()?.kind).toBe("failed");
  isLost = false;
  await session.host.refresh();
  expect(last()).toMatchObject({ kind: "report", checklist: { id: "made-up-plain" } });
  const [item] = plainChecklist.items;
  if (item) await session.host.answer(item.id, "self", "met");
  expect(last()).toMatchObject({ kind: "report", report: { self: { total: 1 } } });
  expect(asked).toHaveLength(2);
  damage(host);
  await session.host.refresh();
  expect(last()).toMatchObject({
    kind: "failed",
    message: expect.stringMatching(/altered or cut/),
  });
});
