/** What becomes of each item's entries when answers move to another version. */

import { blankItemInputs } from "../audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../audit/inputs.ts";
import { plain } from "../audit/seal.ts";
import type { ItemId } from "../checklist/domain.ts";
import { isOpen } from "../checklist/lookup.ts";
import type { FullChecklist, Item } from "../checklist/types.ts";
import { keyOf } from "../merge/fields.ts";
import { type ItemPoints, pointsOf } from "../workbook/read/cells.ts";
import { LONGEST_TEXT } from "../workbook/write/entries.ts";
import type { Former } from "./archive.ts";
import { originsOf } from "./origin.ts";

/**
 * `kept`: the answer stays. `restored`: as it last stood in this version, from the archive. `confirm`: evidence and owner
 * come along, and whoever knows the item answers it again. `new`: nothing comes.
 */
export type Outcome = "kept" | "restored" | "confirm" | "new";

export interface MovedItem {
  readonly item: Item;
  readonly outcome: Outcome;
  /** Of the version that the workbook was of. */
  readonly from: readonly Item[];
  readonly entries: ItemInputs;
  /** Texts that together are longer than a cell: some are in the archive alone. */
  readonly isCut: boolean;
}

/** What moves with an item, as it is called in keys: the partner's, and what decides the scope of a renewal. */
export const MOVING = [
  "Self_Answer",
  "Evidence",
  "Owner",
  "Prior_Action",
  "Disclosed_Change",
  "What_Changed",
] as const;

/** The items of the target, in its order. */
export function movedItems(
  source: FullChecklist,
  inputs: Inputs,
  target: FullChecklist,
  former: Former | null,
): readonly MovedItem[] {
  const origins = originsOf(source, target, {
    source: (item) => inputs.items[item.id] ?? item,
    target: (item) => pointsFor(target, item, enteredBefore(item, former)),
  });
  const isAsMoved = former?.isLast ? unchangedSince(source, inputs, target, former) : () => false;
  return target.items.map((item): MovedItem => {
    const { items: from, isSame } = origins.get(item.id) ?? { items: [], isSame: false };
    const all = from.flatMap(({ id }) => inputs.items[id] ?? []);
    const [first] = all;
    const isEntered = isSame && from.some(isOpen);
    const counted = pointsFor(target, item, isEntered ? first : enteredBefore(item, former));
    const moved = (outcome: Outcome, entries: ItemInputs, isCut = false): MovedItem => ({
      item,
      outcome,
      from,
      entries: { ...entries, ...counted },
      isCut,
    });
    const then = former?.inputs.items[item.id];
    // What is the same is in the archive only if points made it another on the way here.
    const isThere = former !== null && isKnown(former, item);
    const isBack = from.length > 0 && !isSame ? from.every(isAsMoved) : isThere;
    if (then && former && isBack && from.every(isAsMoved)) {
      const entries = carriedOver(item, then);
      return former.isSameRules
        ? moved("restored", entries)
        : moved("confirm", { ...entries, self: "unanswered" });
    }
    if (isSame && first) return moved("kept", carriedOver(item, first));
    if (from.length === 0) return moved("new", blankItemInputs(item));
    const { entries, isCut } = joinedEntries(item, all);
    return moved("confirm", entries, isCut);
  });
}

const isKnown = ({ keys }: Former, { id }: Item): boolean =>
  MOVING.some((name) => keys.has(keyOf(name, id)));

/** The partner's entries of one item as another's. */
const carriedOver = (item: Item, was: ItemInputs): ItemInputs => ({
  ...blankItemInputs(item),
  self: was.self,
  evidence: was.evidence,
  owner: was.owner,
  priorAction: was.priorAction,
  disclosedChange: was.disclosedChange,
  whatChanged: was.whatChanged,
});

/** Several items' entries as one's, without an answer. */
function joinedEntries(
  item: Item,
  all: readonly ItemInputs[],
): Pick<MovedItem, "entries" | "isCut"> {
  const evidence = together(
    all.map((own) => own.evidence),
    "\n",
  );
  const owner = together(
    all.map((own) => own.owner),
    ", ",
  );
  const whatChanged = together(
    all.map((own) => own.whatChanged),
    "\n",
  );
  return {
    entries: {
      ...blankItemInputs(item),
      evidence: evidence.text,
      owner: owner.text,
      priorAction: all.some((own) => own.priorAction),
      disclosedChange: all.some((own) => own.disclosedChange),
      whatChanged: whatChanged.text,
    },
    isCut: evidence.isCut || owner.isCut || whatChanged.isCut,
  };
}

/** Each that is not among those before it, as far as a cell has room. */
function together(texts: readonly string[], between: string): { text: string; isCut: boolean } {
  let text = "";
  let isCut = false;
  for (const next of texts) {
    if (next === "" || `${between}${text}${between}`.includes(`${between}${next}${between}`))
      continue;
    const longer = text === "" ? next : `${text}${between}${next}`;
    if (longer.length > LONGEST_TEXT) isCut = true;
    else text = longer;
  }
  return { text, isCut };
}

/** Points that people entered stay theirs where they may still be entered. */
function pointsFor(
  target: FullChecklist,
  item: Item,
  entered: Pick<ItemInputs, "ifMet"> | undefined,
): ItemPoints {
  const isChoice = target.openValues?.choices.some((choice) => choice === entered?.ifMet);
  return pointsOf(target, item, isOpen(item) && entered && isChoice ? entered.ifMet : item.ifMet);
}

const enteredBefore = ({ id }: Item, former: Former | null): ItemInputs | undefined =>
  former?.keys.has(keyOf("Item_Add", id)) ? former.inputs.items[id] : undefined;

/**
 * Whether an item still says what it was made to say when answers were moved out of the version to which they now go
 * back: then what the archive has is as new, and whole.
 */
function unchangedSince(
  source: FullChecklist,
  inputs: Inputs,
  target: FullChecklist,
  former: Former,
): (item: Item) => boolean {
  const then = new Map(
    movedItems(target, former.inputs, source, null).map(({ item, entries }) => [item.id, entries]),
  );
  const texts = (own: ItemInputs | undefined): string =>
    JSON.stringify([
      own?.self,
      plain(own?.evidence ?? ""),
      plain(own?.owner ?? ""),
      own?.priorAction,
      own?.disclosedChange,
      plain(own?.whatChanged ?? ""),
    ]);
  return ({ id }) => texts(inputs.items[id]) === texts(then.get(id as ItemId));
}
