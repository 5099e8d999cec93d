/** What is said beside a selected cell: input messages, and links that may be followed. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";
import type { Blueprint, CellValue } from "../../core/workbook/port.ts";
import { hintOf } from "../../preview/hints.ts";

const plan = blueprint(checklist31, blankInputs(checklist31));
const evidence = { sheet: "Checklist", row: 5, column: columnOf("evidence") };
const linkOf = (value: CellValue) => hintOf(plan, evidence, value)?.link ?? null;

describe("a hint", () => {
  it("is the message of the input rule, in every cell of its areas and in no other", () => {
    for (const sheet of plan.sheets) {
      for (const { areas, prompt } of sheet.inputs) {
        for (const { row, column, rows, columns } of areas) {
          const corner = { sheet: sheet.name, row: row + rows - 1, column: column + columns - 1 };
          const hint = hintOf(plan, corner, null);
          expect([hint?.title, hint?.message]).toEqual([prompt?.title, prompt?.message]);
        }
      }
    }
    const first = plan.sheets.flatMap(({ name, inputs }) =>
      inputs.flatMap(({ prompt, areas }) => (prompt && name === "AWS Services" ? areas : [])),
    )[0];
    if (!first) throw new Error("The services have no input message.");
    const { row, column, rows } = first;
    const beside = [
      { row: row - 1, column },
      { row: row + rows, column },
      { row, column: column - 1 },
      { row: row + 400, column: column + 400 },
    ];
    for (const place of beside)
      expect(hintOf(plan, { sheet: "AWS Services", ...place }, null)).toBeNull();
    expect(hintOf(plan, { sheet: "My notes", row, column }, null)).toBeNull();
  });

  it("leads where the links of the About sheet lead", () => {
    const about = plan.sheets.find((sheet) => sheet.name === "About");
    const linked = about?.cells.filter((cell) => cell.link !== undefined) ?? [];
    expect(linked.length).toBeGreaterThan(10);
    for (const { row, column, value, link = "" } of linked) {
      const hint = hintOf(plan, { sheet: "About", row, column }, value);
      const address = new URL(link);
      expect(hint?.link).toEqual({ label: `Open ${address.host}`, address: address.href });
    }
  });

  it("finds the address in what somebody wrote, and leaves out what belongs to the sentence", () => {
    const address = "https://wiki.example/runbook?page=3";
    const found = { label: "Open wiki.example", address };
    for (const text of [address, `See ${address}.`, `Runbook (${address}), page 3`, `“${address}”`])
      expect(linkOf(text), text).toEqual(found);
    for (const text of ["", "Runbook", "wiki.example/runbook", 7, null, true])
      expect(linkOf(text), String(text)).toBeNull();
  });

  it("follows nothing but web addresses", () => {
    const bad = [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "data:text/html,x",
      "https://",
      "//x",
    ];
    for (const link of bad) {
      expect(linkOf(link), link).toBeNull();
      expect(hintOf(withLink(link), evidence, null), link).toBeNull();
    }
    // The address that is planned for a cell counts, whatever text was put there.
    expect(hintOf(withLink("https://a.example/"), evidence, "https://b.example/")?.link).toEqual({
      label: "Open a.example",
      address: "https://a.example/",
    });
  });

  it("leads to places in the workbook, if they can be seen", () => {
    const to = (link: string) => hintOf(withLink(link), evidence, null)?.link ?? null;
    expect(to("#Overview!C4")).toEqual({
      label: "Go to Overview",
      place: { sheet: "Overview", row: 4, column: 3 },
    });
    expect(to("#'AWS Services'!A1")).toEqual({
      label: "Go to AWS Services",
      place: { sheet: "AWS Services", row: 1, column: 1 },
    });
    const hidden = plan.sheets.find((sheet) => sheet.visibility !== "visible")?.name;
    for (const link of ["#Nowhere!A1", "#Overview!", "#", `#${hidden}!A1`])
      expect(to(link), link).toBeNull();
  });
});

function withLink(link: string): Blueprint {
  const cell = { row: evidence.row, column: evidence.column, value: "", style: "link", link };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name === evidence.sheet
        ? {
            ...sheet,
            cells: [
              ...sheet.cells.filter(
                ({ row, column }) => row !== evidence.row || column !== evidence.column,
              ),
              cell,
            ],
          }
        : sheet,
    ),
  };
}
