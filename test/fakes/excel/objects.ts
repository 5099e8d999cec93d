/** Workbook, worksheets, names, protection, page and events of the test host. */

import { serialFromIso } from "../../../core/audit/dates.ts";
import { areaAddress } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import type { Book, DefinedName, Sheet } from "./book.ts";
import { ApiError } from "./failure.ts";
import { Collection, type Member, type Members, Node } from "./node.ts";
import { parseAddress } from "./places.ts";
import { Ranges } from "./ranges.ts";
import { quoted, spokenReference } from "./references.ts";
import { DAYS_TO_1904 } from "./settings.ts";

/** Events by the numbers of the wire. */
export const EVENTS = {
  changed: 10,
  added: 13,
  selected: 14,
  deleted: 15,
  calculated: 16,
} as const;
export type EventName = keyof typeof EVENTS;

export interface Surroundings {
  readonly book: Book;
  readonly wrote: (sheet: Sheet, area: Area) => void;
  readonly listen: (event: EventName, isOn: boolean) => void;
  readonly sheetGone: (sheet: Sheet) => void;
}

const HEADER_LIMIT = 255;

export class Objects {
  readonly root: Node;
  private readonly around: Surroundings;
  private readonly ranges: Ranges;

  constructor(around: Surroundings) {
    this.around = around;
    this.ranges = new Ranges(around.book, around.wrote);
    this.root = this.workbook();
  }

  private workbook(): Node {
    const { book } = this.around;
    return new Node("Workbook", {
      application: { nav: () => application(book) },
      functions: { since: "1.2", nav: () => functions(book) },
      worksheets: { nav: () => this.worksheets() },
      names: { since: "1.1", nav: () => this.names() },
      getActiveCell: {
        since: "1.7",
        call: () => this.ranges.range(book.active, parseAddress(book.selection)),
      },
      protection: {
        since: "1.7",
        nav: () =>
          new Node("WorkbookProtection", { protected: { get: () => book.structureLocked } }),
      },
    });
  }

  private worksheets(): Node {
    const { book, listen } = this.around;
    const event = (name: EventName, wire: string, since: string): Members => ({
      [`_Register${wire}Event`]: { since, call: () => listen(name, true) },
      [`_Unregister${wire}Event`]: { since, call: () => listen(name, false) },
    });
    return new Collection(
      "WorksheetCollection",
      () => book.sheets.map((sheet) => this.worksheet(sheet)),
      (key) => {
        const sheet = book.sheetNamed(key);
        return sheet ? this.worksheet(sheet) : null;
      },
      {
        add: { call: (name) => this.worksheet(book.addSheet(String(name))) },
        getFirst: {
          since: "1.5",
          call: () => {
            const [first] = book.sheets;
            if (!first) throw new ApiError("ItemNotFound");
            return this.worksheet(first);
          },
        },
        ...event("changed", "DataChanged", "1.9"),
        ...event("calculated", "Calculated", "1.8"),
        ...event("selected", "SelectionChanged", "1.9"),
        ...event("deleted", "Deleted", "1.7"),
        ...event("added", "Added", "1.7"),
      },
    );
  }

  private names(): Node {
    const { book } = this.around;
    return new Collection(
      "NamedItemCollection",
      () => book.names.map((name) => this.namedItem(name)),
      (key) => {
        const name = book.nameNamed(key);
        return name ? this.namedItem(name) : null;
      },
      {
        add: {
          since: "1.4",
          call: (name, reference) =>
            this.namedItem(book.addName(String(name), this.formulaOf(reference))),
        },
      },
    );
  }

  /** What is given as text is read in the user's style and language; a plain reference is the same in each. */
  private formulaOf(reference: unknown): string {
    const { references, language } = this.around.book.settings;
    if (reference instanceof Node) return absolute(rangeAddress(reference));
    if (references !== "A1" || (language !== "en" && /[(,]/.test(String(reference))))
      throw new ApiError("InvalidArgument", String(reference));
    return String(reference);
  }

  private namedItem(name: DefinedName): Node {
    return new Node(
      "NamedItem",
      {
        name: { get: () => name.name },
        formula: {
          since: "1.7",
          get: () => spokenReference(name.formula, this.around.book.settings),
        },
        delete: { since: "1.4", call: () => this.around.book.deleteName(name) },
      },
      name.name,
    );
  }

  private worksheet(sheet: Sheet): Node {
    const { book } = this.around;
    const free = () => {
      if (sheet.protection.on) throw new ApiError("AccessDenied", `${sheet.name} is protected`);
    };
    return new Node(
      "Worksheet",
      {
        id: { get: () => sheet.id },
        name: { get: () => sheet.name },
        visibility: {
          get: () => sheet.visibility,
          set: (value) => {
            if (!["Visible", "Hidden", "VeryHidden"].includes(String(value)))
              throw new ApiError("InvalidArgument");
            sheet.visibility = String(value);
          },
        },
        // So it is called on the wire.
        gridlines: {
          since: "1.8",
          set: (value) => {
            sheet.showGridlines = value === true;
          },
        },
        tabColor: {
          since: "1.7",
          set: (value) => {
            sheet.tabColor = String(value);
          },
        },
        activate: {
          call: () => {
            if (sheet.visibility !== "Visible")
              throw new ApiError("InvalidOperation", "the sheet is hidden");
            book.active = sheet;
          },
        },
        delete: {
          call: () => {
            book.deleteSheet(sheet);
            this.around.sheetGone(sheet);
          },
        },
        getRange: { call: (address) => this.ranges.range(sheet, parseAddress(String(address))) },
        getRanges: { since: "1.9", call: (address) => this.ranges.areas(sheet, String(address)) },
        protection: { since: "1.2", nav: () => protection(book, sheet) },
        freezePanes: { since: "1.7", nav: () => freezePanes(sheet) },
        autoFilter: {
          since: "1.9",
          nav: () =>
            new Node("AutoFilter", {
              apply: {
                call: (range) => {
                  free();
                  sheet.filter = parseAddress(rangeAddress(range));
                },
              },
            }),
        },
        pageLayout: { since: "1.9", nav: () => pageLayout(sheet) },
        horizontalPageBreaks: { since: "1.9", nav: () => pageBreaks(sheet.rowBreaks) },
        verticalPageBreaks: { since: "1.9", nav: () => pageBreaks(sheet.columnBreaks) },
      },
      sheet.id,
    );
  }
}

function rangeAddress(range: unknown): string {
  if (!(range instanceof Node)) throw new ApiError("InvalidArgument", "a range is needed");
  return String(range.get("address", () => true));
}

/** `Sheet!A1:B2` as a formula of a defined name. */
function absolute(address: string): string {
  const at = address.lastIndexOf("!");
  const place = address.slice(at + 1).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `=${quoted(address.slice(0, at))}!${place}`;
}

function application(book: Book): Node {
  return new Node("Application", {
    suspendScreenUpdatingUntilNextSync: { since: "1.9", call: () => undefined },
    suspendApiCalculationUntilNextSync: {
      since: "1.6",
      call: () => {
        book.isSuspended = true;
      },
    },
    calculationMode: {
      since: "1.1",
      get: () => (book.settings.calculation === "manual" ? "Manual" : "Automatic"),
    },
    calculate: {
      call: (type) => {
        if (type !== "Full") throw new ApiError("InvalidArgument", String(type));
        book.calculate();
      },
    },
  });
}

/** Functions of the sheet that are asked without a cell; days are of the workbook's own system. */
function functions(book: Book): Node {
  return new Node("Functions", {
    date: {
      call: (year, month, day) => {
        const serial = serialFromIso(
          [year, month, day].map((part) => String(part).padStart(2, "0")).join("-"),
        );
        if (serial === null) throw new ApiError("InvalidArgument", "no day");
        const value = book.settings.dates === 1904 ? serial - DAYS_TO_1904 : serial;
        return new Node("FunctionResult", {
          value: { get: () => value },
          error: { get: () => "" },
        });
      },
    },
  });
}

const ALLOWED = new Set([
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
  "selectionMode",
]);

function protection(book: Book, sheet: Sheet): Node {
  const isStrict = book.settings.protecting === "since June 2026";
  return new Node("WorksheetProtection", {
    protected: { get: () => sheet.protection.on },
    protect: {
      call: (options, password) => {
        if (sheet.protection.on)
          throw new ApiError(isStrict ? "AccessDenied" : "InvalidOperation", "already protected");
        const chosen = (options ?? {}) as Record<string, unknown>;
        const unknown = Object.keys(chosen).find((key) => !ALLOWED.has(key));
        if (unknown) throw new ApiError("InvalidArgument", unknown);
        sheet.protection = {
          on: true,
          password: typeof password === "string" ? password : null,
          options: chosen,
        };
      },
    },
    unprotect: {
      call: (password) => {
        if (isStrict && !sheet.protection.on) throw new ApiError("AccessDenied", "not protected");
        if (sheet.protection.password !== null && sheet.protection.password !== password) {
          throw new ApiError("AccessDenied", "a password is needed");
        }
        sheet.protection = { on: false, password: null, options: {} };
      },
    },
  });
}

function freezePanes(sheet: Sheet): Node {
  return new Node("WorksheetFreezePanes", {
    freezeAt: {
      call: (range) => {
        sheet.freeze = rangeAddress(range).replace(/^.*!/, "");
      },
    },
    freezeRows: {
      call: (count) => {
        sheet.freeze = areaAddress({ row: 1, column: 1, rows: Number(count), columns: 16_384 });
      },
    },
    freezeColumns: {
      call: (count) => {
        sheet.freeze = areaAddress({ row: 1, column: 1, rows: 1_048_576, columns: Number(count) });
      },
    },
  });
}

/** Where pages begin, by the addresses that were given. */
function pageBreaks(breaks: string[]): Node {
  return new Node("PageBreakCollection", {
    add: {
      call: (range) => {
        breaks.push(String(range));
        return new Node("PageBreak", {});
      },
    },
    removePageBreaks: {
      call: () => {
        breaks.length = 0;
      },
    },
  });
}

function pageLayout(sheet: Sheet): Node {
  const keep = (key: string, accepts: (value: unknown) => boolean): Member => ({
    set: (value) => {
      if (!accepts(value))
        throw new ApiError("InvalidArgument", `${key}: ${JSON.stringify(value)}`);
      sheet.page[key] = value;
    },
  });
  const isSize = (value: unknown) => typeof value === "number" && value >= 0;
  const keepCall = (key: string): Member => ({
    call: (value) => {
      sheet.page[key] = value;
    },
  });
  const text = (key: string) =>
    keep(key, (value) => typeof value === "string" && value.length <= HEADER_LIMIT);
  return new Node("PageLayout", {
    orientation: keep("orientation", (value) => value === "Portrait" || value === "Landscape"),
    setPrintMargins: {
      call: (unit, margins) => {
        const sizes = Object.values(margins as object);
        if (unit !== "Points" || !sizes.every(isSize))
          throw new ApiError("InvalidArgument", "margins");
        sheet.page.margins = margins;
      },
    },
    zoom: keep("zoom", (value) => {
      const { scale } = value as { scale?: number };
      return scale === undefined || (scale >= 10 && scale <= 400);
    }),
    setPrintArea: keepCall("printArea"),
    getPrintAreaOrNullObject: {
      call: () => {
        const { printArea } = sheet.page;
        const isNull = printArea === undefined;
        const address = `${sheet.name}!${printArea}`;
        return new Node("RangeAreas", { address: { get: () => address } }, null, isNull);
      },
    },
    setPrintTitleRows: keepCall("titleRows"),
    headersFooters: {
      nav: () =>
        new Node("HeaderFooterGroup", {
          defaultForAllPages: {
            nav: () =>
              new Node("HeaderFooter", {
                leftHeader: text("leftHeader"),
                rightHeader: text("rightHeader"),
                leftFooter: text("leftFooter"),
                rightFooter: text("rightFooter"),
              }),
          },
        }),
    },
  });
}
