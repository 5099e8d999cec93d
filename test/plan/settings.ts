/** What a host can be set to (locale, style of references, version of the checklist): some of it each time, all in the long run. */

import { howMany } from "./how-many.ts";

export type Axes = Readonly<Record<string, readonly unknown[]>>;
export type Setting<A extends Axes> = { readonly [K in keyof A]: A[K][number] };

/** Faults sit in one value, or where two meet; more than two at a time are left to the long run. */
export function settings<A extends Axes>(axes: A): readonly Setting<A>[] {
  return howMany(1, 2) === 1 ? pairwise(axes) : product(axes);
}

export function product<A extends Axes>(axes: A): readonly Setting<A>[] {
  let all: object[] = [{}];
  for (const [axis, values] of Object.entries(axes)) {
    all = all.flatMap((begun) => values.map((value) => ({ ...begun, [axis]: value })));
  }
  return all as Setting<A>[];
}

/** The fewest settings, or nearly so, in which every two values of different axes meet. */
export function pairwise<A extends Axes>(axes: A): readonly Setting<A>[] {
  const all = product(axes);
  const pairsOf = (setting: Setting<A>): string[] => {
    const places = Object.entries(axes).map(
      ([axis, values]) => `${axis} ${values.indexOf(setting[axis])}`,
    );
    return places.flatMap((one, index) =>
      places.slice(index).map((other) => (one === other ? one : `${one}, ${other}`)),
    );
  };
  const open = new Set(all.flatMap(pairsOf));
  const chosen: Setting<A>[] = [];
  while (open.size > 0) {
    const brings = all.map((setting) => pairsOf(setting).filter((pair) => open.has(pair)).length);
    const best = all[brings.indexOf(Math.max(...brings))];
    if (best === undefined) break;
    for (const pair of pairsOf(best)) open.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
