/** The item dock: one item in full, and which of its entries the phase leaves open. */

import { currentScore } from "../../core/audit/advice.ts";
import type { Answer } from "../../core/audit/answers.ts";
import { type Effect, effectOf } from "../../core/audit/effect.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { findItem, groupOf, groupTextsOf, isFull, textsOf } from "../../core/checklist/lookup.ts";
import type { Checklist, Item, ItemTexts, ReferenceLink } from "../../core/checklist/types.ts";
import type { ItemReport, Report } from "../../core/report/report.ts";
import { scopeReasons } from "../../core/words/en.ts";
import { inputNamed, isOpenIn } from "../../core/workbook/fields.ts";
import type { ItemField } from "../types.ts";
import { DOCK_TEXT } from "../words/item.ts";
import { SCORE } from "../words/panel.ts";
import { answerIn, answerSide, disagrees } from "./items.ts";

export interface Field {
  readonly name: ItemField;
  readonly label: string;
  /** A date as `2026-03-13`. */
  readonly value: string;
  readonly open: boolean;
  readonly kind: "line" | "text" | "date" | "choice";
}

export interface DockModel {
  readonly id: ItemId;
  readonly title: string;
  readonly fullTitle: string;
  readonly mandatory: boolean;
  readonly costs: number;
  readonly worth: number;
  readonly disagrees: boolean;
  readonly self: Answer;
  readonly auditor: Answer;
  /** What is asked; null while the texts are not at hand. */
  readonly texts: ItemTexts | null;
  /** What the item's group demands, as lines. */
  readonly group: { readonly title: string; readonly text: string } | null;
  /** The references that name the item. */
  readonly links: readonly ReferenceLink[];
  readonly scope: string;
  /** How its points are known, where the source does not say them; null where nothing is left to say. */
  readonly pointsNote: string | null;
  /** Why there is nothing to answer; null for an audited item. */
  readonly settled: string | null;
  readonly answering: {
    readonly side: "self" | "auditor";
    readonly answer: Answer;
    /** What either answer would do; for the one that is given, what clearing it would. */
    readonly effects: Readonly<Record<"met" | "notMet", EffectText>>;
    /** Why the buttons are closed; null where they are open. */
    readonly closedBecause: string | null;
  } | null;
  readonly action: { readonly mandatory: boolean; readonly open: boolean } | null;
  readonly fields: readonly Field[];
  /** Why some of the fields can only be read; null where all are open. */
  readonly fieldsClosed: string | null;
}

/** Null where the report has no such item. */
export function dockModel(
  checklist: Checklist,
  report: Report,
  id: ItemId | null,
): DockModel | null {
  const row = report.items.find((each) => each.id === id);
  const item = id === null ? null : findItem(checklist, id);
  if (!row || !item) return null;
  const reason = scopeReasons(checklist)[row.scopeReason];
  const fields = fieldsOf(report, row);
  return {
    id: row.id,
    title: item.shortTitle,
    fullTitle: item.title,
    mandatory: row.mandatory,
    costs: row.ifNotMet,
    worth: row.ifMet,
    disagrees: disagrees(row),
    self: row.self,
    auditor: row.auditor,
    texts: isFull(checklist) ? textsOf(checklist, item) : null,
    group: groupDemand(checklist, item),
    links: checklist.texts?.links.filter(({ items }) => items?.includes(item.id)) ?? [],
    scope: DOCK_TEXT.inScope(row.scope, reason),
    pointsNote: pointsNote(report, item),
    settled: row.scope === "audited" ? null : DOCK_TEXT.settled(row.scope, reason, row.ifMet),
    answering: row.scope === "audited" ? answering(checklist, report, row) : null,
    action:
      row.actionState === null
        ? null
        : {
            mandatory: row.mandatory,
            open: row.actionState !== "closed" && row.actionState !== "late",
          },
    fields,
    fieldsClosed: fields.every((field) => field.open) ? null : DOCK_TEXT.closedFields[report.phase],
  };
}

function pointsNote({ profile }: Report, { provenance }: Item): string | null {
  if (provenance === "inferred") return DOCK_TEXT.inferred;
  return provenance === "reconstructed" && !profile.pointsChecked ? DOCK_TEXT.openPoints : null;
}

/** Null where the group asks for nothing beyond its name, or what it asks is not at hand. */
function groupDemand(checklist: Checklist, item: Item): DockModel["group"] {
  const group = groupOf(checklist, item);
  const texts = isFull(checklist) ? groupTextsOf(checklist, item) : null;
  const text = [texts?.requirement, texts?.evidence].filter(Boolean).join("\n");
  return group && text !== "" ? { title: DOCK_TEXT.group(group.id, group.title), text } : null;
}

/** In a few words on a button, and in full. */
export interface EffectText {
  readonly short: string;
  readonly full: string;
}

/** What an answer would lose beside its points; null for nothing. */
export function lostText(checklist: Checklist, loses: Effect["loses"]): string | null {
  if (loses === null) return null;
  return loses === "reach" ? SCORE.outOfReach(checklist) : DOCK_TEXT.failsAlone;
}

function effects(
  checklist: Checklist,
  report: Report,
  row: ItemReport,
): Record<"met" | "notMet", EffectText> {
  const present = answerIn(row, currentScore(report.phase));
  const text = (answer: "met" | "notMet"): EffectText => {
    if (answer === present) {
      const short = DOCK_TEXT.counts(answer, row.ifMet, row.ifNotMet);
      return { short, full: short };
    }
    const { total, change, loses } = effectOf(checklist, report, row.id, answer);
    const short =
      change === 0 && answer === "notMet" && present === "unanswered" && row.ifMet > 0
        ? DOCK_TEXT.misses(row.ifMet)
        : change === 0
          ? DOCK_TEXT.keeps(total)
          : DOCK_TEXT.makes(total);
    const lost = lostText(checklist, loses);
    return { short, full: lost === null ? short : `${short}, ${lost}` };
  };
  return { met: text("met"), notMet: text("notMet") };
}

function answering(
  checklist: Checklist,
  report: Report,
  row: ItemReport,
): NonNullable<DockModel["answering"]> {
  const side = answerSide(currentScore(report.phase));
  const open = isOpen(report, side === "self" ? "Self_Answer" : "Auditor_Answer");
  return {
    side,
    answer: answerIn(row, currentScore(report.phase)),
    effects: effects(checklist, report, row),
    closedBecause: open ? null : DOCK_TEXT.closed[report.phase],
  };
}

/** Whether the phase has opened an input. */
export function isOpen(report: Report, name: string): boolean {
  const input = inputNamed(name);
  return input !== null && isOpenIn(input, report.phase);
}

/** Fields appear with the phase that opens them, and stay while they hold something; closed ones are only read. */
function fieldsOf(report: Report, row: ItemReport): Field[] {
  const field = (
    name: ItemField,
    label: string,
    value: string,
    kind: Field["kind"] = "text",
  ): Field => ({ name, label, value, kind, open: isOpen(report, name) });
  const notes = [
    field("Auditor_Note", DOCK_TEXT.note, row.note),
    field("Note_Kind", DOCK_TEXT.noteKind, row.noteKind, "choice"),
  ];
  const isAction = row.actionState !== null;
  const closing = [
    field("Closure_Evidence", DOCK_TEXT.closureEvidence, row.closureEvidence),
    field("Closed_On", DOCK_TEXT.closedOn, row.closedOn ?? "", "date"),
    // Only mandatory items can be planned.
    ...(row.mandatory || row.plan !== "" ? [field("Action_Plan", DOCK_TEXT.plan, row.plan)] : []),
  ];
  return [
    field("Evidence", DOCK_TEXT.evidence, row.evidence),
    field("Owner", DOCK_TEXT.owner, row.owner, "line"),
    ...notes.filter((one) => one.open || one.value !== ""),
    ...closing.filter((one) => one.value !== "" || (one.open && isAction)),
  ];
}
