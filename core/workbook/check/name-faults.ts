/** Names that cover a part of their column, or point at another one. */

import { areaAddress } from "../a1.ts";
import { CALCULATED, INPUTS, inputNamed } from "../fields.ts";
import { type Look, rule } from "./rule.ts";

const ESSENTIAL: ReadonlySet<string> = new Set(
  [...INPUTS, ...CALCULATED].flatMap(({ name, essential }) => (essential ? [name] : [])),
);

export const faultyNames = rule({
  severity: { nameCut: "error", nameElsewhere: "error" },
  *check({ names }) {
    for (const fault of names.faults) {
      const { name } = fault;
      const common = {
        name,
        isInput: inputNamed(name) !== null,
        reference: referenceFor(names, name),
      };
      const severity = ESSENTIAL.has(name) ? "error" : "warning";
      if (fault.is === "cut") {
        const values = { ...common, covers: fault.covers, rows: fault.rows };
        yield { code: "nameCut", place: null, values, severity };
      } else {
        const values = { ...common, header: fault.header };
        yield { code: "nameElsewhere", place: null, values, severity };
      }
    }
  },
});

/** Where the name belongs, as a name manager takes it; null where nobody knows. */
export function referenceFor({ belongs }: Look["names"], name: string): string | null {
  const area = belongs(name);
  if (area === null) return null;
  const sheet = /^\w+$/.test(area.sheet) ? area.sheet : `'${area.sheet.replace(/'/g, "''")}'`;
  return `=${sheet}!${areaAddress(area, true)}`;
}
