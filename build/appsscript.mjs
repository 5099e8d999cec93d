/** Bundles the Google Sheets add-on into the three kinds of file that clasp pushes. */

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SERVER = "appsscript/server/main.ts";
const TRIGGERS = "appsscript/server/triggers.ts";
/** Before everything else, also before packages. */
const LANGUAGE = "appsscript/server/language.ts";
const SIDEBAR = ["appsscript/sidebar/main.ts", "appsscript/sidebar/sidebar.css"];
const GLOBAL = "MspChecklist";
const LOADED = "loadedChecklist_";
const LOAD = "loadChecklist_";

/** Writes `Code.js`, `sidebar.html` and `appsscript.json`; `out` is made where it is missing. */
export async function buildAppsScript(out = "dist/appsscript") {
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/Code.js`, await serverCode());
  await writeFile(`${out}/sidebar.html`, await sidebarPage());
  await copyFile("appsscript/appsscript.json", `${out}/appsscript.json`);
}

/**
 * Google calls only functions that stand at the top of a script, and a bundle hides its own: each export gets
 * one that passes the call on. Google reads the whole script for every call, also for each edit anywhere in a
 * spreadsheet, so that all but the triggers runs only once it is asked for. A name that ends in an underscore is
 * nobody's to call.
 */
async function serverCode() {
  const common = {
    bundle: true,
    write: false,
    target: "es2019",
    platform: "neutral",
    charset: "ascii",
    legalComments: "none",
    minifySyntax: true,
    logLevel: "warning",
  };
  const rest = { ...common, entryPoints: [SERVER], inject: [LANGUAGE] };
  const triggers = { ...common, entryPoints: [TRIGGERS] };
  const text = async (options, globalName) => {
    const { outputFiles } = await build({ ...options, format: "iife", globalName });
    return outputFiles[0].text;
  };
  const pass = async (options, call) => {
    // Only a module keeps the list of its exports.
    const { metafile } = await build({ ...options, format: "esm", metafile: true });
    const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
    return names
      .filter((name) => !name.endsWith("_"))
      .sort()
      .map((name) => `function ${name}() { return ${call(name)}; }\n`)
      .join("");
  };
  return [
    await text(triggers, "MspTriggers"),
    `var ${LOADED} = null;\n`,
    `function ${LOAD}() {\n  if (${LOADED}) return ${LOADED};\n`,
    await text(rest, GLOBAL),
    `  return ${LOADED} = ${GLOBAL};\n}\n`,
    await pass(triggers, (name) => `MspTriggers.${name}(arguments[0], ${LOAD})`),
    await pass(rest, (name) => `${LOAD}().${name}.apply(this, arguments)`),
  ].join("");
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
