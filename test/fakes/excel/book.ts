/** The workbook that the test host holds: sheets, cells, names and a real calculation engine. */

import { DetailedCellError, HyperFormula, type RawCellContent } from "hyperformula";
import { areaAddress, parseArea, shiftFormula } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import { ApiError } from "./failure.ts";
import { type Content, EMPTY, typed } from "./input.ts";
import { quoted, sheetsIn, shiftRows } from "./references.ts";
import { type ExcelSettings, USUAL } from "./settings.ts";

export interface Border {
  style?: string;
  color?: string;
  weight?: string;
}

export interface Validation {
  rule: Record<string, unknown>;
  prompt: Record<string, unknown> | null;
  errorAlert: Record<string, unknown> | null;
}

export interface Cell {
  content: Content;
  numberFormat: string;
  locked: boolean;
  /** Looks by Excel's own names, such as `font.bold`. */
  looks: Record<string, unknown>;
  borders: Record<string, Border>;
  validation: Validation | null;
  hyperlink: Record<string, unknown> | null;
}

export interface ColorFormat {
  readonly id: string;
  readonly type: string;
  areas: Area[];
  formula: string | null;
  stopIfTrue: boolean;
  looks: Record<string, unknown>;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: string;
  showGridlines: boolean;
  tabColor: string;
  readonly cells: Map<string, Cell>;
  readonly columnWidths: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  readonly rowHeights: Map<number, number>;
  colorFormats: ColorFormat[];
  protection: { on: boolean; password: string | null; options: Record<string, unknown> };
  freeze: string | null;
  filter: Area | null;
  readonly page: Record<string, unknown>;
  rowBreaks: string[];
  columnBreaks: string[];
}

export interface DefinedName {
  readonly name: string;
  /** With its `=`. */
  formula: string;
}

const keyOf = (row: number, column: number): string => `${row},${column}`;

function blankCell(): Cell {
  return {
    content: EMPTY,
    numberFormat: "General",
    locked: true,
    looks: {},
    borders: {},
    validation: null,
    hyperlink: null,
  };
}

/** How many changed cells are put into a living engine; beyond, it is made anew. */
const FEW_CELLS = 300;

export class Book {
  readonly settings: ExcelSettings;
  readonly sheets: Sheet[] = [];
  names: DefinedName[] = [];
  structureLocked = false;
  active: Sheet;
  selection = "A1";
  /** Sheets whose results may have changed since the last request. */
  private engine: HyperFormula | null = null;
  private pending: { sheet: Sheet; row: number; column: number }[] = [];
  private nextId = 1;
  /** Whether writing does not calculate until the request is over; then it is the writer's to do. */
  isSuspended = false;
  /** Results that formulas had when they were last calculated; null where all are up to date. */
  private held: Map<Cell, string | number | boolean> | null = null;

  constructor(settings: ExcelSettings = USUAL) {
    this.settings = settings;
    this.active = this.addSheet("Sheet1");
  }

  addSheet(name: string): Sheet {
    if (this.structureLocked)
      throw new ApiError("AccessDenied", "the workbook's structure is protected");
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name))
      throw new ApiError("InvalidArgument", name);
    if (this.sheetNamed(name)) throw new ApiError("ItemAlreadyExists", name);
    const sheet: Sheet = {
      id: `{${String(this.nextId++).padStart(8, "0")}-0001-0000-0000-000000000000}`,
      name,
      visibility: "Visible",
      showGridlines: true,
      tabColor: "",
      cells: new Map(),
      columnWidths: new Map(),
      hiddenColumns: new Set(),
      rowHeights: new Map(),
      colorFormats: [],
      protection: { on: false, password: null, options: {} },
      freeze: null,
      filter: null,
      page: {},
      rowBreaks: [],
      columnBreaks: [],
    };
    this.sheets.push(sheet);
    this.engine = null;
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    if (this.structureLocked) throw new ApiError("AccessDenied");
    if (sheet.visibility === "VeryHidden")
      throw new ApiError("InvalidOperation", "the sheet is very hidden");
    const others = this.sheets.filter((other) => other !== sheet);
    if (!others.some((other) => other.visibility === "Visible"))
      throw new ApiError("InvalidOperation");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const name of this.names) {
      if (sheetsIn(name.formula).some((title) => title === sheet.name)) name.formula = "=#REF!";
    }
    this.rewrite((formula) =>
      sheetsIn(formula).includes(sheet.name)
        ? formula
            .replaceAll(`${quoted(sheet.name)}!`, "#REF!")
            .replace(/#REF!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?/g, "#REF!")
        : formula,
    );
    if (this.active === sheet) this.active = others[0] ?? sheet;
    this.engine = null;
  }

  renameSheet(sheet: Sheet, name: string): void {
    if (this.structureLocked) throw new ApiError("AccessDenied");
    const old = sheet.name;
    sheet.name = name;
    const swap = (formula: string) =>
      formula
        .replaceAll(`'${old}'!`, `${quoted(name)}!`)
        .replaceAll(`${quoted(old)}!`, `${quoted(name)}!`);
    for (const entry of this.names) entry.formula = swap(entry.formula);
    this.rewrite(swap);
    this.engine = null;
  }

  sheetNamed(name: string): Sheet | undefined {
    return this.sheets.find(
      (sheet) => sheet.name.toLowerCase() === name.toLowerCase() || sheet.id === name,
    );
  }

  nameNamed(name: string): DefinedName | undefined {
    return this.names.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  }

  addName(name: string, formula: string): DefinedName {
    if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || parseArea(name))
      throw new ApiError("InvalidArgument", name);
    if (this.nameNamed(name)) throw new ApiError("ItemAlreadyExists", name);
    this.checkFormula(formula);
    const entry = { name, formula: formula.replace(/'([A-Za-z_][\w.]*)'!/g, "$1!") };
    this.names.push(entry);
    this.engine = null;
    return entry;
  }

  deleteName(entry: DefinedName): void {
    this.names = this.names.filter((other) => other !== entry);
    this.engine = null;
  }

  cell(sheet: Sheet, row: number, column: number): Cell {
    const key = keyOf(row, column);
    const found = sheet.cells.get(key);
    if (found) return found;
    const made = blankCell();
    sheet.cells.set(key, made);
    return made;
  }

  /** Looks without making the cell. */
  peek(sheet: Sheet, row: number, column: number): Cell | undefined {
    return sheet.cells.get(keyOf(row, column));
  }

  /** Writes without asking for protection. */
  write(sheet: Sheet, row: number, column: number, raw: unknown): void {
    const cell = this.cell(sheet, row, column);
    const content = typed(raw, cell.numberFormat, this.settings.dates);
    if (content.formula !== null) this.checkFormula(content.formula);
    const isManual = this.settings.calculation === "manual";
    if (this.isSuspended || isManual) this.hold();
    else this.held = null;
    cell.content = content;
    this.pending.push({ sheet, row, column });
    // A formula that is entered is calculated all the same, unless nothing is.
    if (this.isSuspended && content.formula !== null) this.held?.set(cell, 0);
    else this.held?.delete(cell);
  }

  calculate(): void {
    this.held = null;
  }

  private hold(): void {
    if (this.held) return;
    const held = new Map<Cell, string | number | boolean>();
    for (const sheet of this.sheets) {
      for (const [key, cell] of sheet.cells) {
        const [row = 0, column = 0] = key.split(",").map(Number);
        if (cell.content.formula !== null) held.set(cell, this.value(sheet, row, column));
      }
    }
    this.held = held;
  }

  /** Excel asks for a file where a formula names a sheet that is not there; an add-in gets an error. */
  checkFormula(formula: string): void {
    for (const title of sheetsIn(formula)) {
      if (title !== "#REF" && !this.sheetNamed(title))
        throw new ApiError("InvalidArgument", `no sheet ${title}`);
    }
  }

  value(sheet: Sheet, row: number, column: number): string | number | boolean {
    const cell = this.peek(sheet, row, column);
    if (!cell) return "";
    const { content } = cell;
    if (content.formula === null) return content.value ?? "";
    const held = this.held?.get(cell);
    if (held !== undefined) return held;
    const engine = this.calculated();
    const id = engine.getSheetId(sheet.name);
    if (id === undefined) throw new Error(`The engine has no sheet ${sheet.name}`);
    const value = engine.getCellValue({ sheet: id, row: row - 1, col: column - 1 });
    if (value instanceof DetailedCellError) {
      if (value.type === "ERROR")
        throw new ApiError("InvalidArgument", `${content.formula}: ${value.message}`);
      return value.value;
    }
    return value ?? 0;
  }

  /** What a formula gives on a sheet, for colour rules. */
  evaluate(sheet: Sheet, formula: string): unknown {
    const engine = this.calculated();
    const id = engine.getSheetId(sheet.name);
    return id === undefined ? null : engine.calculateFormula(formula, id);
  }

  formula(sheet: Sheet, row: number, column: number): string | number | boolean {
    const content = this.peek(sheet, row, column)?.content ?? EMPTY;
    return content.formula === null ? (content.value ?? "") : `=${content.formula}`;
  }

  /** Puts rows in above row `at`, or with a negative count takes rows out from there on. */
  moveRows(sheet: Sheet, at: number, count: number): void {
    const cells = [...sheet.cells];
    sheet.cells.clear();
    for (const [key, cell] of cells) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (count < 0 && row >= at && row < at - count) continue;
      sheet.cells.set(keyOf(row >= at ? row + count : row, column), cell);
    }
    for (const name of this.names)
      name.formula = shiftRows(name.formula, "", sheet.name, at, count);
    this.rewrite((formula, home) => shiftRows(formula, home, sheet.name, at, count));
    this.engine = null;
  }

  /** As sorting does: contents move, and formulas keep to the cells of their own new row. */
  swapRows(sheet: Sheet, one: number, other: number): void {
    const moved = (from: number, to: number) =>
      [...sheet.cells].flatMap(([key, cell]) => {
        const [row = 0, column = 0] = key.split(",").map(Number);
        if (row !== from) return [];
        const { formula, value } = cell.content;
        const content =
          formula === null
            ? { formula, value }
            : { formula: shiftFormula(formula, to - from, 0), value };
        return [{ column, content }];
      });
    const contents = [...moved(one, other).map((cell) => ({ ...cell, row: other }))];
    const back = moved(other, one).map((cell) => ({ ...cell, row: one }));
    for (const { row, column, content } of [...contents, ...back])
      this.cell(sheet, row, column).content = content;
    this.engine = null;
  }

  private rewrite(change: (formula: string, home: string) => string): void {
    for (const sheet of this.sheets) {
      for (const cell of sheet.cells.values()) {
        const { formula } = cell.content;
        if (formula !== null) cell.content = { formula: change(formula, sheet.name), value: null };
      }
    }
  }

  private calculated(): HyperFormula {
    if (this.engine && this.pending.length > FEW_CELLS) this.engine = null;
    // A batch of nothing is dear all the same, and every cell that is looked at comes by here.
    if (this.engine && this.pending.length === 0) return this.engine;
    if (this.engine) {
      const engine = this.engine;
      const todo = this.pending;
      this.pending = [];
      engine.batch(() => {
        for (const { sheet, row, column } of todo) {
          const id = engine.getSheetId(sheet.name);
          if (id === undefined) continue;
          engine.setCellContents(
            { sheet: id, row: row - 1, col: column - 1 },
            rawContent(this.peek(sheet, row, column)),
          );
        }
      });
      return engine;
    }
    this.pending = [];
    const grids: Record<string, RawCellContent[][]> = {};
    for (const sheet of this.sheets) grids[sheet.name] = gridOf(sheet);
    const engine = HyperFormula.buildFromSheets(
      grids,
      {
        licenseKey: "gpl-v3",
        useArrayArithmetic: true,
        ...(this.settings.dates === 1904
          ? { leapYear1900: false, nullDate: { year: 1904, month: 1, day: 1 } }
          : { leapYear1900: true, nullDate: { year: 1899, month: 12, day: 31 } }),
      },
      [
        { name: "TRUE", expression: "=TRUE()" },
        { name: "FALSE", expression: "=FALSE()" },
        ...this.names
          .filter((name) => !name.formula.includes("#REF"))
          .map((name) => ({
            name: name.name,
            expression: name.formula,
          })),
      ],
    );
    this.engine = engine;
    return engine;
  }
}

function rawContent(cell: Cell | undefined): RawCellContent {
  const content = cell?.content ?? EMPTY;
  if (content.formula !== null) return `=${content.formula}`;
  // The apostrophe keeps text from being understood once more.
  return typeof content.value === "string" ? `'${content.value}` : content.value;
}

function gridOf(sheet: Sheet): RawCellContent[][] {
  const grid: RawCellContent[][] = [];
  for (const [key, cell] of sheet.cells) {
    const [row = 1, column = 1] = key.split(",").map(Number);
    while (grid.length < row) grid.push([]);
    const line = grid[row - 1];
    if (line) line[column - 1] = rawContent(cell);
  }
  return grid.map((line) => Array.from(line, (value) => value ?? null));
}

export const addressOf = (area: Area): string => areaAddress(area);
