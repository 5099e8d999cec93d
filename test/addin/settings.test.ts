/** Everything that a person does through the panel, in Excels of all kinds. */

import { afterEach, describe, expect, it } from "vitest";
import { DAYS_TO_1904, serialFromIso } from "../../core/audit/dates.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { settings } from "../plan/settings.ts";
import { panels, rowOf, until } from "./open.ts";

const { items } = checklist31;
const id = (text: string): ItemId => text as ItemId;

const EXCELS = settings({
  references: ["A1", "R1C1"],
  language: ["en", "de"],
  areas: [",", ";"],
  calculation: ["automatic", "manual"],
  dates: [1900, 1904],
  protecting: ["before June 2026", "since June 2026"],
  platform: ["PC", "OfficeOnline", "iOS"],
} as const);

let host: ExcelHost;
const open = panels(() => host);

afterEach(() => {
  expect(host.unknown).toEqual([]);
});

/** The cell of an input, as it stands in a new checklist. */
function cellOf(name: string): [sheet: string, address: string] {
  const area = blueprint(checklist31, blankInputs(checklist31)).names.find(
    (entry) => entry.name === name,
  );
  if (!area) throw new Error(name);
  const column = String.fromCharCode(64 + area.area.column);
  return [area.sheet, `${column}${area.area.row}`];
}

describe.each(EXCELS)("an Excel with %o", (excel) => {
  it("makes a checklist without a fault, and follows, writes and hands over", async () => {
    host = installExcel(excel);
    const panel = await open();
    await panel.session.host.newChecklist({ partner: "Kestrel", reseller: true, renewal: false });
    expect(panel.report().issues).toEqual([]);
    expect(panel.report().items).toHaveLength(items.length);
    await panel.session.host.answer(id("1.2"), "self", "met");
    host.type("Checklist", `H${rowOf(panel, "1.3")}`, "Met");
    await until(() => panel.report().self.answered === 2);
    const stale = panel.report().issues.find(({ code }) => code === "notRecalculated");
    expect(stale !== undefined).toBe(excel.calculation === "manual");
    if (stale) {
      const remedy = panel.session.host.remedyFor?.(stale);
      expect(remedy?.text).toMatch(/only when it is asked to\. .*Calculation Options\.$/);
      expect(remedy?.label).toBe("Recalculate");
      await remedy?.act();
      expect(panel.report().issues).toEqual([]);
    }
    for (const name of ["Partner_Name", "Owner"] as const) {
      const [sheet, address] = cellOf(name);
      const row = name === "Owner" ? `${address.charAt(0)}${rowOf(panel, "1.2")}` : address;
      host.type(sheet, row, "K. Heron");
    }
    await until(() => panel.report().partner === "K. Heron");
    await panel.session.host.steps?.handOver();
    expect(panel.report().phase).toBe("submitted");
    expect(panel.report().seal?.state).toBe("unchanged");
    // The day as the workbook counts it, written by the panel and then by hand.
    const day = String(panel.report().profile.submittedOn);
    const serial = serialFromIso(day) ?? 0;
    expect(host.value(...cellOf("Submitted_On"))).toBe(
      excel.dates === 1904 ? serial - DAYS_TO_1904 : serial,
    );
    host.type(...cellOf("Audit_On"), "2026-03-11");
    await until(() => panel.report().profile.auditOn === "2026-03-11");
    await panel.session.host.steps?.movePhase("audit", "");
    expect(panel.report().phase).toBe("audit");
    const errors = panel.report().issues.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    // One sheet that is gone is told as that, and no other.
    host.deleteSheet("Action Items");
    const gone = () => panel.report().issues.filter(({ code }) => code === "sheetMissing");
    await until(() => gone().length > 0);
    expect(gone().map(({ values }) => values)).toMatchObject([
      { sheet: "Action Items", isThere: false },
    ]);
  });
});
