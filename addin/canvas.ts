/** The ranges of a sheet that is being drawn. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/port.ts";
import { addresses } from "./areas.ts";
import type { Manner } from "./manner.ts";

/** Ranges of one sheet; one that is asked for again costs nothing more in the request. */
export class Canvas {
  readonly sheet: Excel.Worksheet;
  readonly manner: Manner;
  private readonly single = new Map<string, Excel.Range>();
  private readonly several = new Map<string, Excel.RangeAreas>();

  constructor(sheet: Excel.Worksheet, manner: Manner) {
    this.sheet = sheet;
    this.manner = manner;
  }

  range(area: Area): Excel.Range {
    const address = areaAddress(area);
    const range = this.single.get(address) ?? this.sheet.getRange(address);
    this.single.set(address, range);
    return range;
  }

  /** As few objects as the length of an address allows. */
  areas(areas: readonly Area[]): Excel.RangeAreas[] {
    return addresses(areas, this.manner.separator).map((address) => this.at(address));
  }

  /** As one object, for what counts from the first of its areas. */
  together(areas: readonly Area[]): Excel.RangeAreas {
    return this.at(areas.map((area) => areaAddress(area)).join(this.manner.separator));
  }

  private at(address: string): Excel.RangeAreas {
    const areas = this.several.get(address) ?? this.sheet.getRanges(address);
    this.several.set(address, areas);
    return areas;
  }

  formats(areas: readonly Area[]): Excel.RangeFormat[] {
    const [only] = areas;
    if (only && areas.length === 1) return [this.range(only).format];
    return this.areas(areas).map(({ format }) => format);
  }
}
