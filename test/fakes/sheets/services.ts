/** The services that a script finds as globals. */

import { bookOf } from "./book.ts";
import { colorBuilder, textStyleBuilder, validationBuilder } from "./builders.ts";
import { userOf } from "./protection.ts";
import { rangeOf } from "./range.ts";
import { mismatch, ServiceError, self, strict } from "./strict.ts";
import type { World } from "./world.ts";
import { wallTime } from "./zone.ts";

/** Names of enumerations stand for their values. */
const named = <T>(...names: string[]): T =>
  Object.fromEntries(names.map((name) => [name, { toString: () => name }])) as T;

export function services(world: World): Record<string, unknown> {
  const book = bookOf(world);
  const properties = strict<GoogleAppsScript.Properties.Properties>(world, "Properties", {
    getProperty: (key) => world.properties.get(key) ?? null,
    setProperty: (key, value) => {
      if (value.length > 9000) throw new ServiceError("Argument too large: value");
      world.properties.set(key, value);
      return self();
    },
    deleteProperty: (key) => {
      world.properties.delete(key);
      return self();
    },
  });
  return {
    SpreadsheetApp: strict<GoogleAppsScript.Spreadsheet.SpreadsheetApp>(world, "SpreadsheetApp", {
      ProtectionType: named("RANGE", "SHEET"),
      BorderStyle: named("DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE"),
      InterpolationType: named("NUMBER", "PERCENT", "PERCENTILE"),
      getActiveSpreadsheet: () => book,
      getActiveRange: () => {
        const { sheet, area } = world.selection ?? {
          sheet: world.sheets[0] ?? world.sheetNamed("Sheet1"),
          area: { row: 1, column: 1, rows: 1, columns: 1 },
        };
        if (sheet.type !== "GRID") {
          throw new ServiceError(`This action is not supported for ${sheet.type} sheet.`);
        }
        return rangeOf(world, sheet, area);
      },
      flush: () => undefined,
      getUi: () => ui(world),
      newDataValidation: () => validationBuilder(world),
      newConditionalFormatRule: () => colorBuilder(world),
      newTextStyle: () => textStyleBuilder(world),
    }),
    LockService: strict<GoogleAppsScript.Lock.LockService>(world, "LockService", {
      getDocumentLock: () => lock(world),
    }),
    PropertiesService: strict<GoogleAppsScript.Properties.PropertiesService>(
      world,
      "PropertiesService",
      { getDocumentProperties: () => properties },
    ),
    HtmlService: strict<GoogleAppsScript.HTML.HtmlService>(world, "HtmlService", {
      createHtmlOutputFromFile: (file) => htmlOutput(world, file),
    }),
    ScriptApp: strict<GoogleAppsScript.Script.ScriptApp>(world, "ScriptApp", {
      AuthMode: AUTH_MODES as unknown as typeof GoogleAppsScript.Script.AuthMode,
      requireScopes: (mode, scopes) => {
        if (String(mode) !== "FULL") throw mismatch("ScriptApp", "requireScopes", [mode, scopes]);
        const missing = scopes.filter((scope) => !world.scopes.has(scope));
        if (missing.length === 0) return;
        world.asked.push(missing);
        // Nothing that the script could catch: Google ends it and asks.
        throw new ServiceError("Authorization is required to perform that action.");
      },
    }),
    Session: strict<GoogleAppsScript.Base.Session>(world, "Session", {
      getEffectiveUser: () => userOf(world, world.user),
    }),
    MailApp: strict<GoogleAppsScript.Mail.MailApp>(world, "MailApp", {
      getRemainingDailyQuota: () => world.mailQuota,
      sendEmail: (message: unknown) => {
        if (typeof message !== "object") throw mismatch("MailApp", "sendEmail", [message]);
        if (world.mailQuota < 1) {
          throw new ServiceError("Service invoked too many times for one day: email.");
        }
        world.mailQuota -= 1;
        world.mails.push(message);
      },
    }),
    Utilities: strict<GoogleAppsScript.Utilities.Utilities>(world, "Utilities", {
      formatDate: (date, zone, format) => {
        const length = FORMATS[format];
        if (zone !== world.zone || length === undefined) {
          throw new Error(`The fake formats only some ways, in ${world.zone}.`);
        }
        const local = new Date(wallTime(world.zone, date.getTime())).toISOString();
        return local.slice(0, length).replace("T", " ");
      },
      base64Encode: (data: unknown) => Buffer.from(unsigned(data)).toString("base64"),
      newBlob: (data: unknown, type?: unknown, name?: unknown) => {
        const blob = strict<GoogleAppsScript.Base.Blob>(world, "Blob", {});
        blobs.set(blob, { bytes: unsigned(data), type: String(type), name: String(name) });
        return blob;
      },
    }),
  };
}

export const AUTH_MODES = named<Record<"NONE" | "LIMITED" | "FULL", object>>(
  "NONE",
  "LIMITED",
  "FULL",
);

function lock(world: World): GoogleAppsScript.Lock.Lock {
  return strict<GoogleAppsScript.Lock.Lock>(world, "Lock", {
    tryLock: (patience) => {
      if (world.lockedBy !== null && world.lockedBy !== world.run) {
        world.clock += patience;
        return false;
      }
      world.lockedBy = world.run;
      return true;
    },
    releaseLock: () => {
      if (world.lockedBy === world.run) world.lockedBy = null;
    },
  });
}

const pages = new WeakMap<object, string>();

const FORMATS: Readonly<Record<string, number>> = {
  "yyyy-MM-dd HH:mm": 16,
  "yyyy-MM-dd HH:mm:ss": 19,
};

export interface BlobContent {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

const blobs = new WeakMap<object, BlobContent>();

/** What a blob holds, for tests. */
export const contentOf = (blob: object): BlobContent | undefined => blobs.get(blob);

/** Google's bytes run from -128 to 127. */
function unsigned(data: unknown): Uint8Array {
  const isBytes = (byte: unknown) =>
    typeof byte === "number" && Number.isInteger(byte) && byte >= -128 && byte <= 127;
  if (!Array.isArray(data) || !data.every(isBytes)) throw mismatch("Utilities", "newBlob", [data]);
  return Uint8Array.from(data as number[]);
}

function htmlOutput(world: World, file: string): GoogleAppsScript.HTML.HtmlOutput {
  if (file !== "sidebar") throw new ServiceError(`No HTML file named ${file} was found.`);
  const page = strict<GoogleAppsScript.HTML.HtmlOutput>(world, "HtmlOutput", {
    setTitle: self,
    append: (line) => {
      pages.set(page, file + line);
      return self();
    },
  });
  pages.set(page, file);
  return page;
}

function ui(world: World): GoogleAppsScript.Base.Ui {
  return strict<GoogleAppsScript.Base.Ui>(world, "Ui", {
    createAddonMenu: () => {
      const items: { label: string; run: string }[] = [];
      return strict<GoogleAppsScript.Base.Menu>(world, "Menu", {
        addItem: (label, run) => {
          items.push({ label, run });
          return self();
        },
        addToUi: () => {
          world.menus.push(items);
        },
      });
    },
    showSidebar: (page) => {
      const file = pages.get(page);
      if (file === undefined) throw mismatch("Ui", "showSidebar", [page]);
      world.sidebars.push(file);
    },
  });
}
