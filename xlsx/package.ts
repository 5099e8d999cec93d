/** What the parts of a workbook are: its sheets, defined names and where texts and styles stand. */

import { parseArea } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { Parts } from "./parts.ts";
import { FILE_TEXT } from "./words.ts";
import { attribute, isOn, walk } from "./xml.ts";

export interface SheetPart {
  readonly name: string;
  readonly isVisible: boolean;
  /** Null for a chart or dialogue sheet, which has no cells. */
  readonly path: string | null;
}

export interface DefinedName {
  readonly name: string;
  /** Position of the sheet that it is valid in; null for the whole workbook. */
  readonly localSheet: number | null;
  readonly text: string;
}

export interface WorkbookPackage {
  readonly parts: Parts;
  readonly workbookPath: string;
  readonly sheets: readonly SheetPart[];
  readonly names: readonly DefinedName[];
  /** The name that counts, by its lower-case spelling: one of the whole workbook before one of a sheet. */
  readonly nameIndex: ReadonlyMap<string, DefinedName>;
  /** Days count from 1 January 1904. */
  readonly is1904: boolean;
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

const MAX_NAME_ROWS = 20_000;
const MAX_NAME_CELLS = 200_000;

/** Throws `HostError` where the file is no readable workbook. */
export function openPackage(bytes: Uint8Array): WorkbookPackage {
  const parts = new Parts(bytes);
  const main = relations(parts, "").find((relation) => relation.kind === "officeDocument");
  const workbookPath = main && parts.find(main.target);
  if (!workbookPath) throw hostError(FILE_TEXT.noWorkbook);
  const related = relations(parts, workbookPath);
  const pathOf = (kind: string) => {
    const target = related.find((relation) => relation.kind === kind)?.target;
    return target === undefined ? null : parts.find(target);
  };
  const workbook = readWorkbook(parts, workbookPath);
  const sheets = workbook.sheets.map(({ id, ...sheet }) => {
    const relation = related.find((candidate) => candidate.id === id);
    const path = relation?.kind === "worksheet" ? parts.find(relation.target) : null;
    if (relation?.kind === "worksheet" && path === null) {
      throw hostError(FILE_TEXT.missingPart(relation.target));
    }
    return { ...sheet, path };
  });
  return {
    ...workbook,
    nameIndex: indexNames(workbook.names),
    parts,
    workbookPath,
    sheets,
    stringsPath: pathOf("sharedStrings"),
    stylesPath: pathOf("styles"),
  };
}

function indexNames(names: readonly DefinedName[]): ReadonlyMap<string, DefinedName> {
  const index = new Map<string, DefinedName>();
  for (const name of names) {
    const key = name.name.toLowerCase();
    const known = index.get(key);
    if (!known || (known.localSheet !== null && name.localSheet === null)) index.set(key, name);
  }
  return index;
}

interface Relation {
  readonly id: string;
  /** The last step of the relation's type, such as `worksheet`. */
  readonly kind: string;
  readonly target: string;
}

/** Relations of a part, of the whole package for `""`; targets as paths from the root. External ones are left out. */
export function relations(parts: Parts, path: string): Relation[] {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  const source = parts.find(`${folder}_rels/${path.slice(slash)}.rels`);
  const found: Relation[] = [];
  if (source === null) return found;
  walk(parts.text(source), source, {
    open(tag) {
      if (tag.name !== "Relationship" || attribute(tag, "TargetMode") === "External") return;
      const type = attribute(tag, "Type") ?? "";
      const target = resolve(folder, attribute(tag, "Target") ?? "");
      found.push({
        id: attribute(tag, "Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target,
      });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function readWorkbook(parts: Parts, path: string) {
  const sheets: { name: string; isVisible: boolean; id: string }[] = [];
  const names: { name: string; localSheet: number | null; text: string }[] = [];
  let is1904 = false;
  let current: (typeof names)[number] | null = null;
  walk(parts.text(path), path, {
    open(tag, depth) {
      if (depth === 0 && tag.name !== "workbook") throw hostError(FILE_TEXT.noWorkbook);
      if (tag.name === "workbookPr") is1904 = isOn(attribute(tag, "date1904"));
      else if (tag.name === "sheet") {
        const state = attribute(tag, "state") ?? "visible";
        // `sheetId` is another attribute; only the relation's `id` has a prefix.
        sheets.push({
          name: attribute(tag, "name") ?? "",
          isVisible: state === "visible",
          id: attribute(tag, "id") ?? "",
        });
      } else if (tag.name === "definedName") {
        const local = attribute(tag, "localSheetId");
        current = {
          name: attribute(tag, "name") ?? "",
          localSheet: local === undefined ? null : Number(local),
          text: "",
        };
        names.push(current);
      }
    },
    text(text) {
      if (current) current.text += text;
    },
    close() {
      current = null;
    },
  });
  return { sheets, names, is1904 };
}

export interface NamedArea {
  readonly sheet: SheetPart;
  /** The part that holds the sheet. */
  readonly path: string;
  readonly area: Area;
}

/**
 * Where a name points: the one of the whole workbook before one of a single sheet. `"broken"` where it points
 * to no cells of this workbook, null where there is none. Throws `HostError` for a range too large to be meant.
 */
export function locate(book: WorkbookPackage, name: string): NamedArea | "broken" | null {
  const found = book.nameIndex.get(name.toLowerCase());
  return found === undefined ? null : resolveReference(book, name, found.text);
}

const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;
const WHOLE_LINES = /^\$?(?:[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\d{1,7}:\$?\d{1,7})$/;

function resolveReference(book: WorkbookPackage, name: string, text: string): NamedArea | "broken" {
  const match = REFERENCE.exec(text.trim());
  const cells = match?.[3];
  if (!match || cells === undefined) return "broken";
  const title = (match[1]?.replace(/''/g, "'") ?? match[2] ?? "").toLowerCase();
  const sheet = book.sheets.find((candidate) => candidate.name.toLowerCase() === title);
  if (!sheet || sheet.path === null) return "broken";
  const area = parseArea(cells);
  const isLarge =
    area !== null && (area.rows > MAX_NAME_ROWS || area.rows * area.columns > MAX_NAME_CELLS);
  if (isLarge || WHOLE_LINES.test(cells)) throw hostError(FILE_TEXT.rangeTooLarge(name, text));
  return area === null ? "broken" : { sheet, path: sheet.path, area };
}
