/** The port over the Excel JavaScript API, set 1.9. */

import { refusalText } from "../core/report/refusal.ts";
import { cellAddress, parseArea } from "../core/workbook/a1.ts";
import { overlap } from "../core/workbook/area.ts";
import { INPUTS } from "../core/workbook/fields.ts";
import type { Place } from "../core/workbook/issues.ts";
import type { Library } from "../core/workbook/library.ts";
import type { Blueprint, Change, Feature, Snapshot, Workbook } from "../core/workbook/port.ts";
import type { BuildOptions } from "./build.ts";
import { hostError, told } from "./failure.ts";
import { loadMaker, loadWriter } from "./parts.ts";
import {
  type Known,
  type NamedPlace,
  parseReference,
  type ReadResult,
  readWorkbook,
} from "./read.ts";
import { bothTouched, type Touched } from "./touched.ts";
import { watchWorkbook } from "./watch.ts";
import { ADDIN_REMEDIES } from "./words.ts";

export interface ExcelWorkbook extends Workbook {
  build(blueprint: Blueprint, options?: BuildOptions): Promise<void>;
  /** How deep to look beside the values: all formulas, and the drop-downs as well. */
  snapshot(depth?: Depth): Promise<Snapshot | null>;
  apply(change: Change): Promise<void>;
  /** `onSelect` hears of each selection, `onDeaf` that no events are to be had. */
  watch(
    onChange: () => void,
    onSelect?: (selection: Selection) => void,
    onDeaf?: () => void,
  ): () => void;
  /** Has Excel calculate everything. */
  recalculate(): Promise<void>;
  /** Whether Excel calculates only when it is asked to, as it was last read. */
  readonly isManual: boolean;
  /** Where the active cell is; null where there is none, as in a sheet that is a chart. */
  selected(): Promise<Selection | null>;
  /** The title of a sheet, as it was last read. */
  titleOf(sheetId: string): string | undefined;
  /** Shows a cell and selects it. */
  goTo(place: Place): Promise<void>;
}

export interface Selection {
  readonly sheetId: string;
  readonly row: number;
}

/** `edited`: the formulas of the cells that an event told of, the others as they were read before. */
export type Depth = "edited" | "formulas" | "rules";

/** Inputs with a drop-down. */
const LISTED = INPUTS.filter(({ kind }) => kind.is !== "text" && kind.is !== "date").map(
  ({ name }) => name,
);

/** Excel for the web alone keeps picks from a list to itself. */
const isOnline = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

/** The workbook that the add-in was opened in, of one of these checklists. All failures are `HostError`. */
export function openExcel(library: Library): ExcelWorkbook {
  return new OpenWorkbook(library);
}

class OpenWorkbook implements ExcelWorkbook {
  readonly cannot: readonly Feature[] = [];
  private readonly library: Library;
  private known: Known | null = null;
  /** The last reading, until something may have moved. */
  private fresh: ReadResult | null = null;
  /** What was edited since the last reading; null for anything at all. */
  private touched: Touched | null = null;
  private rulesDue = true;
  /** Counts events, so that a reading knows whether something happened meanwhile. */
  private heard = 0;
  isManual = false;
  /** What is selected, as far as it is known. */
  private at: NamedPlace | null = null;
  /** Titles by sheet id; kept when a reading fails. */
  private titles: ReadonlyMap<string, string> = new Map();

  constructor(library: Library) {
    this.library = library;
  }

  async build(blueprint: Blueprint, options?: BuildOptions): Promise<void> {
    this.forget();
    const { buildWorkbook } = await loadMaker();
    await buildWorkbook(blueprint, options);
  }

  async snapshot(depth: Depth = "edited"): Promise<Snapshot | null> {
    const read = await this.read(depth);
    return read?.snapshot ?? null;
  }

  /** Reads first, unless the workbook was read just before and nothing was heard since. */
  async apply(change: Change): Promise<void> {
    // Before the reading, so that nothing moves between it and the writing.
    const { applyChange } = await loadWriter();
    const read = this.fresh ?? (await this.read("formulas"));
    this.fresh = null;
    if (!read) throw hostError(refusalText({ code: "noChecklist" }, ADDIN_REMEDIES));
    try {
      await applyChange(this.library, read, change);
    } catch (error) {
      throw told(error);
    }
  }

  watch(
    onChange: () => void,
    onSelect?: (selection: Selection) => void,
    onDeaf?: () => void,
  ): () => void {
    return watchWorkbook({
      onHeard: () => {
        this.fresh = null;
        this.heard += 1;
      },
      onSettled: ({ wide, touched }) => {
        this.touched = this.touched && touched && bothTouched(this.touched, touched);
        if (wide) this.rulesDue = true;
        onChange();
      },
      onSelected: (sheetId, address) => {
        const left = this.at;
        const area = parseArea(address.split(/[,;]/)[0] ?? "");
        this.at = area && { sheetId, area };
        if (area) onSelect?.({ sheetId, row: area.row });
        return isOnline() && left !== null && this.hasList(left);
      },
      onDeaf: () => onDeaf?.(),
    });
  }

  async selected(): Promise<Selection | null> {
    const context = new Excel.RequestContext();
    const cell = context.workbook.getActiveCell();
    cell.load("address");
    try {
      await context.sync();
    } catch {
      return null;
    }
    const place = parseReference(
      `=${cell.address}`,
      new Map([...this.titles].map(([id, title]) => [title.toLowerCase(), id])),
    );
    this.at ??= place;
    return place && { sheetId: place.sheetId, row: place.area.row };
  }

  async recalculate(): Promise<void> {
    const context = new Excel.RequestContext();
    context.workbook.application.calculate("Full");
    try {
      await context.sync();
    } catch (error) {
      throw told(error);
    }
  }

  private hasList({ sheetId, area }: NamedPlace): boolean {
    return LISTED.some((name) => {
      const place = this.known?.places.get(name);
      return place?.sheetId === sheetId && overlap(place.area, area) !== null;
    });
  }

  titleOf(sheetId: string): string | undefined {
    return this.titles.get(sheetId);
  }

  async goTo(place: Place): Promise<void> {
    const context = new Excel.RequestContext();
    // By id, because the sheet may have got another title since it was read.
    const [id] = [...this.titles].find(([, title]) => title === place.sheet) ?? [place.sheet];
    const sheet = context.workbook.worksheets.getItem(id);
    sheet.activate();
    sheet.getRange(cellAddress(place.row, place.column)).select();
    try {
      await context.sync();
    } catch (error) {
      throw told(error);
    }
  }

  private async read(depth: Depth): Promise<ReadResult | null> {
    const { touched, rulesDue, heard } = this;
    // What is heard of from here on is for the next reading.
    this.touched = new Map();
    this.rulesDue = false;
    try {
      const read = await readWorkbook(this.known, {
        formulas: depth === "edited" && touched ? touched : "all",
        rules: depth === "rules" || rulesDue,
      });
      if (!read) this.forget();
      else {
        this.known = read.known;
        this.titles = read.known.titles;
        this.isManual = read.known.isManual;
        this.fresh = heard === this.heard ? read : null;
      }
      return read;
    } catch (error) {
      this.forget();
      throw told(error);
    }
  }

  private forget(): void {
    this.known = null;
    this.fresh = null;
    this.touched = null;
    this.rulesDue = true;
  }
}
