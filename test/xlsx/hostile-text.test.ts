/** Whatever a person types into a checklist, the file stays sound and gives it back. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { SheetPlan } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { headerText } from "../../xlsx/page.ts";
import { Parts } from "../../xlsx/parts.ts";
import { newXlsx } from "../../xlsx/workbook.ts";
import { walk } from "../../xlsx/xml.ts";
import { planWith, read } from "./texts.ts";
import { expectSound } from "./validate.ts";

const HOSTILE = [
  "\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085",
  "\ud800",
  "\udfff\ud800",
  "_x000D_",
  "_x005F_x000D_",
  "_x005f__x0041_",
  "_",
  "\r",
  "\r\n",
  "\n",
  "\t",
  "  ",
  "=1+1",
  "=",
  "+1",
  "-1",
  "@SUM(A1)",
  "'quoted",
  "]]>",
  "<![CDATA[",
  "<!DOCTYPE x>",
  "&amp;&<>\"'",
  "\u2028\ufeff\ufffe\uffff",
  "🦅",
  "$&$1",
  "007",
  "1e5",
  "#REF!",
  "TRUE",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), { maxLength: 6 })
  .map((pieces) => pieces.join(""));

/** Halves of characters are no text in UTF-8; what else was typed comes back. */
const kept = (typed: string): string => typed.replace(/[\ud800-\udfff]/gu, "\ufffd");

describe("texts of all kinds", () => {
  it("come back as typed, from cells and from results", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.array(text, { minLength: 1, maxLength: 12 }),
        (texts, results) => {
          const bytes = drawBlueprint(planWith(texts, results));
          expect(read(bytes, "Evidence").slice(0, texts.length)).toEqual(
            texts.map((typed) => (typed === "" ? null : kept(typed))),
          );
          expect(read(bytes, "Self_Points").slice(0, results.length)).toEqual(results.map(kept));
        },
      ),
    );
  });

  it("leave a sound file, also in headers, prompts, and the title", async () => {
    const all = HOSTILE.join(" ");
    const plan = planWith([...HOSTILE, all], [...HOSTILE, all]);
    const [overview, ...others] = plan.sheets as [SheetPlan, ...SheetPlan[]];
    const header = { left: [all], right: ["Page ", { field: "page" } as const] };
    const prompt = { title: "\u0001<\ud800\n&>", message: all.slice(0, 250) };
    const sheet: SheetPlan = {
      ...overview,
      page: { ...overview.page, header, footer: header },
      inputs: overview.inputs.map((rule) => ({ ...rule, prompt })),
    };
    const bytes = drawBlueprint({ ...plan, title: all, sheets: [sheet, ...others] });
    await expectSound(bytes);
    const parts = new Parts(bytes);
    for (const name of parts.names) walk(parts.text(name), name, {});
    expect(headerText(header)).not.toMatch(/[\u0000-\u001f]/);
  });

  it("may be as long as a cell holds, and no longer", async () => {
    const longest = `${"é\n".repeat(16_383)}a`;
    const bytes = drawBlueprint(planWith([longest]));
    expect(read(bytes, "Evidence")).toEqual([longest]);
    await expectSound(bytes);
    const book = newXlsx(EDITIONS);
    expect(() => book.build(planWith(["short", `${longest}b`]))).toThrow(
      /cell Data!A2 has 32768 characters; a cell holds 32767/,
    );
    // Nothing was half built.
    expect(book.snapshot()).toBeNull();
  });
});
