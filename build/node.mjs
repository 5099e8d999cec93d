/** Builds a program for Node: one file in `dist/`, with all that it imports but what `more` leaves out. */

import { build } from "esbuild";

export const buildNode = (name, entry, more = {}) =>
  build({
    entryPoints: { [name]: entry },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    ...more,
  });
