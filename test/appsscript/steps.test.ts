/** The steps of an audit in Sheets: the pushed script in the fake spreadsheet. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { isOpen } from "../fakes/sheets/hands.ts";
import { contentOf } from "../fakes/sheets/services.ts";
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
    host.call("takePhase", "audit", "");
    expect(() => host.call("takePhase", "selfAssessment", " ")).toThrow(/needs a reason/);
    expect(reportOf(host).phase).toBe("audit");
    host.call("takePhase", "selfAssessment", "Wrong folder");
    expect(reportOf(host).history.map((move) => move.reason)).toEqual(["", "Wrong folder"]);
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
