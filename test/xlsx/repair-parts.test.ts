/** What a blueprint does not draw and other programs do: merged cells, and the order in which they last calculated. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { DAMAGES } from "./damages.ts";
import { lintXlsx } from "./lint.ts";
import { entriesOf, filledInputs, mended, readFile } from "./repairing.ts";

const plan = blueprint(checklist31, filledInputs(checklist31));
const whole = drawBlueprint(plan);

/** The file with other text in some of its parts, and with new ones. */
function altered(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

it("cells that were merged are taken apart, and the entries under them are read as before", () => {
  const file = altered(whole, {
    "xl/worksheets/sheet2.xml": (xml) =>
      xml.replace(
        "<conditionalFormatting",
        '<mergeCells count="2"><mergeCell ref="H49:H51"/><mergeCell ref="AJ60:AK61"/></mergeCells><conditionalFormatting',
      ),
  });
  const { mends, bytes, snapshot } = mended(file);
  expect(mends.map(({ kind, place }) => [kind, place?.row, place?.column])).toEqual([
    ["merged", 49, 8],
  ]);
  expect(entriesOf(checklist31, snapshot)).toEqual(entriesOf(checklist31, readFile(whole)));
  // What is merged beside our cells is somebody's own.
  expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array())).toContain(
    '<mergeCells count="1"><mergeCell ref="AJ60:AK61"/></mergeCells>',
  );
  expect(mended(bytes).mends).toEqual([]);
});

it("the order of an earlier calculation goes, because Excel calls a file with a wrong one damaged", () => {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain";
  const file = altered(drawBlueprint(DAMAGES["points typed over"](plan, checklist31)), {
    "xl/calcChain.xml": () => '<calcChain><c r="A1" i="1"/></calcChain>',
    "[Content_Types].xml": (xml) =>
      xml.replace(
        "</Types>",
        `<Override PartName="/xl/calcChain.xml" ContentType="${type}"/></Types>`,
      ),
    "xl/_rels/workbook.xml.rels": (xml) =>
      xml.replace(
        "</Relationships>",
        `<Relationship Id="rId77" Type="${relation}" Target="calcChain.xml"/></Relationships>`,
      ),
  });
  const { bytes } = mended(file);
  const parts = unzipSync(bytes);
  expect(Object.keys(parts)).not.toContain("xl/calcChain.xml");
  const told = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"].map((name) =>
    strFromU8(parts[name] ?? new Uint8Array()),
  );
  expect(told.join("")).not.toContain("calcChain");
  expect(lintXlsx(bytes)).toEqual([]);
});
