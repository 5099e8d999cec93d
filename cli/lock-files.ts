/** The small files that Excel and LibreOffice lay beside a workbook while somebody has it open. */

import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readHeadBytes } from "./files.ts";
import { type Folder, pathIn } from "./terminal.ts";

const EXCEL = /^~\$(.+)$/;
const OFFICE = /^\.~lock\.(.+)#$/;
/** Excel has the name once more, two bytes a letter, behind room for one in letters of one byte. */
const EXCEL_WIDE_AT = 55;
const HEAD_BYTES = 1024;

/** A workbook that somebody has open, by the file that says so. */
export interface Lock {
  readonly workbook: string;
  /** Null where the file does not tell. */
  readonly by: string | null;
}

/** The workbook that a lock file stands for; null where the name is none of a lock file. */
export function lockOf(folder: Folder, file: string): Lock | null {
  const name = basename(file);
  const excel = EXCEL.exec(name)?.[1];
  const workbook = excel ?? OFFICE.exec(name)?.[1];
  if (workbook === undefined) return null;
  const head = readHeadBytes(folder, file, HEAD_BYTES);
  const by = excel === undefined ? officeOwner(head) : excelOwner(head);
  const place = dirname(file);
  return { workbook: place === "." ? workbook : join(place, workbook), by: by === "" ? null : by };
}

/** Who has a workbook open; null where nobody is known to. */
export function openElsewhere(folder: Folder, file: string): Lock | null {
  const place = dirname(file);
  let names: string[];
  try {
    names = readdirSync(pathIn(folder, place));
  } catch {
    return null;
  }
  const wanted = basename(file);
  const lock = names.find((name) => name === `~$${wanted}` || name === `.~lock.${wanted}#`);
  return lock === undefined ? null : lockOf(folder, place === "." ? lock : join(place, lock));
}

function excelOwner(head: Uint8Array): string {
  const wide = head[EXCEL_WIDE_AT];
  if (wide !== undefined && wide > 0 && head[EXCEL_WIDE_AT + 1] === 0) {
    const from = EXCEL_WIDE_AT + 2;
    return clean(new TextDecoder("utf-16le").decode(head.subarray(from, from + 2 * wide)));
  }
  return clean(new TextDecoder("latin1").decode(head.subarray(1, 1 + (head[0] ?? 0))));
}

/** Fields between commas: full name, user, computer, when, where. */
function officeOwner(head: Uint8Array): string {
  const [fullName = "", user = ""] = new TextDecoder().decode(head).split(",");
  return clean(fullName) || clean(user);
}

const clean = (text: string): string => text.replace(/\u0000/g, "").trim();
