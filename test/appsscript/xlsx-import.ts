/** Opens an .xlsx file in the fake spreadsheet, read by another library than ours; only what Sheets is known to keep comes in. */

import exceljs from "exceljs";
import { parseArea } from "../../core/workbook/a1.ts";
import { defineName } from "../fakes/sheets/book.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import type { Stored } from "../fakes/sheets/typing.ts";
import { World } from "../fakes/sheets/world.ts";

const MS_PER_DAY = 86_400_000;

/** Values, formulas, number formats, hidden sheets and names; no rules, protection or lists. */
export async function openInSheets(bytes: Uint8Array, world = new World()): Promise<ScriptHost> {
  const book = new exceljs.Workbook();
  // The library's types know only Node's own kind of buffer.
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0]);
  const host = new ScriptHost(world);
  const contents: (() => void)[] = [];
  for (const from of book.worksheets) {
    const sheet = world.sheets.find(({ name }) => name === from.name) ?? world.addSheet(from.name);
    sheet.hidden = from.state !== "visible";
    sheet.maxColumns = Math.max(sheet.maxColumns, from.columnCount);
    from.eachRow((row) => {
      row.eachCell((cell) => {
        const [down, right] = [row.number, Number(cell.col)];
        world.cell(sheet, down, right).format = cell.numFmt ?? "General";
        const { formula } = cell;
        contents.push(() =>
          world.put(
            sheet,
            down,
            right,
            formula ? "" : plain(cell.value),
            formula ? `=${formula}` : null,
          ),
        );
      });
    });
  }
  for (const { name, ranges } of book.definedNames.model) {
    const [, title, address] = /^'?(.+?)'?!(.+)$/.exec(ranges[0] ?? "") ?? [];
    const area = parseArea(address ?? "");
    if (title && area && !name.startsWith("_xlnm")) {
      defineName(world, name, world.sheetNamed(title), area);
    }
  }
  for (const put of contents) put();
  return host;
}

function plain(value: exceljs.CellValue): Stored {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / MS_PER_DAY;
  if (typeof value !== "object") return value;
  if ("text" in value) return String(value.text);
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  throw new TypeError("A cell holds what the test does not expect.");
}
