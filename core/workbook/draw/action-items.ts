/** Action Items: every one of them by formula, open ones first; entries are made in the Checklist. */

import { KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import { itemById } from "../../checklist/lookup.ts";
import { ACTIONS, SHEETS } from "../../words/sheets.ts";
import { columnLetters } from "../a1.ts";
import { area } from "../area.ts";
import type { Area, CellValue, NamePlan, SheetPlan } from "../port.ts";
import { SheetBuilder } from "./builder.ts";
import { actionNumbers } from "./checklist.ts";
import { columnsOf } from "./columns.ts";
import type { DrawContext } from "./context.ts";
import { positionOf } from "./layout.ts";
import { INDENT, LINE_POINTS, ROW_PADDING_POINTS, wrappedLines } from "./measure.ts";
import { pageOf } from "./page.ts";
import { RULE_LOOKS, type StyleName } from "./styles.ts";

const COLUMNS = [
  "number",
  "id",
  "item",
  "kind",
  "brings",
  "state",
  "due",
  "note",
  "closureEvidence",
  "closedOn",
  "plan",
  "owner",
  "position",
] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  number: 40,
  id: 56,
  item: 240,
  kind: 112,
  brings: 60,
  state: 76,
  due: 92,
  note: 220,
  closureEvidence: 160,
  closedOn: 92,
  plan: 200,
  owner: 88,
  position: 64,
};
const STYLES: Readonly<Record<Column, StyleName>> = {
  number: "listNumber",
  id: "listIdResult",
  item: "listText",
  kind: "listText",
  brings: "listNumber",
  state: "listState",
  due: "listDate",
  note: "listText",
  closureEvidence: "listText",
  closedOn: "listDate",
  plan: "listText",
  owner: "listText",
  position: "note",
};
const RIGHT: readonly Column[] = ["number", "brings", "due", "closedOn"];
const { columnOf: col, at } = columnsOf(COLUMNS);
const HEADER = 4;
const FIRST = HEADER + 1;

/** What is printed of a list of so many: a cell that holds nothing where there is none, so that no page is made of it. */
const listPrint = (count: number): Area =>
  count === 0 ? area(HEADER - 1, 1) : area(1, 1, HEADER + count, col("owner"));

/** How high a row has to be for its texts, in points. */
function textHeight(texts: Partial<Readonly<Record<Column, string>>>): number {
  const lines = Object.entries(texts).map(([column, text]) =>
    wrappedLines(text, WIDTHS[column as Column] - INDENT, 10),
  );
  return Math.max(2, ...lines) * LINE_POINTS + ROW_PADDING_POINTS;
}

export function actionItemsSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const { checklist } = context;
  const { items } = checklist;
  const last = HEADER + items.length;
  const sheet = new SheetBuilder(SHEETS.actionItems);
  const { evaluation, inputs } = context;
  const total = evaluation.actionItems.length;
  const none = ACTIONS.none(context.format);
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, ACTIONS.title, "title");
  sheet.calc(
    2,
    1,
    `IF(MAX(Item_Number)=0,"${none}","${ACTIONS.intro}")`,
    total === 0 ? none : ACTIONS.intro,
    "note",
  );
  sheet.name("Action_Summary", area(2, 1));
  for (const column of COLUMNS) {
    const label = column === "position" ? null : ACTIONS.headers[column];
    const style: StyleName = RIGHT.includes(column)
      ? "headerRight"
      : column === "state"
        ? "headerCenter"
        : column === "position"
          ? "header"
          : "headerIndent";
    sheet.put(HEADER, col(column), label, style);
  }

  const letters = columnLetters(col("position"));
  // Which item a row will show is not known yet.
  const highest = Math.max(...items.map((item) => textHeight({ item: item.title })));
  const byNumber = new Map([...actionNumbers(evaluation)].map(([id, number]) => [number, id]));
  for (let row = FIRST; row <= last; row += 1) {
    const number = row - HEADER;
    const id = byNumber.get(number);
    const action = evaluation.actionItems.find((entry) => entry.id === id);
    const own = id === undefined ? undefined : inputs.items[id];
    const position = `$${letters}${row}`;
    const calc = (column: Column, formula: string, value: CellValue) =>
      sheet.calc(row, col(column), formula, value, STYLES[column]);
    const shown = (formula: string) => `IF(${position}="","",${formula})`;
    const from = (name: string) => `INDEX(${name},${position})`;
    const text = (name: string) => shown(`${from(name)}&""`);
    const date = (name: string) => shown(`IF(${from(name)}="","",${from(name)})`);
    // Counted from the rows above, so that a row that is put in or taken out by hand hides no action item.
    const counted = (first: number, last: number) =>
      `COUNT($${letters}$${first}:$${letters}${last})`;
    calc(
      "position",
      `IFERROR(MATCH(${counted(HEADER, row - 1)}+1,Item_Number,0),"")`,
      action ? positionOf(checklist, id) : null,
    );
    calc("number", shown(counted(FIRST, row)), action ? number : null);
    calc("id", text("Item_Id"), id ?? null);
    calc("item", text("Item_Title"), id === undefined ? null : itemById(checklist, id).title);
    calc(
      "kind",
      shown(
        `IF(${from("Action_Item")}="${KIND_MARKS.mandatory}","${ACTIONS.mandatory}","${ACTIONS.scoreImpacting}")`,
      ),
      action ? (action.kind === "mandatory" ? ACTIONS.mandatory : ACTIONS.scoreImpacting) : null,
    );
    calc("brings", shown(`${from("Item_Add")}-${from("Item_Subtract")}`), action?.points ?? null);
    calc("state", text("Action_State"), action ? STATE_WORDS[action.state] : null);
    calc("due", shown("Action_Items_Due_On"), action?.dueOn ? { date: action.dueOn } : null);
    calc("note", text("Auditor_Note"), own?.note ?? null);
    calc("closureEvidence", text("Closure_Evidence"), own?.closureEvidence ?? null);
    calc("closedOn", date("Closed_On"), action?.closedOn ? { date: action.closedOn } : null);
    calc("plan", text("Action_Plan"), own?.plan ?? null);
    calc("owner", text("Owner"), own?.owner ?? null);
    const shownTexts =
      id === undefined
        ? highest
        : textHeight({
            item: itemById(checklist, id).title,
            note: own?.note ?? "",
            closureEvidence: own?.closureEvidence ?? "",
            plan: own?.plan ?? "",
            owner: own?.owner ?? "",
          });
    sheet.rowHeights.set(row, shownTexts);
  }
  sheet.name("Action_List", area(FIRST, 1, items.length, COLUMNS.length));

  const body = (column: Column) => area(FIRST, col(column), items.length);
  const state = at("state", FIRST, true);
  sheet.color([body("state")], `${state}="${STATE_WORDS.closed}"`, RULE_LOOKS.met);
  sheet.color([body("state")], `${state}="${STATE_WORDS.late}"`, RULE_LOOKS.notMet);
  sheet.color([body("state")], `${state}<>""`, RULE_LOOKS.amber);
  const listed = area(FIRST, 1, items.length, col("owner"));
  sheet.color([listed], `${at("position", FIRST, true)}<>""`, RULE_LOOKS.line);
  const plan = sheet.plan({
    widths: COLUMNS.map((column) => WIDTHS[column]),
    hiddenColumns: (column) => column === col("position"),
    freeze: { rows: HEADER, columns: col("id") },
    filter: null,
    page: pageOf(SHEETS.actionItems, context, listPrint(total), { titleRows: [HEADER, HEADER] }),
  });
  return { plan, names: sheet.names };
}
