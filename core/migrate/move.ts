/**
 * Answers of one version of the checklist as the workbook of another: what becomes of every item, the entries of the new
 * workbook, and the archive of all that has no place in it. Pure: the same workbook gives the same every time.
 */

import { ANSWER_WORDS } from "../audit/answers.ts";
import type { Inputs, ReferenceInputs, ServiceInputs } from "../audit/inputs.ts";
import { NO_RECORDS } from "../audit/records.ts";
import type { ItemId } from "../checklist/domain.ts";
import type { FullChecklist, Item, Service } from "../checklist/types.ts";
import { type Copy, readCopy } from "../merge/copy.ts";
import { keyOf } from "../merge/fields.ts";
import { MOVE_NOTES } from "../words/migrate.ts";
import { blankInputs, blueprint } from "../workbook/draw/blueprint.ts";
import { HOLIDAY_COLUMNS, HOLIDAY_ROWS } from "../workbook/draw/overview-frame.ts";
import { REFERENCE_ROWS } from "../workbook/draw/prerequisites.ts";
import type { Blueprint, Snapshot } from "../workbook/port.ts";
import { drawnSnapshot } from "../workbook/read/drawn.ts";
import { type ArchiveRow, type Former, formerOf, readArchive } from "./archive.ts";
import { isLeft, rowsToKeep, withoutPlace } from "./displaced.ts";
import { type MovedItem, movedItems, type Outcome } from "./items.ts";
import { relationOf } from "./origin.ts";

/** An answer that stood there before. */
export interface FormerAnswer {
  readonly id: ItemId;
  /** As it stood there; never blank. */
  readonly answer: string;
}

export interface ItemMove {
  readonly item: Item;
  readonly outcome: Outcome;
  /** The items that it comes from, in the version that is left. */
  readonly from: readonly ItemId[];
  /** Of an item to be confirmed: what was said of those. */
  readonly former: readonly FormerAnswer[];
  /** Whether an answer moved. */
  readonly isAnswered: boolean;
}

export interface Move {
  readonly source: FullChecklist;
  readonly target: FullChecklist;
  readonly items: readonly ItemMove[];
  /** Items of the version that is left whose entries go to the archive alone. */
  readonly left: readonly Item[];
  readonly inputs: Inputs;
  /** The workbook without the sheets on the move; see `draw.ts`. */
  readonly plan: Blueprint;
  readonly archive: readonly ArchiveRow[];
  /** Sentences on what else there is to know. */
  readonly notes: readonly string[];
}

/** Whether there is nothing to move. */
export const isSameVersion = (a: FullChecklist, b: FullChecklist): boolean =>
  a.id === b.id && a.version === b.version && a.revision === b.revision;

/** The entries of a workbook that was never drawn, such as those of the next audit. */
export const moveEntries = (source: FullChecklist, inputs: Inputs, target: FullChecklist): Move =>
  moveAnswers(source, drawnSnapshot(blueprint(source, inputs)), target, inputs);

/** `entered`: what is moved, where a version that knows no renewals would not show that it is one. */
export function moveAnswers(
  source: FullChecklist,
  snapshot: Snapshot,
  target: FullChecklist,
  entered?: Inputs,
): Move {
  const read = readCopy(source, snapshot, "");
  const copy: Copy = entered ? { ...read, inputs: entered } : read;
  const before = readArchive(snapshot);
  const former = formerOf(target, before);
  const moved = movedItems(source, copy.inputs, target, former);
  const inputs = movedInputs(copy.inputs, target, moved, former);
  const plan = blueprint(target, inputs);
  const now = readCopy(target, drawnSnapshot(plan), "");
  const displaced = withoutPlace(source, copy, moved, now.entries, before);
  const archive = [...rowsToKeep(target, before, former, now.entries), ...displaced];
  const left = source.items.filter(({ id }) => isLeft(id, moved));
  return {
    source,
    target,
    items: moved.map((each) => told(each, copy, former)),
    left,
    inputs,
    plan,
    archive,
    notes: notesOn(source, copy, target, moved, inputs),
  };
}

function told(
  { item, outcome, from, entries }: MovedItem,
  copy: Copy,
  former: Former | null,
): ItemMove {
  const answers = from.flatMap(({ id }): FormerAnswer[] => {
    const answer = copy.entries.get(keyOf("Self_Answer", id))?.value ?? "";
    return answer === "" ? [] : [{ id, answer }];
  });
  const archived = former?.inputs.items[item.id]?.self ?? "unanswered";
  const known: readonly FormerAnswer[] =
    answers.length > 0 || archived === "unanswered"
      ? answers
      : [{ id: item.id, answer: ANSWER_WORDS[archived] }];
  return {
    item,
    outcome,
    from: from.map(({ id }) => id),
    former: outcome === "confirm" ? known : [],
    isAnswered: entries.self !== "unanswered",
  };
}

/** The process begins anew, and nothing of the auditor's side is said yet. */
function movedInputs(
  was: Inputs,
  target: FullChecklist,
  moved: readonly MovedItem[],
  former: Former | null,
): Inputs {
  const blank = blankInputs(target);
  const { prerequisites, editors } = was;
  const people = Object.entries(was.people).filter(([name]) => name.startsWith("People_"));
  return {
    ...blank,
    partner: was.partner,
    reseller: was.reseller,
    renewal: was.renewal && target.renewal !== null,
    singleRegion: was.singleRegion,
    previousAuditVersion: was.previousAuditVersion,
    lastFullAuditOn: was.lastFullAuditOn,
    holidays: was.holidays.slice(0, HOLIDAY_ROWS * HOLIDAY_COLUMNS),
    people: Object.fromEntries(people),
    editors: { ...blank.editors, partner: editors.partner },
    items: Object.fromEntries(moved.map(({ item, entries }) => [item.id, entries])),
    services: (target.services?.list ?? []).map((service, at) => {
      const own = serviceIn(was.services, service);
      const then = own ?? (former && serviceIn(former.inputs.services, service));
      const { isNew, name } = service;
      return then ? { ...then, name, isNew } : (blank.services[at] as ServiceInputs);
    }),
    prerequisites: {
      ...blank.prerequisites,
      tier: prerequisites.tier,
      references: placed(prerequisites.references),
      applicationSent: prerequisites.applicationSent,
      applicationOn: prerequisites.applicationOn,
    },
    pointsChecked: target.openValues !== null && (former?.inputs.pointsChecked ?? false),
    records: NO_RECORDS,
  };
}

const serviceKey = ({ name }: Pick<Service, "name">): string =>
  name.replace(/\s+/g, " ").trim().toLowerCase();

const serviceIn = (
  services: readonly ServiceInputs[],
  wanted: Service,
): ServiceInputs | undefined =>
  services.find((service) => serviceKey(service) === serviceKey(wanted));

const isFilled = ({ customer, kind, on, isPublic, isPaying }: ReferenceInputs): boolean =>
  customer !== "" || kind !== "" || on !== null || isPublic !== null || isPaying !== null;

/** Where they are, unless lines beyond the sheet's are in use: then those without gaps. */
function placed(references: readonly ReferenceInputs[]): readonly ReferenceInputs[] {
  const isBeyond = references.slice(REFERENCE_ROWS).some(isFilled);
  return (isBeyond ? references.filter(isFilled) : references).slice(0, REFERENCE_ROWS);
}

function notesOn(
  source: FullChecklist,
  copy: Copy,
  target: FullChecklist,
  moved: readonly MovedItem[],
  inputs: Inputs,
): readonly string[] {
  const { isOneProgramme, isTold, isToldBack } = relationOf(source, target);
  const isApart = isOneProgramme && !isTold && !isToldBack && target.follows !== undefined;
  const names = new Set((target.services?.list ?? []).map(serviceKey));
  const services = copy.inputs.services.filter(
    (service) =>
      !names.has(serviceKey(service)) &&
      [service.example, service.support].some((text) => text !== ""),
  );
  const gone = services.map(({ name }) => name);
  return [
    ...(isOneProgramme ? [] : [MOVE_NOTES.otherProgramme(source, target)]),
    ...(isApart ? [MOVE_NOTES.stepBetween(source, target)] : []),
    ...(copy.inputs.renewal && !inputs.renewal ? [MOVE_NOTES.alwaysFull(target)] : []),
    ...(gone.length > 0 ? [MOVE_NOTES.services(gone)] : []),
    ...moved.flatMap(({ item, isCut }) => (isCut ? [MOVE_NOTES.cut(item.id)] : [])),
  ];
}
