/** What Excel refuses is told as what happened and what to do, and headers print what was meant. */

import { describe, expect, it } from "vitest";
import { told } from "../../addin/failure.ts";
import { headerCode } from "../../addin/page.ts";

describe("a failure of Excel's", () => {
  it.each([
    ["InvalidOperationInCellEditMode", /editing a cell\. Press Enter/],
    ["AccessDenied", /protected with a password or the workbook is read-only/],
    ["ItemNotFound", /was there and is gone/],
    ["ApiNotFound", /too old for the panel/],
    ["ApiNotAvailable", /too old for the panel/],
    ["ConnectionFailure", /lost its connection/],
    ["NetworkProblem", /lost its connection/],
    ["ActivityLimitReached", /Excel is busy/],
    ["HostRestartNeeded", /Excel is busy/],
    ["ServiceUnavailable", /Excel is busy/],
    ["Timeout", /Excel is busy/],
    ["RequestPayloadSizeLimitExceeded", /more than Excel passes to an add-in/],
    ["ResponsePayloadSizeLimitExceeded", /more than Excel passes to an add-in/],
    ["GeneralException", /could not do that \(GeneralException\)/],
  ])("%s has its sentence, and stays attached", (code, sentence) => {
    const error = { code };
    const failure = told(error);
    expect(failure.message).toMatch(sentence);
    expect(failure).toMatchObject({ name: "HostError", cause: error });
    expect(told(failure)).toBe(failure);
  });

  it("that has no code is named by its kind", () => {
    expect(told(new RangeError("x")).message).toContain("(RangeError)");
    expect(told("x").message).toContain("(unknown)");
  });
});

describe("a header", () => {
  it("keeps a digit apart from the code of its side, and prints its ampersands", () => {
    expect(headerCode(["3M & Co"])).toBe(" 3M && Co");
    expect(headerCode(["Page ", { field: "page" }, " of ", { field: "pages" }])).toBe(
      "Page &P of &N",
    );
    expect(headerCode(["Kestrel 3"])).toBe("Kestrel 3");
    expect(headerCode(["Two\r\nlines"])).toBe("Two lines");
  });
});
