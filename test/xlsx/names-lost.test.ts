/** Files whose names a program dropped, or whose Checklist stands in them twice: recognised by what the sheets hold. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { admit } from "../../core/report/admit.ts";
import { unfitText } from "../../core/report/refusal.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { openXlsx } from "../../xlsx/workbook.ts";

const drawn = drawBlueprint(blueprint(checklist31, blankInputs(checklist31)));
const read = (bytes: Uint8Array) => openXlsx(EDITIONS, bytes).snapshot();

/** The file with other text in some of its parts. */
function altered(...changes: readonly (readonly [string, (xml: string) => string])[]): Uint8Array {
  const parts = unzipSync(drawn);
  for (const [part, change] of changes) {
    const bytes = parts[part];
    if (!bytes) throw new RangeError(`no ${part}`);
    const after = change(strFromU8(bytes));
    if (after === strFromU8(bytes)) throw new RangeError(`nothing was changed in ${part}`);
    parts[part] = strToU8(after);
  }
  return zipSync(parts);
}

const withoutNames = (xml: string) => xml.replace(/<definedNames>[\s\S]*<\/definedNames>/, "");

describe("a workbook without the names of its cells", () => {
  it.each([
    ["dropped, as Numbers and some converters do", withoutNames],
    [
      "left behind by sheets that were renamed",
      (xml: string) => xml.replace(/<sheet name="([^"]+)"/g, '<sheet name="$1 2026"'),
    ],
  ])("%s, is known by its header row, not scored, and no new one is asked for", (_, change) => {
    const snapshot = read(altered(["xl/workbook.xml", change]));
    const { refusal } = admit(EDITIONS, snapshot);
    expect(refusal).toEqual({ code: "namesLost" });
    if (refusal?.code !== "namesLost") return;
    const said = unfitText(refusal, {
      noChecklist: "Make one.",
      namesLost: "Take another copy.",
      newerFormat: "",
      checklistUnknown: "",
      checklistUnread: "",
    });
    expect(said).toMatch(/dropped the names .* not scored\. Take another copy\.$/);
  });

  it("is no checklist where the header row is somebody else's", () => {
    const other = altered(
      ["xl/workbook.xml", withoutNames],
      ["xl/sharedStrings.xml", (xml) => xml.replaceAll("Partner Self-Assessment", "Answer")],
    );
    expect(read(other)).toBeNull();
  });
});

it("a copy of the Checklist is told, because what is in it does not count", () => {
  const parts = unzipSync(drawn);
  const twice = altered(
    [
      "xl/workbook.xml",
      (xml) =>
        xml.replace(
          "</sheets>",
          '<sheet name="Checklist (2)" sheetId="99" r:id="rId99"/></sheets>',
        ),
    ],
    [
      "xl/_rels/workbook.xml.rels",
      (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
        ),
    ],
    [
      "[Content_Types].xml",
      (xml) =>
        xml.replace(
          "</Types>",
          '<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
    ],
  );
  const whole = {
    ...unzipSync(twice),
    "xl/worksheets/sheet99.xml": parts["xl/worksheets/sheet2.xml"],
  };
  const snapshot = read(zipSync(whole as Record<string, Uint8Array>));
  if (!snapshot) throw new Error("no checklist");
  const { issues } = report(EDITIONS, snapshot);
  expect(issues.map(({ code, values }) => [code, values])).toEqual([
    ["checklistCopied", { sheets: ["Checklist (2)"] }],
  ]);
});
