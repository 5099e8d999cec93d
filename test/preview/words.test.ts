/** Univer shows the name of a word where it has none: every word that its code asks for has to be there. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { WORDS } from "../../preview/grid/words.ts";

const ROOT = new URL("../../", import.meta.url);
const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as {
  devDependencies: Record<string, string>;
};
const PACKAGES = Object.keys(devDependencies).filter((name) => name.startsWith("@univerjs/"));
/** Of menus and kinds of input that the grid does not have. */
const UNUSED =
  /^(ui\.ribbon\.menu|sheets-ui\.(merge|filter)\.|sheets-ui\.info\.forceStringInfo$|data-validation\.operators\.legal)/;

function wordAt(path: string): unknown {
  let at: unknown = WORDS;
  for (const key of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[key];
  return at;
}

describe("the grid's words", () => {
  it("are all there", () => {
    const asked = PACKAGES.flatMap((name) => {
      const code = readFileSync(new URL(`node_modules/${name}/lib/es/index.js`, ROOT), "utf8");
      return [...code.matchAll(/\.t\("([a-z][\w-]+\.[\w.-]+)"/g)].map((found) => found[1] ?? "");
    });
    expect(asked.length).toBeGreaterThan(200);
    const lost = [...new Set(asked)].filter(
      (path) => typeof wordAt(path) !== "string" && !UNUSED.test(path),
    );
    expect(lost).toEqual([]);
  });
});
