/** A workbook has the same bytes wherever it is made: in Node, in a browser, and where there is only the language. */

import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { launch } from "../chromium/launch.ts";

/** Characters of every length in UTF-8, half a character, and one that XML cannot hold. */
const PARTNER = "Kestrel é “€” 🦅🏔 \ud83d half \u0001 <&>";
const bytes = drawBlueprint(
  blueprint(checklist31, { ...blankInputs(checklist31), partner: PARTNER }),
);

/** `make()` in the language of 2019, with nothing around it. */
let script = "";

beforeAll(() => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { checklist31 } from "./core/checklist/v3.1/checklist.ts";
        import { blankInputs, blueprint } from "./core/workbook/draw/blueprint.ts";
        import { drawBlueprint } from "./xlsx/draw.ts";
        export const make = () =>
          Array.from(drawBlueprint(blueprint(checklist31, { ...blankInputs(checklist31), partner: ${JSON.stringify(PARTNER)} })));
      `,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "writer",
    platform: "neutral",
    target: "es2019",
    charset: "ascii",
  });
  script = outputFiles[0]?.text ?? "";
});

/** Not `toEqual` on the arrays: a difference would be shown byte by byte. */
function expectSame(made: readonly number[]): void {
  expect(made.length).toBe(bytes.length);
  expect(made.findIndex((byte, index) => byte !== bytes[index])).toBe(-1);
}

describe("the bytes of a new workbook", () => {
  it("are the same where nothing but the language exists", () => {
    const bare = createContext({});
    for (const absent of ["TextEncoder", "setTimeout", "CompressionStream", "Buffer", "process"]) {
      expect(runInContext(`typeof ${absent}`, bare)).toBe("undefined");
    }
    runInContext(script, bare);
    expectSame(JSON.parse(runInContext("JSON.stringify(writer.make())", bare)));
  });

  it("are the same in Chromium", async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      expectSame(await page.evaluate<number[]>("writer.make()"));
    } finally {
      await browser.close();
    }
  });
});
