/** Draws a blueprint as an .xlsx file. */

import type { Blueprint } from "../core/workbook/port.ts";
import { SharedTexts } from "./write-cells.ts";
import {
  appProperties,
  contentTypes,
  coreProperties,
  linkRelations,
  packageRelations,
  sheetPath,
  sheetRelationsPath,
  workbook,
  workbookRelations,
} from "./write-package.ts";
import { drawSheet } from "./write-sheet.ts";
import { StyleSheet } from "./write-styles.ts";
import { theme } from "./write-theme.ts";
import { packTexts } from "./zip.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The bytes of the workbook: equal blueprints give equal bytes, whatever program runs this. Throws `HostError`
 * that names the cell where one cannot hold its value.
 */
export function drawBlueprint(blueprint: Blueprint): Uint8Array {
  const { sheets, title, font } = blueprint;
  const styles = new StyleSheet(blueprint);
  const texts = new SharedTexts();
  const firstVisible = sheets.findIndex((sheet) => sheet.visibility === "visible");
  const drawn = sheets.map((sheet, index) =>
    drawSheet(sheet, { index, isShown: index === firstVisible }, styles, texts),
  );
  const parts = new Map<string, string>();
  const add = (name: string, xml: string) => parts.set(name, DECLARATION + xml);
  add("[Content_Types].xml", contentTypes(sheets.length));
  add("_rels/.rels", packageRelations());
  add("xl/workbook.xml", workbook(blueprint, Math.max(0, firstVisible)));
  add("xl/_rels/workbook.xml.rels", workbookRelations(sheets.length));
  drawn.forEach(({ xml, targets }, index) => {
    add(sheetPath(index), xml);
    if (targets.length > 0) add(sheetRelationsPath(index), linkRelations(targets));
  });
  add("xl/theme/theme1.xml", theme(font.name));
  add("xl/styles.xml", styles.xml());
  add("xl/sharedStrings.xml", texts.xml());
  add("docProps/core.xml", coreProperties(title));
  add("docProps/app.xml", appProperties());
  return packTexts(parts);
}
