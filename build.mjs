/** Builds everything that ships into `dist/`, and with `--bench` or `--mutants` what measures it. */

import { mkdir, rm } from "node:fs/promises";
import { buildAddin } from "./build/addin.mjs";
import { buildAppsScript } from "./build/appsscript.mjs";
import { buildNode } from "./build/node.mjs";
import { buildPreview } from "./build/preview.mjs";

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

await buildNode("cli", "cli/main.ts", {
  minifySyntax: true,
  legalComments: "eof",
  banner: { js: "#!/usr/bin/env node" },
});
await buildNode("serve", "cli/serve.ts");
await buildAppsScript();
await buildPreview();
await buildAddin();

if (process.argv.includes("--bench"))
  await buildNode("bench", "test/bench/main.ts", { external: ["exceljs"] });
if (process.argv.includes("--mutants"))
  await buildNode("mutants", "test/mutants/main.ts", { external: ["vitest"] });
