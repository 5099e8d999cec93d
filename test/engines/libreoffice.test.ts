/** Random workbooks, and one at each step of an audit, recalculated by LibreOffice, give what the core gives. */

import { describe, expect, it } from "vitest";
import { howMany } from "../plan/how-many.ts";
import { disagreements, engineFor, workbooks } from "./agreement.ts";
import { convertWithLibreOffice, skipsWithout } from "./programs.ts";

describe.skipIf(skipsWithout("soffice"))("the sheet's formulas in LibreOffice", () => {
  const all = workbooks(howMany(60, 300));
  const { files, out, path } = engineFor(all);

  it("agree with the core", () => {
    convertWithLibreOffice(files, out, "xlsx", path("profile"));
    expect(disagreements(all, out)).toEqual({});
  });
});
