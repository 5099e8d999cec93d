/** Lists of answers as spreadsheets save them: no field is taken for another, and nothing is guessed. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAnswerList } from "../../cli/answers.ts";

const folder = mkdtempSync(join(tmpdir(), "msp-answers-"));
let count = 0;

function list(content: string | Uint8Array): string {
  count += 1;
  const file = join(folder, `${count}.csv`);
  writeFileSync(file, content);
  return file;
}

const read = (content: string | Uint8Array) =>
  readAnswerList({ cwd: folder }, list(content), "Partner Self-Assessment").lines.map(
    ({ id, answer }) => [id, answer],
  );

const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};

describe("a list of answers", () => {
  it.each([
    ["commas", "id,answer\n1.1,Met\n"],
    ["semicolons, as where a comma is the decimal mark", "\ufeffid;answer\r\n1.1;Met\r\n"],
    ["tabs in UTF-16, as Excel's Unicode Text", utf16("id\tanswer\r\n1.1\tMet\r\n")],
    ["the other UTF-16", utf16("id\tanswer\r\n1.1\tMet\r\n", true)],
    ["the delimiter named in the first line", "sep=;\r\nid;answer\r\n1.1;Met\r\n"],
    ["quotation marks around everything", '"id";"answer"\r\n"1.1";"Met"\r\n'],
    ["other columns, another order, capitals", "Answer,Owner, ID \nMet,Kim,1.1\n"],
    ["the answers under the head of their sheet", "Id,Partner Self-Assessment\n1.1,Met\n"],
    ["empty lines and empty fields at the end", "id,answer\n\n1.1,Met,,\n,\n"],
  ])("is read with %s", (_, content) => {
    expect(read(content)).toEqual([["1.1", "Met"]]);
  });

  it.each([
    ["a comma in a note between semicolons", "id;note;answer\n8.1.9;partly, Met;Not met\n"],
    ["a semicolon in a note between commas", "id,note,answer\n8.1.9,a; Met,Not met\n"],
    ["a comma at the end of such a note", "id;note;answer\n8.1.9;draft,;Not met\n"],
  ])("does not take %s for a delimiter", (_, content) => {
    expect(read(content)).toEqual([["8.1.9", "Not met"]]);
  });

  it("tells which columns hold something that is not read", () => {
    const file = list("id;answer;owner;evidence;note;\n1.1;Met;Kim;;A note;\n1.2;;;;;\n");
    expect(readAnswerList({ cwd: folder }, file, "Auditor Validation").unread).toEqual([
      "owner",
      "note",
    ]);
  });

  it("is refused where a line has fewer or more fields, with each line and its number", () => {
    const file = list("id,answer\n1.1\n1.2,Met\n1.3,a note, Met\n");
    expect(() => readAnswerList({ cwd: folder }, file, "Auditor Validation")).toThrow(
      `${file}, line 2: one field where the first line has 2.`,
    );
    expect(() => readAnswerList({ cwd: folder }, file, "Auditor Validation")).toThrow(
      `${file}, line 4: 3 fields where the first line has 2.`,
    );
    expect(() => readAnswerList({ cwd: folder }, file, "Auditor Validation")).toThrow(
      "Nothing was written: 2 lines are wrong.",
    );
  });

  it("is refused without its columns, without lines, and with quotation marks that do not match", () => {
    expect(() => read("item,met\n1.1,Met\n")).toThrow("the first line must be id,answer");
    expect(() => read("id,answer\n\n,\n")).toThrow("holds no answers");
    expect(() => read('id,answer\n1.1,"Met\n')).toThrow(/line \d.*do not match/);
  });
});
