/** What the panel's first part carries: nothing that only the page Steps needs. */

import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { expect, it } from "vitest";

/** As the Excel add-in is built: no module does anything by being loaded. */
const pure: Plugin = {
  name: "pure",
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) =>
      kind === "entry-point" ? null : { path: resolve(resolveDir, path), sideEffects: false },
    );
  },
};

it("loads papers, mail and calendar with the page Steps alone, and sentences on faults behind the score", async () => {
  const { metafile } = await build({
    entryPoints: [new URL("../../panel/panel.ts", import.meta.url).pathname],
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    write: false,
    metafile: true,
    plugins: [pure],
    outdir: "out",
    logLevel: "error",
  });
  const outputs = Object.entries(metafile.outputs);
  const entry = outputs.find(([, output]) => output.entryPoint?.endsWith("panel/panel.ts"));
  const first = new Set<string>();
  const load = (name: string): void => {
    if (first.has(name)) return;
    first.add(name);
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === "import-statement") load(path);
  };
  if (entry) load(entry[0]);
  const inputs = [...first].flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
  expect(inputs.some((path) => path.endsWith("panel/views/dock.ts"))).toBe(true);
  const late = inputs.filter((path) =>
    /(^|\/)(?:papers|outbox)\/|ical|panel\/steps\/|core\/report\/(preflight|renewal|moves)\.ts|words\/(issues|preflight|steps)\.ts/.test(
      path,
    ),
  );
  expect(late).toEqual([]);
});
