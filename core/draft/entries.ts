/** A checklist as the entries of a draft: what stands in the cells of each sheet. */

import type { Json } from "../checklist/domain.ts";
import { fileOf } from "../checklist/file/write.ts";
import type { FullChecklist } from "../checklist/types.ts";
import { DRAFT } from "../words/draft.ts";
import type { CellValue } from "../workbook/port.ts";
import type { Rows } from "./states.ts";
import { FIELDS, PROSE, TABLES, type TableKey, type Take } from "./tables.ts";

export interface DraftEntries {
  /** By the key of the field. */
  readonly fields: Readonly<Record<string, CellValue>>;
  readonly tables: Readonly<Record<TableKey, Rows>>;
}

type Part = { readonly [key: string]: Json };

export const NO_ENTRIES: DraftEntries = {
  fields: {},
  tables: { sections: [], groups: [], items: [], services: [], texts: [] },
};

/** Every one of a file's keys has its cell, but for what is kept for later versions of the program. */
export function entriesOf(checklist: FullChecklist): DraftEntries {
  const file = fileOf(checklist);
  const sections = partsIn(file.sections);
  const within = (key: string): readonly Part[] =>
    sections.flatMap((section) =>
      partsIn(section[key]).map((part) => ({ ...part, section: section.id ?? null })),
    );
  return {
    fields: Object.fromEntries(
      FIELDS.map(({ key, take }) => [key, cellOf(valueAt(file, key), take)] as const),
    ),
    tables: {
      sections: rowsOf("sections", sections),
      groups: rowsOf("groups", within("groups")),
      items: rowsOf("items", within("items")),
      services: rowsOf("services", partsIn(valueAt(file, "services.list"))),
      texts: rowsOf("texts", textsIn(file)),
    },
  };
}

const partsIn = (value: Json | undefined): readonly Part[] =>
  Array.isArray(value) ? (value as readonly Part[]) : [];

/** Of a key such as `clock.replyDays`; undefined where there is none. */
function valueAt(part: Part, key: string): Json | undefined {
  return key
    .split(".")
    .reduce<Json | undefined>(
      (value, step) =>
        typeof value === "object" && value !== null ? (value as Part)[step] : undefined,
      part,
    );
}

const rowsOf = (key: TableKey, parts: readonly Part[]): Rows =>
  parts.map((part) =>
    TABLES[key].columns.map((column) => cellOf(valueAt(part, column.key), column.take)),
  );

function cellOf(value: Json | undefined, take: Take): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? DRAFT.yes : DRAFT.no;
  if (take.is === "choice") return take.words[String(value)] ?? String(value);
  if (!Array.isArray(value)) return String(value);
  return value.join(take.is === "lines" || take.is === "paragraphs" ? "\n" : ", ");
}

/** The lists of prose, each entry as a row of one sheet. */
const textsIn = (file: Part): readonly Part[] =>
  Object.entries(PROSE).flatMap(([kind, keys]) => {
    const found = file[kind];
    const parts = kind === "readings" && found !== undefined ? [found as Part] : partsIn(found);
    return parts.map((part) => ({
      kind,
      title:
        kind === "changes"
          ? `${String(part.from)} to ${String(part.to)}`
          : (part[keys.title] ?? ""),
      text: part[keys.text] ?? "",
      ...(part.items === undefined ? {} : { items: part.items }),
    }));
  });
