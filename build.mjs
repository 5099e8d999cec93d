/** Builds everything that ships into `dist/`. */

import { mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";
import { buildAddin } from "./build/addin.mjs";
import { buildAppsScript } from "./build/appsscript.mjs";
import { buildPreview } from "./build/preview.mjs";

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

await build({
  entryPoints: { cli: "cli/main.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  minifySyntax: true,
  legalComments: "eof",
  banner: { js: "#!/usr/bin/env node" },
  logLevel: "warning",
});

await buildAppsScript();
await buildPreview();

await buildAddin();

if (process.argv.includes("--bench")) {
  await build({
    entryPoints: { bench: "test/bench/main.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["exceljs"],
    logLevel: "warning",
  });
}

if (process.argv.includes("--mutants")) {
  await build({
    entryPoints: { mutants: "test/mutants/main.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["vitest"],
    logLevel: "warning",
  });
}
