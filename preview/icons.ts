/** The icons of the page's bar: lines in a 16 x 16 grid, decoration beside a word or a label. */

const PATHS = {
  answer: "M2.5 2.5h11v11h-11zM5 6h6M5 9h4",
  sheet: "M2.5 2.5h11v11h-11zM2.5 6h11M2.5 9.500h11M6 6v7.5",
  overview: "M2.5 4h2M7 4h6.500M2.5 8h2M7 8h6.500M2.5 12h2M7 12h6.5",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14",
  more: "M3 8h.1M8 8h.1M13 8h.1",
  undo: "M6 3L2.5 6.5 6 10M2.5 6.500h7a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.500L10 10M13.5 6.500h-7a4 4 0 0 0 0 8H9",
} as const;

const SVG = "http://www.w3.org/2000/svg";

export function drawnIcon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "bar-icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
