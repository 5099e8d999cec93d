/** Builds the add-in's web files and its manifest into `dist/addin/`. */

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { build } from "esbuild";

const PLACEHOLDER = "https://localhost:3000";
/** The web views of Excel on Windows, Mac and the web. */
const TARGET = ["chrome100", "safari15"];
const BROWSER = {
  bundle: true,
  platform: "browser",
  target: TARGET,
  charset: "utf8",
  logLevel: "warning",
};

/** `url`: where the web files will be served, https. */
export async function buildAddin(url = process.env.ADDIN_URL ?? PLACEHOLDER, out = "dist/addin") {
  const address = url.replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"<>&]+$/.test(address))
    throw new Error(`ADDIN_URL is no https address: ${url}`);
  await mkdir(`${out}/assets`, { recursive: true });
  // Parts are named by their content: those of an earlier build would stay for ever.
  for (const file of await readdir(out)) if (file.endsWith(".js")) await rm(`${out}/${file}`);
  const shipped = { ...BROWSER, minify: true, outdir: out, legalComments: "eof" };
  const parts = new Set();
  await build({
    ...shipped,
    entryPoints: { taskpane: "addin/main.ts" },
    format: "iife",
    define: { PACKED_EDITIONS: JSON.stringify(await packedEditions()) },
    plugins: [partsApart(parts)],
  });
  await build({
    ...shipped,
    entryPoints: Object.fromEntries([...parts].map((path) => [partName(path), path])),
    chunkNames: "part-[hash]",
    format: "esm",
    splitting: true,
  });
  await build({
    ...shipped,
    entryPoints: { taskpane: "addin/taskpane.css", help: "addin/help.css" },
  });
  for (const page of ["taskpane.html", "help.html"])
    await copyFile(`addin/${page}`, `${out}/${page}`);
  for (const file of await readdir("addin/assets")) {
    if (file.endsWith(".png")) await copyFile(`addin/assets/${file}`, `${out}/assets/${file}`);
  }
  const manifest = await readFile("manifest.xml", "utf8");
  const [comment = ""] = /<!--[\s\S]*?-->\n/.exec(manifest) ?? [];
  await writeFile(
    `${out}/manifest.xml`,
    manifest.replace(comment, "").replaceAll(PLACEHOLDER, address),
  );
}

/** `panel/steps/page.ts` becomes `panel-steps-page`. */
const partName = (path) => path.replace(/\.ts$/, "").replaceAll("/", "-");

/**
 * What is loaded before the panel is on the screen is the panel and what reads workbooks. All that the code asks
 * for by `import()` is a script of its own, loaded when it is asked for.
 */
function partsApart(parts) {
  const own = (path) => relative(process.cwd(), path).replaceAll("\\", "/");
  return {
    name: "parts-apart",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        if (kind === "entry-point") return null;
        const file = resolve(resolveDir, path);
        if (kind === "dynamic-import") {
          parts.add(own(file));
          return { path: `./${partName(own(file))}.js`, external: true };
        }
        // Only the entry does anything by being loaded.
        return { path: file, sideEffects: false };
      });
    },
  };
}

/** What the panel knows of each checklist before anything else has come: rules, titles, names and formulas. */
async function packedEditions() {
  const { default: editions } = await loaded(`
    import { BUILT_IN } from "./core/checklist/built-in.ts";
    import { blankInputs, blueprint } from "./core/workbook/draw/blueprint.ts";
    import { COMPARED } from "./core/workbook/check/calculated.ts";
    import { DISPLAYED } from "./core/workbook/check/displays.ts";
    import { packEdition } from "./addin/pack.ts";
    export default BUILT_IN.map((checklist) =>
      packEdition(checklist, blueprint(checklist, blankInputs(checklist)), COMPARED, DISPLAYED),
    );
  `);
  return editions;
}

/** What a piece of the project's own code exports. */
async function loaded(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "warning",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
