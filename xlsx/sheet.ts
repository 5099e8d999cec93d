/** One pass over a worksheet: its cells with their source offsets, and what lies around them. */

import { parseArea } from "../core/workbook/a1.ts";
import { cellKey, columnOf, rowOf } from "../core/workbook/area.ts";
import type { Area } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { addressKey } from "./keys.ts";
import { FILE_TEXT } from "./words.ts";
import { attribute, isOn, type Tag, tagStartBefore, walk } from "./xml.ts";

export interface FormulaSource {
  /** As written; empty for the followers of a shared formula. */
  text: string;
  /** The group of a shared formula. */
  readonly shared: string | null;
  readonly start: number;
  end: number;
}

/** A cell as it stands in the file; texts and formulas not yet resolved. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  /** `n` number, `s` shared text, `inlineStr`, `str`, `b`, `e` or `d`. */
  readonly type: string;
  readonly style: number;
  /** Offsets of `<c` and behind its opening tag. Tags are not kept: a sheet has thousands. */
  readonly start: number;
  readonly tagEnd: number;
  /** Text of `<v>`, and of `<is>`; null where there is none. */
  value: string | null;
  inline: string | null;
  formula: FormulaSource | null;
  /** Offset behind the cell. */
  end: number;
}

export interface SourceRow {
  readonly row: number;
  readonly start: number;
  readonly tagEnd: number;
  /** Offset of the closing tag; of the tag itself where it closes itself. */
  bodyEnd: number;
  readonly cells: SourceCell[];
}

/** A child of the worksheet's root, such as `sheetData`. */
export interface Block {
  readonly name: string;
  readonly tag: Tag;
  end: number;
}

export interface SheetSource {
  readonly root: Tag;
  /** Offset of the root's closing tag. */
  readonly rootEnd: number;
  readonly blocks: readonly Block[];
  /** Rows in the order of the file; their cells only where wanted. */
  readonly rows: readonly SourceRow[];
  readonly columns: readonly Tag[];
  readonly cells: ReadonlyMap<number, SourceCell>;
  readonly shared: ReadonlyMap<string, SourceCell>;
  /** Where input rules of any kind but "anything" apply. */
  readonly ruled: readonly Area[];
  readonly merged: readonly Area[];
  readonly isProtected: boolean;
  /** The last row with a value or formula in it, wanted or not; 0 for an empty sheet. */
  readonly lastRow: number;
}

export const LAST_ROW = 100_000;
/**
 * Walks through a sheet and keeps the cells that are wanted. Throws `HostError` for damage, and for cells so
 * far down that the sheet cannot be a checklist.
 */
export function scanSheet(
  xml: string,
  part: string,
  title: string,
  isWanted: (row: number, column: number) => boolean,
): SheetSource {
  const scanner = new SheetScanner(xml, title, isWanted);
  walk(xml, part, scanner);
  return scanner.result(part);
}

class SheetScanner {
  private readonly xml: string;
  private readonly title: string;
  private readonly isWanted: (row: number, column: number) => boolean;
  private root: Tag | null = null;
  private rootEnd = 0;
  private readonly blocks: Block[] = [];
  private readonly rows: SourceRow[] = [];
  private readonly columns: Tag[] = [];
  private readonly cells = new Map<number, SourceCell>();
  private readonly shared = new Map<string, SourceCell>();
  private readonly ruled: Area[] = [];
  private readonly merged: Area[] = [];
  private isProtected = false;
  private lastRow = 0;

  private inData = false;
  private row: SourceRow | null = null;
  private rowNumber = 0;
  private column = 0;
  private cell: SourceCell | null = null;
  private formula: FormulaSource | null = null;
  /** Depth of phonetic text, which is no part of what the cell says; 0 outside. */
  private phonetic = 0;
  private capture: "value" | "inline" | "formula" | "areas" | null = null;
  private ruleType = "none";
  private areas = "";

  constructor(xml: string, title: string, isWanted: (row: number, column: number) => boolean) {
    this.xml = xml;
    this.title = title;
    this.isWanted = isWanted;
  }

  result(part: string): SheetSource {
    if (this.root?.name !== "worksheet") throw hostError(FILE_TEXT.badXml(part));
    const { root, rootEnd, blocks, rows, columns, cells, shared, ruled, merged } = this;
    const { isProtected, lastRow } = this;
    return {
      root,
      rootEnd,
      blocks,
      rows,
      columns,
      cells,
      shared,
      ruled,
      merged,
      isProtected,
      lastRow,
    };
  }

  open(tag: Tag, depth: number): void {
    if (depth === 0) this.root = tag;
    if (depth === 1) this.openBlock(tag);
    if (this.inData) this.openInData(tag, depth);
    else if (tag.name === "col") this.columns.push(tag);
    else if (tag.name === "dataValidation") {
      this.ruleType = attribute(tag, "type") ?? "none";
      this.areas = attribute(tag, "sqref") ?? "";
    } else if (tag.name === "sqref") this.capture = "areas";
    else if (tag.name === "mergeCell") {
      const area = parseArea(attribute(tag, "ref") ?? "");
      if (area) this.merged.push(area);
    }
  }

  private openBlock(tag: Tag): void {
    this.blocks.push({ name: tag.name, tag, end: tag.end });
    if (tag.name === "sheetData") this.inData = true;
    if (tag.name === "sheetProtection") this.isProtected = isOn(attribute(tag, "sheet"));
  }

  private openInData(tag: Tag, depth: number): void {
    if (depth === 2 && tag.name === "row") this.openRow(tag);
    else if (depth === 3 && tag.name === "c") this.openCell(tag);
    else if (depth === 4 && this.cell) {
      if (tag.name === "v") this.capture = "value";
      if (tag.name === "f") this.openFormula(tag, this.cell);
      if (tag.name === "is") this.cell.inline = "";
    } else if (this.cell) {
      if (tag.name === "rPh") this.phonetic = depth;
      if (tag.name === "t" && this.phonetic === 0) this.capture = "inline";
    }
  }

  private openRow(tag: Tag): void {
    const written = tag.attributes.r;
    this.rowNumber = written === undefined ? this.rowNumber + 1 : Number(written);
    if (!Number.isInteger(this.rowNumber) || this.rowNumber < 1) {
      throw hostError(FILE_TEXT.badCell(this.title, written ?? ""));
    }
    this.column = 0;
    this.row = {
      row: this.rowNumber,
      start: tag.start,
      tagEnd: tag.end,
      bodyEnd: tag.start,
      cells: [],
    };
    this.rows.push(this.row);
  }

  private openCell(tag: Tag): void {
    const written = tag.attributes.r;
    let row = this.rowNumber;
    let column = this.column + 1;
    if (written !== undefined) {
      const key = addressKey(written);
      if (key < 0) throw hostError(FILE_TEXT.badCell(this.title, written));
      row = rowOf(key);
      column = columnOf(key);
    }
    if (row > LAST_ROW)
      throw hostError(FILE_TEXT.farCell(`${this.title}!${written ?? row}`, LAST_ROW));
    this.column = column;
    if (!tag.isSelfClosing) this.lastRow = row;
    const style = tag.attributes.s === undefined ? 0 : Number(tag.attributes.s);
    const cell: SourceCell = {
      row,
      column,
      type: tag.attributes.t ?? "n",
      style,
      start: tag.start,
      tagEnd: tag.end,
      value: null,
      inline: null,
      formula: null,
      end: tag.end,
    };
    this.cell = cell;
    if (!this.isWanted(row, column)) return;
    this.cells.set(cellKey(row, column), cell);
    this.row?.cells.push(cell);
  }

  private openFormula(tag: Tag, cell: SourceCell): void {
    const shared = tag.attributes.t === "shared" ? (tag.attributes.si ?? "") : null;
    this.formula = { text: "", shared, start: tag.start, end: tag.end };
    cell.formula = this.formula;
    this.capture = "formula";
  }

  text(text: string): void {
    if (this.capture === null) return;
    if (this.capture === "areas") this.areas += text;
    else if (this.capture === "formula" && this.formula) this.formula.text += text;
    else if (this.capture === "value" && this.cell)
      this.cell.value = (this.cell.value ?? "") + text;
    else if (this.cell) this.cell.inline = (this.cell.inline ?? "") + text;
  }

  close(name: string, depth: number, end: number): void {
    this.capture = null;
    if (depth === 0) this.rootEnd = tagStartBefore(this.xml, end);
    else if (depth === 1) {
      const block = this.blocks[this.blocks.length - 1];
      if (block) block.end = end;
      if (name === "sheetData") this.inData = false;
    } else if (this.inData) this.closeInData(name, depth, end);
    if (name === "dataValidation") this.closeRule();
  }

  private closeInData(name: string, depth: number, end: number): void {
    if (depth === 2 && this.row) {
      this.row.bodyEnd = tagStartBefore(this.xml, end);
      this.row = null;
    } else if (depth === 3 && this.cell) {
      this.cell.end = end;
      this.cell = null;
    } else if (name === "f" && this.formula && this.cell) {
      this.formula.end = end;
      const { shared, text } = this.formula;
      if (shared !== null && text !== "" && !this.shared.has(shared))
        this.shared.set(shared, this.cell);
      this.formula = null;
    } else if (name === "rPh") this.phonetic = 0;
  }

  private closeRule(): void {
    if (this.ruleType !== "none") {
      for (const reference of this.areas.split(/\s+/)) {
        const area = parseArea(reference);
        if (area) this.ruled.push(area);
      }
    }
    this.ruleType = "none";
    this.areas = "";
  }
}
