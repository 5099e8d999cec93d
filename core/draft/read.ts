/** Reads a draft back: cells in, a checklist out, or sentences that name the sheet and the cell. */

import type { Json } from "../checklist/domain.ts";
import { type Decided, decided } from "../checklist/file/chosen.ts";
import type { FileFault } from "../checklist/file/fault.ts";
import { SCHEMA } from "../checklist/file/limits.ts";
import { checklistFrom } from "../checklist/file/read.ts";
import {
  fileFaultSentence,
  filePlaceText,
  MOST_TOLD,
  moreFaults,
} from "../words/checklist-file.ts";
import { DRAFT_FAULTS, DRAFT_HEADERS, DRAFT_SHEETS, DRAFT_STATES } from "../words/draft.ts";
import { type Place, placeText } from "../workbook/issues.ts";
import type { CellValue } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import {
  FIELDS,
  FIELDS_NAME,
  isProse,
  PROSE,
  TABLES,
  type Table,
  type TableKey,
} from "./tables.ts";
import { type Taken, takenOf } from "./take.ts";

/** A sheet from the head of its table on, as far as anything stands there. */
export interface SheetCells {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

export type DraftRead =
  | (Extract<Decided, { readonly faults: null }> & { readonly sentences: null })
  | { readonly checklist: null; readonly sentences: readonly string[] };

/** `sheets` by the name of their head; one that is gone is told. Never throws. */
export function readDraft(sheets: ReadonlyMap<string, SheetCells>): DraftRead {
  const reader = new DraftReader(sheets);
  const file = reader.file();
  if (reader.told.length > 0) return { checklist: null, sentences: spoken(reader.told) };
  const found = decided(checklistFrom(file));
  if (found.faults === null) return { ...found, sentences: null };
  return { checklist: null, sentences: spoken(found.faults.map((fault) => reader.say(fault))) };
}

/** `place` is null for what stands nowhere. */
interface Told {
  readonly place: Place | null;
  readonly sentence: string;
}

/** In the order in which somebody goes through the sheets. */
function spoken(told: readonly Told[]): readonly string[] {
  const sheets = Object.values<string>(DRAFT_SHEETS);
  const rank = ({ place }: Told): number =>
    place === null ? -1 : sheets.indexOf(place.sheet) * 1e8 + place.row * 1e3 + place.column;
  const sentences = [...told]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ place, sentence }) => (place ? `${placeText(place)}: ${sentence}` : sentence));
  const rest = sentences.length - MOST_TOLD;
  return rest > 0 ? [...sentences.slice(0, MOST_TOLD), moreFaults(rest)] : sentences;
}

/** Where an entry of the file stands, and what its cell is called. */
interface Source {
  readonly place: Place;
  readonly label: string;
}

interface Row {
  readonly at: Place;
  readonly cells: Readonly<Record<string, Source & { readonly value: CellValue }>>;
}

type Part = { readonly [key: string]: Json };

class DraftReader {
  /** What no file could say. */
  readonly told: Told[] = [];
  private readonly sheets: ReadonlyMap<string, SheetCells>;
  /** By the path in the file, such as `sections.0.items.3.ifMet`. */
  private readonly sources = new Map<string, Source>();

  constructor(sheets: ReadonlyMap<string, SheetCells>) {
    this.sheets = sheets;
  }

  file(): Json {
    const fields = this.fields();
    const [groups, items] = [this.rows("groups"), this.rows("items")];
    const sections = this.rows("sections").map((row, at): Part => {
      const path = `sections.${at}`;
      const own = this.partOf(row, TABLES.sections, path);
      const ofSection = (rows: readonly Row[], key: "groups" | "items") =>
        rows
          .filter((each) => idOf(each.cells.section?.value) === own.id)
          .map((each, index) => this.partOf(each, TABLES[key], `${path}.${key}.${index}`));
      const held = ofSection(groups, "groups");
      this.source(`${path}.items`, { place: row.at, label: DRAFT_SHEETS.items });
      return {
        ...own,
        ...(held.length > 0 ? { groups: held } : {}),
        items: ofSection(items, "items"),
      };
    });
    const known = new Set(sections.map(({ id }) => id));
    for (const row of [...groups, ...items]) this.checkSection(row, known);
    return { schema: SCHEMA, ...fields, sections, ...this.services(fields), ...this.texts() };
  }

  /** A fault of the file in the words of the cell that it comes from. */
  say(fault: FileFault): Told {
    const { path } = fault.at;
    for (let length = path.length; length > 0; length -= 1) {
      const source = this.sources.get(path.slice(0, length).join("."));
      if (!source) continue;
      const isWhole = fault.at.key === "" && length === path.length;
      const subject = isWhole ? filePlaceText(fault.at) : `“${source.label}”`;
      return { place: source.place, sentence: fileFaultSentence(fault, subject) };
    }
    return { place: null, sentence: fileFaultSentence(fault) };
  }

  private source(path: string, source: Source): void {
    this.sources.set(path, source);
  }

  private tell(place: Place | null, sentence: string): void {
    this.told.push({ place, sentence });
  }

  /** The first sheet: a key in each row, found by its label. */
  private fields(): Part {
    const found = this.sheets.get(FIELDS_NAME);
    const sheet = DRAFT_SHEETS.programme;
    if (!found) {
      this.tell(null, DRAFT_FAULTS.noTable(sheet));
      return {};
    }
    const flat: [string, Json][] = [];
    for (const { key, label, take } of FIELDS) {
      const at = found.values.findIndex(([cell]) => textOf(cell) === label);
      if (at < 0) {
        this.tell(null, DRAFT_FAULTS.noField(sheet, label));
        continue;
      }
      const place = { sheet: found.sheet, row: found.row + at, column: found.column + 1 };
      this.source(key, { place, label });
      const taken = takenOf(found.values[at]?.[1] ?? null, take, label);
      if (this.refuses(place, taken)) continue;
      if (taken.value !== undefined) flat.push([key, taken.value]);
    }
    // Those that are needed are there, however little stands in them: then each that is missing is told.
    return { renewal: null, ...nested([...NEEDED, ...flat]) };
  }

  private refuses(place: Place, taken: Taken): taken is Extract<Taken, { fault: string }> {
    if (taken.fault === null) return false;
    this.tell(place, taken.fault);
    return true;
  }

  /** Those in which anything stands. */
  private rows(key: TableKey): readonly Row[] {
    const table = TABLES[key];
    const found = this.sheets.get(table.name);
    if (!found) {
      this.tell(null, DRAFT_FAULTS.noTable(table.sheet));
      return [];
    }
    // For what is said of all of them together.
    this.source(key, {
      place: { sheet: found.sheet, row: found.row + 1, column: found.column },
      label: table.sheet,
    });
    const heads = (found.values[0] ?? []).map(textOf);
    const columns = table.columns.map(({ key: own, header }) => {
      const place = heads.indexOf(header);
      if (place < 0) this.tell(null, DRAFT_FAULTS.noColumn(table.sheet, header));
      return { own, header, place };
    });
    return found.values.slice(1).flatMap((line, down): Row[] => {
      const at = { sheet: found.sheet, row: found.row + 1 + down, column: found.column };
      const cells = columns.map(({ own, header, place }) => [
        own,
        {
          value: line[place] ?? null,
          label: header,
          place: { ...at, column: found.column + Math.max(place, 0) },
        },
      ]);
      const isBegun = columns.some(({ place }) => textOf(line[place]) !== "");
      return isBegun ? [{ at, cells: Object.fromEntries(cells) }] : [];
    });
  }

  /** A row as a part of the file; its section is where it stands, not what it says. */
  private partOf(row: Row, table: Table, path: string): Part {
    const flat: [string, Json][] = [];
    const id = row.cells.id ?? row.cells.name;
    this.source(path, { place: id?.place ?? row.at, label: id?.label ?? "" });
    for (const { key, take } of table.columns) {
      const cell = row.cells[key];
      if (!cell || key === "section") continue;
      this.source(`${path}.${key}`, cell);
      const taken = takenOf(cell.value, take, cell.label);
      if (this.refuses(cell.place, taken)) continue;
      // A group may ask for nothing beyond its name.
      const isBlank = taken.value === undefined && table.key === "groups" && take.is === "lines";
      if (taken.value !== undefined || isBlank) flat.push([key, taken.value ?? ""]);
    }
    return nested(flat);
  }

  private checkSection(
    { at, cells: { section } }: Row,
    known: ReadonlySet<Json | undefined>,
  ): void {
    const id = idOf(section?.value);
    if (section && id !== "" && known.has(id)) return;
    const header = DRAFT_HEADERS.items.section;
    const said = id === "" ? DRAFT_STATES.missing(header) : DRAFT_STATES.noSection;
    this.tell(section?.place ?? at, `${said}.`);
  }

  private services(fields: Part): Part {
    const list = this.rows("services").map((row, at) =>
      this.partOf(row, TABLES.services, `services.list.${at}`),
    );
    const { services: own } = fields;
    if (list.length === 0 && own === undefined) return {};
    return { services: { ...(own as Part | undefined), list } };
  }

  /** Prose of each kind; of our readings the rows go together. */
  private texts(): Part {
    const lists: Record<string, Json[]> = {};
    for (const row of this.rows("texts")) {
      const kind = this.value(row, "kind");
      if (kind === undefined) {
        const { place } = row.cells.kind ?? { place: row.at };
        this.tell(place, `${DRAFT_STATES.missing(DRAFT_HEADERS.texts.kind)}.`);
      } else if (typeof kind === "string" && isProse(kind)) {
        const list = lists[kind] ?? [];
        lists[kind] = list;
        const path = kind === "readings" ? kind : `${kind}.${list.length}`;
        const part = this.prose(row, kind, path);
        if (part) list.push(part);
      }
    }
    const { readings, ...rest } = lists;
    const [first, ...more] = (readings ?? []) as readonly Part[];
    if (!first) return rest;
    const paragraphs = [first, ...more].flatMap(
      (part) => (part.paragraphs ?? []) as readonly Json[],
    );
    return { ...rest, readings: { ...first, paragraphs } };
  }

  /** Null where it was told what is wrong. */
  private prose(row: Row, kind: keyof typeof PROSE, path: string): Part | null {
    const keys = PROSE[kind];
    const { title, text, items } = row.cells;
    const sources = { [keys.title]: title, [keys.text]: text, items };
    for (const [key, cell] of Object.entries(sources))
      if (cell) this.source(`${path}.${key}`, cell);
    const said = this.value(row, "title");
    const lines = (this.value(row, "text") ?? []) as readonly Json[];
    const known = kind === "links" ? this.value(row, "items") : undefined;
    const flat: [string, Json][] = [];
    if (kind === "changes") {
      const [, from, to] = /^(.+?) to (.+)$/.exec(String(said ?? "")) ?? [];
      if (from === undefined || to === undefined) {
        if (title) this.tell(title.place, DRAFT_FAULTS.versions(title.label, String(said ?? "")));
        return null;
      }
      flat.push(["from", from], ["to", to]);
    } else if (said !== undefined) flat.push([keys.title, said]);
    if (!keys.isOneLine) flat.push([keys.text, lines]);
    else if (lines.length > 0) flat.push([keys.text, lines.join(" ")]);
    if (known !== undefined) flat.push(["items", known]);
    return Object.fromEntries(flat);
  }

  /** Of a row of prose; undefined for a blank cell, and for one that was told to be wrong. */
  private value({ cells }: Row, key: string): Json | undefined | null {
    const cell = cells[key];
    const column = TABLES.texts.columns.find((each) => each.key === key);
    if (!cell || !column) return undefined;
    const taken = takenOf(cell.value, column.take, cell.label);
    return this.refuses(cell.place, taken) ? null : taken.value;
  }
}

const NEEDED: readonly (readonly [string, Json])[] = [
  ["clock", {}],
  ["mail", {}],
  ["references", {}],
];

const textOf = (value: CellValue | undefined): string =>
  value === undefined || isBlank(value) ? "" : String(value).trim();
/** As a file has it, for comparing. */
const idOf = (value: CellValue | undefined): string => textOf(value);

/** `clock.replyDays` as a key within another. */
function nested(flat: readonly (readonly [key: string, value: Json])[]): Part {
  const part: Record<string, Json> = {};
  for (const [key, value] of flat) {
    const [outer = "", inner] = key.split(".");
    part[outer] = inner === undefined ? value : { ...(part[outer] as Part | null), [inner]: value };
  }
  return part;
}
