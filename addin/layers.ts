/** Painting one property over a sheet in few strokes: wide ones first, then what differs over them. */

import { keysIn } from "../core/workbook/area.ts";
import type { Area } from "../core/workbook/port.ts";
import { addresses, cover } from "./areas.ts";

export interface Layer<T> {
  readonly value: T;
  readonly areas: readonly Area[];
}

export interface Ground<T> {
  /** Where strokes may go. */
  readonly whole: Area;
  /** What a cell shows before the first stroke. */
  readonly shows: (key: number) => T;
  /** Whether cells that want nothing may show anything. */
  readonly spills: boolean;
  /** Whether what a cell showed at first can be painted again. */
  readonly repaints: boolean;
}

/** About what one more object with a property costs in a request, in characters of an address. */
const OBJECT_COST = 400;
/** Orders of more values than these are not all tried. */
const MOST_TRIED = 4;

/**
 * Layers, in the order in which they have to be drawn, after which every cell shows what it wants. A stroke may
 * run over cells that a later one paints.
 */
export function layersOf<T>(cells: ReadonlyMap<number, T>, ground: Ground<T>): Layer<T>[] {
  const wrong = new Set<T>();
  for (const [key, wanted] of cells) if (ground.shows(key) !== wanted) wrong.add(wanted);
  if (wrong.size === 0) return [];
  const values = commonestFirst(cells.values());
  const needed = values.filter((value) => wrong.has(value));
  // One that all its cells show already may be worth painting again, once long strokes ran over some of them.
  const shown = values.find((value) => !wrong.has(value));
  let best: Layer<T>[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders(needed)) {
    const tried = [order];
    if (shown !== undefined && ground.repaints)
      for (let at = 1; at <= order.length; at += 1)
        tried.push([...order.slice(0, at), shown, ...order.slice(at)]);
    for (const one of tried) {
      const layers = inOrder(one, cells, ground);
      const cost = layers.reduce((sum, layer) => sum + costOf(layer), 0);
      if (cost < least) [best, least] = [layers, cost];
    }
  }
  return best;
}

export function commonestFirst<T>(all: Iterable<T>): T[] {
  const counts = new Map<T, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** About what drawing a layer adds to a request. */
export const costOf = <T>({ areas }: Layer<T>): number =>
  addresses(areas).reduce((sum, address) => sum + OBJECT_COST + address.length, 0);

function* orders<T>(values: readonly T[]): Iterable<readonly T[]> {
  if (values.length < 2 || values.length > MOST_TRIED) {
    yield values;
    return;
  }
  for (const [index, first] of values.entries()) {
    const others = values.filter((_, other) => other !== index);
    for (const rest of orders(others)) yield [first, ...rest];
  }
}

function inOrder<T>(
  order: readonly T[],
  cells: ReadonlyMap<number, T>,
  { whole, shows, spills }: Ground<T>,
): Layer<T>[] {
  const place = new Map(order.map((value, index) => [value, index]));
  const painted = new Map<number, T>();
  const layers: Layer<T>[] = [];
  for (const [index, value] of order.entries()) {
    const mayPaint = (key: number): boolean => {
      const wanted = cells.get(key);
      if (wanted === undefined) return spills;
      return wanted === value || (place.get(wanted) ?? -1) > index;
    };
    const wanting: number[] = [];
    for (const [key, wanted] of cells) {
      if (wanted === value && (painted.get(key) ?? shows(key)) !== value) wanting.push(key);
    }
    if (wanting.length === 0) continue;
    const areas = cover(wanting, mayPaint, whole);
    for (const area of areas) for (const key of keysIn(area)) painted.set(key, value);
    layers.push({ value, areas });
  }
  return layers;
}
