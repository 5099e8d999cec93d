/** What the user of the Excel pane asks for, kept as every host keeps it. */

import { openExcel } from "../../addin/workbook.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { describeEntering } from "../contract/enter-suite.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { type Opened, panels } from "./open.ts";

let host: ExcelHost;
const open = panels(() => host);

describeEntering("Excel", () => {
  host = installExcel();
  // Opened where the workbook has its checklist, and once.
  let panel: Promise<Opened> | null = null;
  const asked = () => {
    panel ??= open();
    return panel;
  };
  return {
    build: (plan) => openExcel(EDITIONS).build(plan),
    snapshot: () => openExcel(EDITIONS).snapshot(),
    answer: async (item, side, answer) => (await asked()).session.host.answer(item, side, answer),
    movePhase: async (to, reason) => (await asked()).session.host.steps?.movePhase(to, reason),
    closed: "refused",
    tidies: "entries and steps",
  };
});
