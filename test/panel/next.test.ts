/** From one item to the next open one: each once, in order, within what the list is narrowed to. */

import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { EVERYTHING } from "../../panel/model/items.ts";
import { neighbour, nextOpen } from "../../panel/model/next.ts";
import { scenario } from "./scenarios.ts";

const ids = checklist31.items.map(({ id }) => id);
const idOf = (text: string) => text as ItemId;
const blank = (): Report => {
  const report = scenario("self");
  return { ...report, items: report.items.map((row) => ({ ...row, self: "unanswered" })) };
};
const met = (report: Report, id: ItemId): Report => ({
  ...report,
  items: report.items.map((row) => (row.id === id ? { ...row, self: "met" } : row)),
});

describe("the next open item", () => {
  it("leads through all 97 in 97 answers, from wherever one begins", () => {
    for (const start of ["1.1", "8.3", "14.1"]) {
      let report = blank();
      let at: ItemId | null = ids.includes(idOf(start)) ? idOf(start) : (ids.at(-1) ?? null);
      const seen: ItemId[] = [];
      while (at !== null) {
        seen.push(at);
        report = met(report, at);
        at = nextOpen(checklist31, report, EVERYTHING, at);
      }
      expect(seen).toHaveLength(ids.length);
      expect(new Set(seen).size).toBe(ids.length);
      // In the checklist's order, and after the last the first again.
      const first = ids.indexOf(seen[0] ?? idOf(""));
      expect(seen).toEqual([...ids.slice(first), ...ids.slice(0, first)]);
    }
  });

  it("stays within a section, a search and the mandatory ones, and not within what an answer ends", () => {
    const report = blank();
    const section = report.items.find(({ id }) => id === "8.3")?.section ?? null;
    const last = ids.filter((id) => id.startsWith("8.")).at(-1) ?? null;
    expect(nextOpen(checklist31, report, { ...EVERYTHING, section }, last)).toBe(
      ids.find((id) => id.startsWith("8.")),
    );
    expect(nextOpen(checklist31, report, { ...EVERYTHING, query: "zzz" }, last)).toBeNull();
    const mandatory = { ...EVERYTHING, filters: new Set(["mandatory"] as const) };
    const next = nextOpen(checklist31, report, mandatory, idOf("1.4"));
    expect(report.items.find(({ id }) => id === next)?.mandatory).toBe(true);
    const unanswered = { ...EVERYTHING, filters: new Set(["unanswered"] as const) };
    expect(nextOpen(checklist31, met(report, idOf("1.4")), unanswered, idOf("1.4"))).toBe("1.5");
  });

  it("is an action item that can still be closed once the audit is over", () => {
    const report = scenario("actions");
    const open = report.actionItems.filter(({ state }) => state === "open").map(({ id }) => id);
    expect(open.length).toBeGreaterThan(0);
    expect(nextOpen(checklist31, report, EVERYTHING, null)).toBe(
      ids.find((id) => open.includes(id)),
    );
  });

  it("has neighbours that are not open", () => {
    const report = scenario("pass");
    expect(neighbour(checklist31, report, EVERYTHING, idOf("1.4"), 1)).toBe("1.5");
    expect(neighbour(checklist31, report, EVERYTHING, idOf("1.4"), -1)).toBe("1.3");
    expect(neighbour(checklist31, report, EVERYTHING, idOf("1.1"), -1)).toBeNull();
    const notMet = { ...EVERYTHING, filters: new Set(["notMet"] as const) };
    expect(neighbour(checklist31, report, notMet, idOf("1.1"), -1)).toBeNull();
  });
});
