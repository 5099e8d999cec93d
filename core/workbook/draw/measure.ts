/** How many lines a text takes in a cell, so that row heights can be written and no text is cut. */

/** No row can be taller in Excel; what does not fit is seen when the cell is opened. */
export const TALLEST_POINTS = 409;

/** A line of text of size 10, in points. */
export const LINE_POINTS = 12.75;
/** Above and below the text of a row, together, in points. */
export const ROW_PADDING_POINTS = 5;
/** What an indented cell has less for its text, in pixels. */
export const INDENT = 9;

/** Advance widths of Calibri in thousandths of an em, for the characters from space to tilde. */
const REGULAR = [
  226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
  507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
  459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
  487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
  229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
];
/** Anything beyond ASCII: as wide as a wide letter, so that lines are over- and never under-counted. */
const OTHER = 600;
/** Bold Calibri is at most so much wider. */
const BOLD = 1.05;
const PIXELS_PER_POINT = 96 / 72;
/** Excel keeps this free inside a cell, left and right together; other programs a little more. */
const CELL_PADDING = 7;

function textWidth(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    width += REGULAR[text.charCodeAt(index) - 32] ?? OTHER;
  }
  return (width / 1000) * size * PIXELS_PER_POINT * (bold ? BOLD : 1);
}

/** The lines of a text wrapped in a column of so many pixels; size in points. */
export function wrapText(text: string, columnPixels: number, size: number, bold = false): string[] {
  const room = columnPixels - CELL_PADDING;
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line === "" || textWidth(longer, size, bold) <= room) {
        line = longer;
      } else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** How many lines a wrapped text takes, at least 1. A word longer than the line breaks inside. */
export function wrappedLines(
  text: string,
  columnPixels: number,
  size: number,
  bold = false,
): number {
  const room = columnPixels - CELL_PADDING;
  return wrapText(text, columnPixels, size, bold).reduce(
    (lines, line) => lines + Math.max(1, Math.ceil(textWidth(line, size, bold) / room)),
    0,
  );
}
