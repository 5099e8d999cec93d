/** Random workbooks, and one at each step of an audit, recalculated by Gnumeric, give what the core gives. */

import { describe, expect, it } from "vitest";
import { howMany } from "../plan/how-many.ts";
import { disagreements, engineFor, workbooks } from "./agreement.ts";
import { recalculateWithGnumeric, skipsWithout } from "./programs.ts";

describe.skipIf(skipsWithout("ssconvert"))("the sheet's formulas in Gnumeric", () => {
  const all = workbooks(howMany(60, 300));
  const { files, out } = engineFor(all);

  it("agree with the core", async () => {
    await recalculateWithGnumeric(files, out);
    expect(disagreements(all, out)).toEqual({});
  });
});
