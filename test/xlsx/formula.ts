/** What is plainly wrong with a formula: open brackets and quotes, lost references, names that do not exist. */

import type { WorkbookPackage } from "../../xlsx/package.ts";

/** Text in quotes, a quoted sheet, brackets, a word with what may follow it, or any other character. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[(){}]|#[A-Z/0]+[!?]?|\$?[A-Za-z_\\][\w.\\$]*[!(]?|["']|[^"'(){}#$A-Za-z_\\]+|./g;
const IS_CELL = /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/;
const IS_COLUMN = /^\$?[A-Za-z]{1,3}$/;
const CONSTANTS = new Set(["TRUE", "FALSE"]);

/** Phrases such as `refers to the unknown name Phse`; empty for a formula that can be read. */
export function faultsOfFormula(formula: string, book: WorkbookPackage): string[] {
  const faults: string[] = [];
  const sheets = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  let depth = 0;
  const pieces = formula.match(TOKENS) ?? [];
  pieces.forEach((piece, index) => {
    if (piece === "(" || piece.endsWith("(")) depth += 1;
    if (piece === ")") depth -= 1;
    if (depth < 0) faults.push("closes a bracket that is not open");
    if (piece === '"' || piece === "'") faults.push("has an open quotation mark");
    if (piece === "#REF!") faults.push("has lost a reference");
    if (piece.endsWith("!") && !piece.startsWith("#") && !sheets.has(sheetName(piece))) {
      faults.push(`refers to the unknown sheet ${piece.slice(0, -1)}`);
    }
    const isRange = pieces[index + 1]?.startsWith(":") || pieces[index - 1]?.endsWith(":");
    if (isName(piece, isRange ?? false) && !book.nameIndex.has(piece.toLowerCase())) {
      faults.push(`refers to the unknown name ${piece}`);
    }
  });
  if (depth > 0) faults.push("leaves a bracket open");
  return faults;
}

const sheetName = (piece: string): string =>
  piece.replace(/!$/, "").replace(/^'|'$/g, "").replace(/''/g, "'").toLowerCase();

function isName(piece: string, isRange: boolean): boolean {
  if (!/^[A-Za-z_\\$]/.test(piece) || /[!(]$/.test(piece)) return false;
  if (IS_CELL.test(piece) || (isRange && IS_COLUMN.test(piece))) return false;
  return piece !== "$" && !CONSTANTS.has(piece.toUpperCase());
}
