/** Mails: workbooks read out of them as they came, and drafts of those that carry papers. */

import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, score } = auditFolder();

interface Part {
  readonly type: string;
  readonly name?: string;
  readonly encoding?: "base64" | "8bit";
  readonly body: Buffer;
}

/** A mail as programs write one: parts between boundaries, each encoded. */
function mailOf(parts: readonly Part[], boundary = "x-1"): Buffer {
  const text = parts.map(({ type, name, encoding = "base64", body }) => {
    const head = [
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      ...(name === undefined ? [] : [`Content-Disposition: attachment; filename="${name}"`]),
    ];
    const content =
      encoding === "8bit"
        ? body.toString("latin1")
        : (body.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
    return `--${boundary}\r\n${head.join("\r\n")}\r\n\r\n${content}\r\n`;
  });
  return Buffer.from(
    `From: ana@example.com\r\nSubject: Our checklist\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${text.join("")}--${boundary}--\r\n`,
    "latin1",
  );
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const words: Part = { type: "text/plain", body: Buffer.from("Here it is") };
const workbook = (file: string, name = file, type = XLSX): Part => ({
  type,
  name,
  body: readFileSync(path(file)),
});
const save = (file: string, bytes: Buffer): string => {
  writeFileSync(path(file), bytes);
  return file;
};

describe("a mail as it came", () => {
  it("is scored and checked by the workbook in it, as that workbook is", () => {
    const file = at("submitted", "k.xlsx");
    const { file: _, ...expected } = score(file);
    for (const [name, bytes] of [
      ["came.eml", mailOf([words, workbook(file)])],
      ["bytes.EML", mailOf([workbook(file, "Kestrel.XLSX", "application/octet-stream")])],
      ["typed.eml", mailOf([workbook(file, "checklist", XLSX)])],
      [
        "forwarded.eml",
        mailOf(
          [
            words,
            {
              type: "message/rfc822",
              name: "came.eml",
              encoding: "8bit",
              body: mailOf([words, workbook(file)]),
            },
          ],
          "x-2",
        ),
      ],
    ] as const) {
      expect(score(save(name, bytes)), name).toEqual({ file: name, ...expected });
    }
    const checked = done("check", "came.eml").out;
    expect(checked).toMatch(/^came\.eml: nothing is wrong\.\nSeal [0-9a-f-]{14}: unchanged/);
    // Our own draft, as the partner sent it.
    done("submit", file);
    expect(score("k.eml").partner).toBe("Käse & Söhne GmbH");
  });

  it("without a checklist, or with two, is told so", () => {
    const file = at("ready", "two.xlsx");
    copyFileSync(path(file), path("three.xlsx"));
    const refused = (name: string, bytes: Buffer): string => {
      const ran = run(["score", save(name, bytes)], folder);
      expect(ran, name).toMatchObject({ code: 1, out: "" });
      return ran.err;
    };
    expect(refused("none.eml", mailOf([words]))).toBe(
      "none.eml: no workbook is attached to this mail. Name the mail that has it.\n",
    );
    expect(refused("several.eml", mailOf([workbook(file), workbook("three.xlsx")]))).toBe(
      "several.eml: 2 checklists are attached (two.xlsx, three.xlsx). Save the one that counts, and name that.\n",
    );
    const other = { type: XLSX, name: "prices.xlsx", body: Buffer.from("hello") };
    expect(refused("other.eml", mailOf([words, other]))).toMatch(
      /^other\.eml, attached prices\.xlsx: This is not an \.xlsx file/,
    );
    // One that is none beside the one that counts does no harm.
    expect(score(save("beside.eml", mailOf([other, workbook(file)]))).self.total).toBe(980);
    expect(refused("noise.eml", Buffer.from("hello"))).toContain("no workbook is attached");
  });

  it("is not changed, and stands in a folder for what does not lie beside it", () => {
    const file = at("ready", "change.xlsx");
    save("change2.eml", mailOf([workbook(file)]));
    const ran = run(["set", "change2.eml", "Owner[1.1]=Kim"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("change2.eml is a mail.");
  });
});

describe("drafts", () => {
  it("of summary and report carry both documents, and are written only when asked for", async () => {
    for (const [command, stage, name, subject] of [
      ["summary", "audit", "audit summary", "Audit summary"],
      ["report", "actions", "final report", "Final report"],
    ] as const) {
      const file = at(stage, `${command}.xlsx`);
      done(command, file);
      expect(existsSync(path(`${command} ${name}.eml`))).toBe(false);
      expect(done(command, file, "--draft").err).toContain(
        `Written: ${command} ${name}.html, ${command} ${name}.xlsx and ${command} ${name}.eml.`,
      );
      const mail = await PostalMime.parse(readFileSync(path(`${command} ${name}.eml`)));
      expect(mail.subject).toBe(`Käse & Söhne GmbH: ${subject}`);
      expect(mail.text).toContain("Käse & Söhne GmbH");
      expect(mail.headers.find(({ key }) => key === "x-unsent")?.value).toBe("1");
      expect(mail.attachments.map(({ filename }) => filename)).toEqual([
        `${command} ${name}.html`,
        `${command} ${name}.xlsx`,
      ]);
      for (const { filename, content } of mail.attachments) {
        expect(Buffer.from(content as ArrayBuffer).equals(readFileSync(path(filename ?? "")))).toBe(
          true,
        );
      }
    }
  });

  it("of a plan has its text, and replaces nobody's mail", async () => {
    const file = at("actions", "plan.xlsx");
    done("set", file, "Action_Plan[8.1.9]=A test a quarter, the first by May");
    const { out } = done("plan", file, "--draft");
    const mail = await PostalMime.parse(readFileSync(path("plan action plan.eml")));
    expect(out).toContain(`Subject: ${mail.subject}`);
    expect(mail.text).toContain("A test a quarter, the first by May");
    expect(mail.attachments).toEqual([]);
    done("plan", file, "-o", "mine.eml");
    expect(run(["plan", file, "-o", "mine"], folder).err).toContain("mine.eml exists already");
    writeFileSync(path("plan action plan.eml"), "From: me\n\nMy own mail");
    const ran = run(["plan", file, "--draft"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("is no draft of this program");
  });
});
