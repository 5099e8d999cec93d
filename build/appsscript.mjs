/** Bundles the Google Sheets add-on into the three kinds of file that clasp pushes. */

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SERVER = "appsscript/server/main.ts";
/** Before everything else, also before packages. */
const LANGUAGE = "appsscript/server/language.ts";
const SIDEBAR = ["appsscript/sidebar/main.ts", "appsscript/sidebar/sidebar.css"];
const GLOBAL = "MspChecklist";

/** Writes `Code.js`, `sidebar.html` and `appsscript.json`; `out` is made where it is missing. */
export async function buildAppsScript(out = "dist/appsscript") {
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/Code.js`, await serverCode());
  await writeFile(`${out}/sidebar.html`, await sidebarPage());
  await copyFile("appsscript/appsscript.json", `${out}/appsscript.json`);
}

/**
 * Google calls only functions that stand at the top of a script, and a bundle hides its own: each export gets
 * one that passes the call on.
 */
async function serverCode() {
  const common = {
    entryPoints: [SERVER],
    inject: [LANGUAGE],
    bundle: true,
    write: false,
    target: "es2019",
    platform: "neutral",
    charset: "ascii",
    legalComments: "none",
    minifySyntax: true,
    logLevel: "warning",
  };
  const bundled = await build({ ...common, format: "iife", globalName: GLOBAL });
  // Only a module keeps the list of its exports.
  const { metafile } = await build({ ...common, format: "esm", metafile: true });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const functions = names
    .sort()
    .map((name) => `function ${name}() { return ${GLOBAL}.${name}.apply(this, arguments); }`);
  return `${bundled.outputFiles[0].text}\n${functions.join("\n")}\n`;
}

/** One page without a single request: HtmlService serves nothing beside it. */
async function sidebarPage() {
  const { outputFiles } = await build({
    entryPoints: SIDEBAR,
    outdir: "sidebar",
    bundle: true,
    write: false,
    target: "es2020",
    format: "iife",
    charset: "ascii",
    legalComments: "none",
    minifySyntax: true,
    // Packages' comments hold what HtmlService might misread.
    minifyWhitespace: true,
    logLevel: "warning",
    // HtmlService takes // and /* inside template literals for comments and drops what follows.
    supported: { "template-literal": false },
  });
  const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  const script = text(".js")
    .replace(/<\/(script)/gi, "<\\/$1")
    .replace(/<!--/g, "<\\!--");
  const page = await readFile("appsscript/sidebar/sidebar.html", "utf8");
  return page.replace("/* styles */", () => text(".css")).replace("/* script */", () => script);
}

if (import.meta.url === `file://${process.argv[1]}`) await buildAppsScript();
