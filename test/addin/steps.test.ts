/** The steps of an audit in Excel, over the genuine client. */

import { afterEach, describe, expect, it } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { withItem } from "../fakes/snapshot.ts";
import { type Opened, openSession } from "./open.ts";

const { items } = checklist31;

const answered: Inputs = items.reduce(
  (all, { id }) => withItem(all, id, { self: id === "1.4" ? "notMet" : "met" }),
  { ...blankInputs(checklist31), partner: "Käse & Söhne" },
);

describe("steps in a session", () => {
  let host: ExcelHost;
  let panel: Opened;

  async function open(inputs: Inputs): Promise<void> {
    host = installExcel();
    await openExcel(EDITIONS).build(blueprint(checklist31, inputs));
    panel = await openSession();
  }
  const steps = () => {
    const own = panel.session.host.steps;
    if (!own) throw new Error("The host takes no steps.");
    return own;
  };
  const place = (name: string) => {
    const found = panel.report().places[name];
    if (!found) throw new Error(name);
    return found;
  };
  const isOpen = (name: string, row?: number): boolean => {
    const at = place(name);
    const sheet = host.book.sheetNamed(at.sheet);
    if (!sheet) throw new Error(at.sheet);
    expect(sheet.protection.on).toBe(true);
    return host.book.peek(sheet, row ?? at.row, at.column)?.locked === false;
  };

  afterEach(() => {
    panel.session.stop();
    expect(host.unknown).toEqual([]);
  });

  it("hands over: seals, closes the partner's cells and records the move where it is seen", async () => {
    await open(answered);
    const row = panel.report().items[0]?.place?.row ?? 0;
    expect(isOpen("Self_Answer", row)).toBe(true);
    await steps().handOver();
    const after = panel.report();
    expect(after.phase).toBe("submitted");
    expect(after.seal?.state).toBe("unchanged");
    expect(after.history).toHaveLength(1);
    expect(after.profile.submittedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(isOpen("Self_Answer", row)).toBe(false);
    expect(isOpen("Auditor_Answer", row)).toBe(true);
    const cells = [...(host.book.sheetNamed("Overview")?.cells.keys() ?? [])].length;
    expect(cells).toBeGreaterThan(100);
    // By the sheet's own formulas, for whoever has no panel.
    const shown = blueprint(checklist31, blankInputs(checklist31)).names;
    const first = (name: string) => {
      const named = shown.find((entry) => entry.name === name);
      const sheet = named && host.book.sheetNamed(named.sheet);
      if (!named || !sheet) throw new Error(name);
      return host.book.value(sheet, named.area.row, named.area.column);
    };
    expect(first("Seal")).toBe(after.seal?.short);
    expect(first("Overview_History")).toMatch(/: Self-assessment to Submitted$/);
    // Nothing has to be written a second time.
    host.clearFigures();
    await steps().handOver();
    expect(panel.report().history).toHaveLength(1);
    expect(host.figures.requests).toBe(2);
  });

  it("refuses with a sentence, and leaves everything as it was", async () => {
    await open({ ...answered, partner: "" });
    await expect(steps().handOver()).rejects.toThrow(/The partner has no name/);
    expect(panel.report().phase).toBe("selfAssessment");
    await expect(steps().recordSummary()).rejects.toThrow(/no audit to sum up yet/);
    expect(panel.report().summary).toBeNull();
  });

  it("goes back with a reason only, and opens the cells again", async () => {
    await open({ ...answered, phase: "audit" });
    const row = panel.report().items[0]?.place?.row ?? 0;
    await expect(steps().movePhase("selfAssessment", "  ")).rejects.toThrow(/needs a reason/);
    expect(panel.report().phase).toBe("audit");
    await steps().movePhase("selfAssessment", "Wrong folder");
    expect(panel.report().phase).toBe("selfAssessment");
    expect(panel.report().history.map((move) => move.reason)).toEqual([
      "Set by hand",
      "Wrong folder",
    ]);
    expect(isOpen("Self_Answer", row)).toBe(true);
  });

  it("keeps the preliminary score, and says when another comes out", async () => {
    const audited = items.reduce(
      (all: Inputs, { id }) => withItem(all, id, { auditor: id === "1.4" ? "notMet" : "met" }),
      { ...answered, phase: "audit" },
    );
    await open(audited);
    await steps().recordSummary();
    expect(panel.report().summary?.total).toBe(980);
    await panel.session.host.answer("1.1" as ItemId, "auditor", "notMet");
    expect(panel.report().issues.map((issue) => issue.code)).toContain("summaryDiffers");
  });

  it("takes a closure typed in the panel as a day, and refuses what is none", async () => {
    const id = "1.4" as ItemId;
    await open(withItem({ ...answered, phase: "actionItems" }, "1.4", { auditor: "notMet" }));
    await panel.session.host.write(id, "Closed_On", "2026-03-16");
    expect(panel.report().items.find((item) => item.id === id)?.closedOn).toBe("2026-03-16");
    await expect(panel.session.host.write(id, "Closed_On", "soon")).rejects.toThrow(/soon/);
    await panel.session.host.write(id, "Closed_On", "");
    expect(panel.report().items.find((item) => item.id === id)?.closedOn).toBeNull();
  });
});
