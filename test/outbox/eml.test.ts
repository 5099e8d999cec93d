/** The draft mail, read by two mail parsers that know nothing of ours. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOverMail } from "../../core/papers/letters.ts";
import type { Letter } from "../../core/papers/types.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { type Attachment, draftMail, LARGEST_ATTACHMENT } from "../../outbox/eml.ts";
import { XLSX_TYPE } from "../../outbox/media.ts";
import { handedOver, READY } from "../core/ready.ts";
import { skipsWithout } from "../engines/programs.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { HOSTILE } from "../papers/hostile.ts";

const BYTES = Uint8Array.from({ length: 3_001 }, (_, index) => (index * 7 + 3) & 255);
const attachment = (name: string, bytes = BYTES): Attachment => ({ name, type: XLSX_TYPE, bytes });

function letterOf(partner: string, file = "kestrel.xlsx"): Letter {
  return handOverMail(checklist31, report(EDITIONS, snapshotOf({ ...READY, partner })), file);
}

interface Read {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

async function withPostalMime(mail: Uint8Array): Promise<Read> {
  const read = await PostalMime.parse(mail);
  return {
    headers: read.headers.map(({ key, value }) => [key, value]),
    subject: read.subject ?? "",
    to: (read.to ?? []).map(({ address }) => address ?? ""),
    text: read.text ?? "",
    attachments: read.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? "",
      type: mimeType,
      bytes: new Uint8Array(content as ArrayBuffer),
    })),
  };
}

const PYTHON = !skipsWithout("python3");

interface PythonRead extends Omit<Read, "attachments"> {
  readonly defects: readonly string[];
  readonly attachments: readonly { name: string; type: string; content: string }[];
}

/** All in one process: to start one takes far longer than to read a mail. */
function withPython(mails: readonly Uint8Array[]): Read[] {
  const input = JSON.stringify(mails.map((mail) => Buffer.from(mail).toString("base64")));
  const ran = spawnSync("python3", [join(import.meta.dirname, "read_mail.py")], { input });
  expect(ran.status, String(ran.stderr)).toBe(0);
  const all: PythonRead[] = JSON.parse(String(ran.stdout));
  return all.map(({ defects, attachments, ...read }) => {
    expect(defects).toEqual([]);
    const decoded = attachments.map(({ content, ...part }) => ({
      ...part,
      bytes: new Uint8Array(Buffer.from(content, "base64")),
    }));
    return { ...read, attachments: decoded };
  });
}

/** What each reader makes of each mail, in the order of the mails. */
async function readers(...mails: Uint8Array[]): Promise<[reader: string, read: Read][][]> {
  const python = PYTHON ? withPython(mails) : [];
  return Promise.all(
    mails.map(async (mail, index) => [
      ["postal-mime", await withPostalMime(mail)],
      ...python.slice(index, index + 1).map((read): [string, Read] => ["python", read]),
    ]),
  );
}

const linesOf = (mail: Uint8Array): string[] => Buffer.from(mail).toString("latin1").split("\r\n");
const HEADERS = ["mime-version", "x-unsent", "to", "subject", "content-type"];

/** What every draft is, whatever is in it. */
function expectSound(mail: Uint8Array): void {
  for (const byte of mail)
    if (byte > 126 || (byte < 32 && byte !== 13 && byte !== 10)) throw new Error(`Byte ${byte}`);
  const text = Buffer.from(mail).toString("latin1");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = linesOf(mail);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  const head = lines.slice(0, lines.indexOf(""));
  const names = head.filter((line) => !line.startsWith(" ")).map((line) => line.split(":")[0]);
  expect(names.map((name) => name?.toLowerCase())).toEqual(HEADERS);
  // A folded line of blanks alone would end the headers in some programs.
  for (const line of head) expect(line.trim()).not.toBe("");
}

/** A name as a reader can get it back: one line, and halves of characters replaced. */
const told = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\p{Surrogate}/gu, "\ufffd");

describe("a draft", () => {
  it("has the mail of a hand-over and the workbook, and says that it is unsent", async () => {
    const snapshot = handedOver();
    const letter = handOverMail(checklist31, report(EDITIONS, snapshot), "kestrel.xlsx");
    const mail = draftMail(letter, attachment("kestrel.xlsx"));
    expectSound(mail);
    const [all = []] = await readers(mail);
    for (const [reader, read] of all) {
      expect(read.subject, reader).toBe("Kestrel Cloud Ltd Completed Self-Assessment");
      expect(read.to, reader).toEqual(["checklist@amazon.com"]);
      expect(read.text.replaceAll("\r\n", "\n").trimEnd(), reader).toBe(letter.text.trimEnd());
      const { seal } = report(EDITIONS, snapshot);
      expect(read.text).toContain(`Seal: ${seal?.short}, handed over 2026-03-02 17:45`);
      expect(read.text).toContain("Attached: kestrel.xlsx");
      expect(new Map(read.headers).get("x-unsent"), reader).toBe("1");
      expect(read.attachments, reader).toEqual([
        { name: "kestrel.xlsx", type: XLSX_TYPE, bytes: BYTES },
      ]);
    }
  });

  it("names no sender, no date and no id: those are for the mail program", async () => {
    const read = await withPostalMime(draftMail(letterOf("Kestrel"), attachment("k.xlsx")));
    expect(read.headers.map(([name]) => name).sort()).toEqual([...HEADERS].sort());
  });

  it("is the same for the same words", () => {
    const make = () => draftMail(letterOf("Kestrel"), attachment("k.xlsx"));
    expect(make()).toEqual(make());
  });

  it("leaves a subject that fits as it is, for programs that read no encoded words", () => {
    const text = Buffer.from(draftMail(letterOf("Kestrel Cloud Ltd"), attachment("k.xlsx")));
    expect(text.toString("latin1")).toContain(
      "\r\nSubject: Kestrel Cloud Ltd Completed Self-Assessment\r\n",
    );
  });

  it("is of one recipient and one subject, whatever the partner is called", async () => {
    const kinds = Object.entries(HOSTILE);
    const mails = kinds.map(([, name]) =>
      draftMail(letterOf(name, `${name}.xlsx`), attachment(`${name}.xlsx`)),
    );
    mails.forEach(expectSound);
    const all = await readers(...mails);
    for (const [index, [kind, name]] of kinds.entries()) {
      expect(all[index]?.length).toBe(PYTHON ? 2 : 1);
      for (const [reader, read] of all[index] ?? []) {
        const what = `${kind} in ${reader}`;
        expect(read.subject, what).toBe(`${told(name)} Completed Self-Assessment`);
        expect(read.to, what).toEqual(["checklist@amazon.com"]);
        expect(read.headers.map(([header]) => header).sort(), what).toEqual([...HEADERS].sort());
        expect(read.attachments, what).toHaveLength(1);
        // Some readers decode encoded words even there.
        if (kind !== "encodedWord")
          expect(read.attachments[0]?.name, what).toBe(told(`${name}.xlsx`));
        expect(read.attachments[0]?.bytes, what).toEqual(BYTES);
        expect(read.text, what).toContain(`Partner: ${told(name)}`);
      }
    }
  });

  it("carries any name and any bytes through a parser unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 120 }),
        fc.uint8Array({ maxLength: 400 }),
        async (name, bytes) => {
          const partner = `K ${name}`;
          const mail = draftMail(
            { to: "checklist@amazon.com", subject: partner, text: `${partner}\n` },
            { name: `${partner}.xlsx`, type: XLSX_TYPE, bytes },
          );
          expectSound(mail);
          const read = await withPostalMime(mail);
          expect(read.subject).toBe(told(partner));
          expect(read.attachments[0]?.bytes).toEqual(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("without a recipient leaves the line out", async () => {
    const mail = draftMail({ to: "", subject: "A plan", text: "Text\n" }, attachment("k.xlsx"));
    expect((await withPostalMime(mail)).to).toEqual([]);
    expect(linesOf(mail).some((line) => /^to:/i.test(line))).toBe(false);
  });

  it("of the largest workbook stays under what mail servers take", () => {
    const mail = draftMail(letterOf("K"), attachment("k.xlsx", new Uint8Array(LARGEST_ATTACHMENT)));
    expect(mail.length).toBeLessThan(30_000_000);
    expect(mail.length).toBeGreaterThan(LARGEST_ATTACHMENT * 1.3);
  });
});
