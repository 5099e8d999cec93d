/** Rules of a new sheet: colours, bars, and what may be typed. */

import { FIRST_ENTRY_DAY, serialFromIso } from "../core/audit/dates.ts";
import { areaAddress, shiftFormula } from "../core/workbook/a1.ts";
import type { Area, InputRule, ShareBar, SheetPlan } from "../core/workbook/port.ts";
import { escapeText, tagText } from "./markup.ts";
import { argb, type Looks } from "./write-styles.ts";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const BAR_LINK = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const RULES_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

export interface DrawnRules {
  /** Stands behind the cells. */
  readonly formats: string;
  /** Stands at the very end of the sheet. */
  readonly extension: string;
}

/** Colours before bars; earlier rules win. `sheet` is the sheet's place in the workbook, from 0. */
export function drawRules(plan: SheetPlan, sheet: number, styles: Looks): DrawnRules {
  const colors = colorRules(plan, styles);
  const bars = plan.bars.map((bar, at) => ({
    bar,
    id: barId(sheet, at),
    priority: colors.length + at + 1,
  }));
  return { formats: byArea(colors) + bars.map(mainBar).join(""), extension: barExtension(bars) };
}

interface Rule {
  readonly area: string;
  readonly xml: string;
}

/** One rule an area: programs disagree on which cell a formula over several areas starts from. */
function colorRules(plan: SheetPlan, styles: Looks): Rule[] {
  const rules: Rule[] = [];
  for (const { areas, formula, style, stop } of plan.colors) {
    const [first] = areas;
    if (!first) continue;
    for (const area of areas) {
      const shifted = shiftFormula(formula, area.row - first.row, area.column - first.column);
      const tag = tagText("cfRule", {
        type: "expression",
        dxfId: styles.ofRule(style),
        priority: rules.length + 1,
        stopIfTrue: stop ? 1 : undefined,
      });
      const xml = `${tag}<formula>${escapeText(shifted)}</formula></cfRule>`;
      rules.push({ area: areaAddress(area), xml });
    }
  }
  return rules;
}

/** Rules of one area stand together: some programs follow priorities only within such a group. */
function byArea(rules: readonly Rule[]): string {
  const groups = new Map<string, string>();
  for (const { area, xml } of rules) groups.set(area, (groups.get(area) ?? "") + xml);
  return [...groups]
    .map(([area, xml]) => `<conditionalFormatting sqref="${area}">${xml}</conditionalFormatting>`)
    .join("");
}

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

/** Drop-downs, dates and prompts. */
export function drawInputs(inputs: readonly InputRule[]): string {
  if (inputs.length === 0) return "";
  return `<dataValidations count="${inputs.length}">${inputs.map(inputRule).join("")}</dataValidations>`;
}

export function inputRule({ areas, accepts, prompt, refusal }: InputRule): string {
  const isFree = accepts.kind === "anything";
  const attributes = {
    type: isFree ? undefined : accepts.kind,
    operator: accepts.kind === "date" ? "greaterThanOrEqual" : undefined,
    allowBlank: 1,
    showInputMessage: prompt ? 1 : undefined,
    showErrorMessage: isFree ? undefined : 1,
    errorTitle: refusal?.title,
    error: refusal?.message,
    promptTitle: prompt?.title,
    prompt: prompt?.message,
    sqref: addresses(areas),
  };
  if (isFree) return tagText("dataValidation", attributes, true);
  const values =
    accepts.kind === "list"
      ? `"${accepts.values.join(",").replace(/"/g, '""')}"`
      : `${serialFromIso(FIRST_ENTRY_DAY)}`;
  const tag = tagText("dataValidation", attributes);
  return `${tag}<formula1>${escapeText(values)}</formula1></dataValidation>`;
}

/** Areas side by side, as rules and marks take them. */
export const addresses = (areas: readonly Area[]): string =>
  areas.map((area) => areaAddress(area)).join(" ");
