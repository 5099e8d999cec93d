/** What people and other programs do to the workbook of the test host, behind the add-in's back. */

import { parseArea } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import type { Book, Sheet } from "./book.ts";
import type { EventName } from "./objects.ts";
import { positions } from "./places.ts";
import { isUnderstood } from "./rules.ts";

export abstract class People {
  abstract readonly book: Book;

  /** Tells those who listen of an event. */
  protected abstract send(event: EventName, message: object): void;

  protected changed(
    sheet: Sheet,
    address: string,
    changeType: string,
    source: "Local" | "Remote",
  ): void {
    this.send("changed", {
      address,
      changeType,
      source,
      worksheetId: sheet.id,
      shiftDirection: "None",
    });
    this.send("calculated", { worksheetId: sheet.id, address });
  }

  private sheet(name: string): Sheet {
    const sheet = this.book.sheetNamed(name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }

  private cellAt(sheetName: string, address: string): { sheet: Sheet; area: Area } {
    const area = parseArea(address);
    if (!area) throw new Error(address);
    return { sheet: this.sheet(sheetName), area };
  }

  /** Somebody types into a cell; throws as Excel warns, on locked cells and against drop-downs. */
  type(
    sheetName: string,
    address: string,
    value: string | number | null,
    source: "Local" | "Remote" = "Local",
  ): void {
    const { sheet, area } = this.cellAt(sheetName, address);
    const cell = this.book.cell(sheet, area.row, area.column);
    if (sheet.protection.on && cell.locked) throw new Error(`${sheetName}!${address} is locked`);
    const list = cell.validation?.rule.list as { source?: string } | undefined;
    if (list?.source && value !== null && !list.source.split(",").includes(String(value))) {
      throw new Error(`${String(value)} is not in the list of ${sheetName}!${address}`);
    }
    const custom = cell.validation?.rule.custom as { formula?: string } | undefined;
    // What is no formula here is an error, which lets nothing pass.
    if (custom && !isUnderstood(custom.formula, this.book.settings))
      throw new Error(`${String(value)} is refused in ${sheetName}!${address}`);
    this.book.write(sheet, area.row, area.column, value ?? "");
    this.changed(sheet, address, "RangeEdited", source);
  }

  /** Ctrl+K in a cell, a new comment, another font: grey where the sheet's protection does not allow it. */
  does(sheetName: string, address: string, what: "link" | "comment" | "format"): void {
    const { sheet, area } = this.cellAt(sheetName, address);
    const { on, options } = sheet.protection;
    if (!on) return;
    const { locked } = this.book.cell(sheet, area.row, area.column);
    const option = {
      link: "allowInsertHyperlinks",
      comment: "allowEditObjects",
      format: "allowFormatCells",
    }[what];
    if (options[option] !== true || (what === "link" && locked))
      throw new Error(`${sheetName} is protected: no ${what} in ${address}`);
  }

  /** Somebody picks from a list in Excel on the web, which may tell of nothing but the results. */
  pick(sheetName: string, address: string, value: string): void {
    const { sheet, area } = this.cellAt(sheetName, address);
    this.book.write(sheet, area.row, area.column, value);
    this.send("calculated", { worksheetId: sheet.id, address });
  }

  /** A formula has another result, as one with a clock in it has again and again. */
  tick(sheetName: string, address: string): void {
    this.send("calculated", { worksheetId: this.sheet(sheetName).id, address });
  }

  /** Cells are pushed aside: formulas may be anywhere afterwards. */
  shiftCells(sheetName: string, address: string): void {
    this.changed(this.sheet(sheetName), address, "CellInserted", "Local");
  }

  /** Somebody pastes over protection and drop-downs, or a program does it. */
  force(sheetName: string, address: string, value: string | number | null): void {
    const { sheet, area } = this.cellAt(sheetName, address);
    for (const at of positions([area])) this.book.write(sheet, ...at, value ?? "");
    this.changed(sheet, address, "RangeEdited", "Local");
  }

  insertRow(sheetName: string, row: number): void {
    this.book.moveRows(this.sheet(sheetName), row, 1);
    this.changed(this.sheet(sheetName), `${row}:${row}`, "RowInserted", "Local");
  }

  deleteRow(sheetName: string, row: number): void {
    this.book.moveRows(this.sheet(sheetName), row, -1);
    this.changed(this.sheet(sheetName), `${row}:${row}`, "RowDeleted", "Local");
  }

  /** Somebody sorts: the contents of two rows change places, formulas with them. */
  swapRows(sheetName: string, one: number, other: number): void {
    this.book.swapRows(this.sheet(sheetName), one, other);
    this.changed(this.sheet(sheetName), `${one}:${other}`, "RangeEdited", "Local");
  }

  rename(sheetName: string, to: string): void {
    this.book.renameSheet(this.sheet(sheetName), to);
  }

  deleteSheet(sheetName: string): void {
    const sheet = this.sheet(sheetName);
    this.book.deleteSheet(sheet);
    this.send("deleted", { worksheetId: sheet.id, source: "Local" });
  }

  unprotect(sheetName: string): void {
    this.sheet(sheetName).protection = { on: false, password: null, options: {} };
  }

  protectWithPassword(sheetName: string): void {
    this.sheet(sheetName).protection = { on: true, password: "secret", options: {} };
  }

  select(sheetName: string, address: string): void {
    const sheet = this.sheet(sheetName);
    this.book.active = sheet;
    this.book.selection = address;
    this.send("selected", { address, worksheetId: sheet.id });
  }

  formula(sheetName: string, address: string): string | number | boolean {
    const { sheet, area } = this.cellAt(sheetName, address);
    return this.book.formula(sheet, area.row, area.column);
  }

  value(sheetName: string, address: string): string | number | boolean {
    const { sheet, area } = this.cellAt(sheetName, address);
    return this.book.value(sheet, area.row, area.column);
  }
}
