/** How a sheet prints, in Excel's own codes and units. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { PageHeader, PagePlan, PageText, PrintChange } from "../core/workbook/port.ts";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** Between the paper's edge and the running text, inside the margin. */
const HEADER_MARGIN_MILLIMETRES = 4;
const FIELDS = { page: "&P", pages: "&N" } as const;

/** To a hundredth: nobody sees less, and it is shorter. */
const points = (millimetres: number): number =>
  Math.round(millimetres * POINTS_PER_MILLIMETRE * 100) / 100;

/** Excel reads `&` as the start of a code; doubled, it is printed. */
export function headerCode(text: PageText): string {
  const written = text.map((part) => {
    if (typeof part !== "string") return FIELDS[part.field];
    return part.replace(/[\r\n]+/g, " ").replaceAll("&", "&&");
  });
  // A digit straight behind the code of a side would be read as a font size.
  return written.join("").replace(/^(?=\d)/, " ");
}

/** What has no print area is not printed. */
export function drawPage(sheet: Excel.Worksheet, page: PagePlan): void {
  if (page.area) drawLayout(sheet.pageLayout, page);
  for (const row of page.rowBreaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function drawLayout(layout: Excel.PageLayout, page: PagePlan): void {
  const margin = points(page.margin);
  const running = points(HEADER_MARGIN_MILLIMETRES);
  layout.set({
    orientation: page.orientation === "landscape" ? "Landscape" : "Portrait",
    zoom:
      typeof page.scale === "number"
        ? { scale: page.scale }
        : { horizontalFitToPages: page.scale.fitWidth },
  });
  const margins = {
    top: margin,
    bottom: margin,
    left: margin,
    right: margin,
    header: running,
    footer: running,
  };
  layout.setPrintMargins("Points", margins);
  if (page.area) layout.setPrintArea(areaAddress(page.area));
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows[0]}:$${page.titleRows[1]}`);
  const texts = layout.headersFooters.defaultForAllPages;
  texts.set({
    leftHeader: headerCode(page.header.left),
    rightHeader: headerCode(page.header.right),
    leftFooter: headerCode(page.footer.left),
    rightFooter: headerCode(page.footer.right),
  });
}

/** What is printed from now on; where pages end is left to Excel, which knows how high its rows are. */
export function drawPrint(sheet: Excel.Worksheet, { area, scale }: PrintChange): void {
  sheet.pageLayout.setPrintArea(areaAddress(area));
  if (scale === undefined) return;
  sheet.pageLayout.zoom = { scale };
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
}

export function drawHeader(layout: Excel.PageLayout, header: PageHeader): void {
  layout.headersFooters.defaultForAllPages.set({
    leftHeader: headerCode(header.left),
    rightHeader: headerCode(header.right),
  });
}
