/** The theme of a new workbook: the colours and fonts that Excel offers for what a person adds. */

import { tagText } from "./markup.ts";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Those of Office since 2013. */
const COLORS = {
  dk2: "44546A",
  lt2: "E7E6E6",
  accent1: "4472C4",
  accent2: "ED7D31",
  accent3: "A5A5A5",
  accent4: "FFC000",
  accent5: "5B9BD5",
  accent6: "70AD47",
  hlink: "0563C1",
  folHlink: "954F72",
} as const;

/** Widths of lines in 12,700ths of a point. */
const LINES = [6350, 12_700, 19_050] as const;

/** `font` is the workbook's own. */
export function theme(font: string): string {
  const colors = Object.entries(COLORS).map(
    ([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`,
  );
  const face = (name: string, typeface: string) =>
    `<a:${name}>${tagText("a:latin", { typeface }, true)}<a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  // The format demands three of each.
  const lists = {
    fillStyleLst: LINES.map(() => solid),
    lnStyleLst: LINES.map((width) => `<a:ln w="${width}">${solid}</a:ln>`),
    effectStyleLst: LINES.map(() => "<a:effectStyle><a:effectLst/></a:effectStyle>"),
    bgFillStyleLst: LINES.map(() => solid),
  };
  const shapes = Object.entries(lists).map(
    ([name, styles]) => `<a:${name}>${styles.join("")}</a:${name}>`,
  );
  return (
    `<a:theme xmlns:a="${DRAWING}" name="Office Theme"><a:themeElements><a:clrScheme name="Office">` +
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
    `<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${colors.join("")}</a:clrScheme>` +
    `<a:fontScheme name="Office">${face("majorFont", font)}${face("minorFont", font)}</a:fontScheme>` +
    `<a:fmtScheme name="Office">${shapes.join("")}</a:fmtScheme></a:themeElements></a:theme>`
  );
}
