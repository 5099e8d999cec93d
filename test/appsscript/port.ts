/** The port itself, with the fake's services as this program's globals. */

import { type SheetsWorkbook, sheetsWorkbook } from "../../appsscript/server/workbook.ts";
import { bookOf } from "../fakes/sheets/book.ts";
import type { ScriptHost } from "../fakes/sheets/script.ts";

/** Only one host's port can be in use at a time: services are globals. */
export function portOf(host: ScriptHost): SheetsWorkbook {
  Object.assign(globalThis, host.globals);
  return sheetsWorkbook(bookOf(host.world));
}
