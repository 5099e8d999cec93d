/** The port over SpreadsheetApp keeps what every host keeps. */

import { cellAddress } from "../../core/workbook/a1.ts";
import { describeCarried } from "../contract/carried-suite.ts";
import { describeScenario } from "../contract/scenario-suite.ts";
import { type ContractHost, describeWorkbookContract } from "../contract/workbook-contract.ts";
import { insertRow, isOpen, rename, typeIn } from "../fakes/sheets/hands.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { type Setting, World } from "../fakes/sheets/world.ts";
import { portOf } from "./port.ts";

const makeHostIn = (setting: Partial<Setting>) => (): ContractHost => {
  const world = new World(setting);
  const host = new ScriptHost(world);
  // No limit of time over many changes in one go.
  world.costOfCall = 0;
  const book = portOf(host);
  return {
    book,
    reopen: () => portOf(host),
    hands: {
      insertRow: (sheet, row) => insertRow(world, world.sheetNamed(sheet), row),
      rename: (sheet, to) => rename(world, world.sheetNamed(sheet), to),
      type: (sheet, row, column, value) =>
        void typeIn(world, sheet, cellAddress(row, column), [[value]], false),
    },
    isOpen: (sheet, row, column) => isOpen(world, world.sheetNamed(sheet), row, column),
    has: (feature) => {
      if (feature === "calculation") return true;
      if (feature !== "inputPrompts") return false;
      const cells = world.sheets.flatMap((sheet) => [...sheet.cells.values()]);
      return cells.some((cell) => cell.validation?.help?.startsWith("Action plan: "));
    },
  };
};

describeWorkbookContract("Google Sheets", makeHostIn({}));
describeScenario("Google Sheets", makeHostIn({}));
describeCarried("Google Sheets", makeHostIn({}), { large: false });

// Where arguments are parted otherwise, and no day of the suite's own has its midnight for certain.
const ABROAD: readonly Setting[] = [
  { locale: "de_DE", zone: "America/Santiago", gap: "earlier" },
  { locale: "fr_FR", zone: "Africa/Cairo", gap: "later" },
];
for (const setting of ABROAD)
  describeWorkbookContract(`Google Sheets, ${setting.locale}`, makeHostIn(setting));
