/** Places of defined names, as Excel on Windows writes them in the user's style and language. */

import { expect, it } from "vitest";
import { parseReference } from "../../addin/read.ts";

it.each([
  ["English", "R5C8:R101C8"],
  ["German", "Z5S8:Z101S8"],
  ["French", "L5C8:L101C8"],
  ["Spanish", "F5C8:F101C8"],
  ["Dutch", "R5K8:R101K8"],
  ["Hungarian", "S5O8:S101O8"],
  ["A1", "$H$5:$H$101"],
])("a name's reference in R1C1 is the same cells: %s", (_, reference) => {
  const sheets = new Map([["aws services", "{1}"]]);
  expect(parseReference(`='AWS Services'!${reference}`, sheets)).toEqual({
    sheetId: "{1}",
    area: { row: 5, column: 8, rows: 97, columns: 1 },
  });
});

it.each(["#REF!", "#BEZUG!", "R[1]C8", "ZS", "R0C1", "R5C8:Z6S9", "R5C16385", "H5:R9C9"])(
  "what is no place of cells is none: %s",
  (reference) => {
    const sheets = new Map([["checklist", "{1}"]]);
    expect(parseReference(`=Checklist!${reference}`, sheets)).toBeNull();
  },
);
