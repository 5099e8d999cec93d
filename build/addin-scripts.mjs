/**
 * The add-in's scripts: the pane, which is loaded whole, and the parts that it asks for later. Modules that the pane has
 * anyway are handed to the parts from there, so that nobody loads them twice.
 */

import { readFile } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { build } from "esbuild";

const PANE = "addin/main.ts";
/** Where the pane keeps what it shares, as lists in the order of the modules. */
const SHARED = "globalThis.mspShared";
/** A module may grow by so much in the pane where the parts have it from there: names get longer. */
const GROWTH_BYTES = 16;

/** Writes them into `out`; gives the name of the pane's script. What is put in place differs between pane and parts. */
export async function buildScripts({ out, options, inPane, inParts }) {
  const pane = { ...options, format: "iife", define: inPane };
  const paths = new Set();
  const partFile = (path) => paths.add(path) && path;
  const bare = await scan({ ...pane, entryPoints: [PANE] }, { partFile });
  const parts = {
    ...options,
    define: inParts,
    entryPoints: Object.fromEntries([...paths].sort().map((path) => [partName(path), path])),
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    format: "esm",
    splitting: true,
    outdir: out,
  };
  const shared = await sharedModules(pane, parts, bare);
  const { metafile } = await build({
    ...parts,
    metafile: true,
    plugins: [resolved({ shared })],
  });
  const names = new Map(
    Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[entryPoint, basename(file)]],
    ),
  );
  const { metafile: written } = await build({
    ...pane,
    stdin: paneEntry(shared),
    entryNames: "taskpane-[hash]",
    outdir: out,
    metafile: true,
    plugins: [resolved({ partFile: (path) => names.get(path) })],
  });
  return basename(Object.keys(written.outputs)[0]);
}

/** `panel/steps/page.ts` becomes `panel-steps-page`. */
const partName = (path) => path.replace(/\.ts$/, "").replaceAll("/", "-");

const own = (path) => relative(process.cwd(), path).replaceAll("\\", "/");

/** Bytes of each module in what would be written. */
async function scan(options, plugin) {
  const { metafile } = await build({
    ...options,
    write: false,
    outdir: "unwritten",
    metafile: true,
    plugins: [resolved(plugin)],
  });
  const bytes = new Map();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs))
      bytes.set(path, (bytes.get(path) ?? 0) + bytesInOutput);
  }
  return bytes;
}

/**
 * Modules that the pane has with everything in them that the parts want, each with the names that are wanted. One of
 * which the parts want more would make the pane longer, so they bring their own.
 */
async function sharedModules(pane, parts, bare) {
  let candidates = new Set(bare.keys());
  for (;;) {
    const inParts = await scan(parts, { left: candidates });
    const wanted = await wantedNames([...inParts.keys()], candidates);
    const joint = await scan({ ...pane, stdin: paneEntry(wanted) }, { partFile: (path) => path });
    const kept = [...wanted.keys()].filter(
      (path) => joint.get(path) <= bare.get(path) + GROWTH_BYTES,
    );
    if (kept.length === wanted.size) return wanted;
    candidates = new Set(kept);
  }
}

const IMPORTS = /^(?:import|export) \{([^}]*)\} from "(\.[^"]+)";/gm;

/** What these modules take by name from the candidates. */
async function wantedNames(importers, candidates) {
  const wanted = new Map();
  for (const importer of importers) {
    if (candidates.has(importer) || !importer.endsWith(".ts")) continue;
    const text = await readFile(importer, "utf8");
    for (const [, list, path] of text.matchAll(IMPORTS)) {
      const target = own(resolve(importer, "..", path));
      if (!candidates.has(target)) continue;
      const names = list
        .split(",")
        .map((name) => name.trim().replace(/ as .*$/, ""))
        .filter((name) => name !== "" && !name.startsWith("type "));
      wanted.set(target, [...new Set([...(wanted.get(target) ?? []), ...names])].sort());
    }
  }
  return new Map([...wanted].filter(([, names]) => names.length > 0).sort());
}

/** Puts what is shared where the parts find it, then starts the pane. */
function paneEntry(shared) {
  const lines = [];
  const lists = [...shared].map(([path, names], index) => {
    const aliases = names.map((name) => `${name}_${index}`);
    const pairs = names.map((name, at) => `${name} as ${aliases[at]}`);
    lines.push(`import { ${pairs.join(", ")} } from "./${path}";`);
    return `[${aliases.join(", ")}]`;
  });
  const contents = [...lines, `${SHARED} = [${lists.join(", ")}];`, `import "./${PANE}";`];
  return { contents: contents.join("\n"), resolveDir: process.cwd(), loader: "ts" };
}

/**
 * All that the code asks for by `import()` is a script of its own, with the name that `partFile` says; modules in
 * `shared` come from the pane, and those in `left` are left out.
 */
function resolved({ shared = new Map(), left = new Set(), partFile }) {
  const places = new Map([...shared.keys()].map((path, index) => [path, index]));
  return {
    name: "resolved",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        if (kind === "entry-point") return null;
        const file = resolve(resolveDir, path);
        if (kind === "dynamic-import") {
          // Parts find one another by themselves.
          return partFile ? { path: `./${partFile(own(file))}`, external: true } : null;
        }
        if (left.has(own(file))) return { path: own(file), external: true };
        if (places.has(own(file)))
          return { path: own(file), namespace: "shared", sideEffects: false };
        // Only the entry does anything by being loaded.
        return { path: file, sideEffects: own(file) === PANE };
      });
      builder.onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({
        contents: `export const [${shared.get(path).join(", ")}] = ${SHARED}[${places.get(path)}];`,
      }));
    },
  };
}
