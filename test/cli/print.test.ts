/** `print`: a page beside the workbook, and nothing of anybody's is replaced by it. */

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path } = auditFolder();
const read = (name: string): string => readFileSync(path(name), "utf8");

describe("print", () => {
  it("writes every item with what was said of it, named after the file, and leaves the file as it is", () => {
    const file = at("actions", "kestrel.xlsx");
    const before = readFileSync(path(file));
    expect(done("print", file)).toMatchObject({ out: "", err: "Written: kestrel.html.\n" });
    const html = read("kestrel.html");
    expect(html.match(/<article/g)).toHaveLength(checklist31.items.length);
    for (const words of ["Käse &amp; Söhne GmbH", "No test was run", "Plan.pdf", "For the auditor"])
      expect(html).toContain(words);
    expect(readFileSync(path(file)).equals(before)).toBe(true);
    // The page of an earlier run is replaced.
    done("set", file, "Owner[1.1]=Kim");
    done("print", file);
    expect(read("kestrel.html")).toContain("Owner: Kim");
  });

  it.each([
    ["other.html", "other.html exists already", "whose page?"],
    ["kestrel.xlsx", "kestrel.xlsx is the workbook itself", null],
    ["page.pdf", "page.pdf: a page to print ends in .html.", null],
  ])("does not write to %s", (target, said, there) => {
    const file = at("ready", "kestrel.xlsx");
    if (there !== null) writeFileSync(path(target), there);
    const before = readFileSync(path(file));
    const ran = run(["print", file, "-o", target], folder);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(said);
    expect(readFileSync(path(file)).equals(before)).toBe(true);
    if (there !== null) expect(read(target)).toBe(there);
  });

  it("replaces on request, and a dry run writes nothing", () => {
    const file = at("ready", "forced.xlsx");
    writeFileSync(path("named.html"), "old");
    done("print", file, "-o", "named.html", "--force", "--dry-run");
    expect(read("named.html")).toBe("old");
    done("print", file, "-o", "named.html", "--force");
    expect(read("named.html")).toContain("<!doctype html>");
  });

  it("says in one sentence what is no workbook", () => {
    writeFileSync(path("list.xlsx"), "id,answer\n");
    const ran = run(["print", "list.xlsx"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(ran.err).toContain("list.xlsx");
  });
});
