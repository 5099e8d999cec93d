/** Making a checklist with the pushed bundle, in the strict fake. */

import { describe, expect, test } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { defineName } from "../fakes/sheets/book.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { ServiceError } from "../fakes/sheets/strict.ts";
import { countCalls } from "./counts.ts";
import {
  addressOf,
  builtHost,
  named,
  PLAN,
  portrait,
  reportOf,
  rowOf,
  shown,
  WISH,
} from "./sheets.ts";

const { items } = checklist31;

describe("a new checklist", () => {
  test.each([
    ["full audit", WISH],
    ["renewal", { ...WISH, renewal: true }],
  ])("takes few calls, and reads nothing that it has written: %s", (_, wish) => {
    const counts = countCalls(builtHost(wish).world);
    expect(counts.readsAfterWrites).toEqual([]);
    expect(counts.contentOfASheet).toBeLessThanOrEqual(15);
    expect(counts.names).toBe(PLAN.names.length);
    expect(counts.all).toBeLessThanOrEqual(310);
  });

  test("scores itself from the first moment, without an issue", () => {
    const host = builtHost();
    const report = reportOf(host);
    expect(report.issues).toEqual([]);
    expect(report.partner).toBe("Example Ltd");
    expect([report.self.total, shown(host, "Self_Total")]).toEqual([0, 0]);
    expect(shown(host, "Self_Verdict")).toBe("In progress");
    expect(host.world.lockedBy).toBeNull();
    expect([...host.world.properties]).toEqual([]);
  });

  test("takes only days where a day belongs, and only words of the list where words do", () => {
    const host = builtHost();
    const rule = (name: string, id?: string) => {
      const { sheet, area } = named(host, name);
      const row = id === undefined ? area.row : rowOf(host, id);
      return host.world.cell(sheet, row, area.column).validation;
    };
    expect(rule("Audit_On")).toMatchObject({ kind: "date", allowInvalid: false });
    expect(rule("Self_Answer", "1.1")).toMatchObject({
      kind: "list",
      values: ["Met", "Not met"],
      allowInvalid: false,
    });
  });

  test("gives each column that is seen its width, near enough for the eye", () => {
    const { world } = builtHost();
    for (const { name, visibility, columns } of PLAN.sheets) {
      if (visibility !== "visible") continue;
      const { widths } = world.sheetNamed(name);
      columns.forEach(({ width, hidden }, index) => {
        if (hidden) return;
        const drawn = widths.get(index + 1);
        expect(
          Math.abs((drawn ?? 0) - width),
          `${name}, column ${index + 1}: ${drawn}`,
        ).toBeLessThanOrEqual(4);
      });
    }
  });

  test("keeps what the user wants waived, and a name that looks like a formula", () => {
    const host = builtHost({ partner: "=1+1", reseller: false, renewal: true });
    const report = reportOf(host);
    expect(report.partner).toBe("=1+1");
    expect(report.scope).toMatchObject({ reseller: false, engagement: "renewal" });
  });

  test("adds to a spreadsheet and leaves its sheets alone", () => {
    const host = new ScriptHost();
    host.edit("Sheet1", "A1", [["mine", 12, "=B1*2"]]);
    const before = portrait(host) as { sheets: unknown[] };
    host.call("newChecklist", WISH);
    const after = portrait(host) as { sheets: unknown[] };
    expect(after.sheets[0]).toEqual(before.sheets[0]);
    expect(after.sheets).toHaveLength(8);
    expect(reportOf(host).issues).toEqual([]);
  });

  test("goes beside sheets of one's own that have its titles, and is mended there as well", () => {
    const host = new ScriptHost();
    const own = host.world.addSheet("overview");
    host.world.addSheet("Checklist");
    host.world.addSheet("Checklist (MSP)");
    host.world.put(own, 1, 1, "mine", null);
    host.call("newChecklist", WISH);
    const titles = host.world.sheets.map((sheet) => sheet.name);
    expect(titles.slice(4, 6)).toEqual(["Overview (MSP)", "Checklist (MSP 2)"]);
    expect(own.cells.size).toBe(1);
    expect(reportOf(host).issues).toEqual([]);
    host.edit("Checklist (MSP 2)", addressOf(host, "Self_Answer", "1.4"), [[" met", 5]], {
      pasted: true,
    });
    const report = reportOf(host);
    expect(report.issues).toEqual([]);
    expect([report.self.total, shown(host, "Self_Total")]).toEqual([20, 20]);
    host.choose("putBack");
    expect(host.world.toasts.join(" ")).toMatch(/Nothing was missing/);
  });

  test("refuses where a name of its own exists, and changes nothing", () => {
    const host = new ScriptHost();
    const [sheet] = host.world.sheets;
    if (!sheet) throw new Error("No sheet.");
    defineName(host.world, "Phase", sheet, { row: 1, column: 1, rows: 1, columns: 1 });
    const before = portrait(host);
    expect(() => host.call("newChecklist", WISH)).toThrow(/a named range “Phase” already/);
    expect(portrait(host)).toEqual(before);
    expect(() => builtHost().call("newChecklist", WISH)).toThrow(/holds a checklist already/);
  });

  test("shows nothing of Sheets' hidden machinery: the data sheet is hidden, every sheet only warns", () => {
    const { world } = builtHost();
    expect(world.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name)).toEqual([
      "Checklist data",
    ]);
    expect(world.protections).toHaveLength(7);
    expect(world.protections.every((protection) => protection.onlyWarns)).toBe(true);
  });
});

describe("lines", () => {
  const host = builtHost();
  const lineAt = (sheet: string, key: string) => host.world.sheetNamed(sheet).lines.get(key) ?? "";
  const ids = named(host, "Item_Id").area;

  test("stand thick beside exactly the mandatory items", () => {
    const marked = items.filter(({ id }) => {
      const line = lineAt("Checklist", `v ${rowOf(host, id)} ${ids.column}`);
      if (line !== "SOLID_THICK #14283c") expect(line).toBe("SOLID #d5dbe2");
      return line.startsWith("SOLID_THICK");
    });
    const mandatory = items.filter((item) => item.ifNotMet === -200);
    expect(marked.map(({ id }) => id)).toEqual(mandatory.map(({ id }) => id));
  });

  test("lie below headers, and as hairlines between rows", () => {
    for (const name of ["Overview_Scores", "Self_Sections", "Overview_Dates"]) {
      const { area } = named(host, name);
      expect(lineAt("Overview", `h ${area.row} ${area.column}`), name).toMatch(/^SOLID_MEDIUM/);
      expect(lineAt("Overview", `h ${area.row + 1} ${area.column}`), name).toMatch(/^SOLID #/);
    }
    const first = rowOf(host, "1.1");
    expect(lineAt("Checklist", `h ${first} 3`)).toBe("SOLID #d5dbe2");
    expect(lineAt("Checklist", `v ${first} 3`)).toBe("SOLID #d5dbe2");
    // Labels of the Overview run on over the next cells.
    expect(lineAt("Overview", `v ${named(host, "Overview_Dates").area.row} 2`)).toBe("");
  });
});

describe("a build that fails", () => {
  const total = countCalls(builtHost().world).all;
  const steps = Array.from(
    { length: 24 },
    (_, index) => 14 + Math.floor((index * (total - 16)) / 24),
  );

  test.each(steps)("at call %i leaves the spreadsheet as it was", (failing) => {
    const host = new ScriptHost();
    host.edit("Sheet1", "A1", [["mine"]]);
    const before = portrait(host);
    let calls = 0;
    host.world.interrupt = () => {
      calls += 1;
      if (calls === failing) throw new ServiceError("Service Spreadsheets failed");
    };
    expect(() => host.call("newChecklist", WISH)).toThrow(/Nothing was changed\./);
    host.world.interrupt = null;
    expect(portrait(host)).toEqual(before);
    host.call("newChecklist", WISH);
    expect(reportOf(host).issues).toEqual([]);
  });

  test("takes itself back in time where Google is slow", () => {
    const host = new ScriptHost();
    const before = portrait(host);
    host.world.costOfCall = 1500;
    expect(() => host.call("newChecklist", WISH)).toThrow(/too slow/);
    expect(portrait(host)).toEqual(before);
  });

  test("that Google cuts off without a word is no checklist, and the next one clears it away", () => {
    const host = new ScriptHost();
    let calls = 0;
    host.world.interrupt = () => {
      calls += 1;
      // From here on every call fails, as if the script were gone.
      if (calls > 180) throw new ServiceError("Exceeded maximum execution time");
    };
    expect(() => host.call("newChecklist", WISH)).toThrow();
    host.world.interrupt = null;
    expect(host.world.sheets.length).toBeGreaterThan(1);
    expect(host.call<{ kind: string }>("poll", "").kind).toBe("empty");
    host.call("newChecklist", WISH);
    expect(host.world.sheets).toHaveLength(8);
    expect(reportOf(host).issues).toEqual([]);
  });
});
