/** Builds the add-in's web files and its manifest into `dist/addin/`. */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";
import { buildScripts } from "./addin-scripts.mjs";

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

/**
 * `url`: where the web files will be served, https. `id`: whose add-in it is; two that are installed beside each other
 * need one each. Scripts and styles are named by their content, and those of earlier builds stay: pages that are kept
 * somewhere still ask for them.
 */
export async function buildAddin(
  url = process.env.ADDIN_URL ?? PLACEHOLDER,
  out = "dist/addin",
  id = process.env.ADDIN_ID,
) {
  const address = url.replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"<>&]+$/.test(address))
    throw new Error(`ADDIN_URL is no https address: ${url}`);
  if (id !== undefined && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new Error(`ADDIN_ID is no GUID: ${id}`);
  await mkdir(`${out}/assets`, { recursive: true });
  const shipped = { ...BROWSER, minify: true, legalComments: "eof" };
  const { editions, originals } = await packed();
  const pane = await buildScripts({
    out,
    options: shipped,
    inPane: { PACKED_EDITIONS: JSON.stringify(editions) },
    inParts: { PACKED_ORIGINALS: JSON.stringify(originals) },
  });
  const { metafile } = await build({
    ...shipped,
    entryPoints: [
      "addin/taskpane.css",
      "panel/styles/contrast.css",
      "addin/help.css",
      "addin/save.ts",
    ],
    entryNames: "[name]-[hash]",
    outdir: out,
    format: "iife",
    metafile: true,
  });
  // As the pages name them.
  const names = new Map([["taskpane.js", pane]]);
  for (const file of Object.keys(metafile.outputs).map((path) => basename(path)))
    names.set(file.replace(/-[^-.]+\./, "."), file);
  const pages = await Promise.all(
    ["taskpane.html", "help.html", "save.html"].map(async (page) => {
      const text = await readFile(`addin/${page}`, "utf8");
      const bare = text.replace(/<!--[\s\S]*?-->/g, "").replace(/\n\s*/g, "\n");
      return [page, bare.replace(/(?<=(?:src|href)=")[\w.]+(?=")/g, (name) => names.get(name))];
    }),
  );
  const version = await packageVersion();
  const built = hashOf(pages.map(([, text]) => text).join(""));
  for (const [page, text] of pages)
    await writeFile(`${out}/${page}`, text.replace("<html", `<html data-build="${built}"`));
  // What a page that was kept somewhere compares itself with.
  await writeFile(`${out}/version.json`, `${JSON.stringify({ version, build: built })}\n`);
  await writeManifest({ address, out, id, version });
}

/** With an address for each icon that is another when the icon is: Office keeps icons by their addresses. */
async function writeManifest({ address, out, id, version }) {
  const icons = new Map();
  for (const file of await readdir("addin/assets")) {
    if (!file.endsWith(".png")) continue;
    await copyFile(`addin/assets/${file}`, `${out}/assets/${file}`);
    icons.set(file, hashOf(await readFile(`addin/assets/${file}`)));
  }
  const manifest = await readFile("manifest.xml", "utf8");
  const [comment = ""] = /<!--[\s\S]*?-->\n/.exec(manifest) ?? [];
  await writeFile(
    `${out}/manifest.xml`,
    manifest
      .replace(comment, "")
      .replace(/(?<=<Id>)[^<]+/, (own) => id ?? own)
      // Office takes new icons and texts of the ribbon with a higher version only.
      .replace(/(?<=<Version>)[^<]+/, `${version}.0`)
      .replace(/(?<=assets\/)[\w-]+\.png/g, (icon) => `${icon}?v=${icons.get(icon)}`)
      .replaceAll(PLACEHOLDER, address),
  );
}

async function packageVersion() {
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  return version;
}

const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** What the panel knows of each checklist before anything else has come, and what its checks compare with later. */
async function packed() {
  const { default: made } = await loaded(`
    import { BUILT_IN } from "./core/checklist/built-in.ts";
    import { blankInputs, blueprint } from "./core/workbook/draw/blueprint.ts";
    import { COMPARED } from "./core/workbook/check/calculated.ts";
    import { DISPLAYED } from "./core/workbook/check/displays.ts";
    import { packEdition } from "./addin/pack.ts";
    import { packOriginal } from "./addin/pack-original.ts";
    const original = (checklist) =>
      packOriginal(checklist, blueprint(checklist, blankInputs(checklist)), COMPARED, DISPLAYED);
    export default { editions: BUILT_IN.map(packEdition), originals: BUILT_IN.map(original) };
  `);
  return made;
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
