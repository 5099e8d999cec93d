/** Finds in a workbook what Excel stumbles over and the Open XML validator does not see. For tests. */

import { areaAddress, cellAddress, parseArea } from "../../core/workbook/a1.ts";
import { overlap } from "../../core/workbook/area.ts";
import type { Area } from "../../core/workbook/port.ts";
import { openPackage, type SheetPart, type WorkbookPackage } from "../../xlsx/package.ts";
import { type Tag, walk } from "../../xlsx/xml.ts";
import { faultsOfFormula } from "./formula.ts";

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_LIST = 255;
const LONGEST_HEADER = 255;

/** One sentence a fault, with its place; empty for a sound file. Throws `HostError` where it cannot be read. */
export function lintXlsx(bytes: Uint8Array): string[] {
  const book = openPackage(bytes);
  const faults = lintNames(book);
  const counts = {
    styles: countIn(book, book.stylesPath, "cellXfs", "xf"),
    texts: countIn(book, book.stringsPath, "sst", "si"),
  };
  for (const sheet of book.sheets) {
    if (sheet.path === null) continue;
    const lint = new SheetLint(book, sheet, counts);
    walk(book.parts.text(sheet.path), sheet.path, lint);
    faults.push(...lint.result());
  }
  return faults;
}

function lintNames(book: WorkbookPackage): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { name, localSheet, text } of book.names) {
    const key = `${localSheet ?? ""}!${name.toLowerCase()}`;
    if (seen.has(key)) faults.push(`The name ${name} is defined twice.`);
    seen.add(key);
    for (const fault of faultsOfFormula(text, book)) faults.push(`The name ${name} ${fault}.`);
  }
  const sheets = new Set<string>();
  for (const { name } of book.sheets) {
    if (sheets.has(name.toLowerCase())) faults.push(`The sheet ${name} is there twice.`);
    sheets.add(name.toLowerCase());
    if (name.length > 31) faults.push(`The sheet ${name} has a name of over 31 characters.`);
  }
  return faults;
}

/** How many `child` tags stand directly in `parent`. */
function countIn(
  book: WorkbookPackage,
  path: string | null,
  parent: string,
  child: string,
): number {
  if (path === null) return 0;
  let count = 0;
  let parentDepth = -1;
  walk(book.parts.text(path), path, {
    open(tag, depth) {
      if (tag.name === parent) parentDepth = depth;
      else if (parentDepth >= 0 && depth === parentDepth + 1 && tag.name === child) count += 1;
    },
    close(name) {
      if (name === parent) parentDepth = -1;
    },
  });
  return count;
}

class SheetLint {
  private readonly book: WorkbookPackage;
  private readonly title: string;
  private readonly counts: { readonly styles: number; readonly texts: number };
  private readonly faults: string[] = [];
  private readonly cells = new Set<string>();
  private readonly merges: Area[] = [];
  private row = 0;
  private column = 0;
  private place = "";
  private type = "n";
  private content = "";
  private isLiteralList = false;

  constructor(
    book: WorkbookPackage,
    sheet: SheetPart,
    counts: { readonly styles: number; readonly texts: number },
  ) {
    this.book = book;
    this.title = sheet.name;
    this.counts = counts;
  }

  result(): string[] {
    return this.faults;
  }

  open(tag: Tag): void {
    this.content = "";
    if (tag.name === "row") this.openRow(tag);
    else if (tag.name === "c") this.openCell(tag);
    else if (tag.name === "mergeCell") this.openMerge(tag);
    else if (tag.name === "dataValidation") this.openRule(tag);
    else if (tag.name === "cfRule") this.place = `a colour rule`;
  }

  text(text: string): void {
    this.content += text;
  }

  close(name: string): void {
    if (name === "f" || name === "formula") this.lintFormula();
    else if (name === "formula1" || name === "formula2") this.closeRuleFormula();
    else if (name === "v" && this.type === "s" && !(Number(this.content) < this.counts.texts)) {
      this.report(`has the shared text ${this.content} of ${this.counts.texts}`);
    } else if (
      /^(odd|even|first)(Header|Footer)$/.test(name) &&
      this.content.length > LONGEST_HEADER
    ) {
      this.place = name;
      this.report(`has ${this.content.length} characters, more than ${LONGEST_HEADER}`);
    }
    this.content = "";
  }

  private openRow(tag: Tag): void {
    const row = tag.attributes.r === undefined ? this.row + 1 : Number(tag.attributes.r);
    this.place = `row ${row}`;
    if (row <= this.row) this.report(`stands behind row ${this.row}`);
    this.row = row;
    this.column = 0;
  }

  private openCell(tag: Tag): void {
    const address = tag.attributes.r ?? cellAddress(this.row, this.column + 1);
    this.place = address;
    this.type = tag.attributes.t ?? "n";
    const area = parseArea(address);
    if (!area || area.row !== this.row) this.report(`stands in row ${this.row}`);
    if (area && area.column <= this.column) this.report("is not in the order of columns");
    if (this.cells.has(address)) this.report("is there twice");
    this.cells.add(address);
    this.column = area?.column ?? this.column + 1;
    const style = Number(tag.attributes.s ?? 0);
    if (!(style < Math.max(1, this.counts.styles)))
      this.report(`has the style ${style} of ${this.counts.styles}`);
  }

  private openMerge(tag: Tag): void {
    const area = parseArea(tag.attributes.ref ?? "");
    this.place = `the merged area ${tag.attributes.ref}`;
    if (!area) {
      this.report("is no area");
      return;
    }
    const other = this.merges.find((merge) => overlap(merge, area));
    if (other) this.report(`lies over ${areaAddress(other)}`);
    this.merges.push(area);
  }

  private openRule(tag: Tag): void {
    const { attributes } = tag;
    this.place = `the input rule of ${attributes.sqref ?? "an extension"}`;
    this.isLiteralList = attributes.type === "list";
    const limits = {
      promptTitle: LONGEST_TITLE,
      errorTitle: LONGEST_TITLE,
      prompt: LONGEST_MESSAGE,
      error: LONGEST_MESSAGE,
    };
    for (const [name, most] of Object.entries(limits)) {
      const length = attributes[name]?.length ?? 0;
      if (length > most) this.report(`has ${length} characters in ${name}, more than ${most}`);
    }
  }

  private closeRuleFormula(): void {
    if (this.isLiteralList && this.content.startsWith('"')) {
      const length = this.content.length - 2;
      if (length > LONGEST_LIST)
        this.report(`has a list of ${length} characters, more than ${LONGEST_LIST}`);
    }
    this.lintFormula();
  }

  private lintFormula(): void {
    if (this.content === "") return;
    for (const fault of faultsOfFormula(this.content, this.book))
      this.report(`${fault} in its formula ${this.content}`);
  }

  private report(fault: string): void {
    this.faults.push(`${this.title}: ${this.place} ${fault}.`);
  }
}
