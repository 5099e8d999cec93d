/** The steps of an audit in Sheets: the pushed script in the fake spreadsheet. */

import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { isOpen } from "../fakes/sheets/hands.ts";
import { contentOf } from "../fakes/sheets/services.ts";
import type { TextLink } from "../fakes/sheets/world.ts";
import { withItem } from "../fakes/snapshot.ts";
import { answered, hostWith } from "./answered.ts";
import { addressOf, named, reportOf, rowOf, shown } from "./sheets.ts";

const { items } = checklist31;

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly object[];
}

describe("steps in the script", () => {
  it("hand over: seal, close the partner's cells, and record the move", () => {
    const host = hostWith(answered);
    const { sheet, area } = named(host, "Self_Answer");
    const row = rowOf(host, "1.1");
    expect(isOpen(host.world, sheet, row, area.column)).toBe(true);
    host.call("takeHandOver");
    const after = reportOf(host);
    expect(after.phase).toBe("submitted");
    expect(after.seal?.state).toBe("unchanged");
    expect(after.history).toHaveLength(1);
    expect(isOpen(host.world, sheet, row, area.column)).toBe(false);
    expect(shown(host, "Seal")).toBe(after.seal?.short);
    expect(String(shown(host, "Overview_History"))).toMatch(/: Self-assessment to Submitted$/);
    expect(host.world.lockedBy).toBeNull();
  });

  it("are refused with a sentence, and nothing is written", () => {
    const host = hostWith({ ...answered, partner: "" });
    expect(() => host.call("takeHandOver")).toThrow(/The partner has no name/);
    expect(() => host.call("takeSummary")).toThrow(/no audit to sum up yet/);
    expect(() => host.call("takePhase", "nowhere", "")).toThrow(/nowhere/);
    host.call("takePhase", "audit", "By mail");
    expect(() => host.call("takePhase", "selfAssessment", " ")).toThrow(/needs a reason/);
    expect(reportOf(host).phase).toBe("audit");
    host.call("takePhase", "selfAssessment", "Wrong folder");
    expect(reportOf(host).history.map((move) => move.reason)).toEqual(["By mail", "Wrong folder"]);
    expect(host.world.lockedBy).toBeNull();
  });

  it("keep the preliminary score", () => {
    const host = hostWith(
      items.reduce(
        (all: Inputs, { id }) => withItem(all, id, { auditor: id === "1.4" ? "notMet" : "met" }),
        { ...answered, phase: "audit" },
      ),
    );
    host.call("takeSummary");
    expect(reportOf(host).summary?.total).toBe(980);
  });
});

describe("the mail", () => {
  it("carries the sealed workbook, written inside Apps Script, to the programme alone", async () => {
    const host = hostWith(answered);
    expect(() => host.call("sendHandOver")).toThrow(/nothing was handed over yet/);
    host.call("takeHandOver");
    const look = host.call<{ file: string; bytes: number; quota: number }>("mailLook");
    expect(look.quota).toBe(host.world.mailQuota);
    expect(host.world.mails).toEqual([]);
    // Whatever a page would like to send, to whomever.
    host.call("sendHandOver", { to: "somebody@example.com", subject: "x", text: "y" });
    const [mail, ...more] = host.world.mails as Mail[];
    expect(more).toEqual([]);
    expect(mail?.to).toBe("checklist@amazon.com");
    expect(mail?.subject).toBe("Käse & Söhne Completed Self-Assessment");
    const before = reportOf(host);
    expect(mail?.body).toContain(before.seal?.short ?? "no seal");
    const attached = contentOf(mail?.attachments[0] ?? {});
    expect(attached?.name).toBe(look.file);
    expect(attached?.bytes.length).toBe(look.bytes);
    const snapshot = readSnapshot(attached?.bytes ?? new Uint8Array());
    if (!snapshot) throw new Error("The attachment holds no checklist.");
    const read = report(EDITIONS, snapshot);
    expect(read.seal?.state).toBe("unchanged");
    expect(read).toEqual(before);
    expect(read.issues.filter((issue) => issue.code === "notRecalculated")).toEqual([]);
  });

  it("takes links behind words along, and says what stays behind", () => {
    const host = hostWith(answered);
    const put = (id: string, text: string, links: readonly TextLink[]) => {
      const { sheet, area } = named(host, "Evidence");
      const row = rowOf(host, id);
      host.world.put(sheet, row, area.column, text, null);
      host.world.cell(sheet, row, area.column).links = links;
    };
    const drive = 'https://drive.example/d/1?a=1&b="2"';
    put("1.1", "Statements 2025", [{ from: 0, to: 15, url: drive }]);
    put("1.2", "plan, and minutes", [
      { from: 0, to: 4, url: "https://wiki.example/plan" },
      { from: 10, to: 17, url: "https://wiki.example/minutes" },
    ]);
    put("1.3", "in this file", [{ from: 0, to: 12, url: "#gid=0" }]);
    const { sheet, area } = named(host, "Evidence");
    host.world.put(
      ...([sheet, rowOf(host, "1.5"), area.column, ""] as const),
      '=HYPERLINK("https://wiki.example/5","survey")',
    );
    host.call("takeHandOver");
    expect(host.call<{ note: string }>("mailLook").note).toBe(
      "3 links behind words of the evidence go along. One cell has several links, of which the first one does. Comments, pictures, file chips without a link and formats of your own stay in the spreadsheet.",
    );
    host.call("sendHandOver");
    const [mail] = host.world.mails as Mail[];
    const bytes = contentOf(mail?.attachments[0] ?? {})?.bytes ?? new Uint8Array();
    const snapshot = readSnapshot(bytes);
    const read = snapshot ? report(EDITIONS, snapshot) : null;
    expect(read?.seal?.state).toBe("unchanged");
    expect(read?.items.find(({ id }) => id === "1.1")?.evidence).toBe("Statements 2025");
    const parts = unzipSync(bytes);
    const text = (end: string) =>
      Object.entries(parts).flatMap(([path, part]) =>
        path.endsWith(end) ? [strFromU8(part)] : [],
      );
    const cell = addressOf(host, "Evidence", "1.1");
    expect(text(".xml").join("")).toContain(`<hyperlink ref="${cell}"`);
    const relations = text(".rels").join("");
    expect(relations).toContain("https://drive.example/d/1?a=1&amp;b=&quot;2&quot;");
    expect(relations).toContain("https://wiki.example/plan");
    expect(relations).toContain("https://wiki.example/5");
    expect(relations).not.toMatch(/minutes|gid/);
  });

  it("is not sent once entries were changed, nor without quota", () => {
    const host = hostWith(answered);
    host.call("takeHandOver");
    host.world.mailQuota = 0;
    expect(() => host.call("sendHandOver")).toThrow(/no more mail today/);
    host.world.mailQuota = 5;
    host.edit("Checklist", addressOf(host, "Self_Answer", "1.4"), [["Met"]], { lost: true });
    expect(() => host.call("sendHandOver")).toThrow(/changed after the hand-over/);
    expect(host.world.mails).toEqual([]);
  });
});
