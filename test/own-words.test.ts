/** No sentence of the source document stands in this project: the catalogue and every text are our own. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runningText } from "../core/checklist/lines.ts";
import { itemById } from "../core/checklist/lookup.ts";
import { checklist31 } from "../core/checklist/v3.1/checklist.ts";
import { copiedRuns, readRunHashes, runHashes } from "./runs.ts";
import { filesUnder, sourceAt } from "./sources.ts";

/** The extracted text, where somebody has it; see docs/source.md. */
const { DOCUMENT } = process.env;
const FIXTURE = "fixtures/runs-3.1.txt";
const hashes = readRunHashes(readFileSync(new URL(FIXTURE, import.meta.url), "utf8"));

/** What cannot be said otherwise: names of scores, controls, roles and trainings, and titles of requirements that are gone. */
const OTHER_NAMES = [
  "Altman’s Z-Score",
  "Dun and Bradstreet (D&B) Paydex Score",
  "D&B Rating",
  "D&B Financial Stress Score",
  "D&B Supplier Evaluation Risk Rating",
  "Block Spend Data",
  "Block Access To Cost Explorer",
  "Prevent Account Unlinking",
  "Partner Development Representative (PDR)",
  "Partner Development Manager (PDM)",
  "Advanced Operations on AWS",
  "DevOps Engineering on AWS",
  "local language support",
  "call logging",
  "callback SLAs",
  "user validation",
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const { sections, groups, items, services, texts } = checklist31;
const NAMES = new RegExp(
  [
    /https?:\/\/[^\s"`)]+/.source,
    // Ids and figures are facts.
    /\b[\dv][\d.x]*%?/.source,
    ...[
      checklist31.title,
      checklist31.program,
      ...OTHER_NAMES,
      ...sections.map(({ title }) => title),
      ...Object.values(texts.parts),
      ...groups.map(({ title }) => title),
      ...items.map(({ title }) => title),
      ...(services?.list ?? []).flatMap(({ name, category }) => [name, category]),
      ...texts.links.map(({ title }) => title),
    ]
      .sort((a, b) => b.length - a.length)
      .map(escaped),
  ].join("|"),
  "gi",
);

const copied = (text: string) => copiedRuns(text, hashes, NAMES);

/** Every text of the value, as it runs on a page. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [runningText(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe("the words of this project", () => {
  it("are its own in the checklist", () => {
    const all = textsIn(checklist31);
    expect(all.length).toBeGreaterThan(500);
    expect(all.flatMap(copied)).toEqual([]);
  });

  it("are its own in every file", () => {
    const files = [
      ..."addin appsscript build cli core docs outbox panel preview test xlsx"
        .split(" ")
        .flatMap((folder) => filesUnder(folder, /\.(?:m?ts|mjs|md|html|css)$/)),
      ...["README.md", "build.mjs", "manifest.xml"].map(sourceAt),
    ];
    const found = files.flatMap(({ path, text }) => copied(text).map((run) => `${path}: ${run}`));
    expect(found).toEqual([]);
  });

  it("would be found out: what only names excuse is known, and a document of any kind", () => {
    expect(hashes.size).toBeGreaterThan(9_000);
    const { requirement = "" } = texts.items[itemById(checklist31, "1.1").id] ?? {};
    expect(copiedRuns(requirement, hashes, /(?!)/g).join()).toMatch(/D&B Rating, D&B Financial/);
    expect(copied(requirement)).toEqual([]);

    const known = readRunHashes(
      runHashes(
        "One two three four five\n\n+20\n\nsix seven eight nine. Ten’s pseudoeleven twelve.",
      ),
    );
    const found = (text: string, names = /(?!)/g) => copiedRuns(text, known, names);
    expect(found("We say one, two-three four five six (seven) eight “nine”!")).toHaveLength(1);
    expect(found("One two three four five six seven eight, and nine.")).toEqual([]);
    expect(found("four five six seven eight nine ten's pseudo-eleven twelve")).toHaveLength(1);
    expect(found("One two three four five six seven eight nine ten’s", /four five/g)).toEqual([]);
  });

  it.skipIf(DOCUMENT === undefined)("are held against the document itself", async () => {
    const document = readFileSync(DOCUMENT ?? "", "utf8");
    const known = /sha256 {2}([0-9a-f]{64})/.exec(sourceAt("docs/source.md").text)?.[1];
    expect(createHash("sha256").update(document).digest("hex")).toBe(known);
    await expect(runHashes(document)).toMatchFileSnapshot(FIXTURE);
  });
});
