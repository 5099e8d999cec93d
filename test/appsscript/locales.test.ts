/** The checklist in spreadsheets of other countries: separators, months, truth values, and days without a midnight. */

import { describe, expect, test } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import type { ScriptHost } from "../fakes/sheets/script.ts";
import { type Setting, World } from "../fakes/sheets/world.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { SEED } from "../plan/how-many.ts";
import { settings } from "../plan/settings.ts";
import { portOf } from "./port.ts";
import { addressOf, builtHost, named, PLAN, reportOf, rowOf, shown, WISH } from "./sheets.ts";
import { downloadFromSheets } from "./xlsx-export.ts";
import { openInSheets } from "./xlsx-import.ts";

/** In each of them some midnight of 2026 is leapt over, but in the first. */
const DAYS: Readonly<Record<string, string>> = {
  "Pacific/Auckland": "2026-09-27",
  "America/Santiago": "2026-09-06",
  "Africa/Cairo": "2026-04-24",
  "Asia/Beirut": "2026-03-29",
};

const SETTINGS: readonly Setting[] = settings({
  locale: ["en_US", "de_DE", "fr_FR"],
  zone: Object.keys(DAYS),
  gap: ["later", "earlier"],
} as const);

const title = ({ locale, zone, gap }: Setting) => `${locale}, ${zone}, ${gap}`;

function brokenFormulas({ world }: ScriptHost): string[] {
  return world.sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ broken, formula }) => (broken ? [formula ?? ""] : [])),
  );
}

describe.each(SETTINGS.map((setting) => [title(setting), setting] as const))("%s", (_, setting) => {
  const day = DAYS[setting.zone] ?? "";

  test("a new checklist calculates, is scored and is mended where a paste went over it", () => {
    const host = hostIn(setting);
    expect(brokenFormulas(host)).toEqual([]);
    expect(reportOf(host).issues).toEqual([]);
    expect([shown(host, "Self_Total"), shown(host, "Self_Verdict")]).toEqual([0, "In progress"]);
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [[" met", 5]], {
      pasted: true,
    });
    expect(host.world.toasts.join(" ")).toMatch(/A formula that was typed over was put back/);
    host.call("answer", "1.4", "self", "met");
    const found = reportOf(host);
    expect(found.issues).toEqual([]);
    expect(found.self.answered).toBe(2);
    expect(shown(host, "Self_Total")).toBe(found.self.total);
    expect(found.self.total).toBeGreaterThan(0);
  });

  test("a day is the day that was written, also one whose midnight the clocks leap over", () => {
    const host = hostIn(setting);
    const port = portOf(host);
    port.apply({ edits: [{ name: "Audit_On", value: { date: day as never } }] });
    const [year, month, date] = day.split("-");
    const typed =
      setting.locale === "en_US" ? `${month}/${date}/${year}` : `${date}.${month}.${year}`;
    host.edit("Overview", addressOf(host, "Submitted_On"), [[typed]]);
    host.edit("Overview", addressOf(host, "Report_Received_On"), [[day]], { pasted: true });
    const names = port.snapshot()?.names ?? {};
    for (const name of ["Audit_On", "Submitted_On", "Report_Received_On"])
      expect(names[name]?.values, name).toEqual([[{ date: day }]]);
  });
});

/** One setting for each locale is enough where no day is read. */
const LOCALES = SETTINGS.filter(
  ({ locale }, index) => SETTINGS.findIndex((other) => other.locale === locale) === index,
);

describe.each(LOCALES.map((setting) => [setting.locale, setting] as const))("%s", (_, setting) => {
  test.each([
    '=HYPERLINK("x")',
    "3.1",
    "1,5",
    "1-2",
    "24.12.",
    "10:30",
    "Mai 2026",
    "1er mars 2026",
    "M\u00e4rz 2026",
    "12. Dezember 2026",
    "March 5",
    "WAHR",
    "faux",
    "true",
    "\u20ac 5",
    "5 \u20ac",
    "50 %",
    "#NV",
    "two words",
    "'quoted",
  ])("a text that is typed in the sidebar stays the text it is: %s", (text) => {
    const host = hostIn(setting);
    host.call("write", "8.1.9", "Evidence", text);
    const { sheet, area } = named(host, "Evidence");
    const cell = host.world.cell(sheet, rowOf(host, "8.1.9"), area.column);
    expect([cell.value, cell.formula]).toEqual([text.trim(), null]);
  });

  test("rules for colours and entries are those of everywhere", () => {
    const rules = (host: ScriptHost) =>
      host.world.sheets.map(({ colors, cells }) => [
        colors.map(({ formula, gradient }) => formula ?? gradient),
        [...cells].flatMap(([key, { validation }]) => (validation ? [[key, validation]] : [])),
      ]);
    expect(rules(hostIn(setting))).toEqual(rules(hostIn({ ...setting, locale: "en_US" })));
  });

  test("a checklist from an .xlsx file is whole, and is one again when it is downloaded", async () => {
    const inputs = randomInputs(SEED);
    const bytes = await drawBlueprint(blueprint(checklist31, inputs));
    const host = await openInSheets(bytes, new World(setting));
    host.choose("openPanel");
    const ideal = report(EDITIONS, snapshotOf(inputs));
    expect(reportOf(host)).toEqual(ideal);
    expect(shown(host, "Self_Total")).toBe(ideal.self.total);
    host.edit("Checklist", addressOf(host, "Self_Points", "8.1.9"), [[5]], { pasted: true });
    expect(brokenFormulas(host)).toEqual([]);
    expect(reportOf(host)).toEqual(ideal);
    // Nothing was missing any more.
    const rules = host.world.sheets.map(({ colors }) => colors.length);
    host.choose("putBack");
    expect(host.world.sheets.map(({ colors }) => colors.length)).toEqual(rules);
    const snapshot = readSnapshot(await downloadFromSheets(host));
    const again = snapshot ? report(EDITIONS, snapshot) : null;
    expect(again?.issues.filter(({ code }) => code !== "protectionOff")).toEqual(ideal.issues);
    expect(again?.final).toEqual(ideal.final);
  });

  test("an error that has another name here is an error", () => {
    const host = hostIn(setting);
    host.world.put(...cellOf(host, "Self_Points", "8.1.9"), "", "=1/0+#REF!");
    expect(String(shown(host, "Self_Points", "8.1.9"))).toMatch(/^#/);
    const codes = reportOf(host).issues.map(({ code }) => code);
    expect(codes).toContain("formulaChanged");
    expect(typeof portOf(host).snapshot()?.names.Self_Total?.values[0]?.[0]).toBe("object");
  });
});

test("no formula holds what a locale would write otherwise, besides what parts its arguments", () => {
  const formulas = PLAN.sheets.flatMap(({ cells, colors }) => [
    ...cells.flatMap(({ formula }) => formula ?? []),
    ...colors.map(({ formula }) => formula),
  ]);
  const bare = formulas.map((formula) => formula.replace(/"[^"]*"|'[^']*'/g, ""));
  expect(bare.length).toBeGreaterThan(2000);
  expect(bare.filter((formula) => /\d\.\d|[;{}\\]|\b(?:TRUE|FALSE)\b/.test(formula))).toEqual([]);
});

function cellOf(host: ScriptHost, name: string, id: string) {
  const { sheet, area } = named(host, name);
  return [sheet, rowOf(host, id), area.column] as const;
}

const hosts = new Map<string, ScriptHost>();

/** The same spreadsheet for all tests in a setting: they leave nothing behind that a later one looks at. */
function hostIn(setting: Setting): ScriptHost {
  const host = hosts.get(title(setting)) ?? builtHost(WISH, new World(setting));
  hosts.set(title(setting), host);
  return host;
}
