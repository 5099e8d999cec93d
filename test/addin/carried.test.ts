/** A workbook in Excel that carries its checklist: the pane loads what reads it, and scores by it. */

import { afterEach, expect, it } from "vitest";
import { readingCarried } from "../../addin/library.ts";
import { newSession, type Session } from "../../addin/session.ts";
import { openExcel } from "../../addin/workbook.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { PanelState } from "../../panel/types.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";

let session: Session | null = null;
afterEach(() => session?.stop());

async function opened() {
  const library = readingCarried([EDITIONS[0]]);
  const states: PanelState[] = [];
  session = newSession(openExcel(library), library, (state) => states.push(state));
  await session.start();
  return { host: session.host, last: () => states[states.length - 1] };
}

it("scores, shows and writes by it", async () => {
  installExcel();
  await openExcel(EDITIONS).build(blueprint(plainChecklist, blankInputs(plainChecklist)));
  const { host, last } = await opened();
  expect(last()).toMatchObject({
    kind: "report",
    checklist: { id: "made-up-plain" },
    report: { checklist: "2030-A", scope: { audited: 25 } },
  });
  const [item] = plainChecklist.items;
  if (!item) throw new Error("It has no items.");
  await host.answer(item.id, "self", "met");
  expect(last()).toMatchObject({ kind: "report", report: { self: { total: 1, answered: 1 } } });
  const errors = () => {
    const state = last();
    return state?.kind === "report"
      ? state.report.issues.filter((one) => one.severity === "error")
      : [];
  };
  expect(errors()).toEqual([]);
});

it("says so where it is damaged", async () => {
  installExcel();
  const plan = blueprint(plainChecklist, blankInputs(plainChecklist));
  const cut = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      String(cell.value).startsWith("|")
        ? { ...cell, value: String(cell.value).slice(0, 60) }
        : cell,
    ),
  }));
  expect(cut).not.toEqual(plan.sheets);
  await openExcel(EDITIONS).build({ ...plan, sheets: cut });
  const { last } = await opened();
  expect(last()).toMatchObject({
    kind: "failed",
    message: expect.stringMatching(/altered or cut .* copy from before/),
  });
});
