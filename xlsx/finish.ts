/**
 * Adds to a freshly drawn file what the writer library cannot write: input rules without a restriction, solid
 * data bars, ids without warning marks, the cell that is selected at first. Works on the library's own plain
 * output, whose tags have no prefixes; files of others are changed in `patch.ts`.
 */

import { areaAddress, cellAddress } from "../core/workbook/a1.ts";
import type { Area, Blueprint, InputRule, ShareBar, SheetPlan } from "../core/workbook/types.ts";
import { Parts } from "./parts.ts";
import { reference } from "./reference.ts";
import { escapeText, tagText } from "./xml.ts";

const WORKBOOK = "xl/workbook.xml";
const STYLES = "xl/styles.xml";
const CORE_PROPERTIES = "docProps/core.xml";
const APP_PROPERTIES = "docProps/app.xml";
const APPLICATION = "MSP checklist";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const BAR_LINK = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const RULES_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
/** 1 January 2000: lets no small number through as a date. */
const FIRST_DAY = 36_526;
/** What looks like a number, a date or a share to Excel when it is text. */
const LOOKS_NUMERIC = /^\s*[-+]?\d[\d.,/: %-]*$/;

/** `drawn` with the rest of the blueprint in it; equal input gives equal bytes. */
export function finish(drawn: Uint8Array, blueprint: Blueprint): Uint8Array {
  const parts = new Parts(drawn);
  const changes = new Map<string, string>();
  blueprint.sheets.forEach((plan, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const isFirstShown =
      index === blueprint.sheets.findIndex((sheet) => sheet.visibility === "visible");
    changes.set(path, finishSheet(parts.text(path), plan, index, isFirstShown));
  });
  changes.set(WORKBOOK, addFilterNames(parts.text(WORKBOOK), blueprint.sheets));
  // The library writes the colour of a font before its size, the format has it behind.
  const styles = parts.text(STYLES).replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1");
  changes.set(STYLES, styles);
  // The time of making would make equal workbooks differ.
  const core = parts.text(CORE_PROPERTIES);
  changes.set(
    CORE_PROPERTIES,
    core.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, ""),
  );
  const app = parts.text(APP_PROPERTIES);
  changes.set(APP_PROPERTIES, app.replace(/(<Application>)[^<]*/, `$1${APPLICATION}`));
  return parts.withTexts(changes);
}

/** Filters have a hidden name as well, which Excel expects under protection. */
function addFilterNames(xml: string, sheets: readonly SheetPlan[]): string {
  const names = sheets.flatMap(({ name, filter }, index) => {
    if (!filter) return [];
    const tag = tagText("definedName", {
      name: "_xlnm._FilterDatabase",
      localSheetId: index,
      hidden: 1,
    });
    return [`${tag}${escapeText(reference(name, areaAddress(filter, true)))}</definedName>`];
  });
  return xml.replace("</definedNames>", () => `${names.join("")}</definedNames>`);
}

function finishSheet(xml: string, plan: SheetPlan, index: number, isFirstShown: boolean): string {
  const dataEnd = xml.lastIndexOf("</sheetData>");
  const before = selectFirstCell(xml.slice(0, dataEnd), plan, isFirstShown);
  const bars = plan.bars.map((bar, at) => ({
    bar,
    id: barId(index, at),
    priority: ruleCount(plan) + at + 1,
  }));
  const rules = bars.map(mainBar).join("") + inputRules(plan.inputs);
  const end = ignoredErrors(plan) + barExtension(bars);
  // These stand behind the colour rules and before links and page, the order that the format prescribes.
  const behind = xml
    .slice(dataEnd)
    .replace(/<(?:hyperlinks|printOptions|pageMargins)\b/, (next) => rules + next)
    .replace("</worksheet>", () => `${end}</worksheet>`);
  return before + behind;
}

const ruleCount = (plan: SheetPlan): number =>
  plan.colors.reduce((sum, rule) => sum + rule.areas.length, 0);

/** The top left cell of the part that scrolls. */
function selectFirstCell(xml: string, { freeze }: SheetPlan, isFirstShown: boolean): string {
  const rows = freeze?.rows ?? 0;
  const columns = freeze?.columns ?? 0;
  const cell = cellAddress(rows + 1, columns + 1);
  const pane =
    rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : columns > 0 ? "topRight" : undefined;
  const selection = tagText("selection", { pane, activeCell: cell, sqref: cell }, true);
  const shown = isFirstShown ? xml.replace("<sheetView ", '<sheetView tabSelected="1" ') : xml;
  if (shown.includes("</sheetView>"))
    return shown.replace("</sheetView>", `${selection}</sheetView>`);
  return shown.replace(
    /<sheetView ([^>]*)\/>/,
    (_, attributes: string) => `<sheetView ${attributes}>${selection}</sheetView>`,
  );
}

function inputRules(inputs: readonly InputRule[]): string {
  if (inputs.length === 0) return "";
  return `<dataValidations count="${inputs.length}">${inputs.map(inputRule).join("")}</dataValidations>`;
}

function inputRule({ areas, accepts, prompt, refusal }: InputRule): string {
  const tag = tagText("dataValidation", {
    type: accepts.kind === "anything" ? undefined : accepts.kind,
    operator: accepts.kind === "date" ? "greaterThanOrEqual" : undefined,
    allowBlank: 1,
    showInputMessage: prompt ? 1 : undefined,
    showErrorMessage: accepts.kind === "anything" ? undefined : 1,
    errorTitle: refusal?.title,
    error: refusal?.message,
    promptTitle: prompt?.title,
    prompt: prompt?.message,
    sqref: addresses(areas),
  });
  if (accepts.kind === "anything") return `${tag}</dataValidation>`;
  const values =
    accepts.kind === "list" ? `"${accepts.values.join(",").replace(/"/g, '""')}"` : `${FIRST_DAY}`;
  return `${tag}<formula1>${escapeText(values)}</formula1></dataValidation>`;
}

const addresses = (areas: readonly Area[]): string =>
  areas.map((area) => areaAddress(area)).join(" ");

interface Bar {
  readonly bar: ShareBar;
  readonly id: string;
  readonly priority: number;
}

/** Ids only tie the two halves of a bar together; counting ones keep the bytes the same. */
function barId(sheet: number, at: number): string {
  const hex = (value: number, length: number) =>
    value.toString(16).toUpperCase().padStart(length, "0");
  return `{4D535043-${hex(sheet, 4)}-4000-8000-${hex(at + 1, 12)}}`;
}

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** The half that programs older than Excel 2010 read: a bar with a gradient and without an edge. */
function mainBar({ bar, id, priority }: Bar): string {
  const scale = `<cfvo type="num" val="0"/><cfvo type="num" val="${bar.full}"/>`;
  return (
    `<conditionalFormatting sqref="${areaAddress(bar.area)}"><cfRule type="dataBar" priority="${priority}">` +
    `<dataBar>${scale}<color rgb="${argb(bar.fill)}"/></dataBar>` +
    `<extLst><ext uri="${BAR_LINK}" xmlns:x14="${X14}"><x14:id>${id}</x14:id></ext></extLst>` +
    "</cfRule></conditionalFormatting>"
  );
}

function barExtension(bars: readonly Bar[]): string {
  if (bars.length === 0) return "";
  const solid = bars.map(
    ({ bar, id }) =>
      `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">` +
      '<x14:dataBar minLength="0" maxLength="100" border="1" gradient="0" negativeBarBorderColorSameAsPositive="0">' +
      `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${bar.full}</xm:f></x14:cfvo>` +
      `<x14:borderColor rgb="${argb(bar.edge)}"/><x14:negativeFillColor rgb="${argb(bar.fill)}"/>` +
      `<x14:negativeBorderColor rgb="${argb(bar.edge)}"/><x14:axisColor rgb="${argb(bar.edge)}"/>` +
      `</x14:dataBar></x14:cfRule><xm:sqref>${areaAddress(bar.area)}</xm:sqref></x14:conditionalFormatting>`,
  );
  return (
    `<extLst><ext uri="${RULES_EXTENSION}" xmlns:x14="${X14}"><x14:conditionalFormattings>` +
    `${solid.join("")}</x14:conditionalFormattings></ext></extLst>`
  );
}

/** Columns whose texts look like numbers, such as ids, get no green triangles. */
function ignoredErrors(plan: SheetPlan): string {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { row, column, value, formula } of plan.cells) {
    if (formula !== undefined || typeof value !== "string" || !LOOKS_NUMERIC.test(value)) continue;
    const { first, last } = spans.get(column) ?? { first: row, last: row };
    spans.set(column, { first: Math.min(first, row), last: Math.max(last, row) });
  }
  if (spans.size === 0) return "";
  const areas = [...spans].map(([column, { first, last }]) => ({
    row: first,
    column,
    rows: last - first + 1,
    columns: 1,
  }));
  return `<ignoredErrors><ignoredError sqref="${addresses(areas)}" numberStoredAsText="1"/></ignoredErrors>`;
}
