/** What can be saved in which Excel, and that nothing is offered which cannot work. */

import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openInBrowser } from "../../addin/files.ts";
import { fileIn, fragmentOf } from "../../addin/parcel.ts";
import { newStepHost } from "../../addin/steps.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { auditSummary } from "../../core/papers/summary.ts";
import { report } from "../../core/report/report.ts";
import { localDay } from "../../core/report/today.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { type Context, newUi } from "../../panel/context.ts";
import { renewActions } from "../../panel/steps/closing.ts";
import { savePage } from "../../panel/steps/files.ts";
import { mailActions, mailBlock } from "../../panel/steps/mail.ts";
import { finalActions, summaryActions } from "../../panel/steps/papers.ts";
import type { FileHost, NamedFile } from "../../panel/types.ts";
import { installExcel } from "../fakes/excel/install.ts";
import type { ExcelSettings } from "../fakes/excel/settings.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { settings } from "../plan/settings.ts";

const { items } = checklist31;
const audited: Inputs = items.reduce(
  (all: Inputs, { id }) => withItem(all, id, { auditor: "notMet" }),
  {
    ...blankInputs(checklist31),
    partner: "Käse & Söhne",
    phase: "audit",
  },
);

afterEach(() => vi.unstubAllGlobals());

const stepsIn = (excel: Partial<ExcelSettings>) => {
  const host = installExcel(excel);
  return {
    host,
    steps: newStepHost(
      () => EDITIONS,
      async () => undefined,
    ),
  };
};

/** All that the page Steps would show of files and the mail. */
function shown(excel: Partial<ExcelSettings>): string {
  const { steps } = stepsIn(excel);
  const context = {
    checklist: checklist31,
    report: report(EDITIONS, snapshotOf(audited)),
    ui: newUi(),
    prefix: "",
    today: localDay(new Date()),
    host: { steps },
  } as unknown as Context;
  return JSON.stringify([
    mailActions(context, steps, true),
    mailBlock(context),
    summaryActions(context, steps, true),
    finalActions(context, steps, false),
    renewActions(context, steps),
  ]);
}

const EXCELS = settings({
  platform: ["PC", "OfficeOnline", "Mac", "iOS", "Android"],
  files: [true, false],
} as const);

describe.each(EXCELS)("files in an Excel with %o", (excel) => {
  const { platform, files } = excel;
  const downloads = platform === "PC" || platform === "OfficeOnline";

  it("are offered as far as it can do them", () => {
    const all = shown(excel);
    expect(all.includes("Save draft with workbook")).toBe(downloads && files);
    expect(all.includes("Share, Send a Copy")).toBe(!(downloads && files));
    expect(all.includes("Save as workbook (.xlsx)")).toBe(downloads);
    expect(all.includes("Save next year’s workbook")).toBe(downloads);
    expect(all.includes("Save as page (HTML)")).toBe(platform !== "Android");
    expect(all.includes("so the text is here for copying")).toBe(platform === "Android");
  });

  it.runIf(!downloads && platform !== "Android")("go by the browser otherwise", async () => {
    vi.stubGlobal(
      "location",
      new URL("https://checklist.example.com/excel/taskpane.html?start=1#x"),
    );
    vi.stubGlobal("window", globalThis);
    const { host, steps } = stepsIn(excel);
    const paper = auditSummary(checklist31, report(EDITIONS, snapshotOf(audited)));
    const said = await savePage(steps.files as FileHost, "Käse: summary", paper);
    expect(said).toBe("“Käse summary.html” waits in your browser. Save it there.");
    const [address = ""] = host.opened;
    expect(address).toMatch(/^https:\/\/checklist\.example\.com\/excel\/save\.html#/);
    expect(address.length).toBeLessThan(30_000);
    const file = fileIn(new URL(address).hash);
    expect(file?.name).toBe("Käse summary.html");
    expect(new TextDecoder().decode(file?.bytes)).toMatch(/^<!doctype html>.*Käse &amp; Söhne/s);
    // Never shown under the add-in's own address.
    expect(file?.type).toBe("application/octet-stream");
  });
});

describe("a file in an address", () => {
  it("comes out as it went in, whatever it is called and holds", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.uint8Array({ maxLength: 2_000 }),
        (name, bytes) => {
          const file: NamedFile = { name: `${name}.ics`, type: "text/calendar", bytes };
          const fragment = fragmentOf(file);
          expect(fragment).toMatch(/^#[^#]+$/);
          expect(fileIn(new URL(`https://x.y/save.html${fragment}`).hash)).toEqual(file);
        },
      ),
    );
  });

  it("is no other than a calendar or a page, and none that is damaged", () => {
    const bytes = new TextEncoder().encode("x");
    for (const name of ["a.exe", "a.html.exe", "a", "a.xlsm", "a.svg"])
      expect(fileIn(fragmentOf({ name, type: "", bytes }) ?? ""), name).toBeNull();
    for (const fragment of [
      "",
      "#",
      "#a.ics",
      "#a.ics/",
      "#a.ics/!!",
      "#%E0%A4%A.ics/eA",
      "#a.ics/____",
    ])
      expect(fileIn(fragment), fragment).toBeNull();
  });

  it("is told where it is too long", () => {
    installExcel({ platform: "iOS" });
    const bytes = Uint8Array.from({ length: 60_000 }, (_, index) => (index * 7919 * index) & 255);
    crypto.getRandomValues(bytes);
    expect(() => openInBrowser({ name: "large.html", type: "text/html", bytes })).toThrow(
      /“large\.html” is too long.*save it there\.$/s,
    );
  });
});
