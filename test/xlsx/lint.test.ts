/** Each fault that the lint is for, made once. */

import { expect, it } from "vitest";
import { lintXlsx } from "./lint.ts";
import { tiny, tinyRows } from "./tiny.ts";

const sheet = (xml: string, more: Parameters<typeof tiny>[0] = {}) =>
  lintXlsx(tiny({ ...more, sheets: { Checklist: xml } }));
const cells = (row: string) => sheet(`<sheetData><row r="2">${row}</row></sheetData>`);
const formula = (text: string) => cells(`<c r="A2"><f>${text}</f></c>`);
const rule = (attributes: string, list = "") =>
  sheet(
    `${tinyRows()}<dataValidations><dataValidation sqref="A1" ${attributes}><formula1>${list}</formula1></dataValidation></dataValidations>`,
  );

it("finds nothing in a sound file", () => {
  expect(sheet(tinyRows())).toEqual([]);
  expect(
    formula(`IF(Item_Id="it's (",SUM(Checklist!$A$1:B2,A:A,$1:2),TRUE)&amp;'Checklist'!A1%`),
  ).toEqual([]);
});

it.each([
  ["a cell twice", () => cells('<c r="A2"/><c r="A2"/>'), /A2 is there twice/],
  ["cells out of order", () => cells('<c r="B2"/><c r="A2"/>'), /A2 is not in the order/],
  ["a cell of another row", () => cells('<c r="A3"/>'), /A3 stands in row 2/],
  [
    "rows out of order",
    () => sheet('<sheetData><row r="2"/><row r="2"/></sheetData>'),
    /row 2 stands behind row 2/,
  ],
  ["a style that is not there", () => cells('<c r="A2" s="2"/>'), /style 2 of 2/],
  ["a text that is not there", () => cells('<c r="A2" t="s"><v>0</v></c>'), /shared text 0 of 0/],
  [
    "merged areas over each other",
    () =>
      sheet(
        '<sheetData/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
      ),
    /B2:C3 lies over A1:B2/,
  ],
  ["a long prompt", () => rule(`prompt="${"a".repeat(256)}"`), /256 characters in prompt/],
  ["a long title", () => rule(`errorTitle="${"a".repeat(33)}"`), /33 characters in errorTitle/],
  ["a long list", () => rule('type="list"', `"${"a".repeat(256)}"`), /list of 256 characters/],
  [
    "a long header",
    () =>
      sheet(`<sheetData/><headerFooter><oddHeader>${"a".repeat(256)}</oddHeader></headerFooter>`),
    /oddHeader has 256/,
  ],
  ["an open bracket", () => formula("SUM(A1"), /leaves a bracket open/],
  ["a bracket too many", () => formula("SUM(A1))"), /not open/],
  ["an open quotation mark", () => formula('IF(A1="a,1)'), /open quotation mark/],
  ["a lost reference", () => formula("SUM(#REF!)"), /lost a reference/],
  ["an unknown name", () => formula("Item_Id+Item_Idd"), /unknown name Item_Idd /],
  ["an unknown sheet", () => formula("Gone!A1+'Also gone'!A1"), /unknown sheet Gone /],
  [
    "a name twice",
    () => lintXlsx(tiny({ rawNames: '<definedName name="ITEM_ID">Checklist!$A$1</definedName>' })),
    /ITEM_ID is defined twice/,
  ],
  [
    "a broken name",
    () => lintXlsx(tiny({ names: { Phase: "Checklist!#REF!" } })),
    /Phase has lost a reference/,
  ],
])("finds %s", (_, lint, fault) => {
  expect(lint().join("\n")).toMatch(fault);
});
