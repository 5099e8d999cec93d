/** The mail of a hand-over, the message about plans, and the link that opens a mail program. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOverMail, mailtoLink, planLetter, unplannedNote } from "../../core/papers/letters.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { ACTIONS, handedOver, READY } from "./ready.ts";

const { sections } = checklist31;

const mailOf = (inputs: Inputs, file = "kestrel.xlsx") =>
  handOverMail(checklist31, report(EDITIONS, snapshotOf(inputs)), file);
const planOf = (inputs: Inputs) => planLetter(checklist31, report(EDITIONS, snapshotOf(inputs)));

describe("the mail of a hand-over", () => {
  it("goes to the programme under the subject that it asks for, without brackets or a full stop", () => {
    const mail = mailOf(READY);
    expect(mail.to).toBe("checklist@amazon.com");
    expect(mail.subject).toBe("Kestrel Cloud Ltd Completed Self-Assessment");
    expect(mailOf({ ...READY, partner: "" }).subject).toMatch(/^\S.* Completed Self-Assessment$/);
  });

  it("says the score, by section, the items not met, the seal and the file", () => {
    const missed = withItem(withItem(READY, "13.1", { self: "notMet" }), "1.1", { self: "notMet" });
    const { text } = handOverMail(
      checklist31,
      report(EDITIONS, handedOver(missed)),
      "kestrel.xlsx",
    );
    expect(text).toContain("Self score: 780 of 1000 (900 to pass), 97 of 97 items answered");
    expect(text).toContain("\nNot met: 1.1, 13.1\n");
    const lines = text.split("\n");
    for (const { id, title } of sections) {
      expect(lines.filter((line) => line.startsWith(`  ${id}  ${title}: `))).toHaveLength(1);
    }
    expect(text).toContain("  1  Business Health: -160 of 40");
    expect(text).toMatch(
      /\nSeal: [0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}, handed over 2026-03-02 17:45\n/,
    );
    expect(text).toMatch(
      /\nAttached: kestrel\.xlsx\n\nMade with a workbook that is independent of AWS: .+\n$/,
    );
    expect(mailOf(READY).text).not.toContain("Not met");
  });

  it("keeps a name with a line break on its line", () => {
    const mail = mailOf({ ...READY, partner: "Kestrel\r\nBcc: a@example.com" }, "a\nb.xlsx");
    expect(mail.subject).toBe("Kestrel Bcc: a@example.com Completed Self-Assessment");
    expect(mail.text).toContain("\nAttached: a b.xlsx\n");
  });

  it("counts what is asked only: waived and carried items are none of its answers", () => {
    const waived = mailOf({ ...READY, reseller: false });
    expect(waived.text).toContain("88 items audited, 9 waived");
    expect(waived.text).toContain("88 of 88 items answered");
  });
});

describe("the message about plans", () => {
  it("names each mandatory item that is open, its finding and its plan", () => {
    const letter = planOf(withItem(ACTIONS, "8.1.9", { plan: "Hire by May" }));
    expect(letter?.subject).toBe("Kestrel Cloud Ltd: action plan for 1 mandatory item");
    expect(letter?.text).toMatch(/audit of 9 Mar 2026 later than 5 business days after/);
    expect(letter?.text).toContain(
      "\n\n8.1.9 Security Management: secret shopper testing\nFinding: No plan for staff\nPlan: Hire by May\n",
    );
    // One is closed, and the others cost no 200 points.
    for (const id of ["1.1 ", "1.4 ", "9.3.5 "]) expect(letter?.text).not.toContain(`\n${id}`);
  });

  it("leaves out what has no plan, with a note to whoever sends it, and praise", () => {
    const open = withItem(withItem(ACTIONS, "1.1", { closedOn: null }), "8.1.9", {
      note: "Great team",
      noteKind: "Strength",
      plan: "Hire by May",
    });
    const letter = planOf(open);
    expect(letter?.subject).toContain("1 mandatory item");
    expect(letter?.text).not.toMatch(/1\.1 |Great team/);
    expect(unplannedNote(report(EDITIONS, snapshotOf(open)))).toMatch(/without a plan yet: 1\.1\./);
    expect(planOf(ACTIONS)).toBeNull();
    expect(unplannedNote(report(EDITIONS, snapshotOf(ACTIONS)))).toContain("8.1.9");
  });

  it("is none where no mandatory item is open", () => {
    expect(planOf(READY)).toBeNull();
    expect(planOf(withItem(ACTIONS, "8.1.9", { auditor: "met" }))).toBeNull();
  });
});

describe("the link", () => {
  it("says recipient, subject and text, and gives up the text, then the subject, as they grow", () => {
    const link = new URL(mailtoLink(mailOf({ ...READY, partner: "A & B = C?" })));
    expect(link.pathname).toBe("checklist@amazon.com");
    expect(link.searchParams.get("subject")).toBe("A & B = C? Completed Self-Assessment");
    expect(link.searchParams.get("body")).toContain("\r\n");
    expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
    const short = new URL(
      mailtoLink({ to: "a@example.com", subject: "S", text: "x".repeat(2_000) }),
    );
    expect([...short.searchParams.keys()]).toEqual(["subject"]);
    expect(mailtoLink({ to: "a@example.com", subject: "漢".repeat(400), text: "" })).toBe(
      "mailto:a@example.com",
    );
  });

  it("can be made of half a character", () => {
    const link = mailtoLink({ to: "", subject: "a\ud83d", text: "\udc00b" });
    expect(decodeURIComponent(link)).toBe("mailto:?subject=a\ufffd&body=\ufffdb");
  });
});
