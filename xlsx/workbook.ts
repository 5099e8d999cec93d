/** The port over an .xlsx file held in memory. */

import type { Library } from "../core/workbook/library.ts";
import type {
  Blueprint,
  Change,
  Feature,
  Mending,
  Snapshot,
  Workbook,
} from "../core/workbook/port.ts";
import { drawBlueprint } from "./draw.ts";
import { hostError } from "./failure.ts";
import { kindOf, type WorkbookKind } from "./kind.ts";
import { mendWorkbook } from "./mend.ts";
import { patchWorkbook } from "./patch.ts";
import { readSnapshot } from "./read.ts";
import { FILE_TEXT } from "./words.ts";

export interface XlsxWorkbook extends Workbook {
  build(blueprint: Blueprint): void;
  snapshot(): Snapshot | null;
  apply(change: Change): void;
  /** Changes of structure. Throws `HostError` where the file cannot take them; then nothing is changed. */
  mend(mending: Mending): void;
  /** The file as it is now. Throws `HostError` before anything was built. */
  bytes(): Uint8Array;
  kind(): WorkbookKind;
}

/** A file that exists, of one of these checklists. Throws `HostError`, when it is first read, where it is hostile, damaged or no workbook. */
export function openXlsx(library: Library, bytes: Uint8Array): XlsxWorkbook {
  return new FileWorkbook(library, bytes);
}

/** A file to be built. */
export function newXlsx(library: Library): XlsxWorkbook {
  return new FileWorkbook(library, null);
}

class FileWorkbook implements XlsxWorkbook {
  readonly cannot: readonly Feature[] = ["calculation"];
  private readonly library: Library;
  private file: Uint8Array | null;
  private read: Snapshot | null = null;

  constructor(library: Library, file: Uint8Array | null) {
    this.library = library;
    this.file = file;
  }

  /** Throws `HostError` where the file exists: sheets are not added to files of others. */
  build(blueprint: Blueprint): void {
    if (this.file) throw hostError(FILE_TEXT.alreadyBuilt);
    this.file = drawBlueprint(blueprint);
  }

  snapshot(): Snapshot | null {
    if (!this.file) return null;
    this.read ??= readSnapshot(this.file);
    return this.read;
  }

  apply(change: Change): void {
    this.file = patchWorkbook(this.library, this.bytes(), change);
    this.read = null;
  }

  mend(mending: Mending): void {
    this.file = mendWorkbook(this.bytes(), mending);
    this.read = null;
  }

  kind(): WorkbookKind {
    return kindOf(this.bytes());
  }

  bytes(): Uint8Array {
    if (!this.file) throw hostError(FILE_TEXT.notBuilt);
    return this.file;
  }
}
