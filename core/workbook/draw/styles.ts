/** The look of the sheets: colours measured for contrast, and every cell style by name. */

import type { CellStyle, ColorRule, Edge } from "../port.ts";

export const COLORS = {
  band: "#3b5a7a",
  onBand: "#ffffff",
  header: "#dbe4ee",
  ink: "#14283c",
  section: "#edf1f6",
  text: "#1f1f1f",
  calculated: "#f2f3f5",
  calculatedText: "#333333",
  muted: "#5c5c5c",
  hairline: "#d5dbe2",
  toAnswer: "#ffefb3",
  toAnswerEdge: "#b8972c",
  optional: "#fffcf0",
  link: "#0b5394",
  met: "#e2f2e2",
  metText: "#0b5a0b",
  notMet: "#fbe2e4",
  notMetText: "#9b0d1a",
  amber: "#fff4e5",
  amberText: "#8a3707",
  bar: "#b4c9de",
  barEdge: "#7f9dbc",
} as const;

const thin: Edge = { weight: "thin", color: COLORS.hairline };
const box = { top: thin, right: thin, bottom: thin, left: thin };
const rule: Edge = { weight: "medium", color: COLORS.band };
const freeze: Edge = { weight: "medium", color: COLORS.band };
const shield: Edge = { weight: "thick", color: COLORS.ink };

export const NUMBER_FORMATS = {
  text: "@",
  ifNotMet: '0;"Mandatory "-0;0',
  ifMet: "+0;-0;0",
  points: "0;-0;0",
  /** Nothing where there is nothing to count. */
  count: "0;-0;",
  share: "0 %",
  date: "d mmm yyyy",
} as const;

const body: CellStyle = { size: 11, color: COLORS.text, vertical: "top", borders: box };
const long: CellStyle = { ...body, size: 10, wrap: true, horizontal: "left" };
const calculated: CellStyle = { ...body, fill: COLORS.calculated, color: COLORS.calculatedText };
const number: CellStyle = {
  ...calculated,
  horizontal: "right",
  numberFormat: NUMBER_FORMATS.points,
};
/** Lines of a list that may be short: colour rules draw their edges where there is something. */
const listed: CellStyle = { size: 10, color: COLORS.text, vertical: "top" };
const header: CellStyle = {
  size: 11,
  bold: true,
  color: COLORS.ink,
  fill: COLORS.header,
  vertical: "bottom",
  wrap: true,
  borders: { top: thin, right: thin, left: thin, bottom: rule },
};
const heading: CellStyle = {
  size: 11,
  bold: true,
  color: COLORS.ink,
  fill: COLORS.section,
  vertical: "center",
  borders: { top: thin, bottom: thin },
};
const plain: CellStyle = { size: 11, color: COLORS.text, vertical: "center" };
const note: CellStyle = { ...plain, color: COLORS.muted };
const total: CellStyle = {
  ...number,
  bold: true,
  vertical: "center",
  color: COLORS.ink,
  borders: { ...box, top: rule, bottom: rule },
};
const cellOf = (style: CellStyle): CellStyle => ({ ...style, vertical: "center" });

/** A look by name; hosts make of each what they need. */
export const STYLES = {
  title: { size: 14, bold: true, color: COLORS.ink, vertical: "center" },
  plain,
  note,
  noteBold: { ...plain, bold: true },
  hiddenNote: { size: 9, color: "#ffffff", vertical: "center" },
  spill: { size: 10, color: COLORS.text, vertical: "center" },
  spillBold: { size: 10, bold: true, color: COLORS.text, vertical: "center" },
  blockTitle: { size: 11, bold: true, color: COLORS.ink, vertical: "bottom" },
  noteRight: { ...note, horizontal: "right" },
  term: { size: 10, bold: true, color: COLORS.text, vertical: "top", wrap: true },
  wrapped: { ...plain, size: 10, vertical: "top", wrap: true },
  band: { size: 11, bold: true, color: COLORS.onBand, fill: COLORS.band, vertical: "center" },
  header,
  /** A header over several cells: its text runs on into the empty ones. */
  headerWide: { ...header, wrap: false },
  headerIndent: { ...header, horizontal: "left", indent: 1 },
  headerRight: { ...header, horizontal: "right" },
  headerCenter: { ...header, horizontal: "center" },
  heading,
  headingWrapped: { ...heading, wrap: true, borders: { ...heading.borders, right: freeze } },
  headingId: { ...heading, numberFormat: NUMBER_FORMATS.text },
  headingNote: { ...heading, bold: false, color: COLORS.muted },
  headingCount: { ...heading, bold: false, color: COLORS.muted, horizontal: "center" },
  headingPoints: { ...heading, horizontal: "right", numberFormat: NUMBER_FORMATS.points },

  id: { ...body, numberFormat: NUMBER_FORMATS.text },
  idMandatory: {
    ...body,
    bold: true,
    numberFormat: NUMBER_FORMATS.text,
    borders: { ...box, left: shield },
  },
  item: { ...body, wrap: true, borders: { ...box, right: freeze } },
  itemMandatory: { ...body, bold: true, wrap: true, borders: { ...box, right: freeze } },
  item11: { ...body, wrap: true },
  rowNumber: { ...body, color: COLORS.muted, horizontal: "center" },
  long,
  ifNotMet: { ...body, horizontal: "right", numberFormat: NUMBER_FORMATS.ifNotMet },
  ifNotMetMandatory: {
    ...body,
    bold: true,
    horizontal: "right",
    numberFormat: NUMBER_FORMATS.ifNotMet,
  },
  ifMet: { ...body, horizontal: "right", numberFormat: NUMBER_FORMATS.ifMet },
  answer: { ...body, horizontal: "center" },
  /** Under a text format a program takes `007`, `1/2`, `5%` and `=1+1` as they were typed. */
  entry: {
    ...body,
    size: 10,
    wrap: true,
    horizontal: "left",
    indent: 1,
    numberFormat: NUMBER_FORMATS.text,
  },
  entryShort: { ...body, horizontal: "left", wrap: true },
  entryDate: { ...body, horizontal: "right", numberFormat: NUMBER_FORMATS.date },
  entryCenter: { ...body, horizontal: "center" },
  scope: { ...calculated, horizontal: "left", indent: 1 },
  points: number,
  reason: { ...calculated, size: 10, wrap: true, horizontal: "left" },
  actionItem: { ...calculated, bold: true, horizontal: "center" },
  state: { ...calculated, horizontal: "center" },
  calculatedDate: { ...calculated, horizontal: "right", numberFormat: NUMBER_FORMATS.date },
  endOfList: { size: 9, color: COLORS.muted, vertical: "center" },
  topTotal: { ...number, bold: true, vertical: "center" },
  topVerdict: { ...calculated, bold: true, horizontal: "center", vertical: "center" },
  key: { size: 10, color: COLORS.muted, vertical: "top" },

  label: { ...cellOf(body), borders: { bottom: thin } },
  labelMuted: { ...cellOf(body), color: COLORS.muted, borders: { bottom: thin } },
  sectionNumber: {
    ...cellOf(body),
    color: COLORS.muted,
    horizontal: "right",
    borders: { bottom: thin },
  },
  count: { ...cellOf(number), numberFormat: NUMBER_FORMATS.count },
  figure: cellOf(number),
  figureBold: { ...cellOf(number), bold: true },
  verdict: { ...cellOf(calculated), bold: true, horizontal: "left", indent: 1 },
  sectionTitle: { ...cellOf(body), horizontal: "left", borders: { bottom: thin }, indent: 1 },
  share: { ...cellOf(number), numberFormat: NUMBER_FORMATS.share },
  total,
  totalLabel: { ...total, horizontal: "left" },
  totalShare: { ...total, numberFormat: NUMBER_FORMATS.share },
  /** Ids are text, also those that look like a number. */
  openId: { ...cellOf(body), numberFormat: NUMBER_FORMATS.text, borders: { bottom: thin } },
  openPoints: { ...cellOf(body), horizontal: "right", numberFormat: NUMBER_FORMATS.ifMet },
  input: { ...cellOf(body), horizontal: "left", indent: 1, numberFormat: NUMBER_FORMATS.text },
  inputDate: { ...cellOf(body), horizontal: "right", numberFormat: NUMBER_FORMATS.date },
  holiday: { ...cellOf(body), size: 10, horizontal: "right", numberFormat: NUMBER_FORMATS.date },
  startDay: {
    ...cellOf(body),
    size: 9,
    color: COLORS.muted,
    horizontal: "right",
    numberFormat: NUMBER_FORMATS.date,
    borders: { bottom: thin },
  },
  remark: { ...cellOf(calculated), color: COLORS.muted, horizontal: "left", indent: 1 },
  result: { ...cellOf(calculated), horizontal: "left", indent: 1 },
  day: { ...cellOf(calculated), horizontal: "left", indent: 1, numberFormat: NUMBER_FORMATS.date },
  dueReply: {
    ...cellOf(calculated),
    horizontal: "left",
    indent: 1,
    numberFormat: '"Reply: "d mmm yyyy',
  },
  dueReport: {
    ...cellOf(calculated),
    horizontal: "left",
    indent: 1,
    numberFormat: '"Report: "d mmm yyyy',
  },
  dueClosures: {
    ...cellOf(calculated),
    horizontal: "left",
    indent: 1,
    numberFormat: '"Closures: "d mmm yyyy',
  },
  dueDecision: {
    ...cellOf(calculated),
    horizontal: "left",
    indent: 1,
    numberFormat: '"Decision: "d mmm yyyy',
  },
  listNumber: { ...listed, horizontal: "right" },
  listId: { ...listed, numberFormat: NUMBER_FORMATS.text },
  /** For ids that a formula gives: under a text format Excel would keep the formula as text. */
  listIdResult: { ...listed, horizontal: "left", indent: 1 },
  listText: { ...listed, wrap: true, horizontal: "left", indent: 1 },
  listState: { ...listed, horizontal: "center" },
  listDate: { ...listed, horizontal: "right", numberFormat: NUMBER_FORMATS.date },
  passageTitle: {
    size: 11,
    bold: true,
    color: COLORS.ink,
    vertical: "bottom",
    borders: { bottom: rule },
  },
  passageRule: { size: 11, vertical: "bottom", borders: { bottom: rule } },
  link: { ...plain, size: 10, color: COLORS.link, underline: true, vertical: "top", wrap: true },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

/** What colour rules lay over a cell. */
export const RULE_LOOKS = {
  toAnswer: { fill: COLORS.toAnswer, edge: COLORS.toAnswerEdge },
  optional: { fill: COLORS.optional },
  met: { fill: COLORS.met, color: COLORS.metText },
  notMet: { fill: COLORS.notMet, color: COLORS.notMetText, bold: true },
  amber: { fill: COLORS.amber, color: COLORS.amberText, bold: true },
  negative: { color: COLORS.notMetText, bold: true },
  muted: { color: COLORS.muted },
  line: { edge: COLORS.hairline },
} as const satisfies Record<string, ColorRule["style"]>;
