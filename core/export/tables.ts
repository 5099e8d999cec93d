/** Everything that people entered in a workbook as plain lists: one of items, one each of what is nobody's item. */

import { KIND_MARKS, STATE_WORDS } from "../audit/actions.ts";
import { evaluate } from "../audit/evaluate.ts";
import { PHASE_WORDS } from "../audit/phases.ts";
import { findSection, isOpen, openItems } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { SCOPE_WORDS } from "../words/en.ts";
import { EXPORT_TEXT } from "../words/export.ts";
import { inputLabel } from "../words/labels.ts";
import { CHECKLIST, PREREQUISITES, SERVICES } from "../words/sheets.ts";
import { INPUTS, type Input, isInputOf } from "../workbook/fields.ts";
import type { CellValue, Snapshot } from "../workbook/port.ts";
import type { ReadCell } from "../workbook/read/cells.ts";
import { exactValue } from "../workbook/read/decode.ts";
import { isBlank, ownFormat } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";

/** A column under two names: as programs ask for it, an input's by its defined name, and as the sheets have it. */
export interface ExportColumn {
  readonly name: string;
  readonly head: string;
}

export interface ExportList {
  readonly columns: readonly ExportColumn[];
  /** As many as columns. Dates are `{ date }`, the text of a cell is as it was typed. */
  readonly rows: readonly (readonly CellValue[])[];
}

export interface ExportLists {
  readonly items: ExportList;
  /** Null where the checklist asks for no services. */
  readonly services: ExportList | null;
  readonly references: ExportList;
  /** Single inputs by name: profile, people, prerequisites, days. Holidays stand in as many rows as there are. */
  readonly inputs: ExportList;
}

/** Of a workbook that was admitted, and is of this checklist. */
export function exportLists(checklist: Checklist, snapshot: Snapshot): ExportLists {
  const { cells, inputs } = readInputs(checklist, snapshot);
  const format = ownFormat(snapshot);
  const fields = INPUTS.filter(
    (field) => isInputOf(field, format) && snapshot.names[field.name] !== undefined,
  );
  const valueAt = ({ name }: Input, at: number): CellValue =>
    entered(cells.byName.get(name)?.[at] ?? null);
  const results = evaluate(checklist, inputs).items;
  const open = openItems(checklist);
  const points = fields.find(({ name }) => name === "Open_Add");
  const { headers } = CHECKLIST;
  const column = (name: string, head: string = inputLabel(name)): ExportColumn => ({ name, head });
  const own = fields.filter(({ shape, kind }) => shape === "column" && kind.is !== "points");

  const items: ExportList = {
    columns: [
      column("id", headers.id),
      column("section", headers.section),
      column("title", headers.item),
      column("scope", headers.scope),
      column("ifNotMet", headers.ifNotMet),
      column("ifMet", headers.ifMet),
      ...own.map(({ name }) => column(name)),
      column("actionItem", headers.actionItem),
      column("state", headers.state),
      column("finalPoints", headers.finalPoints),
    ],
    rows: checklist.items.map((item, at) => {
      const result = results[at];
      const entry = inputs.items[item.id];
      const state = result?.actionState ?? null;
      const place = isOpen(item) && points ? open.indexOf(item) : -1;
      return [
        item.id,
        findSection(checklist, item.section)?.title ?? item.section,
        item.title,
        SCOPE_WORDS[result?.scope ?? "audited"],
        entry?.ifNotMet ?? item.ifNotMet,
        (points && place >= 0 ? valueAt(points, place) : null) ?? entry?.ifMet ?? item.ifMet,
        ...own.map((field) => valueAt(field, at)),
        state === null ? null : KIND_MARKS[result?.mandatory ? "mandatory" : "score-impacting"],
        state === null ? null : STATE_WORDS[state],
        result?.finalPoints ?? null,
      ];
    }),
  };

  const services = checklist.services?.list ?? [];
  const ofServices = fields.filter(({ name }) => name.startsWith("Service_"));
  const ofReferences = fields.filter(
    ({ name, shape }) => shape === "list" && name.startsWith("Prerequisite_"),
  );
  const rooms = ofReferences.map(({ name }) => cells.byName.get(name)?.length ?? 0);
  const lines = rooms.reduce((most, room) => Math.max(most, room), 0);
  const references = Array.from({ length: lines }, (_, at) => [
    at + 1,
    ...ofReferences.map((field) => valueAt(field, at)),
  ]);
  const singles = fields.filter(({ shape, name }) => shape === "cell" && name !== "Phase");
  const holidays = fields.filter(({ name }) => name === "Holidays");

  return {
    items,
    services:
      checklist.services === null
        ? null
        : {
            columns: [
              column("service", SERVICES.headers.service),
              ...ofServices.map(({ name }) => column(name)),
            ],
            rows: services.map(({ name }, at) => [
              name,
              ...ofServices.map((field) => valueAt(field, at)),
            ]),
          },
    references: {
      columns: [
        column("number", PREREQUISITES.referenceHeaders.number),
        ...ofReferences.map(({ name }) => column(name)),
      ],
      // Those at the end that nobody filled say nothing.
      rows: references.slice(0, lastFilled(references) + 1),
    },
    inputs: {
      columns: [
        column("what", PREREQUISITES.headers.what),
        column("value", PREREQUISITES.headers.entry),
        column("name", EXPORT_TEXT.name),
      ],
      rows: [
        [inputLabel("Phase"), PHASE_WORDS[inputs.phase], "Phase"],
        ...singles.map((field) => [inputLabel(field.name), valueAt(field, 0), field.name]),
        ...holidays.flatMap((field) =>
          (cells.byName.get(field.name) ?? []).flatMap((cell) => {
            const value = entered(cell);
            return value === null ? [] : [[inputLabel(field.name), value, field.name]];
          }),
        ),
      ],
    },
  };
}

const lastFilled = (rows: readonly (readonly CellValue[])[]): number =>
  rows.reduce((last, row, at) => (row.slice(1).some((value) => value !== null) ? at : last), -1);

/** What a cell says: a text as it stands, all else in its exact word, and as it stands where it means nothing. */
function entered(cell: ReadCell | null): CellValue {
  if (cell === null || isBlank(cell.value)) return null;
  const { meaning, value } = cell;
  if (meaning.how === "unknown" || meaning.is === "text") return value;
  return exactValue(meaning);
}
