/** Headers and footers in the notation of .xlsx files. */

import type { PageHeader, PageText } from "../core/workbook/port.ts";

/** Excel refuses files whose header, codes included, is longer. */
const LONGEST_HEADER = 255;
const FIELDS = { page: "&P", pages: "&N" } as const;

/** `&LKestrel && Co&RVersion 3.1`; what is too long loses the end of its longest side. */
export function headerText({ left, right }: PageHeader): string {
  let [shownLeft, shownRight] = [left, right];
  for (;;) {
    const text = `${side("L", shownLeft)}${side("R", shownRight)}`;
    const excess = text.length - LONGEST_HEADER;
    if (excess <= 0) return text;
    if (side("L", shownLeft).length >= side("R", shownRight).length)
      shownLeft = shorter(shownLeft, excess);
    else shownRight = shorter(shownRight, excess);
  }
}

function side(code: "L" | "R", text: PageText): string {
  let written = "";
  for (const piece of text) {
    if (typeof piece !== "string") written += FIELDS[piece.field];
    else {
      // A digit straight behind a code would be read as a font size: a blank keeps them apart.
      const gap = written === "" && /^\d/.test(piece) ? " " : "";
      written += gap + piece.replace(/[\u0000-\u001f]+/g, " ").replace(/&/g, "&&");
    }
  }
  return written === "" ? "" : `&${code}${written}`;
}

/** Without the last characters of its longest piece; at least one, so that shortening comes to an end. */
function shorter(text: PageText, excess: number): PageText {
  const lengths = text.map((piece) => (typeof piece === "string" ? piece.length : 0));
  const longest = Math.max(...lengths);
  const at = lengths.indexOf(longest);
  const keep = Math.max(0, Math.min(longest - 1, longest - Math.ceil(excess / 2) - 1));
  return text.map((piece, index) => {
    if (index !== at || typeof piece !== "string") return piece;
    return keep === 0 ? "" : `${[...piece].slice(0, keep).join("")}…`.slice(0, longest - 1);
  });
}
