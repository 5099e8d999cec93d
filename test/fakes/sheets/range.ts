/** Ranges of the fake spreadsheet. */

import { drawBorder } from "./borders.ts";
import { textFinder } from "./finder.ts";
import { speakFormula } from "./locale.ts";
import { protect, protectionOf } from "./protection.ts";
import { richText } from "./rich-text.ts";
import { sheetOf } from "./sheet.ts";
import { mismatch, ServiceError, self, strict } from "./strict.ts";
import { isDateFormat, taken } from "./typing.ts";
import { refuseInvalid, validationObject, validationState } from "./validation.ts";
import { type Area, type Cell, keyOf, type SheetState, type World } from "./world.ts";
import { instantOf } from "./zone.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

export interface RangeState {
  readonly sheet: SheetState;
  readonly area: Area;
}

const states = new WeakMap<object, RangeState>();

/** What a range that a script hands over stands for. */
export function rangeState(range: unknown): RangeState {
  const state = typeof range === "object" && range !== null ? states.get(range) : undefined;
  if (!state) throw mismatch("Range", "(a range)", [range]);
  return state;
}

export function letters(column: number): string {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

export function addressOf({ row, column, rows, columns }: Area): string {
  const first = `${letters(column)}${row}`;
  return rows === 1 && columns === 1
    ? first
    : `${first}:${letters(column + columns - 1)}${row + rows - 1}`;
}

export function areaFrom(address: string): Area {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (!match?.[1] || !match[2]) throw new ServiceError("Range not found");
  const number = (text: string) => [...text].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0);
  const [column, row] = [number(match[1]), Number(match[2])];
  const [lastColumn, lastRow] = [number(match[3] ?? match[1]), Number(match[4] ?? match[2])];
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function checkArea(sheet: SheetState, { row, column, rows, columns }: Area): void {
  if (![row, column, rows, columns].every(Number.isInteger)) {
    throw mismatch("Sheet", "getRange", [row, column, rows, columns]);
  }
  if (row < 1) throw new ServiceError("The starting row of the range is too small.");
  if (column < 1) throw new ServiceError("The starting column of the range is too small.");
  if (rows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
  if (columns < 1) throw new ServiceError("The number of columns in the range must be at least 1.");
  if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw new ServiceError("The coordinates of the range are outside the dimensions of the sheet.");
  }
}

export function rangeOf(world: World, sheet: SheetState, area: Area): Range {
  checkArea(sheet, area);
  const { row, column, rows, columns } = area;
  const alive = () => {
    if (sheet.deleted) throw new ServiceError("Sheet not found");
  };
  const read = <T>(get: (row: number, column: number) => T): T[][] => {
    alive();
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => get(row + down, column + right)),
    );
  };
  const cellAt = (r: number, c: number): Cell | undefined => sheet.cells.get(keyOf(r, c));
  const write = <T>(
    member: string,
    block: readonly (readonly T[])[],
    put: (r: number, c: number, value: T) => void,
  ) => {
    alive();
    const given: unknown = block;
    if (!Array.isArray(given) || !Array.isArray(given[0])) throw mismatch("Range", member, [block]);
    if (block.length !== rows) {
      throw new ServiceError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${block.length} but the range has ${rows}.`,
      );
    }
    const wrong = block.find((line) => line.length !== columns);
    if (wrong) {
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${columns}.`,
      );
    }
    world.guard(sheet, area);
    block.forEach((line, down) => {
      line.forEach((value, right) => {
        put(row + down, column + right, value);
      });
    });
    return self();
  };
  const setValue = (r: number, c: number, raw: unknown) => {
    const { value, formula, broken, format } = taken(
      raw,
      cellAt(r, c)?.format ?? "General",
      world.locale,
    );
    refuseInvalid(
      cellAt(r, c)?.validation ?? null,
      value,
      formula,
      addressOf({ row: r, column: c, rows: 1, columns: 1 }),
    );
    world.hold(() => {
      const cell = world.cell(sheet, r, c);
      if (format !== undefined && cell.format === "General") cell.format = format;
      world.put(sheet, r, c, value, formula, broken);
    });
  };
  const shown = (r: number, c: number): unknown => {
    const value = world.result(sheet, r, c);
    if (typeof value !== "number" || !isDateFormat(cellAt(r, c)?.format ?? "General")) return value;
    const wall = Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1000;
    return new Date(instantOf(world.zone, wall, world.gap));
  };
  const same = <T>(value: T): T[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  const look = (member: string) => (block: readonly (readonly unknown[])[]) =>
    write(member, block, () => undefined);
  const range = strict<Range>(
    world,
    "Range",
    {
      getA1Notation: () => addressOf(area),
      getRow: () => row,
      getColumn: () => column,
      getNumRows: () => rows,
      getNumColumns: () => columns,
      getSheet: () => sheetOf(world, sheet),
      getCell: (r: number, c: number) => {
        if (r < 1 || c < 1 || r > rows || c > columns)
          throw new ServiceError("Cell reference out of range");
        return rangeOf(world, sheet, {
          row: row + r - 1,
          column: column + c - 1,
          rows: 1,
          columns: 1,
        });
      },
      canEdit: () => {
        alive();
        return world.mayWrite(sheet, area);
      },
      getValues: () => read(shown),
      getValue: () => read(shown)[0]?.[0],
      getFormulas: () =>
        read((r, c) => {
          const cell = cellAt(r, c);
          if (!cell || cell.formula === null) return "";
          return cell.broken ? cell.formula : speakFormula(world.locale, cell.formula);
        }),
      getDataValidations: () =>
        read((r, c) => {
          const validation = cellAt(r, c)?.validation;
          return validation ? validationObject(world, validation) : null;
        }),
      getRichTextValues: () =>
        read((r, c) => {
          const { value = "", links = [] } = cellAt(r, c) ?? {};
          return typeof value === "string" && value !== "" ? richText(world, value, links) : null;
        }),
      setValues: (block) => write("setValues", block, setValue),
      setValue: (raw) => write("setValue", same(raw), setValue),
      setFormula: (formula) =>
        write("setFormula", same(formula), (r, c, text) => {
          const parsed = taken(text, "General", world.locale);
          world.hold(() => world.put(sheet, r, c, "", parsed.formula ?? text, parsed.broken));
        }),
      setNumberFormats: (block) =>
        write("setNumberFormats", block, (r, c, format) => {
          world.cell(sheet, r, c).format = format;
        }),
      setBackgrounds: (block) =>
        write("setBackgrounds", block, (r, c, color) => {
          world.cell(sheet, r, c).background = color;
        }),
      setTextStyles: look("setTextStyles"),
      setHorizontalAlignments: look("setHorizontalAlignments"),
      setVerticalAlignments: look("setVerticalAlignments"),
      setWraps: look("setWraps"),
      setBorder: (...sides: unknown[]) => {
        alive();
        world.guard(sheet, area);
        drawBorder(sheet, area, sides);
        return self();
      },
      setDataValidations: (block) =>
        write("setDataValidations", block, (r, c, rule) => {
          world.cell(sheet, r, c).validation = rule === null ? null : validationState(rule);
        }),
      setDataValidation: (rule) =>
        write("setDataValidation", same(rule), (r, c, given) => {
          world.cell(sheet, r, c).validation = given === null ? null : validationState(given);
        }),
      createFilter: () => {
        if (sheet.filter) {
          throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
        }
        sheet.filter = area;
        return {} as GoogleAppsScript.Spreadsheet.Filter;
      },
      createTextFinder: (text) => textFinder(world, sheet, area, text, setValue),
      activate: () => {
        world.selection = { sheet, area };
        return self();
      },
      protect: () => protectionOf(world, protect(world, sheet, area)),
    },
    sheet,
  );
  states.set(range, { sheet, area });
  return range;
}

export function rangeListOf(
  world: World,
  sheet: SheetState,
  addresses: readonly string[],
): RangeList {
  if (!Array.isArray(addresses) || addresses.length === 0) {
    throw new ServiceError("The range list must not be empty.");
  }
  const areas = addresses.map(areaFrom);
  for (const area of areas) checkArea(sheet, area);
  return strict<RangeList>(
    world,
    "RangeList",
    {
      getRanges: () => areas.map((area) => rangeOf(world, sheet, area)),
      setBorder: (...sides: unknown[]) => {
        for (const area of areas) {
          world.guard(sheet, area);
          drawBorder(sheet, area, sides);
        }
        return self();
      },
    },
    sheet,
  );
}
