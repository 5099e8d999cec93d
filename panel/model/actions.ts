/** The Actions tab: action items by what became of them. */

import type { ActionItem } from "../../core/audit/actions.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { shortTitle } from "./items.ts";

export interface ActionRow {
  readonly action: ActionItem;
  readonly title: string;
  /** The auditor's note on it; empty where there is none. */
  readonly finding: string;
}

export interface ActionsModel {
  /** Open and planned ones, mandatory first, then those that bring most. */
  readonly open: readonly ActionRow[];
  /** Evidence came too late to count. */
  readonly late: readonly ActionRow[];
  readonly closed: readonly ActionRow[];
  readonly openMandatory: number;
  readonly openPoints: number;
  readonly closedPoints: number;
}

export function actionsModel(checklist: Checklist, report: Report): ActionsModel {
  const rows = report.actionItems.map((action) => ({
    action,
    title: shortTitle(checklist, action.id),
    finding: report.items.find((row) => row.id === action.id)?.note ?? "",
  }));
  const inState = (...states: ActionItem["state"][]) =>
    rows.filter(({ action }) => states.includes(action.state));
  const open = inState("open", "planned").sort((a, b) => b.action.points - a.action.points);
  const closed = inState("closed");
  const sum = (some: readonly ActionRow[]) =>
    some.reduce((total, { action }) => total + action.points, 0);
  return {
    open,
    late: inState("late"),
    closed,
    openMandatory: open.filter(({ action }) => action.kind === "mandatory").length,
    openPoints: sum(open),
    closedPoints: sum(closed),
  };
}
