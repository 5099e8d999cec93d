/** Reads the source: what belongs to one version of the checklist stands beside it, and nowhere else. */

import { describe, expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { checklist31 } from "../core/checklist/v3.1/checklist.ts";
import { filesUnder, type Source, sourceAt, sourcesUnder } from "./sources.ts";

const SHIPPED = ["core", "panel", "outbox", "xlsx", "addin", "appsscript", "cli", "preview"];
const HOME = "core/checklist/v3.1/";

interface Exception {
  readonly path: RegExp;
  /** All of what is found that may stand there. */
  readonly found: RegExp;
  readonly why: string;
}

const ID = /^\d+(?:\.\d+)+$/;
const EXCEPTIONS: readonly Exception[] = [
  {
    path: /^(?:panel|preview)\/icons\.ts$/,
    found: ID,
    why: "lines of drawings have such coordinates",
  },
  { path: /^core\/papers\/html\.ts$/, found: ID, why: "the height of a line in a style sheet" },
  { path: /^xlsx\/write-package\.ts$/, found: ID, why: "the version in a namespace" },
  {
    path: /^core\/words\/sheets\.ts$/,
    found: /^AWS Services$/,
    why: "the title of a sheet, by which people know the workbook, whatever the item is called",
  },
];

const { most, pass, items, groups, sections, services, openValues } = checklist31;
const LOSS = openValues?.mandatoryLoss ?? 0;

/** Of the whole. */
const OWN_NAMES: readonly string[] = [
  checklist31.title,
  checklist31.program,
  checklist31.manager,
  checklist31.published,
  checklist31.mail.to,
  `v${checklist31.version}`,
  `version ${checklist31.version}`,
];
const NAMES: readonly string[] = [
  ...OWN_NAMES,
  ...sections.flatMap((section) => [section.title, section.shortTitle]),
  ...Object.values(checklist31.texts.parts),
  ...groups.flatMap((group) => [group.id, group.title]),
  ...items.flatMap((item) => [item.id, item.title, item.shortTitle]),
  ...(services?.list ?? []).flatMap((service) => [service.name, service.category]),
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** One of them, as a word of its own; the longest that fits. */
const oneOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");

const NAME = new RegExp(`(?<![\\w.-])(?:${oneOf(NAMES)})(?![\\w-]|\\.\\d)`, "g");
const FIGURES = [most, pass, items.length, Math.abs(LOSS)].flatMap((figure) => [
  String(figure),
  figure.toLocaleString("en"),
]);
const FIGURE = new RegExp(`(?<![\\w.,#])[-−]?(?:${oneOf(FIGURES)})(?![\\w%]|[.,]\\d)`, "g");
/** A deadline or an age, whatever its number: all of them are a version's. */
const SPAN = /\b\d+ (?:business days?|hours?|months?|years?)\b/g;

/** In code; round ones such as 1000 are too common there to be told from milliseconds and shares. */
const isTelling = (figure: number): boolean => !/^10+$/.test(String(figure));
const NUMBERS: ReadonlySet<number> = new Set<number>(
  [most, pass, items.length, LOSS].filter(isTelling),
);

const inText = (text: string): string[] =>
  [NAME, FIGURE, SPAN].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));

/** In what is no code; the sheets that it names are called as some items are. */
const IN_PAGE = new RegExp(`(?<![\\w.-])(?:${oneOf([...OWN_NAMES, String(pass)])})(?![\\w-])`, "g");
const inPage = (text: string): string[] => [...text.matchAll(IN_PAGE)].map(([found]) => found);

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** What the literals below a part of a program hold of the version; comments and imports are no literals. */
function inCode(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(inCode);
  if (!isTree(part)) return [];
  const { type, value } = part;
  if (type === "ImportDeclaration" || type === "ImportExpression") return [];
  if (type === "ExportAllDeclaration") return [];
  if (type === "ExportNamedDeclaration" && isTree(part.source)) return [];
  if (type === "Literal" && isTree(part.regex)) return inText(String(part.regex.pattern));
  if (type === "Literal" && typeof value === "string") return inText(value);
  if (type === "Literal" && typeof value === "number")
    return NUMBERS.has(value) ? [String(value)] : [];
  if (type === "TemplateElement" && isTree(value)) return inText(String(value.cooked));
  if (type === "UnaryExpression" && part.operator === "-" && isTree(part.argument)) {
    const negative = -Number(part.argument.value);
    if (NUMBERS.has(negative)) return [String(negative)];
  }
  return Object.values(part).flatMap(inCode);
}

interface Found {
  readonly path: string;
  readonly found: string;
}

const foundIn = ({ path, text }: Source): Found[] =>
  inCode(parseAst(text, { lang: "ts" })).map((found) => ({ path, found }));

const isExcepted =
  ({ path, found }: Found) =>
  (exception: Exception): boolean =>
    exception.path.test(path) && exception.found.test(found);

const everything: readonly Found[] = SHIPPED.flatMap(sourcesUnder)
  .filter((source) => !source.path.startsWith(HOME))
  .flatMap(foundIn);

describe("what belongs to one version of the checklist", () => {
  it("stands in no other source: its numbers, ids, names, dates and address come from its value", () => {
    const strangers = everything.filter((one) => !EXCEPTIONS.some(isExcepted(one)));
    expect(strangers.map(({ path, found }) => `${path}: ${found}`)).toEqual([]);
  });

  it("stands in no page and no manifest", () => {
    const pages = SHIPPED.flatMap((folder) => filesUnder(folder, /\.html$/));
    const manifests = ["manifest.xml", "package.json"].map(sourceAt);
    expect(pages.length).toBeGreaterThan(2);
    const told = [...pages, ...manifests].flatMap(({ path, text }) =>
      inPage(text).map((found) => `${path}: ${found}`),
    );
    expect(told).toEqual([]);
    expect(inPage(`<p>To ${pass}</p>`)).toEqual([String(pass)]);
    expect(inPage(`Builds the ${checklist31.title}.`)).toEqual([checklist31.title]);
  });

  it("is excepted only where it stands", () => {
    const idle = EXCEPTIONS.filter(
      (exception) => !everything.some((one) => isExcepted(one)(exception)),
    );
    expect(idle.map(({ path }) => String(path))).toEqual([]);
  });

  it("is found in sentences, templates, patterns and numbers, and in code alone", () => {
    const [item] = items;
    const group = groups.find(({ id }) => ID.test(id));
    const planted = (text: string) =>
      foundIn({ path: "cli/planted.ts", folder: "cli", text }).map(({ found }) => found);
    expect(planted(`const a: string = "${pass} to pass";`)).toEqual([String(pass)]);
    expect(planted(`const a = (n: number) => \`\${n} of ${most} points\`;`)).toEqual([
      String(most),
    ]);
    expect(planted(`const a = { b: "Mandatory, −${-LOSS}" };`)).toEqual([`−${-LOSS}`]);
    expect(planted(`if (rows !== ${items.length}) throw 1;`)).toEqual([String(items.length)]);
    expect(planted(`const loss = ${LOSS};`)).toEqual([String(LOSS)]);
    expect(planted(`const a = "All of ${group?.id}";`)).toEqual([group?.id]);
    expect(planted(`const a = "Owner[${item?.id}]=T. Weiss";`)).toEqual([item?.id]);
    expect(planted(`const a = /${item?.title}$/;`)).toEqual([item?.title]);
    expect(planted(`type A = "${sections[0]?.title}";`)).toEqual([sections[0]?.title]);
    expect(planted(`const a = "Write to ${checklist31.mail.to}.";`)).toEqual([checklist31.mail.to]);
    expect(planted(`const a = "In version ${checklist31.version} or later";`)).toHaveLength(1);
    expect(planted(`const a = "within 7 business days";`)).toEqual(["7 business days"]);
    expect(planted(`// ${pass} to pass\nimport "./v${checklist31.version}.ts";`)).toEqual([]);
    expect(planted(`const a = "${pass}px ${item?.id}.7 x${item?.id}";`)).toEqual([]);
  });
});
