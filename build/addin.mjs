/** Builds the add-in's web files and its manifest into `dist/addin/`. */

import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
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
  const shipped = { ...BROWSER, minify: true, outdir: out, legalComments: "eof" };
  const reference = await packedReference();
  await build({
    ...shipped,
    entryPoints: { taskpane: "addin/main.ts" },
    format: "iife",
    plugins: [withoutDrawing(reference)],
  });
  await build({ ...shipped, entryPoints: { make: "addin/make.ts" }, format: "esm" });
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

/**
 * The panel reads workbooks; what draws them is a script of its own, which it loads when a checklist is made.
 * Where the core looks up how a new workbook would be, the panel gets names and formulas from a pack.
 */
function withoutDrawing(reference) {
  return {
    name: "without-drawing",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir, kind }) => {
        if (kind === "entry-point") return null;
        if (kind === "dynamic-import" && path === "./make.ts")
          return { path: "./make.js", external: true };
        const looksUp = /core\/workbook\/(?:checking|change)\.ts$/.test(
          importer.replaceAll("\\", "/"),
        );
        if (looksUp && path === "./blueprint.ts")
          return { path: "reference", namespace: "packed", sideEffects: false };
        // Only the entry does anything by being loaded.
        return { path: resolve(resolveDir, path), sideEffects: false };
      });
      builder.onLoad({ filter: /.*/, namespace: "packed" }, () => ({
        contents: `
          import { unpackReference } from "./addin/reference.ts";
          const PACK = ${JSON.stringify(reference)};
          export const blankInputs = () => null;
          export const blueprint = () => unpackReference(PACK);
        `,
        resolveDir: process.cwd(),
        loader: "js",
      }));
    },
  };
}

/** Runs the core to see how a new workbook is. */
async function packedReference() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { blankInputs, blueprint } from "./core/workbook/blueprint.ts";
        import { packReference } from "./addin/reference.ts";
        export default packReference(blueprint(blankInputs()));
      `,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "warning",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).default;
}
