/** What the parts of a checklist file say of one another: ids that have to be there, sums, and rules that go together. */

import { nearest } from "../../words/nearest.ts";
import type { ChecklistFile, ItemInFile, SectionInFile } from "./definition.ts";
import { entryAt, type FilePlace, type FileProblem, keyAt, thingAt, WHOLE_FILE } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import type { Tell } from "./shape.ts";

const at = (...keys: readonly string[]): FilePlace => keys.reduce(keyAt, WHOLE_FILE);
const sectionAt = ({ id }: SectionInFile, index: number): FilePlace =>
  thingAt(at("sections"), index, "section", id);

interface PlacedItem {
  readonly item: ItemInFile;
  readonly place: FilePlace;
  readonly section: SectionInFile;
}

const itemsOf = ({ sections }: ChecklistFile): PlacedItem[] =>
  sections.flatMap((section, index) =>
    section.items.map((item, place) => ({
      item,
      section,
      place: thingAt(keyAt(sectionAt(section, index), "items"), place, "item", item.id),
    })),
  );

/** Tells all of it; each key by itself is as it should be. */
export function checkTogether(file: ChecklistFile, tell: Tell): void {
  const items = itemsOf(file);
  checkIds(file, items, tell);
  checkItemsNamed(file, new Set(items.map(({ item }) => item.id)), tell);
  checkPoints(file, items, tell);
  checkOpenPoints(file, items, tell);
  checkRenewal(file, items, tell);
  const { references, mail } = file;
  if (references.fineMonths > references.oldestMonths)
    tell(at("references", "fineMonths"), {
      is: "orderOfMonths",
      fine: references.fineMonths,
      oldest: references.oldestMonths,
    });
  if (references.publicNeeded > references.needed)
    tell(at("references", "publicNeeded"), {
      is: "publicBeyondNeeded",
      isPublic: references.publicNeeded,
      needed: references.needed,
    });
  for (const found of mail.subject.match(/\{[^}]*\}?/g) ?? [])
    if (found !== "{partner}") tell(at("mail", "subject"), { is: "placeholder", found });
}

/** Each once; words that only capitals tell apart are the same to people. */
function tellTwice(all: readonly (readonly [name: string, place: FilePlace])[], tell: Tell): void {
  const first = new Map<string, FilePlace>();
  for (const [name, place] of all) {
    const known = first.get(name.toLowerCase());
    if (known) tell(place, { is: "twice", first: known });
    else first.set(name.toLowerCase(), place);
  }
}

function checkIds({ sections, services }: ChecklistFile, items: PlacedItem[], tell: Tell): void {
  tellTwice(
    sections.map((section, index) => [section.id, sectionAt(section, index)]),
    tell,
  );
  const groups = sections.flatMap((section, index) =>
    (section.groups ?? []).map(({ id }, place) => ({
      id,
      place: thingAt(keyAt(sectionAt(section, index), "groups"), place, "group", id),
      isEmpty: !section.items.some(({ group }) => group === id),
    })),
  );
  tellTwice(
    groups.map(({ id, place }) => [id, place]),
    tell,
  );
  for (const { place, isEmpty } of groups) if (isEmpty) tell(place, { is: "emptyGroup" });
  tellTwice(
    items.map(({ item, place }) => [item.id, place]),
    tell,
  );
  tellTwice(
    (services?.list ?? []).map(({ name }, index) => [
      name,
      thingAt(at("services", "list"), index, "service", name),
    ]),
    tell,
  );
  for (const { item, section, place } of items) {
    const { group = null } = item;
    if (group !== null && !section.groups?.some(({ id }) => id === group))
      tell(keyAt(place, "group"), { is: "noGroup", found: group, section: section.id });
  }
}

/** The items that other keys name. */
function checkItemsNamed(file: ChecklistFile, ids: ReadonlySet<string>, tell: Tell): void {
  const check = (found: string | null | undefined, place: FilePlace) => {
    if (found === null || found === undefined || ids.has(found)) return;
    tell(place, { is: "noItem", found, meant: nearest(found, [...ids]) });
  };
  check(file.services?.item, at("services", "item"));
  check(file.references.item, at("references", "item"));
  file.links?.forEach((link, index) => {
    const place = keyAt(thingAt(at("links"), index, "link", link.title), "items");
    link.items?.forEach((id, entry) => {
      check(id, entryAt(place, entry));
    });
  });
}

function checkPoints({ most, pass }: ChecklistFile, items: PlacedItem[], tell: Tell): void {
  const sum = items.reduce((total, { item }) => total + item.ifMet, 0);
  if (sum !== most) tell(at("most"), { is: "sumDiffers", sum, most });
  if (pass > most) tell(at("pass"), { is: "passBeyondMost", pass, most });
}

/** Points that people may enter decide the item's kind: it is mandatory where it adds nothing. */
function checkOpenPoints({ openValues }: ChecklistFile, items: PlacedItem[], tell: Tell): void {
  const open = items.filter(({ item }) => item.provenance === "reconstructed");
  const [first] = open;
  if (!openValues) {
    if (first) tell(keyAt(first.place, "provenance"), { is: "openMissing" });
    return;
  }
  if (!first) {
    tell(at("openValues"), { is: "openUnused" });
    return;
  }
  if (open.length > LIMITS.openItems)
    tell(WHOLE_FILE, { is: "openTooMany", count: open.length, most: LIMITS.openItems });
  const { choices, mandatoryLoss, sum } = openValues;
  for (const { item, place } of open) {
    const told = (key: string, problem: FileProblem) => tell(keyAt(place, key), problem);
    if (!choices.includes(item.ifMet))
      told("ifMet", { is: "openNoChoice", found: item.ifMet, choices });
    const loss = item.ifMet === 0 ? mandatoryLoss : 0;
    if (item.ifNotMet !== loss) told("ifNotMet", { is: "openLoss", found: item.ifNotMet, loss });
    if (item.mandatory !== undefined && item.mandatory !== loss < 0)
      told("mandatory", { is: "openKind", found: item.mandatory });
  }
  const found = open.reduce((total, { item }) => total + item.ifMet, 0);
  if (found !== sum) tell(at("openValues", "sum"), { is: "openSum", found, sum });
}

function checkRenewal({ renewal, follows }: ChecklistFile, items: PlacedItem[], tell: Tell): void {
  for (const { item, place } of items) {
    if (renewal === null && item.renewal)
      tell(keyAt(place, "renewal"), { is: "listWithoutRenewal" });
  }
  const moved = items.find(({ item }) => item.from !== undefined);
  if (moved && follows === undefined) tell(keyAt(moved.place, "from"), { is: "followsMissing" });
}
