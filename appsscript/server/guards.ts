/** Keeps each side's cells for its people, once the Overview says who they are. */

import { type Addresses, readAddresses } from "../../core/audit/emails.ts";
import type { Side } from "../../core/audit/inputs.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import { EDITOR_NAMES, INPUTS } from "../../core/workbook/fields.ts";
import { GUARD_TEXT } from "../words.ts";
import type { Locator } from "./edits.ts";
import { causeText } from "./lock.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

export const SIDES: readonly Side[] = ["partner", "auditor"];

/** Sentences for the user. */
export interface Guarded {
  /** What is not as the lists say, and whoever is asked can do something about it. */
  readonly problems: readonly string[];
  /** How things are, for whoever asks. */
  readonly facts: readonly string[];
}

/**
 * Puts a protection on each side's cells whose list of editors is filled, and takes it off where the list
 * is empty. It never throws: it comes after work that is done, and the protection itself may keep the user from
 * changing it. A sheet's own protection only ever warns: whoever may edit the file can unlock it, and scripts run as
 * whoever presses the button.
 */
export function guardSides(book: Spreadsheet, locator: Locator): Guarded {
  const problems: string[] = [];
  const facts: string[] = [];
  const empty: Side[] = [];
  const guarded: Side[] = [];
  const people = new Holders(book);
  for (const side of SIDES) {
    try {
      const { addresses, others } = editorsOf(side, locator);
      if (others.length > 0) problems.push(GUARD_TEXT.noAddresses(side, others));
      (addresses.length === 0 ? empty : guarded).push(side);
      const ours = guardsOf(book, side);
      // Asking a protection for its editors throws where it keeps the user out.
      if (ours.some((protection) => !protection.canEdit())) facts.push(GUARD_TEXT.kept(side));
      else problems.push(...guardSide(side, addresses, ours, locator, people));
    } catch (cause) {
      problems.push(GUARD_TEXT.refused(side, causeText(cause)));
    }
  }
  if (empty.length > 0) facts.push(GUARD_TEXT.onlyWarns(empty));
  const { owner } = people;
  if (guarded.length > 0 && owner !== null) facts.push(GUARD_TEXT.ownerCanEdit(owner));
  return { problems, facts };
}

/** The sides whose cells are kept from the user. */
export function closedSides(book: Spreadsheet): Side[] {
  return SIDES.filter((side) => guardsOf(book, side).some((protection) => !protection.canEdit()));
}

function guardsOf(book: Spreadsheet, side: Side): Protection[] {
  return book
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => protection.getDescription() === GUARD_TEXT.description[side]);
}

function editorsOf(side: Side, locator: Locator): Addresses {
  const located = locator.find(EDITOR_NAMES[side]);
  return readAddresses(located ? located.range.getValues().flat().join(",") : "");
}

/** Whom Google never takes off a protection: the owner of the file, and whoever is at work. */
class Holders {
  private readonly book: Spreadsheet;
  private known: { readonly owner: string | null; readonly me: string | null } | null = null;

  constructor(book: Spreadsheet) {
    this.book = book;
  }

  /** Null in a shared drive. */
  get owner(): string | null {
    return this.all.owner;
  }

  /** Null where Google does not tell, as in a simple trigger. */
  get me(): string | null {
    return this.all.me;
  }

  private get all() {
    this.known ??= {
      owner: addressFrom(() => this.book.getOwner()),
      me: addressFrom(() => Session.getEffectiveUser()),
    };
    return this.known;
  }
}

function addressFrom(ask: () => GoogleAppsScript.Base.User | null): string | null {
  try {
    return ask()?.getEmail() || null;
  } catch {
    return null;
  }
}

function guardSide(
  side: Side,
  editors: readonly string[],
  ours: readonly Protection[],
  locator: Locator,
  people: Holders,
): string[] {
  if (editors.length === 0) {
    for (const protection of ours) protection.remove();
    return [];
  }
  const notes = new Set<string>();
  const byPlace = new Map(ours.map((protection) => [placeOf(protection), protection]));
  for (const field of INPUTS) {
    const located = field.side === side ? locator.find(field.name) : null;
    if (!located) continue;
    const place = `${located.sheetId}!${areaAddress(located.area)}`;
    const protection =
      byPlace.get(place) ?? located.range.protect().setDescription(GUARD_TEXT.description[side]);
    byPlace.delete(place);
    admit(protection, editors, people, notes, side);
  }
  // What is left lies where no cells of this side are any more.
  for (const protection of byPlace.values()) protection.remove();
  return [...notes];
}

function placeOf(protection: Protection): string {
  const range = protection.getRange();
  return `${range.getSheet().getSheetId()}!${range.getA1Notation()}`;
}

/** Exactly these people, and whoever Google never takes away. */
function admit(
  protection: Protection,
  editors: readonly string[],
  people: Holders,
  notes: Set<string>,
  side: Side,
): void {
  const key = (address: string) => address.toLowerCase();
  const wanted = new Set(editors.map(key));
  const present = protection.getEditors().map((user) => user.getEmail());
  const among = new Set(present.map(key));
  for (const address of editors.filter((entry) => !among.has(key(entry)))) {
    try {
      protection.addEditor(address);
    } catch {
      notes.add(GUARD_TEXT.notAnEditor(address, side));
    }
  }
  const { me, owner } = people;
  const staying = new Set([...wanted, key(owner ?? ""), key(me ?? "")]);
  const stays = (address: string) => staying.has(key(address));
  const others = present.filter((address) => !stays(address));
  const isForDomain = protection.canDomainEdit();
  if (others.length > 0 || isForDomain) {
    // By name: a right that comes from a group or a company would go with it, which Google refuses.
    if (me !== null) protection.addEditor(me);
    if (others.length > 0) protection.removeEditors(others);
    if (isForDomain) protection.setDomainEdit(false);
  }
  const isLeftOver = me !== null && me !== owner && !wanted.has(key(me));
  if (isLeftOver && (others.length > 0 || isForDomain || among.has(key(me))))
    notes.add(GUARD_TEXT.youToo(side));
}
