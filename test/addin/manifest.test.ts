/** The manifest and the files that it names, as the build writes them. */

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildAddin } from "../../build/addin.mjs";

const ADDRESS = "https://checklist.example.com/excel";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements in order; throws where the text is not well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open[open.length - 1];
    if (last) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return elements;
}

describe("the add-in's files", () => {
  let out: string;
  let xml: string;
  let elements: Element[];
  const all = (name: string) => elements.filter((element) => element.name === name);
  const attribute = (element: Element, name: string): string => element.attributes[name] ?? "";
  const text = (name: string) => all(name).map((element) => element.text);

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), "addin-"));
    await buildAddin(`${ADDRESS}/`, out);
    xml = readFileSync(join(out, "manifest.xml"), "utf8");
    elements = elementsOf(xml);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("say what the add-in is, needs and may do", () => {
    expect(text("Id")[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    // That of the package: Office takes a changed ribbon with a higher one only.
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(text("Version")).toEqual([`${version}.0`]);
    expect(text("Permissions")).toEqual(["ReadWriteDocument"]);
    expect(all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")])).toEqual(
      [["ExcelApi", "1.9"]],
    );
    expect(
      all("Host").map((host) => attribute(host, "Name") || attribute(host, "xsi:type")),
    ).toEqual(["Workbook", "Workbook"]);
    const [description] = all("Description");
    expect(description && attribute(description, "DefaultValue").length).toBeLessThanOrEqual(250);
  });

  it("bring a tab of their own with four buttons, each to its page, and two ways to help", () => {
    const strings = new Map(
      elements.flatMap(({ attributes: { id, DefaultValue } }) =>
        id !== undefined && DefaultValue !== undefined ? [[id, DefaultValue] as const] : [],
      ),
    );
    const from = elements.findIndex((element) => element.name === "CustomTab");
    expect(from).toBeGreaterThan(0);
    const buttons = elements.flatMap((element, index) => {
      if (index < from || element.name !== "Control") return [];
      const after = elements.slice(index);
      const say = (name: string) => {
        const found = after.find((entry) => entry.name === name);
        return strings.get(found?.attributes.resid ?? "") ?? "";
      };
      return [[say("Label"), say("SourceLocation").replace(ADDRESS, "")]];
    });
    expect(buttons).toEqual([
      ["Checklist panel", "/taskpane.html"],
      ["New checklist", "/taskpane.html?start=new"],
      ["Check workbook", "/taskpane.html?start=check"],
      ["Hand over", "/taskpane.html?start=handover"],
    ]);
    expect(all("SupportUrl").map((url) => attribute(url, "DefaultValue"))).toEqual([
      `${ADDRESS}/help.html`,
    ]);
    expect(all("LearnMoreUrl").map((url) => strings.get(attribute(url, "resid")))).toEqual([
      `${ADDRESS}/help.html`,
    ]);
  });

  it("point every resource at one that is there, once", () => {
    const ids = elements.flatMap((element) =>
      element.name.startsWith("bt:") && element.attributes.id ? [element.attributes.id] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    const used = elements.flatMap((element) =>
      element.attributes.resid ? [element.attributes.resid] : [],
    );
    expect(used.length).toBeGreaterThan(10);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id.length, id).toBeLessThanOrEqual(32);
    for (const string of all("bt:String"))
      expect(attribute(string, "DefaultValue").length).toBeLessThanOrEqual(250);
    const short = elements.slice(
      elements.findIndex((element) => element.name === "bt:ShortStrings"),
      elements.findIndex((element) => element.name === "bt:LongStrings"),
    );
    for (const string of short)
      expect((string.attributes.DefaultValue ?? "").length).toBeLessThanOrEqual(125);
  });

  it("use the one address that was set, over https, for files that are there", () => {
    const addresses = elements.flatMap((element) => {
      const value = element.attributes.DefaultValue ?? element.text.trim();
      return /^\w+:\/\//.test(value) ? [value] : [];
    });
    expect(addresses.length).toBeGreaterThan(12);
    expect(xml).not.toContain("localhost");
    for (const address of addresses) {
      expect(address.startsWith(ADDRESS), address).toBe(true);
      const { pathname } = new URL(address);
      const file = pathname.slice(new URL(ADDRESS).pathname.length);
      if (file !== "") expect(existsSync(join(out, file)), file).toBe(true);
    }
    // Scripts that are loaded later are as many as the code asks for.
    const files = readdirSync(out).filter((file) => !isLater(file));
    expect(files.map(plain).sort()).toEqual([
      "assets",
      "contrast.css",
      "help.css",
      "help.html",
      "manifest.xml",
      "save.html",
      "save.js",
      "taskpane.css",
      "taskpane.html",
      "taskpane.js",
      "version.json",
    ]);
  });

  it("have icons of the sizes that their names say", () => {
    const icons = readdirSync(join(out, "assets"));
    for (const image of all("bt:Image").filter((element) => element.attributes.size)) {
      expect(attribute(image, "resid").endsWith(`.${attribute(image, "size")}`)).toBe(true);
    }
    for (const size of [16, 32, 64, 80, 128]) expect(icons).toContain(`icon-${size}.png`);
    for (const icon of icons) {
      const bytes = readFileSync(join(out, "assets", icon));
      expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
      const named = Number(/-(\d+)\.png$/.exec(icon)?.[1]);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], icon).toEqual([named, named]);
    }
  });

  it("refuse an address that is not https, and an id that is none", async () => {
    await expect(buildAddin("http://example.com", out)).rejects.toThrow(/no https address/);
    await expect(buildAddin(ADDRESS, out, "ours")).rejects.toThrow(/ADDIN_ID is no GUID: ours/);
  });

  it("have the content in the name or address of each script, style and icon", () => {
    for (const file of readdirSync(out).filter((name) => /\.(?:js|css)$/.test(name)))
      expect(file).toMatch(/-[A-Z0-9]{8}\.(?:js|css)$/);
    const icons = elements.flatMap(({ attributes: { DefaultValue } }) =>
      DefaultValue?.includes(".png") ? [new URL(DefaultValue)] : [],
    );
    expect(icons.length).toBeGreaterThan(10);
    for (const { pathname, search } of icons) {
      const bytes = readFileSync(join(out, "assets", pathname.split("/").pop() ?? ""));
      const hash = createHash("sha256").update(bytes).digest("hex");
      expect(hash.startsWith(search.replace("?v=", "")), search).toBe(true);
      expect(search.length).toBeGreaterThan(8);
    }
  });

  it("stay beside those of an earlier build, and say which build a page is of", async () => {
    const both = mkdtempSync(join(tmpdir(), "addin-"));
    try {
      await buildAddin(ADDRESS, both);
      const build = () => {
        const stated: unknown = JSON.parse(readFileSync(join(both, "version.json"), "utf8")).build;
        const page = readFileSync(join(both, "taskpane.html"), "utf8");
        expect(page).toContain(`data-build="${stated}"`);
        return stated;
      };
      const before = readdirSync(both);
      const built = build();
      // An earlier build's script, and a page that asked for it.
      writeFileSync(join(both, "addin-write-EARLIER0.js"), "export const earlier = 1;\n");
      const id = "0c4bb1f2-8d0a-4b53-9a44-3f2c0a8c1d11";
      await buildAddin(ADDRESS, both, id);
      expect(readdirSync(both)).toEqual([...before, "addin-write-EARLIER0.js"].sort());
      expect(build()).toBe(built);
      expect(readFileSync(join(both, "manifest.xml"), "utf8")).toContain(`<Id>${id}</Id>`);
    } finally {
      rmSync(both, { recursive: true, force: true });
    }
  });

  it("load nothing but Microsoft's library and themselves", () => {
    const page = readFileSync(join(out, "taskpane.html"), "utf8");
    const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name = ""]) => name);
    expect(named.map(plain)).toEqual([
      "taskpane.css",
      "contrast.css",
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "taskpane.js",
    ]);
    expect(page).toMatch(
      /default-src 'none'; script-src 'self' https:\/\/appsforoffice\.microsoft\.com;/,
    );
    expect(page).not.toMatch(/unsafe/);
  });

  it("are small: all that is loaded before the panel is on the screen, beside Microsoft's library", () => {
    const own = readdirSync(out).filter((file) => file.startsWith("taskpane-"));
    const [styles = "", pane = ""] = [".css", ".js"].map((end) =>
      own.find((file) => file.endsWith(end)),
    );
    const script = readFileSync(join(out, pane), "utf8");
    // Nobody waits for styles that the screen does not ask for.
    const page = readFileSync(join(out, "taskpane.html"), "utf8");
    expect(page).toMatch(/href="contrast-\w+\.css" media="\(forced-colors: active\)"/);
    // A script that is no module loads nothing by itself; what it asks for later is a file that is there.
    expect(script).not.toMatch(/(?:^|[;}])\s*import\s*["'{*]/);
    const later = [...script.matchAll(/\bimport\("\.\/([\w-]+\.js)"\)/g)].map(
      (match) => match[1] ?? "",
    );
    expect(later.map(plain)).toEqual(
      expect.arrayContaining(["addin-make.js", "addin-all-texts.js"]),
    );
    expect(later.filter((file) => !existsSync(join(out, file)))).toEqual([]);
    expect(packed([pane, styles, "taskpane.html"])).toBeLessThanOrEqual(BUNDLE_BYTES);
  });

  it("are small, all scripts together: what the pane has, no part brings again", () => {
    const scripts = readdirSync(out).filter((file) => file.endsWith(".js"));
    expect(packed(scripts)).toBeLessThanOrEqual(SCRIPT_BYTES);
  });

  const packed = (files: readonly string[]): number =>
    files
      .map((file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length)
      .reduce((sum, bytes) => sum + bytes, 0);
});

const isLater = (file: string): boolean => /^(?:addin|core|panel|xlsx|part)-.+\.js$/.test(file);

/** As the pages in the sources name it. */
const plain = (file: string): string => file.replace(/-[A-Z0-9]{8}\./, ".");

/** Packed. */
const BUNDLE_BYTES = 60_000;
const SCRIPT_BYTES = 248_000;
