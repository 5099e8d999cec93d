/** Builds the page with the embedded grid into `dist/preview/`, a folder that any web server can host. */

import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

const FOLDER = "dist/preview";

/** Word division in seventy languages, which cells never use: half of all that the page would weigh. */
const withoutHyphens = {
  name: "without-hyphens",
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ kind, importer }) =>
      kind === "dynamic-import" && importer.includes("engine-render")
        ? { path: "hyphens", namespace: "nothing" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export {};" }));
  },
};

/** The grid's engine is a chunk of its own: the panel is on the screen before it has come. */
export async function buildPreview() {
  await mkdir(FOLDER, { recursive: true });
  await build({
    entryPoints: {
      main: "preview/main.ts",
      page: "preview/page.css",
      grid: "preview/grid/grid.css",
      bring: "preview/bring/bring.css",
    },
    outdir: FOLDER,
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "linked",
    plugins: [withoutHyphens],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await copyFile("preview/index.html", `${FOLDER}/index.html`);
}
