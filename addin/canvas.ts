/** The ranges of a sheet that is being drawn. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/port.ts";
import { addresses } from "./areas.ts";

/** Ranges of one sheet; one that is asked for again costs nothing more in the request. */
export class Canvas {
  readonly sheet: Excel.Worksheet;
  private readonly single = new Map<string, Excel.Range>();
  private readonly several = new Map<string, Excel.RangeAreas>();

  constructor(sheet: Excel.Worksheet) {
    this.sheet = sheet;
  }

  range(area: Area): Excel.Range {
    const address = areaAddress(area);
    const range = this.single.get(address) ?? this.sheet.getRange(address);
    this.single.set(address, range);
    return range;
  }

  areas(address: string): Excel.RangeAreas {
    const areas = this.several.get(address) ?? this.sheet.getRanges(address);
    this.several.set(address, areas);
    return areas;
  }

  formats(areas: readonly Area[]): Excel.RangeFormat[] {
    const [only] = areas;
    if (only && areas.length === 1) return [this.range(only).format];
    return addresses(areas).map((address) => this.areas(address).format);
  }
}
