/** What a snapshot says of cells in all the ways that programs write them. */

import { describe, expect, it } from "vitest";
import { HostError } from "../../core/workbook/port.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { ITEM_NAMES, tiny, tinyParts, tinyRows, zipTexts } from "./tiny.ts";

/** The values under a name over column A, rows 1 to 8. */
function column(cells: string, name = "Item_Id", more: Parameters<typeof tiny>[0] = {}) {
  const names = { Item_Id: "Checklist!$Z$1", [name]: "Checklist!$A$1:$A$8" };
  const rows = [...cells.matchAll(/<c[\s\S]*?(?:<\/c>|\/>)/g)].map(
    ([cell], index) => `<row r="${index + 1}">${cell}</row>`,
  );
  const range = readSnapshot(
    tiny({ sheets: { Checklist: `<sheetData>${rows.join("")}</sheetData>` }, names, ...more }),
  )?.names[name];
  const count = rows.length;
  return {
    values: range?.values.flat().slice(0, count),
    formulas: range?.formulas.flat().slice(0, count),
  };
}

describe("values", () => {
  it("reads every type of cell", () => {
    const { values } = column(
      '<c t="s"><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c t="str"><f>B1</f><v>x</v></c>' +
        '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>1.5E2</v></c><c s="1"/>',
      "Item_Id",
      { strings: "<si><t>zero</t></si><si><t>one</t></si>" },
    );
    expect(values).toEqual(["one", " a ", "x", true, { error: "#REF!" }, 150, null]);
  });

  it("joins runs, leaves phonetic guides out and undoes escapes", () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>Not</t></r><r><t xml:space="preserve"> met</t></r><rPh sb="0" eb="1"><t>NOT</t></rPh></si>' +
      "<si><t>a_x000D_b_x005F_x0041_&amp;&lt;</t></si>";
    const { values } = column(
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><rPh sb="0" eb="1"><t>z</t></rPh><r><t>b</t></r></is></c>',
      "Item_Id",
      { strings },
    );
    expect(values).toEqual(["Not met", "a\rb_x0041_&<", "ab"]);
  });

  it("makes days of numbers only under date names", () => {
    const cells =
      '<c><v>46097</v></c><c><v>46097.75</v></c><c t="inlineStr"><is><t>soon</t></is></c><c t="d"><v>2026-03-16T00:00:00</v></c><c><v>3</v></c>';
    const day = { date: "2026-03-16" };
    expect(column(cells, "Closed_On").values).toEqual([day, day, "soon", day, 3]);
    expect(column(cells, "Evidence").values).toEqual([46_097, 46_097.75, "soon", 46_097, 3]);
    const { values } = column("<c><v>44635</v></c>", "Closed_On", {
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(values).toEqual([day]);
  });

  it("tells a formula without result from one that gives empty text", () => {
    const { values, formulas } = column(
      '<c><f>B1</f></c><c t="str"><f>B2</f><v></v></c><c t="str"><f>B3</f></c>',
    );
    expect(values).toEqual([null, "", ""]);
    expect(formulas).toEqual(["B1", "B2", "B3"]);
  });

  it.each([
    ['<c t="s"><v>7</v></c>', /Checklist!A1 refers to a text/],
    ['<c t="s"><v>x</v></c>', /Checklist!A1 refers to a text/],
    ["<c><v>1,5</v></c>", /Checklist!A1 holds a number/],
    ['<c r="A0"><v>1</v></c>', /at the place “A0”/],
    ['<c r="ZZZZ1"><v>1</v></c>', /at the place “ZZZZ1”/],
    ['<c><f t="shared" si="4"></f><v>1</v></c>', /formula of cell Checklist!A1/],
  ])("names the cell that contradicts the file: %s", (cell, sentence) => {
    expect(() => column(cell)).toThrow(HostError);
    expect(() => column(cell)).toThrow(sentence);
  });
});

describe("formulas", () => {
  it("expands shared ones, wherever the first stands", () => {
    const rows =
      '<sheetData><row r="1"><c r="D1"><f t="shared" ref="A2:D3" si="0">IF($C1="Met",A$1,"C1 met")&amp;Phase</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row></sheetData>';
    const range = readSnapshot(
      tiny({
        sheets: { Checklist: rows },
        names: { Item_Id: "Checklist!$D$1:$D$3", Self_Answer: "Checklist!$A$2:$A$3" },
      }),
    )?.names.Self_Answer;
    // Three columns to the left of A is no cell.
    expect(range?.formulas).toEqual([
      ['IF($C2="Met",#REF!,"C1 met")&Phase'],
      ['IF($C3="Met",#REF!,"C1 met")&Phase'],
    ]);
  });

  it("keeps array formulas as text and drops marks of newer functions", () => {
    const { formulas } = column(
      '<c><f t="array" ref="A1">SUM(B1:B2*2)</f><v>1</v></c><c><f>_xlfn.IFNA(_xlfn._xlws.FILTER(A1,A1),0)</f><v>1</v></c><c><v>1</v></c>',
    );
    expect(formulas).toEqual(["SUM(B1:B2*2)", "IFNA(FILTER(A1,A1),0)", null]);
  });
});

describe("names", () => {
  it("gives null where there is no checklist", () => {
    expect(readSnapshot(tiny({ names: { Phase: "Checklist!$A$1" } }))).toBeNull();
    expect(readSnapshot(tiny({ names: {} }))).toBeNull();
  });

  it("reports names that point nowhere", () => {
    const names = {
      Item_Id: "#REF!",
      Self_Answer: "Checklist!#REF!",
      Phase: "Gone!$A$1",
      Evidence: "OFFSET(Checklist!$A$1,1,1)",
      Owner: "[1]Checklist!$A$1",
    };
    const snapshot = readSnapshot(tiny({ names }));
    expect([...(snapshot?.brokenNames ?? [])].sort()).toEqual(Object.keys(names).sort());
    expect(snapshot?.names).toEqual({});
  });

  it("takes the workbook's before a sheet's, in any case and order", () => {
    const rawNames =
      '<definedName name="item_id" localSheetId="0">Checklist!$A$9</definedName><definedName name="ITEM_ID">Checklist!$A$2</definedName>' +
      '<definedName name="Phase" localSheetId="0">Checklist!$A$4</definedName>';
    const names = readSnapshot(
      tiny({ sheets: { Checklist: tinyRows() }, names: {}, rawNames }),
    )?.names;
    expect(names?.Item_Id?.values).toEqual([["1.1"]]);
    expect(names?.Phase?.values).toEqual([["1.2"]]);
  });

  it("finds quoted sheets", () => {
    const sheets = { "O&apos;Brien &amp; Co": tinyRows() };
    const names = readSnapshot(
      tiny({ sheets, names: { Item_Id: "'O''Brien &amp; Co'!$A$2" } }),
    )?.names;
    expect(names?.Item_Id).toMatchObject({ sheet: "O'Brien & Co", values: [["1.1"]] });
  });
});

describe("sheets", () => {
  const rule = (type: string, area: string) =>
    `<dataValidations count="1"><dataValidation ${type} sqref="${area}"/></dataValidations>`;
  const extended =
    '<extLst><ext><x14:dataValidations xmlns:x14="a" xmlns:xm="b"><x14:dataValidation type="list"><x14:formula1><xm:f>A1</xm:f></x14:formula1><xm:sqref>C2 Z9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';

  it.each([
    ["a list", rule('type="list"', "Z1 C3:C4"), true],
    ["a list elsewhere", rule('type="list"', "D1:D9"), false],
    ["a prompt only", rule("", "C1:C9"), false],
    ["no restriction", rule('type="none"', "C1:C9"), false],
    ["a list in an extension", extended, true],
  ])("sees %s as an input rule or not", (_, xml, expected) => {
    const snapshot = readSnapshot(tiny({ sheets: { Checklist: tinyRows() + xml } }));
    expect(snapshot?.names.Self_Answer?.hasInputRule).toBe(expected);
    expect(snapshot?.names.Self_Answer?.values[1]).toEqual(["Met"]);
  });

  it("sees protection, also of sheets without names", () => {
    const plain = "<sheetData/>";
    const sheets = {
      Checklist: `${tinyRows()}<sheetProtection sheet="1"/>`,
      Off: `${plain}<sheetProtection sheet="0"/>`,
      On: `${plain}<sheetProtection objects="1" sheet="true"/>`,
      None: plain,
      Quoted: `${plain}<sheetProtection sheet='1'/>`,
      Said: `${plain}<!-- <sheetProtection sheet="1"/> -->`,
    };
    expect(readSnapshot(tiny({ sheets }))?.sheets.map((sheet) => sheet.isProtected)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it("reads files with prefixes, without addresses, and with other paths", () => {
    const parts = tinyParts({ sheets: { Checklist: "" } });
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c/><x:c><x:v>7</x:v></x:c></x:row>' +
      '<x:row r="3"><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const rels = (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
      "worksheets/sheet1.xml",
      "/XL/other.xml",
    );
    const book = zipTexts({ ...parts, "xl/_rels/workbook.xml.rels": rels, "xl/other.xml": sheet });
    const names = readSnapshot(book)?.names;
    expect(names?.Item_Section?.values).toEqual([[7], [null], [null], [null]]);
    expect(names?.Item_Id?.values).toEqual([[null], [null], ["id"], [null]]);
    expect(Object.keys(names ?? {}).sort()).toEqual(Object.keys(ITEM_NAMES).sort());
  });
});
