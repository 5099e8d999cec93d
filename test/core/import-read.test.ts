/** Lists as people have them, read: columns by their names, ids that programs changed, values without ids. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Brought } from "../../core/import/brought.ts";
import { pastedSource, textSource } from "../../core/import/delimited.ts";
import { jsonSource } from "../../core/import/json.ts";
import type { ReadOptions } from "../../core/import/options.ts";
import { readSources } from "../../core/import/read.ts";
import type { Source, SourceTable } from "../../core/import/source.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { CellValue } from "../../core/workbook/port.ts";

const { items, sections } = checklist31;
const OPTIONS: ReadOptions = { answers: "Self_Answer", from: null };

const read = (source: Source, options: Partial<ReadOptions> = {}): Brought =>
  readSources(EDITIONS, checklist31, [source], { ...OPTIONS, ...options });
const csv = (text: string, options: Partial<ReadOptions> = {}): Brought =>
  read(textSource(checklist31, "a.csv", text), options);
const paste = (text: string, options: Partial<ReadOptions> = {}): Brought =>
  read(pastedSource(checklist31, text), options);
const sheet = (rows: readonly (readonly CellValue[])[], first = 1): Source => {
  const table: SourceTable = {
    source: "a.xlsx",
    table: "Sheet1",
    counts: "rows",
    rows: rows.map((cells, index) => ({ row: first + index, cells })),
  };
  return { source: "a.xlsx", notes: [], kind: "tables", tables: [table] };
};
/** What was brought, as `id input=value`; blanks too. */
const told = ({ cells, faults }: Brought): string[] => {
  expect(faults).toEqual([]);
  return cells.map(
    ({ name, item, at, value }) =>
      `${item ?? at} ${name}=${value === null ? "" : JSON.stringify(value)}`,
  );
};
const lost = (brought: Brought) => brought.lost.map(({ place, fault }) => [place.row, fault.code]);

describe("columns", () => {
  it("are known by their names on the sheet, short names and defined names, in any order", () => {
    const heads = [
      ["AUDITOR’S  NOTE", "Auditor_Note"],
      ["Closed on", "Closed_On"],
      ["partner self assessment", "Self_Answer"],
      ["Evidence link or note", "Evidence"],
      ["owner", "Owner"],
      ["Auditor\u00a0Validation", "Auditor_Answer"],
      ["note kind", "Note_Kind"],
      ["Closure_Evidence", "Closure_Evidence"],
      ["plan", "Action_Plan"],
      ["Previous action item", "Prior_Action"],
      ["Disclosed change", "Disclosed_Change"],
      ["What changed", "What_Changed"],
    ] as const;
    const line = [...heads.map((_, index) => `v${index}`), "1.1"].join(";");
    const brought = csv(`${heads.map(([head]) => head).join(";")};Id\n${line}\n`);
    expect(told(brought)).toEqual(heads.map(([, name], index) => `1.1 ${name}="v${index}"`));
    expect(brought.tables[0]?.unread).toEqual([]);
  });

  it("that are not read are named where they hold something; what the sheets calculate is passed over", () => {
    const { tables } = csv(
      "id,answer,Points,Risk,Empty,Evidence to show\n1.1,Met,0,high,,a plan\n",
    );
    expect(tables[0]?.unread).toEqual(["Risk"]);
  });

  it.each([["Item"], ["No."], ["Ref."], ["Punkt"], [""]])(
    "of ids may be called “%s”, if ids stand in it",
    (head) => {
      expect(told(csv(`${head},Title,Answer\n1.1,Financial,Met\n1.2,Planning,\n`))).toEqual([
        '1.1 Self_Answer="Met"',
        '1.2 Self_Answer=""',
      ]);
    },
  );

  it("called Id that hold somebody's own numbers give way to the ones that hold ids", () => {
    expect(told(csv("Id,Item,Answer\n501,1.1,Met\n502,1.2,Met\n"))).toEqual([
      '1.1 Self_Answer="Met"',
      '1.2 Self_Answer="Met"',
    ]);
  });

  it("that come twice are read once, and the second is named", () => {
    const brought = csv("id,owner,Owner\n1.1,Kim,Lee\n");
    expect(told(brought)).toEqual(['1.1 Owner="Kim"']);
    expect(brought.tables[0]?.unread).toEqual(["Owner"]);
  });

  it("are not found in a line of answers, though a word in it is the name of one", () => {
    expect(told(csv("id,answer,owner\n1.1,Met,Owner\n1.2,Met,Evidence\n"))).toHaveLength(4);
  });

  it("may be named anew further down, as where two lists were put together", () => {
    const text = "id,answer\n1.1,Met\n\nEvidence,Id\nplan.pdf,1.2\nId,Answer\n1.3,Not met\n";
    expect(told(csv(text))).toEqual([
      '1.1 Self_Answer="Met"',
      '1.2 Evidence="plan.pdf"',
      '1.3 Self_Answer="Not met"',
    ]);
  });

  it("are what somebody says they are", () => {
    const roles = { table: 0, column: 2, role: { is: "input", name: "Owner" } } as const;
    const brought = csv("id,answer,Wer\n1.1,Met,Kim\n", { columns: [roles] });
    expect(told(brought)).toEqual(['1.1 Self_Answer="Met"', '1.1 Owner="Kim"']);
    const none = { table: 0, column: 1, role: null } as const;
    expect(told(csv("id,answer,owner\n1.1,Met,Kim\n", { columns: [none] }))).toEqual([
      '1.1 Owner="Kim"',
    ]);
    const both = [
      { table: 0, column: 0, role: { is: "key" } },
      { table: 0, column: 2, role: { is: "input", name: "Evidence" } },
    ] as const;
    expect(told(csv("1.1,x,plan.pdf\n1.2,y,plan\n", { columns: both }))).toEqual([
      '1.1 Evidence="plan.pdf"',
      '1.2 Evidence="plan"',
    ]);
  });

  it("that nobody knows make no list, and the names that were found are told", () => {
    expect(csv("a,b,c\n1,2,3\n").faults[0]?.fault).toEqual({
      code: "noHeading",
      heads: ["a", "b", "c"],
    });
    expect(csv(" \n\n").faults[0]?.fault).toEqual({ code: "empty" });
  });

  it("of services, references and single inputs are read as well", () => {
    expect(
      told(
        csv("Service,Compliant,Customer examples\nLambda,Yes,Alder\nAmazon Route 53 (R53),No,\n"),
      ),
    ).toEqual([
      '1 Service_Compliant="Yes"',
      '1 Service_Example="Alder"',
      '5 Service_Compliant="No"',
      '5 Service_Example=""',
    ]);
    expect(told(csv("Customer,Since,Public\nAlder,2026-01-05,Yes\nBirch,,No\n"))).toHaveLength(6);
    expect(told(csv("No.,Customer,Paying\n3,Alder,Yes\n,a remark,\n"))).toEqual([
      '2 Prerequisite_Reference="Alder"',
      '2 Prerequisite_Paying="Yes"',
    ]);
    const singles =
      "What;Entry;Date\nAPN tier;Premier;\nAudit;2026-03-09;\nAudit;Renewal;\nPhase;Closed;\n";
    expect(told(csv(singles))).toEqual([
      '0 Prerequisite_Tier="Premier"',
      '0 Audit_On="2026-03-09"',
      '0 Engagement="Renewal"',
    ]);
    const application = "Application in the APN Portal (a step)";
    expect(told(csv(`What,Entry,Date\n${application},Yes,2026-01-05\n`))).toEqual([
      '0 Prerequisite_Application="Yes"',
      '0 Prerequisite_Application_On="2026-01-05"',
    ]);
  });

  it("of answers that do not say whose go where they are wanted", () => {
    const brought = csv("id,answer\n1.1,Met\n", { answers: "Auditor_Answer" });
    expect(told(brought)).toEqual(['1.1 Auditor_Answer="Met"']);
    expect(brought.tables[0]?.answers).toBe("Auditor_Answer");
    expect(csv("id,auditor validation\n1.1,Met\n").tables[0]?.answers).toBe(null);
  });
});

describe("lines", () => {
  it("whose id is lost are told one by one, and lines that bring nothing are not", () => {
    const text =
      "id,answer\n9.16,Met\n,Not met\n9.17,\n2026-12-24,Met\n8,3 of 16\n9.10,Met\nEnd of list,\n";
    expect(lost(csv(text))).toEqual([
      [2, "unknownItem"],
      [3, "noId"],
      [5, "idAsDate"],
      [7, "unknownItem"],
    ]);
  });

  it("with a field too many bring nothing: nobody knows which is which", () => {
    const text = "id,evidence,answer\n1.1,Plan, signed,Met\n1.2,Plan,Met,\n1.3,Plan\n";
    const brought = csv(text);
    expect(lost(brought)).toEqual([[2, "fields"]]);
    // A field that is not there brings nothing, not even a blank.
    expect(told(brought)).toEqual([
      '1.2 Evidence="Plan"',
      '1.2 Self_Answer="Met"',
      '1.3 Evidence="Plan"',
    ]);
  });
});

describe("values without ids", () => {
  const all = items.map((_, index) => ["", "Met", "Not met"][(index % 7) % 3] ?? "");

  it("go by the order of the items, blanks along with them", () => {
    const brought = paste(all.join("\r\n"));
    expect(brought.cells.map(({ value }) => value)).toEqual(all);
    expect(brought.cells.map(({ item }) => item)).toEqual(items.map(({ id }) => id));
    expect(brought.tables[0]).toMatchObject({
      lines: all.filter((value) => value !== "").length,
      answers: "Self_Answer",
      columns: [],
    });
  });

  it("may have their column's name above, the headings of sections between and the end below", () => {
    let at = 0;
    const body = sections.flatMap((section) => [
      "1 of 6",
      ...section.items.map(() => all[at++] ?? ""),
    ]);
    const text = ["Auditor Validation", ...body, "End of list", ""].join("\n");
    const brought = paste(text);
    expect(brought.cells.map(({ value }) => value)).toEqual(all);
    expect(brought.cells.every(({ name }) => name === "Auditor_Answer")).toBe(true);
    expect(brought.cells[6]?.place.row).toBe(10);
  });

  it("are those of the body where a heading counts them, though most are blank", () => {
    const body = ["2 of 6", "Met", "Not met", ...Array.from({ length: 110 }, () => "")];
    expect(told(paste(body.join("\n"))).slice(0, 3)).toEqual([
      '1.1 Self_Answer="Met"',
      '1.2 Self_Answer="Not met"',
      '1.3 Self_Answer=""',
    ]);
  });

  it("may be of any column, if that is said", () => {
    const role = { table: 0, column: 0, role: { is: "input", name: "Owner" } } as const;
    const { cells } = paste(all.map(() => "Kim").join("\n"), { columns: [role] });
    expect(cells.filter(({ name, value }) => name === "Owner" && value === "Kim")).toHaveLength(97);
  });

  it("begin where it is said, and else are as many as the items", () => {
    const from = "13.1" as ItemId;
    expect(told(paste("Met\nNot met", { from }))).toEqual([
      '13.1 Self_Answer="Met"',
      '13.2 Self_Answer="Not met"',
    ]);
    expect(paste("Met\nNot met").faults[0]?.fault).toEqual({ code: "count", found: 2, wanted: 97 });
    expect(paste("Met\nMet\nMet\nMet\nMet", { from }).faults[0]?.fault.code).toBe("count");
    expect(paste([...all, "Met"].join("\n")).faults[0]?.fault.code).toBe("count");
    expect(told(paste([...all, "", " "].join("\n")))).toHaveLength(97);
  });

  it("beside ids need no name; with more columns nobody knows which is which", () => {
    expect(told(paste("1.1\tMet\n1.2\tNot met"))).toHaveLength(2);
    expect(paste("1.1\tMet\tplan.pdf\n1.2\tNot met\tplan").faults[0]?.fault.code).toBe("noHeading");
  });

  it("of a sheet may have blank rows between, and count as they stand", () => {
    const rows = all.map((value) => [null, value === "" ? null : value]);
    const source = sheet(rows, 4);
    // Rows without any cell are not there.
    const { tables } = source as Extract<Source, { kind: "tables" }>;
    const filled = tables.map((table) => ({
      ...table,
      rows: table.rows.filter(({ cells }, at) => at === 0 || cells[1] !== null),
    }));
    const { faults } = read({ ...source, tables: filled } as Source);
    // The first is blank: the column begins with the second, and is one too short.
    expect(faults[0]?.fault).toEqual({ code: "count", found: 96, wanted: 97 });
  });
});

describe("JSON", () => {
  it("is read by the keys of its entries, and told by list and entry", () => {
    const text = JSON.stringify({
      items: [{ id: "1.1", answer: "Met" }, null, { id: "9.16", answer: "Met" }],
      services: [{ service: "AWS Lambda", compliant: true }],
      inputs: { Partner_Name: "Kestrel", Holidays: ["2026-12-25", "2026-12-26"], other: {} },
    });
    const brought = read(jsonSource("a.json", text));
    expect(told(brought)).toEqual([
      '1.1 Self_Answer="Met"',
      "1 Service_Compliant=true",
      '0 Partner_Name="Kestrel"',
      '0 Holidays="2026-12-25"',
      '0 Holidays="2026-12-26"',
    ]);
    expect(
      brought.lost.map(({ place, fault, key }) => [place.table, place.row, fault.code, key]),
    ).toEqual([
      ["items", 3, "unknownItem", "9.16"],
      ["inputs", 4, "unknownInput", "other"],
    ]);
    expect(told(read(jsonSource("a.json", '[{"ID":"1.1","__proto__":1,"Owner":"Kim"}]')))).toEqual([
      '1.1 Owner="Kim"',
    ]);
  });

  it.each([
    ["{", "notJson"],
    ["{}", "noHeading"],
    ["[1,2]", "noHeading"],
    ['{"a":[{"b":1}]}', "noHeading"],
  ])("%s is no list", (text, code) => {
    expect(read(jsonSource("a.json", text)).faults.map(({ fault }) => fault.code)).toEqual([code]);
  });
});

describe("anything at all", () => {
  it("is read without an exception, and every filled field of a known column is somewhere", () => {
    const word = fc.constantFrom(
      "id",
      "1.1",
      "Met",
      "Owner",
      "answer",
      "",
      "08.01.2009",
      "=x",
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 8 }), (rows) => {
        const text = rows.map((row) => row.join("\t")).join("\n");
        const brought = paste(text);
        expect(JSON.parse(JSON.stringify(brought))).toEqual(brought);
        for (const { at } of brought.cells) expect(at).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("of a million cells is refused in a sentence", () => {
    const line = Array.from({ length: 100 }, (_, at) => `c${at}`).join(",");
    const text = `id,answer\n${`${line}\n`.repeat(10_000)}`;
    expect(csv(text).faults[0]?.fault.code).toBe("tooLarge");
    const oneLine = `id,answer${",1.1".repeat(1_000_000)}`;
    expect(csv(`${oneLine}\n1.1,Met\n`).faults[0]?.fault.code).toBe("tooLarge");
    const wide = `id,answer${",1.1".repeat(2_000)}`;
    expect(csv(`${wide}\n${"1.1,Met\n".repeat(90)}`).lost).toEqual([]);
  });
});
