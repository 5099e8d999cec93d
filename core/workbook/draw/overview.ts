/** The Overview: scores by section, verdicts, dates, people and checks; every figure found by key or name. */

import { SHEETS } from "../../words/sheets.ts";
import { area } from "../area.ts";
import type { NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import {
  drawDates,
  drawHistory,
  drawHolidays,
  drawOpenPoints,
  drawProfile,
  profileEnd,
} from "./overview-below.ts";
import { drawActions, drawChecks, drawEngagement, drawTimeline } from "./overview-engagement.ts";
import { frameOf, LAST_COLUMN, WIDTHS } from "./overview-frame.ts";
import { drawScores, drawSections, drawTitle } from "./overview-scores.ts";
import { pageOf } from "./page.ts";
import { COLORS } from "./styles.ts";

export function overviewSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.overview);
  drawTitle(sheet, context);
  drawScores(sheet, context);
  drawSections(sheet, context);
  drawEngagement(sheet, context);
  drawTimeline(sheet, context);
  drawActions(sheet, context);
  drawChecks(sheet, context);
  drawHolidays(sheet, context);
  drawDates(sheet, context);
  drawHistory(sheet, context);
  if (context.format >= 2) drawOpenPoints(sheet, context);
  drawProfile(sheet, context);
  const plan = sheet.plan({
    tabColor: COLORS.band,
    widths: WIDTHS,
    freeze: { rows: 2, columns: 0 },
    // Points to check are for the screen: what was entered is printed with the items.
    page: pageOf(
      SHEETS.overview,
      context,
      area(
        1,
        1,
        Math.max(profileEnd(context.checklist), frameOf(context.checklist).historyEnd),
        LAST_COLUMN,
      ),
    ),
  });
  return { plan, names: sheet.names };
}
