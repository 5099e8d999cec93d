/** Everything as JSON, by the defined names that `set` takes as well. */

import type { Checklist } from "../checklist/types.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { ExportList, ExportLists } from "./tables.ts";

/** A day as `2026-03-09`, points as numbers, a blank as null; all else is text. */
export type JsonValue = string | number | boolean | null;
type JsonRow = Readonly<Record<string, JsonValue>>;

/** The shape of `export --json`. A later one that programs could not read as this has another `export`. */
export interface ExportJson {
  readonly export: 1;
  readonly checklist: string;
  readonly revision: number;
  readonly inputs: Readonly<Record<string, JsonValue | readonly JsonValue[]>>;
  /** `id`, `section`, `title`, `scope`, `ifNotMet`, `ifMet`, inputs by defined name, `actionItem`, `state`, `finalPoints`. */
  readonly items: readonly JsonRow[];
  /** `service`, and inputs by defined name; null where the checklist asks for none. */
  readonly services: readonly JsonRow[] | null;
  /** `number`, and inputs by defined name. */
  readonly references: readonly JsonRow[];
}

export function exportJson(
  { version, revision }: Checklist,
  { items, services, references, inputs }: ExportLists,
): ExportJson {
  const singles: Record<string, JsonValue | JsonValue[]> = {};
  const holidays: JsonValue[] = [];
  for (const [, value = null, name = ""] of inputs.rows) {
    if (name === "Holidays") holidays.push(plain(value));
    else singles[cellText(name)] = plain(value);
  }
  return {
    export: 1,
    checklist: version,
    revision,
    inputs: { ...singles, Holidays: holidays },
    items: objects(items),
    services: services && objects(services),
    references: objects(references),
  };
}

const objects = ({ columns, rows }: ExportList): JsonRow[] =>
  rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, plain(row[at] ?? null)])),
  );

const plain = (value: CellValue): JsonValue =>
  typeof value === "object" && value !== null ? cellText(value) : value;
