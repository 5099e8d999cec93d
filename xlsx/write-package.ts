/** The parts of a new workbook around its sheets: what it holds, how the parts hang together, names, properties. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { Blueprint, SheetPlan } from "../core/workbook/port.ts";
import { escapeText, tagText } from "./markup.ts";
import { MAIN, RELATIONS } from "./namespaces.ts";
import { reference } from "./reference.ts";

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const PACKAGE = "application/vnd.openxmlformats-package";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
const EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const APPLICATION = "MSP checklist";

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;
export const sheetRelationsPath = (index: number): string =>
  `xl/worksheets/_rels/sheet${index + 1}.xml.rels`;

export function contentTypes(sheets: number): string {
  const overrides: [part: string, type: string][] = [
    ["xl/workbook.xml", `${OFFICE}.spreadsheetml.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, index): [string, string] => [
      sheetPath(index),
      `${OFFICE}.spreadsheetml.worksheet+xml`,
    ]),
    ["xl/theme/theme1.xml", `${OFFICE}.theme+xml`],
    ["xl/styles.xml", `${OFFICE}.spreadsheetml.styles+xml`],
    ["xl/sharedStrings.xml", `${OFFICE}.spreadsheetml.sharedStrings+xml`],
    ["docProps/core.xml", `${PACKAGE}.core-properties+xml`],
    ["docProps/app.xml", `${OFFICE}.extended-properties+xml`],
  ];
  const tags = overrides.map(([part, type]) =>
    tagText("Override", { PartName: `/${part}`, ContentType: type }, true),
  );
  return (
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${tags.join("")}</Types>`
  );
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

/** Relations `rId1` and on. */
function relations(list: readonly Relation[]): string {
  const tags = list.map(({ type, target, isOutside }, index) =>
    tagText(
      "Relationship",
      {
        Id: `rId${index + 1}`,
        Type: type,
        Target: target,
        TargetMode: isOutside ? "External" : undefined,
      },
      true,
    ),
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${tags.join("")}</Relationships>`;
}

export const packageRelations = (): string =>
  relations([
    { type: `${RELATIONS}/officeDocument`, target: "xl/workbook.xml" },
    { type: `${PACKAGE_RELATIONS}/metadata/core-properties`, target: "docProps/core.xml" },
    { type: `${RELATIONS}/extended-properties`, target: "docProps/app.xml" },
  ]);

/** The sheets come first, so that sheet 1 is `rId1`. */
export const workbookRelations = (sheets: number): string =>
  relations([
    ...Array.from({ length: sheets }, (_, index) => ({
      type: `${RELATIONS}/worksheet`,
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { type: `${RELATIONS}/theme`, target: "theme/theme1.xml" },
    { type: `${RELATIONS}/styles`, target: "styles.xml" },
    { type: `${RELATIONS}/sharedStrings`, target: "sharedStrings.xml" },
  ]);

export const linkRelations = (targets: readonly string[]): string =>
  relations(targets.map((target) => ({ type: `${RELATIONS}/hyperlink`, target, isOutside: true })));

/** `shown`: the sheet, from 0, that is shown when the file is opened. */
export function workbook({ sheets, names }: Blueprint, shown: number): string {
  const view = {
    xWindow: 0,
    yWindow: 0,
    windowWidth: 16_384,
    windowHeight: 8192,
    activeTab: shown,
  };
  const tags = sheets.map(({ name, visibility }, index) =>
    tagText(
      "sheet",
      {
        name,
        sheetId: index + 1,
        state: visibility === "visible" ? undefined : visibility,
        "r:id": `rId${index + 1}`,
      },
      true,
    ),
  );
  const defined: DefinedName[] = [
    ...names.map(({ name, sheet, area }) => ({
      name,
      text: reference(sheet, areaAddress(area, true)),
    })),
    ...sheets.flatMap(sheetNames),
  ];
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<bookViews>${tagText("workbookView", view, true)}</bookViews>` +
    `<sheets>${tags.join("")}</sheets>${definedNames(defined)}` +
    '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>'
  );
}

export interface DefinedName {
  readonly name: string;
  /** Of one sheet only: its place, from 0. */
  readonly sheet?: number;
  readonly isHidden?: boolean;
  readonly text: string;
}

/** In the order of Excel: by name whatever its case, then by sheet. */
function definedNames(names: readonly DefinedName[]): string {
  if (names.length === 0) return "";
  const key = ({ name }: DefinedName) => name.toLowerCase();
  const ordered = [...names].sort((a, b) =>
    key(a) === key(b) ? (a.sheet ?? -1) - (b.sheet ?? -1) : key(a) < key(b) ? -1 : 1,
  );
  const tags = ordered.map(({ name, sheet, isHidden, text }) => {
    const tag = tagText("definedName", {
      name,
      localSheetId: sheet,
      hidden: isHidden ? 1 : undefined,
    });
    return `${tag}${escapeText(text)}</definedName>`;
  });
  return `<definedNames>${tags.join("")}</definedNames>`;
}

/** What is printed of a sheet, and its filter, which Excel expects to have a hidden name under protection. */
export function sheetNames({ name, page, filter }: SheetPlan, sheet: number): DefinedName[] {
  const names: DefinedName[] = [];
  if (filter) {
    const text = reference(name, areaAddress(filter, true));
    names.push({ name: "_xlnm._FilterDatabase", sheet, isHidden: true, text });
  }
  if (page.area) {
    const text = reference(name, areaAddress(page.area, true));
    names.push({ name: "_xlnm.Print_Area", sheet, text });
  }
  if (page.titleRows) {
    const [first, last] = page.titleRows;
    names.push({ name: "_xlnm.Print_Titles", sheet, text: reference(name, `$${first}:$${last}`) });
  }
  return names;
}

/** Without the time of making, which would make equal workbooks differ. */
export const coreProperties = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="${DUBLIN_CORE}">` +
  `<dc:title>${escapeText(title)}</dc:title></cp:coreProperties>`;

export const appProperties = (): string =>
  `<Properties xmlns="${EXTENDED}"><Application>${APPLICATION}</Application>` +
  "<DocSecurity>0</DocSecurity></Properties>";
