/** A spreadsheet file with its people, and the state of the script that runs in it. */

import { type CellEngine, newEngine } from "./engine.ts";
import { LOCALES, type Locale, type LocaleName } from "./locale.ts";
import { refuseMode } from "./permissions.ts";
import { ServiceError } from "./strict.ts";
import type { Stored } from "./typing.ts";
import type { Gap } from "./zone.ts";

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Cell {
  value: Stored;
  /** With commas and points, however the locale writes it. */
  formula: string | null;
  /** A formula that the locale could not parse, as it was written. */
  broken?: true;
  format: string;
  validation: Validation | null;
  /** Links behind parts of the text. */
  links?: readonly TextLink[];
  background: string | null;
}

export interface TextLink {
  readonly from: number;
  readonly to: number;
  readonly url: string;
}

/** Kept as made by the builder. */
export interface Validation {
  readonly kind: "list" | "date" | "formula";
  readonly values: readonly string[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
}

export interface ColorRuleState {
  readonly ranges: readonly { readonly sheet: SheetState; readonly area: Area }[];
  readonly formula: string | null;
  readonly gradient: boolean;
  readonly background: string | null;
}

export interface ProtectionState {
  readonly sheet: SheetState;
  /** Null for the whole sheet. */
  readonly area: Area | null;
  /** People and groups. */
  readonly editors: Set<string>;
  /** Whether everybody of the company may edit. */
  domainEdit: boolean;
  open: Area[];
  onlyWarns: boolean;
  description: string;
  removed: boolean;
}

export interface SheetState {
  readonly id: number;
  /** A chart that has a sheet for itself is an object; a table of a database is a data source. */
  readonly type: "GRID" | "OBJECT" | "DATASOURCE";
  name: string;
  maxRows: number;
  maxColumns: number;
  readonly cells: Map<number, Cell>;
  colors: ColorRuleState[];
  hidden: boolean;
  filter: Area | null;
  frozen: { rows: number; columns: number };
  readonly widths: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  /** Lines by place: `h` above a cell, `v` left of it; neighbours share theirs. */
  readonly lines: Map<string, string>;
  deleted: boolean;
}

export interface NameState {
  readonly name: string;
  sheet: SheetState;
  area: Area;
}

/** `TRIGGER` is a simple trigger, `NONE` one before the user has agreed to anything. */
export type Mode = "FULL" | "TRIGGER" | "NONE";

const KEY_COLUMNS = 20_000;
const MOST_TEXT = 50_000;
const SCRIPT_MS = 6 * 60_000;
const TRIGGER_MS = 30_000;

export const keyOf = (row: number, column: number): number => row * KEY_COLUMNS + column;
export const placeOf = (key: number): { readonly row: number; readonly column: number } => ({
  row: Math.floor(key / KEY_COLUMNS),
  column: key % KEY_COLUMNS,
});

/** Objects that live in the script alone: making them reaches no spreadsheet. */
const OF_THE_SCRIPT =
  /Builder$|^TextStyle$|^SpreadsheetApp\.new|^DataValidation$|^RichTextValue$|^Menu$|^HtmlOutput$/;

/** What makes Google carry out no write: another one, and services that know of no spreadsheet. */
const WAITS =
  /^Range\.(?:setValues?|setFormula)$|^(?:Lock|LockService|Utilities|Properties|PropertiesService|MailApp|ScriptApp|HtmlService|Ui)\./;

/** What a spreadsheet is set to. */
export interface Setting {
  readonly locale: LocaleName;
  readonly zone: string;
  readonly gap: Gap;
}

export const OWNER = "owner@example.com";

export class World {
  /** Null in a shared drive. */
  owner: string | null = OWNER;
  user = OWNER;
  /** People and groups that the file is shared with. */
  readonly editors = new Set([OWNER]);
  /** Members by the address of their group. */
  readonly groups = new Map<string, ReadonlySet<string>>();
  /** The company whose people may all edit the file; null where it is nobody's. */
  domain: string | null = null;
  scopes = new Set<string>();
  /** What Google has asked the user for again. */
  readonly asked: (readonly string[])[] = [];
  mode: Mode = "FULL";
  readonly locale: Locale;
  /** As a rule far from any other, so that a day that slips is seen. */
  readonly zone: string;
  readonly gap: Gap;

  readonly sheets: SheetState[] = [];
  readonly names = new Map<string, NameState>();
  readonly protections: ProtectionState[] = [];
  readonly properties = new Map<string, string>();
  selection: { sheet: SheetState; area: Area } | null = null;
  readonly toasts: string[] = [];
  readonly sidebars: string[] = [];
  readonly menus: { label: string; run: string }[][] = [];
  readonly mails: unknown[] = [];
  mailQuota = 100;
  /** The run that holds the document's lock. */
  lockedBy: number | null = null;
  run = 1;
  /** Runs are numbered, so that a lock has one holder. */
  lastRun = 1;

  readonly engine: CellEngine = newEngine();
  /** Calls that reach the spreadsheet, in order. */
  readonly calls: string[] = [];
  /** For each call the sheet it went to, if any. */
  readonly callSheets: (string | null)[] = [];
  /** Milliseconds since the run began. */
  clock = 0;
  costOfCall = 5;
  /** May throw, or let others act, before a call is carried out. */
  interrupt: ((call: string) => void) | null = null;
  /** What each run has written and Google has not yet carried out: nobody else sees it. */
  private readonly unsent = new Map<number, readonly (() => void)[]>();
  private lastId = 0;

  constructor({
    locale = "en_US",
    zone = "Pacific/Auckland",
    gap = "later",
  }: Partial<Setting> = {}) {
    this.locale = LOCALES[locale];
    this.zone = zone;
    this.gap = gap;
    this.addSheet("Sheet1");
  }

  /**
   * Holds a cell's content back until the run looks at the spreadsheet again, flushes or ends. Then it is written
   * over whatever others have written there meanwhile.
   */
  hold(carryOut: () => void): void {
    this.unsent.set(this.run, [...(this.unsent.get(this.run) ?? []), carryOut]);
  }

  /** Whether the present run has written what nobody else sees yet. */
  isHolding(): boolean {
    return this.unsent.has(this.run);
  }

  /** Carries out what a run has written. */
  send(run = this.run): void {
    const writes = this.unsent.get(run) ?? [];
    this.unsent.delete(run);
    for (const carryOut of writes) carryOut();
  }

  beforeCall(name: string, member: string, sheet: SheetState | null): void {
    const call = `${name}.${member}`;
    if (OF_THE_SCRIPT.test(name) || OF_THE_SCRIPT.test(call)) return;
    refuseMode(this, name, member);
    this.calls.push(call);
    this.callSheets.push(sheet?.name ?? null);
    this.clock += this.costOfCall;
    const most = this.mode === "FULL" ? SCRIPT_MS : TRIGGER_MS;
    if (this.clock > most) throw new ServiceError("Exceeded maximum execution time");
    this.interrupt?.(call);
    if (!WAITS.test(call)) this.send();
  }

  addSheet(name: string, type: SheetState["type"] = "GRID"): SheetState {
    if (this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new ServiceError(
        `A sheet with the name "${name}" already exists. Please enter another name.`,
      );
    }
    this.lastId += 1;
    const sheet: SheetState = {
      id: this.lastId,
      type,
      name,
      maxRows: 1000,
      maxColumns: 26,
      cells: new Map(),
      colors: [],
      hidden: false,
      filter: null,
      frozen: { rows: 0, columns: 0 },
      widths: new Map(),
      hiddenColumns: new Set(),
      lines: new Map(),
      deleted: false,
    };
    this.sheets.push(sheet);
    this.engine.addSheet(name);
    return sheet;
  }

  deleteSheet(sheet: SheetState): void {
    if (this.sheets.filter((other) => !other.hidden && other !== sheet).length === 0) {
      throw new ServiceError("You can't remove all the visible sheets in a document.");
    }
    sheet.deleted = true;
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const protection of this.protections)
      if (protection.sheet === sheet) protection.removed = true;
    this.engine.removeSheet(sheet.name);
  }

  sheetNamed(name: string): SheetState {
    const sheet = this.sheets.find((entry) => entry.name === name);
    if (!sheet) throw new RangeError(`The spreadsheet has no sheet ${name}.`);
    return sheet;
  }

  cell(sheet: SheetState, row: number, column: number): Cell {
    const key = keyOf(row, column);
    let cell = sheet.cells.get(key);
    if (!cell) {
      cell = { value: "", formula: null, format: "General", validation: null, background: null };
      sheet.cells.set(key, cell);
    }
    return cell;
  }

  /** As stored or calculated; errors are their text. */
  result(sheet: SheetState, row: number, column: number): Stored {
    const cell = sheet.cells.get(keyOf(row, column));
    if (!cell) return "";
    if (cell.formula === null) return cell.value;
    const result = cell.broken ? "#ERROR!" : this.engine.result(sheet.name, row, column);
    return this.locale.errors[String(result)] ?? result;
  }

  /** A formula is given with commas and points. One that is `broken` stands in the cell as it is and gives an error. */
  put(
    sheet: SheetState,
    row: number,
    column: number,
    value: Stored,
    formula: string | null,
    broken = false,
  ): void {
    if (typeof value === "string" && value.length > MOST_TEXT) {
      throw new ServiceError(
        "Your input contains more than the maximum of 50000 characters in a single cell.",
      );
    }
    const cell = this.cell(sheet, row, column);
    cell.value = value;
    cell.formula = formula;
    delete cell.links;
    if (broken) cell.broken = true;
    else delete cell.broken;
    const known = broken ? "=#REF!" : formula;
    this.engine.put(sheet.name, row, column, known ?? value, known !== null);
  }

  /** Throws as Sheets does where a protection keeps the present user from these cells. */
  guard(sheet: SheetState, area: Area): void {
    for (const protection of this.protections) {
      if (protection.removed || protection.onlyWarns || protection.sheet !== sheet) continue;
      if (this.mayEdit(protection)) continue;
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          const isInside = protection.area === null || holds(protection.area, row, column);
          if (!isInside || protection.open.some((open) => holds(open, row, column))) continue;
          throw new ServiceError(
            "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
          );
        }
      }
    }
  }

  mayWrite(sheet: SheetState, area: Area): boolean {
    try {
      this.guard(sheet, area);
      return true;
    } catch {
      return false;
    }
  }

  mayEdit(protection: ProtectionState): boolean {
    return this.user === this.owner || this.isAmong(protection);
  }

  /** By name, by a group or by the company. */
  isAmong({ editors, domainEdit }: Pick<ProtectionState, "editors" | "domainEdit">): boolean {
    if (editors.has(this.user) || (domainEdit && this.isOfDomain(this.user))) return true;
    return [...editors].some((address) => this.groups.get(address)?.has(this.user));
  }

  isOfDomain(address: string): boolean {
    return this.domain !== null && address.endsWith(`@${this.domain}`);
  }

  /** Whether the file is shared with a person or a group. */
  isShared(address: string): boolean {
    if (this.editors.has(address) || this.isOfDomain(address)) return true;
    return [...this.editors].some((group) => this.groups.get(group)?.has(address));
  }
}

export function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
