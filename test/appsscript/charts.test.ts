/** Sheets without cells: a chart that has one for itself, a table of a database. */

import { expect, test } from "vitest";
import type { Polled } from "../../appsscript/server/main.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { World } from "../fakes/sheets/world.ts";
import { addressOf, PLAN, reportOf, shown, WISH } from "./sheets.ts";
import { openInSheets } from "./xlsx-import.ts";

const CELL = { row: 1, column: 1, rows: 1, columns: 1 };

function worldWithCharts(): World {
  const world = new World();
  world.addSheet("Chart1", "OBJECT");
  world.addSheet("Sales", "DATASOURCE");
  return world;
}

test("a checklist is made, followed, answered, mended and handed over beside them", () => {
  const host = new ScriptHost(worldWithCharts());
  host.call("newChecklist", WISH);
  expect(reportOf(host).issues).toEqual([]);
  host.call("answer", "1.4", "self", "met");
  host.edit("Checklist", addressOf(host, "Self_Points", "1.4"), [[7]], { pasted: true });
  host.choose("openPanel");
  host.choose("putBack");
  host.call("takeHandOver");
  expect(reportOf(host)).toMatchObject({ phase: "submitted", self: { total: 20 } });
  expect(shown(host, "Self_Total")).toBe(20);
});

test("one of them is looked at while the panel asks", () => {
  const host = new ScriptHost(worldWithCharts());
  host.call("newChecklist", WISH);
  host.world.selection = { sheet: host.world.sheetNamed("Chart1"), area: CELL };
  expect(host.call<Polled>("poll", "")).toMatchObject({ kind: "report", selected: null });
});

test("a checklist that came from a file is recognised among them", async () => {
  const host = await openInSheets(await drawBlueprint(PLAN), worldWithCharts());
  host.choose("openPanel");
  expect(reportOf(host).issues).toEqual([]);
});
