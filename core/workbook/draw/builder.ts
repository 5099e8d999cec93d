/** Collects one sheet of the blueprint cell by cell. */

import { cellKey } from "../area.ts";
import type {
  Area,
  BlueprintCell,
  CellValue,
  ColorRule,
  InputRule,
  NamePlan,
  PagePlan,
  ShareBar,
  SheetPlan,
} from "../port.ts";
import { TALLEST_POINTS } from "./measure.ts";
import type { StyleName } from "./styles.ts";

export class SheetBuilder {
  readonly sheet: string;
  readonly names: NamePlan[] = [];
  readonly inputs: InputRule[] = [];
  readonly colors: ColorRule[] = [];
  readonly bars: ShareBar[] = [];
  readonly rowHeights = new Map<number, number>();
  /** By place: a cell that is put again replaces what stood there. */
  private readonly cells = new Map<number, BlueprintCell>();

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  /** A constant; null draws an empty cell with its style. */
  put(row: number, column: number, value: CellValue, style: StyleName, link?: string): void {
    this.place({ row, column, value, style, ...(link === undefined ? {} : { link }) });
  }

  /** A formula with the result that the core computed for it; a null result shows as empty text. */
  calc(row: number, column: number, formula: string, result: CellValue, style: StyleName): void {
    this.place({ row, column, formula, value: result ?? "", style });
  }

  private place(cell: BlueprintCell): void {
    this.cells.set(cellKey(cell.row, cell.column), cell);
  }

  fill(row: number, column: number, columns: number, style: StyleName): void {
    for (let offset = 0; offset < columns; offset += 1) this.put(row, column + offset, null, style);
  }

  name(name: string, where: Area): void {
    this.names.push({ name, sheet: this.sheet, area: where });
  }

  color(
    areas: readonly Area[],
    formula: string,
    style: ColorRule["style"],
    stop: boolean = false,
  ): void {
    this.colors.push({ areas, formula, style, ...(stop ? { stop } : {}) });
  }

  plan(rest: {
    readonly visibility?: SheetPlan["visibility"];
    readonly tabColor?: string | null;
    readonly widths: readonly number[];
    readonly hiddenColumns?: (column: number) => boolean;
    readonly freeze?: SheetPlan["freeze"];
    readonly filter?: Area | null;
    readonly page: PagePlan;
  }): SheetPlan {
    return {
      name: this.sheet,
      visibility: rest.visibility ?? "visible",
      tabColor: rest.tabColor ?? null,
      columns: rest.widths.map((width, index) => ({
        width,
        hidden: rest.hiddenColumns?.(index + 1) ?? false,
      })),
      rowHeights: new Map(
        [...this.rowHeights].map(([row, points]) => [row, Math.min(points, TALLEST_POINTS)]),
      ),
      cells: [...this.cells.values()],
      unlocked: [],
      inputs: this.inputs,
      colors: this.colors,
      bars: this.bars,
      freeze: rest.freeze ?? null,
      filter: rest.filter ?? null,
      page: rest.page,
    };
  }
}
