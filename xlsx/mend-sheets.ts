/** Draws sheets into a file that exists; a damaged one whose place they take stays behind all others. */

import type { Blueprint, RedrawnSheet } from "../core/workbook/port.ts";
import { relationsPath, TYPES_PART } from "./chain.ts";
import { hostError } from "./failure.ts";
import { escapeText, prefixed, prefixOf, tagText } from "./markup.ts";
import { namesSplice, type WorkbookSource, workbookSource } from "./mend-names.ts";
import { AddedStyles } from "./mend-styles.ts";
import { RELATIONS } from "./namespaces.ts";
import { openPackage, type WorkbookPackage } from "./package.ts";
import { calculateOnLoad } from "./settings.ts";
import { TextTable } from "./strings.ts";
import { FILE_TEXT } from "./words.ts";
import { linkRelations, sheetNames } from "./write-package.ts";
import { drawSheet } from "./write-sheet.ts";
import { attribute, type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

interface Drawn {
  readonly sheet: RedrawnSheet;
  readonly path: string;
  readonly id: string;
}

export function withSheets(
  bytes: Uint8Array,
  sheets: readonly RedrawnSheet[],
  blueprint: Pick<Blueprint, "styles" | "font">,
): Uint8Array {
  const book = openPackage(bytes);
  const { parts, stylesPath, stringsPath, workbookPath } = book;
  const types = parts.find(TYPES_PART);
  const related = parts.find(relationsPath(workbookPath));
  if (stylesPath === null || types === null || related === null)
    throw hostError(FILE_TEXT.noStyles);
  if (stringsPath === null) throw hostError(FILE_TEXT.noTexts);
  const added = new AddedStyles(parts.text(stylesPath), stylesPath, blueprint);
  const table = new TextTable(parts.text(stringsPath), stringsPath);
  const texts = { index: (text: string) => table.indexOf(text) };
  const changes = new Map<string, string>();
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
  const names = new Set(parts.names.map((name) => name.toLowerCase()));
  const ids = new Set(relationIds(parts.text(related), related));
  for (const { replaces } of sheets) {
    const path = book.sheets.find(({ name }) => name === replaces)?.path;
    // Two tabs that are shown at once are written into at once.
    if (path) changes.set(path, withoutSelection(parts.text(path), path));
  }
  const drawn = sheets.map((sheet, at): Drawn => {
    const path = free((number) => `${folder}worksheets/sheet${number}.xml`, names);
    const id = free((number) => `rId${number}`, ids);
    // Bars are told apart by the number of their sheet.
    const place = { index: book.sheets.length + at, isShown: false };
    const { xml, targets } = drawSheet(sheet.plan, place, added, texts);
    changes.set(path, DECLARATION + xml);
    if (targets.length > 0) changes.set(relationsPath(path), DECLARATION + linkRelations(targets));
    return { sheet, path, id };
  });
  changes.set(stylesPath, added.xml());
  const withTexts = table.result();
  if (withTexts !== null) changes.set(stringsPath, withTexts);
  const overrides = drawn.map(({ path }) =>
    tagText("Override", { PartName: `/${path}`, ContentType: SHEET_TYPE }, true),
  );
  changes.set(types, appended(parts.text(types), types, overrides));
  const links = drawn.map(({ path, id }) => {
    const attributes = { Id: id, Type: `${RELATIONS}/worksheet`, Target: `/${path}` };
    return tagText("Relationship", attributes, true);
  });
  changes.set(related, appended(parts.text(related), related, links));
  changes.set(workbookPath, workbookWith(book, drawn));
  return parts.withTexts(changes);
}

function withoutSelection(xml: string, part: string): string {
  const splices: Splice[] = [];
  walk(xml, part, {
    open(tag) {
      if (tag.name !== "sheetView" || attribute(tag, "tabSelected") === undefined) return;
      const text = tagText(
        tag.rawName,
        { ...tag.attributes, tabSelected: undefined },
        tag.isSelfClosing,
      );
      splices.push({ start: tag.start, end: tag.end, text });
    },
  });
  return splice(xml, splices);
}

function free(nameOf: (number: number) => string, taken: Set<string>): string {
  let number = 1;
  while (taken.has(nameOf(number).toLowerCase()) || taken.has(nameOf(number))) number += 1;
  taken.add(nameOf(number).toLowerCase());
  taken.add(nameOf(number));
  return nameOf(number);
}

function relationIds(xml: string, part: string): string[] {
  const ids: string[] = [];
  walk(xml, part, {
    open(tag) {
      if (tag.name === "Relationship") ids.push(attribute(tag, "Id") ?? "");
    },
  });
  return ids;
}

/** Elements behind the others in the root. */
function appended(xml: string, part: string, elements: readonly string[]): string {
  let rawName = "";
  let end = xml.length;
  walk(xml, part, {
    open(tag, depth) {
      if (depth === 0) rawName = tag.rawName;
    },
    close(_, depth, at) {
      if (depth === 0) end = tagStartBefore(xml, at);
    },
  });
  return splice(xml, [{ start: end, end, text: prefixed(elements.join(""), rawName) }]);
}

/** A sheet in the order of the tabs: where it stood before, or what is drawn. */
type Tab = { readonly was: number } | { readonly drawn: Drawn };

function workbookWith(book: WorkbookPackage, drawn: readonly Drawn[]): string {
  const { parts, workbookPath } = book;
  const xml = calculateOnLoad(parts.text(workbookPath), workbookPath);
  const source = workbookSource(xml, workbookPath);
  const tabs = tabsWith(book, drawn);
  const block = source.blocks.find(({ name }) => name === "sheets");
  if (!block) throw hostError(FILE_TEXT.noWorkbook);
  const splices: Splice[] = [
    {
      start: block.tag.end,
      end: tagStartBefore(xml, block.end),
      text: tabs.map(tabWriter(xml, source, drawn)).join(""),
    },
    namesSplice(source, localNames(xml, source, book, tabs)),
    ...shownTab(xml, source, tabs),
  ];
  return splice(xml, splices);
}

function tabsWith({ sheets }: WorkbookPackage, drawn: readonly Drawn[]): Tab[] {
  const replacing = new Map(drawn.map((one) => [one.sheet.replaces, one]));
  const [tabs, kept]: [Tab[], Tab[]] = [[], []];
  sheets.forEach(({ name }, was) => {
    const one = replacing.get(name);
    tabs.push(one ? { drawn: one } : { was });
    if (one) kept.push({ was });
  });
  const missing = drawn.filter(({ sheet }) => sheet.replaces === null);
  return [...tabs, ...missing.map((one) => ({ drawn: one })), ...kept];
}

function tabWriter(
  xml: string,
  { sheets, root }: WorkbookSource,
  drawn: readonly Drawn[],
): (tab: Tab) => string {
  const keptAs = new Map(drawn.map(({ sheet }) => [sheet.replaces, sheet.keptAs]));
  const [first] = sheets;
  const key = Object.keys(first?.attributes ?? {}).find((name) => name.endsWith(":id")) ?? "r:id";
  let highest = Math.max(0, ...sheets.map((tag) => Number(attribute(tag, "sheetId")) || 0));
  const rawName = first?.rawName ?? `${prefixOf(root.rawName)}sheet`;
  return (tab) => {
    if ("was" in tab) {
      const tag = sheets[tab.was];
      if (!tag) return "";
      const title = keptAs.get(attribute(tag, "name") ?? "");
      return title === undefined
        ? xml.slice(tag.start, tag.end)
        : tagText(tag.rawName, { ...tag.attributes, name: title }, true);
    }
    highest += 1;
    const { plan } = tab.drawn.sheet;
    const state = plan.visibility === "visible" ? undefined : plan.visibility;
    return tagText(
      rawName,
      { name: plan.name, sheetId: highest, state, [key]: tab.drawn.id },
      true,
    );
  };
}

/** Names of one sheet go by its place; what is printed of a kept one is printed no more. */
function localNames(
  xml: string,
  { names, root }: WorkbookSource,
  { sheets }: WorkbookPackage,
  tabs: readonly Tab[],
): string[] {
  const places = new Map(tabs.flatMap((tab, place) => ("was" in tab ? [[tab.was, place]] : [])));
  const replaced = new Set(
    tabs.flatMap((tab) => ("drawn" in tab ? [tab.drawn.sheet.replaces] : [])),
  );
  const kept = names.flatMap(({ tag, end }) => {
    const local = attribute(tag, "localSheetId");
    if (local === undefined) return [xml.slice(tag.start, end)];
    const title = sheets[Number(local)]?.name;
    const isOurs = title !== undefined && replaced.has(title);
    const place = places.get(Number(local));
    if (place === undefined || (isOurs && attribute(tag, "name")?.startsWith("_xlnm."))) return [];
    const open = tagText(
      tag.rawName,
      { ...tag.attributes, localSheetId: place },
      tag.isSelfClosing,
    );
    return [open + xml.slice(tag.end, end)];
  });
  const name = `${prefixOf(root.rawName)}definedName`;
  const added = tabs.flatMap((tab, place) =>
    "drawn" in tab
      ? sheetNames(tab.drawn.sheet.plan, place).map((one) => {
          const attributes = {
            name: one.name,
            localSheetId: place,
            hidden: one.isHidden ? 1 : undefined,
          };
          return `${tagText(name, attributes)}${escapeText(one.text)}</${name}>`;
        })
      : [],
  );
  return [...kept, ...added];
}

/** The tab that is shown stays the one that was shown, or what was drawn in its place. */
function shownTab(xml: string, source: WorkbookSource, tabs: readonly Tab[]): Splice[] {
  const views: Tag[] = [];
  walk(xml, "", {
    open(tag) {
      if (tag.name === "workbookView") views.push(tag);
    },
  });
  const titleAt = (was: number) => attribute(source.sheets[was] ?? (source.root as Tag), "name");
  return views.map((tag) => {
    const active = Number(attribute(tag, "activeTab") ?? 0);
    const place = tabs.findIndex((tab) =>
      "was" in tab ? tab.was === active : tab.drawn.sheet.replaces === titleAt(active),
    );
    const attributes = { ...tag.attributes, activeTab: Math.max(0, place), firstSheet: undefined };
    return {
      start: tag.start,
      end: tag.end,
      text: tagText(tag.rawName, attributes, tag.isSelfClosing),
    };
  });
}
