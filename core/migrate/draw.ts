/** The workbook that answers were moved into: the usual sheets, marks where an answer waits, and two sheets more. */

import type { FullChecklist } from "../checklist/types.ts";
import { formerText, MOVE_SHEET, outcomeText } from "../words/migrate.ts";
import { join } from "../words/numbers.ts";
import { SHEETS } from "../words/sheets.ts";
import { cellAddress, columnLetters } from "../workbook/a1.ts";
import { area } from "../workbook/area.ts";
import { SheetBuilder } from "../workbook/draw/builder.ts";
import { columnsOf } from "../workbook/draw/columns.ts";
import { bodyOf, columnOf } from "../workbook/draw/layout.ts";
import { wrappedLines } from "../workbook/draw/measure.ts";
import { pageHeader } from "../workbook/draw/page.ts";
import { RULE_LOOKS, type StyleName } from "../workbook/draw/styles.ts";
import { ARCHIVE_NAME, MOVED_NAME } from "../workbook/fields.ts";
import type { Area, Blueprint, InputRule, NamePlan, SheetPlan } from "../workbook/port.ts";
import { ARCHIVE_COLUMNS } from "./archive.ts";
import { MOVED_COLUMNS } from "./before.ts";
import type { ItemMove, Move } from "./move.ts";

const HEADER = 4;
const FIRST = HEADER + 1;
const LINE_POINTS = 13;
const LEAST_POINTS = 18;
const MOST_LINES = 12;
const INDENT = 12;

/** As a host draws it. */
export function movedBlueprint(move: Move): Blueprint {
  const { plan } = move;
  const rows = checklistRows(move.target);
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === SHEETS.checklist ? marked(sheet, move, rows) : sheet,
  );
  const at = sheets.findIndex(({ name }) => name === SHEETS.checklist) + 1;
  const added = [movedSheet(move, rows), archiveSheet(move)];
  return {
    ...plan,
    sheets: [...sheets.slice(0, at), ...added.map((sheet) => sheet.plan), ...sheets.slice(at)],
    names: [...plan.names, ...added.flatMap(({ names }) => names)],
  };
}

type Rows = ReadonlyMap<string, number>;

const checklistRows = (checklist: FullChecklist): Rows =>
  new Map(
    bodyOf(checklist).flatMap((row) => (row.kind === "item" ? [[row.item.id, row.row]] : [])),
  );

const waits = ({ outcome, former }: ItemMove): boolean =>
  outcome === "confirm" && former.length > 0;

/** The answer of before beside each cell where one is to be confirmed, and a colour of its own until then. */
function marked(sheet: SheetPlan, { items, source }: Move, rows: Rows): SheetPlan {
  const column = columnOf("self");
  const waiting = items.filter(waits).flatMap((each) => {
    const row = rows.get(each.item.id);
    return row === undefined ? [] : [{ row, message: MOVE_SHEET.prompt(each, source.version) }];
  });
  const [first] = waiting;
  if (!first) return sheet;
  const taken = new Set(waiting.map(({ row }) => row));
  const areas = waiting.map(({ row }) => area(row, column));
  const inputs = sheet.inputs.flatMap((rule): InputRule[] => {
    const isOwn = (place: Area) => place.column === column && place.columns === 1;
    if (!rule.areas.some(isOwn)) return [rule];
    const rest = rule.areas.flatMap((place) => (isOwn(place) ? without(place, taken) : [place]));
    const asked = waiting.map(
      ({ row, message }): InputRule => ({
        ...rule,
        areas: [area(row, column)],
        prompt: { title: MOVE_SHEET.promptTitle, message },
      }),
    );
    return [{ ...rule, areas: rest }, ...asked];
  });
  const formula = `${cellAddress(first.row, column)}=""`;
  const colors = [{ areas, formula, style: RULE_LOOKS.amber }, ...sheet.colors];
  return { ...sheet, inputs, colors };
}

/** A column's area without some of its rows. */
function without({ row, rows, column }: Area, taken: ReadonlySet<number>): Area[] {
  const found: Area[] = [];
  for (let at = row; at < row + rows; at += 1) {
    if (taken.has(at)) continue;
    const last = found[found.length - 1];
    if (last && last.row + last.rows === at)
      found[found.length - 1] = { ...last, rows: last.rows + 1 };
    else found.push(area(at, column));
  }
  return found;
}

/** As high as its longest text asks for. */
function fitRow(
  sheet: SheetBuilder,
  row: number,
  ...texts: readonly (readonly [text: string, width: number])[]
): void {
  // The list indents, and a sealed text is a page long that nobody reads.
  const lines = texts.map(([text, width]) => wrappedLines(text, width - INDENT, 10));
  const most = Math.min(MOST_LINES, Math.max(...lines));
  sheet.rowHeights.set(row, Math.max(LEAST_POINTS, most * LINE_POINTS + 4));
}

interface DrawnSheet {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
}

const MOVED_WIDTHS = [60, 280, 340, 110, 150, 120, 80];
/** The version behind is for programs alone. */
const SHOWN_COLUMNS = MOVED_COLUMNS.indexOf("version");
const moved = columnsOf(MOVED_COLUMNS);

function movedSheet(move: Move, rows: Rows): DrawnSheet {
  const { items, source, target, inputs } = move;
  const sheet = new SheetBuilder(MOVE_SHEET.moved);
  const last = HEADER + items.length;
  const now = `$${columnLetters(moved.columnOf("now"))}`;
  const list = `${now}$${FIRST}:${now}$${last}`;
  const open = items.filter(waits).length;
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, MOVE_SHEET.movedTitle(move), "title");
  sheet.put(2, 1, MOVE_SHEET.movedIntro, "note");
  sheet.calc(
    3,
    1,
    `IF(COUNTIF(${list},"${MOVE_SHEET.confirm}")=0,"${MOVE_SHEET.none}",COUNTIF(${list},"${MOVE_SHEET.confirm}")&"${MOVE_SHEET.toConfirm}")`,
    open === 0 ? MOVE_SHEET.none : `${open}${MOVE_SHEET.toConfirm}`,
    "note",
  );
  for (const column of MOVED_COLUMNS) {
    const style = column === "id" ? "header" : "headerIndent";
    sheet.put(HEADER, moved.columnOf(column), MOVE_SHEET.movedHeaders[column], style);
  }
  sheet.name(MOVED_NAME, area(FIRST, 1, Math.max(1, items.length), MOVED_COLUMNS.length));
  items.forEach((each, index) => {
    const row = FIRST + index;
    const put = (column: (typeof MOVED_COLUMNS)[number], text: string, style: StyleName) =>
      sheet.put(row, moved.columnOf(column), text === "" ? null : text, style);
    const { item, from } = each;
    const place = `#${SHEETS.checklist}!${cellAddress(rows.get(item.id) ?? 1, columnOf("self"))}`;
    const what = outcomeText(each);
    sheet.put(row, moved.columnOf("id"), item.id, "listId", place);
    put("item", item.title, "listText");
    put("what", what, "listText");
    const others = from.length === 1 && from[0] === item.id ? [] : from;
    put("from", join(others), "listText");
    put("former", formerText(each), "listText");
    put("version", source.version, "listId");
    const answer = `INDEX(Self_Answer,MATCH($${moved.at("id", row)},Item_Id,0))`;
    const words = waits(each) ? MOVE_SHEET.confirm : MOVE_SHEET.open;
    const said = inputs.items[item.id]?.self ?? "unanswered";
    sheet.calc(
      row,
      moved.columnOf("now"),
      `IFERROR(IF(${answer}="","${words}",${answer}),"")`,
      said === "unanswered" ? words : MOVE_SHEET.answers[said],
      "listText",
    );
    const [, title = 1, happened = 1] = MOVED_WIDTHS;
    fitRow(sheet, row, [item.title, title], [what, happened]);
  });
  const body = area(FIRST, moved.columnOf("now"), Math.max(1, items.length));
  sheet.color([body], `${moved.at("now", FIRST, true)}="${MOVE_SHEET.confirm}"`, RULE_LOOKS.amber);
  const plan = sheet.plan({
    widths: MOVED_WIDTHS,
    hiddenColumns: (column) => column > SHOWN_COLUMNS,
    freeze: { rows: HEADER, columns: moved.columnOf("item") },
    filter: area(HEADER, 1, items.length + 1, SHOWN_COLUMNS),
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: area(1, 1, last, SHOWN_COLUMNS),
      rowBreaks: [],
      titleRows: [HEADER, HEADER],
      margin: 10,
      ...pageHeader(MOVE_SHEET.moved, { checklist: target, partner: inputs.partner }),
    },
  });
  return { plan, names: sheet.names };
}

const ARCHIVE_WIDTHS = [56, 72, 260, 180, 480, 160, 160];
const WRAPPED: readonly (typeof ARCHIVE_COLUMNS)[number][] = ["place", "entry", "text"];
/** People read as far as the text; what is behind it finds the way back. */
const READ_COLUMNS = ARCHIVE_COLUMNS.indexOf("text") + 1;

function archiveSheet({ archive, target, inputs }: Move): DrawnSheet {
  const sheet = new SheetBuilder(MOVE_SHEET.archive);
  const rows = Math.max(1, archive.length);
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, MOVE_SHEET.archiveTitle, "title");
  sheet.put(2, 1, MOVE_SHEET.archiveIntro, "note");
  ARCHIVE_COLUMNS.forEach((column, at) => {
    const style = WRAPPED.includes(column) ? "headerIndent" : "header";
    sheet.put(HEADER, at + 1, MOVE_SHEET.archiveHeaders[column], style);
  });
  archive.forEach((entry, index) => {
    const row = FIRST + index;
    ARCHIVE_COLUMNS.forEach((column, at) => {
      const value = entry[column];
      const style = WRAPPED.includes(column) ? "listText" : "listId";
      sheet.put(row, at + 1, value === "" ? null : String(value), style);
    });
    const [, , place = 1, label = 1, text = 1] = ARCHIVE_WIDTHS;
    fitRow(sheet, row, [entry.place, place], [entry.entry, label], [entry.text, text]);
  });
  sheet.name(ARCHIVE_NAME, area(FIRST, 1, rows, ARCHIVE_COLUMNS.length));
  const plan = sheet.plan({
    widths: ARCHIVE_WIDTHS,
    hiddenColumns: (column) => column > READ_COLUMNS,
    freeze: { rows: HEADER, columns: 0 },
    filter: area(HEADER, 1, rows + 1, READ_COLUMNS),
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: area(1, 1, HEADER + rows, READ_COLUMNS),
      rowBreaks: [],
      titleRows: [HEADER, HEADER],
      margin: 10,
      ...pageHeader(MOVE_SHEET.archive, { checklist: target, partner: inputs.partner }),
    },
  });
  return { plan, names: sheet.names };
}
