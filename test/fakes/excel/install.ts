/** Loads Microsoft's own client library into Node and lets it talk to the test host. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { ExcelHost } from "./host.ts";
import type { ExcelSettings } from "./settings.ts";
import type { WireEvent } from "./wire.ts";

interface RequestArgs {
  readonly 4: string;
}

type Answered = (result: {
  status: "succeeded";
  value: { data: [number, unknown[], string] };
}) => void;

/** What of the library and of a browser is touched here; all else is the library's own business. */
interface Client {
  window?: unknown;
  Excel?: unknown;
  Office?: { PlatformType?: unknown; context?: unknown };
  OSF?: {
    DDA: { RichApi?: { executeRichApiRequestAsync(args: RequestArgs, done: Answered): void } };
  };
  OfficeExtension?: {
    CommonUtility: { _doApiNotSupportedCheck: boolean };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { entries: WireEvent[] }): void;
  };
}

/** A host of its own, to which every request goes from now on. */
export function installExcel(settings: Partial<ExcelSettings> = {}): ExcelHost {
  const client = globalThis as unknown as Client;
  if (client.Excel === undefined) loadLibrary();
  const { OSF, OfficeExtension } = client;
  if (!OSF || !OfficeExtension) throw new Error("The client library did not load.");
  const host = new ExcelHost(settings);
  OSF.DDA.RichApi = {
    executeRichApiRequestAsync: (args, done) =>
      queueMicrotask(() =>
        done({ status: "succeeded", value: { data: [200, [], host.answer(args[4])] } }),
      ),
  };
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  host.emit = (event) =>
    queueMicrotask(() => OfficeExtension._testTriggerRichApiMessageEvent({ entries: [event] }));
  const { platform, files } = host.settings;
  client.Office = {
    ...client.Office,
    PlatformType: Object.fromEntries(PLATFORMS.map((name) => [name, name])),
    context: {
      platform,
      // Not there at all on an iPad.
      document: files ? { getFileAsync: () => undefined } : {},
      requirements: {
        isSetSupported: (name: string, version = "1.1") => {
          if (name === "ExcelApi") return host.has(version);
          if (name === "CompressedFile") return files;
          return name === "OpenBrowserWindowApi" && OPENS_BROWSER.includes(platform);
        },
      },
      ui: { openBrowserWindow: (address: string) => host.opened.push(address) },
    },
  };
  return host;
}

const PLATFORMS = ["PC", "OfficeOnline", "Mac", "iOS", "Android", "Universal"];
const OPENS_BROWSER: readonly string[] = ["PC", "Mac", "iOS"];

/** The library expects a browser; these few stand-ins are all it touches while it loads. */
function loadLibrary(): void {
  const element = () => ({
    style: {},
    setAttribute: () => undefined,
    appendChild: () => undefined,
    addEventListener: () => undefined,
    getElementsByTagName: () => [],
  });
  const location = {
    href: "https://localhost/",
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    origin: "https://localhost",
    search: "",
    hash: "",
    pathname: "/",
  };
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const standIns: Record<string, unknown> = {
    window: globalThis,
    location,
    document: {
      URL: location.href,
      location,
      cookie: "",
      createElement: element,
      getElementsByTagName: () => [],
      getElementById: () => null,
      addEventListener: () => undefined,
      head: element(),
      body: element(),
    },
    navigator: { userAgent: "node", platform: "node", language: "en-US" },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    sessionStorage: storage,
    localStorage: storage,
  };
  for (const [name, value] of Object.entries(standIns)) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const file = createRequire(import.meta.url).resolve(
    "@microsoft/office-js/dist/excel-web-16.00.js",
  );
  runInThisContext(readFileSync(file, "utf8"), { filename: "excel-web-16.00.js" });
}
