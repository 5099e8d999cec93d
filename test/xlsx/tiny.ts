/** Workbooks of a few parts, written by hand so that a test can get every byte wrong. */

import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface Tiny {
  /** Inside `<worksheet>`, by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Text of defined names. */
  readonly names?: Readonly<Record<string, string>>;
  /** `<definedName>` tags as they are. */
  readonly rawNames?: string;
  /** Inside `<sst>`. */
  readonly strings?: string;
  readonly workbookPr?: string;
  readonly calcPr?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}

export const ITEM_NAMES = {
  Item_Id: "Checklist!$A$1:$A$4",
  Item_Section: "Checklist!$B$1:$B$4",
  Self_Answer: "Checklist!$C$1:$C$4",
};

export const TINY_STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/></xf></cellXfs></styleSheet>';

/** The texts of the parts, in the order that Excel writes them. */
export function tinyParts(tiny: Tiny): Record<string, string> {
  const sheets = Object.entries(tiny.sheets ?? { Checklist: "<sheetData/>" });
  const names = Object.entries(tiny.names ?? ITEM_NAMES).map(
    ([name, text]) => `<definedName name="${name}">${text}</definedName>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${tiny.workbookPr ?? ""}<sheets>` +
      sheets
        .map(
          ([name], index) =>
            `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join("") +
      `</sheets><definedNames>${names.join("")}${tiny.rawNames ?? ""}</definedNames>${tiny.calcPr ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${RELATIONS}">` +
      sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join("") +
      `<Relationship Id="rId90" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId91" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    "xl/styles.xml": tiny.styles ?? TINY_STYLES,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${tiny.strings ?? ""}</sst>`,
  };
  sheets.forEach(([, xml], index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${MAIN}">${xml}</worksheet>`;
  });
  return { ...parts, ...tiny.more };
}

export function zipTexts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: "1980-01-01T00:00:00" });
}

export const tiny = (content: Tiny = {}): Uint8Array => zipTexts(tinyParts(content));

/** `<row>`s of the four rows under `ITEM_NAMES`: header, two items, end. */
export const tinyRows = (answers = ""): string =>
  '<sheetData><row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>Id</t></is></c></row>' +
  '<row r="2" spans="1:3"><c r="A2" t="inlineStr"><is><t>1.1</t></is></c><c r="B2"><v>1</v></c>' +
  `<c r="C2" s="1" t="inlineStr"><is><t>Met</t></is></c></row>${answers}` +
  '<row r="4"><c r="A4" t="inlineStr"><is><t>1.2</t></is></c><c r="B4"><v>1</v></c></row></sheetData>';
