/** Builds everything that ships into `dist/`, and with `--bench` or `--mutants` what measures it. */

import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { buildAddin } from "./build/addin.mjs";
import { buildAppsScript } from "./build/appsscript.mjs";
import { buildNode } from "./build/node.mjs";
import { buildPreview } from "./build/preview.mjs";

const { version } = JSON.parse(await readFile("package.json", "utf8"));
// Of the add-in nothing is taken away: pages that are kept somewhere ask for the scripts of earlier builds.
await mkdir("dist", { recursive: true });
for (const entry of await readdir("dist"))
  if (entry !== "addin") await rm(`dist/${entry}`, { recursive: true, force: true });

await buildNode("cli", "cli/main.ts", {
  minifySyntax: true,
  legalComments: "eof",
  banner: { js: "#!/usr/bin/env node" },
  define: { PROGRAM_VERSION: JSON.stringify(version) },
});
await buildNode("serve", "cli/serve.ts");
await buildAppsScript();
await buildPreview();
await buildAddin();

if (process.argv.includes("--bench"))
  await buildNode("bench", "test/bench/main.ts", { external: ["exceljs"] });
if (process.argv.includes("--mutants"))
  await buildNode("mutants", "test/mutants/main.ts", { external: ["vitest"] });
