/** From item to item: to the next open one after an answer, to a neighbour, and back where one came from. */

import type { ItemId } from "../core/checklist/domain.ts";
import type { Context } from "./context.ts";
import { neighbour, nextOpen } from "./model/next.ts";
import type { ItemField } from "./types.ts";

/** What takes the focus when an item is gone to. */
export const ITEM_TITLE = "item-title";

/** Whether the item is shown whole, in the place of the list. */
export const isWhole = ({ ui, layout, selected }: Context): boolean =>
  selected !== null && (layout === "pane" ? ui.detailsShown && !ui.dockFolded : !ui.listShown);

/** Shows an item here and in the workbook, with the keyboard at its title. */
export function goTo(context: Context, id: ItemId): void {
  context.focusOn(ITEM_TITLE);
  context.open(id, context.report.items.find((row) => row.id === id)?.place ?? null);
}

export const nextOpenOf = ({ checklist, report, ui, selected }: Context): ItemId | null =>
  nextOpen(checklist, report, ui.choice, selected);

/** The item that is gone to; null where no other is open. */
export function goOn(context: Context): ItemId | null {
  const id = nextOpenOf(context);
  if (id !== null) goTo(context, id);
  return id;
}

export function goBack(context: Context): void {
  const { trail } = context.ui;
  const id = trail.pop();
  if (id === undefined) return;
  goTo(context, id);
  // To where one came from leads no way forward.
  trail.pop();
}

export function goBeside(context: Context, by: 1 | -1): void {
  const { checklist, report, ui, selected } = context;
  const id = selected && neighbour(checklist, report, ui.choice, selected, by);
  if (id) goTo(context, id);
}

/** From the list to the item whole, and back; the keyboard goes to what is named. */
export function turnItem(context: Context, focus: string): void {
  context.focusOn(focus);
  context.change((ui) => {
    if (context.layout === "pane") ui.detailsShown = !ui.detailsShown;
    else ui.listShown = !ui.listShown;
    ui.cameFromList = false;
  });
}

/** Opens the item as far as it takes to write in one of its fields. */
export function openField(context: Context, name: ItemField): void {
  context.focusOn(`field-${name}`);
  context.change((ui) => {
    ui.dockFolded = false;
    ui.listShown = false;
    if (name === "Action_Plan") ui.planFor = context.selected;
    // Evidence and owner stand beside the answer while the partner gives it.
    ui.detailsShown ||= context.score !== "self" || (name !== "Evidence" && name !== "Owner");
  });
}

/** Writes what a button says; where it is refused nothing is left that would be sent again later. */
export async function writeAtOnce(
  context: Context,
  id: ItemId,
  field: ItemField,
  text: string,
  joins = false,
): Promise<void> {
  const key = `${id} ${field}`;
  context.ui.drafts.set(key, { id, field, text, joins });
  if (!(await context.commit(key))) context.change((own) => own.drafts.delete(key));
}
