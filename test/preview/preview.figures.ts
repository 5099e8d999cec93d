/** Prints what the page costs: loading, edits, sizes; run by `npm run bench`. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { pause, type Served, serve, until } from "./browser.ts";

const RUNS = 7;
/** Even, so that the last answer is not the next one. */
const EDITS = 16;
/** The answer cell of the first row below the frozen ones, in a window of 1366 x 768. */
const FIRST_ANSWER = { x: 290, y: 215 };
const DIST = join(import.meta.dirname, "../../dist/preview");

const median = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `median ${Math.round(middle)} ms of ${sorted.length} (${Math.round(first)} to ${Math.round(last)})`;
};

/** In the page: notes when something is first painted, and how long the score takes after a key or a click. */
function watchPaints(): void {
  const times: Record<string, number> = {};
  const scores: number[] = [];
  Object.assign(window, { paints: { times, scores } });
  let started = 0;
  let before = "";
  const start = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== "n") return;
    started = performance.now();
    before = scoreNow();
  };
  const scoreNow = () => document.querySelector(".msp-panel .top")?.textContent ?? "";
  window.addEventListener("keydown", start, true);
  window.addEventListener("click", start, true);
  const seen: Record<string, () => boolean> = {
    panel: () => document.querySelector(".msp-panel button") !== null,
    score: () => scoreNow() !== "",
    grid: () =>
      document.querySelector(".engine canvas") !== null &&
      document.querySelector(".waiting[hidden]") !== null,
  };
  const look = () => {
    // A task after the frame's own: what it found has been painted by then.
    setTimeout(() => {
      const now = performance.now();
      for (const [what, isThere] of Object.entries(seen))
        if (times[what] === undefined && isThere()) times[what] = now;
      if (started > 0 && scoreNow() !== before) {
        scores.push(now - started);
        started = 0;
      }
    });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Paints {
  readonly times: Record<string, number>;
  readonly scores: number[];
}
const paints = (page: Page): Promise<Paints> =>
  page.evaluate(() => (window as unknown as { paints: Paints }).paints);

async function opened(served: Served): Promise<{ context: BrowserContext; page: Page }> {
  const context = await served.browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(watchPaints);
  // A browser without a screen cannot ask for files by its own window.
  await context.addInitScript(() => {
    for (const picker of ["showOpenFilePicker", "showSaveFilePicker"])
      Reflect.deleteProperty(window, picker);
  });
  const page = await context.newPage();
  await page.goto(served.address);
  return { context, page };
}

it.skipIf(skipsWithout("chromium"))("the page in the browser", async () => {
  const folder = newFolder();
  run(["demo", "demo.xlsx"], folder);
  const served = await serve();
  try {
    const empty: Paints["times"][] = [];
    const answering: Paints["times"][] = [];
    const kept: Paints["times"][] = [];
    const woken: number[] = [];
    for (let at = 0; at < RUNS; at += 1) {
      const { context, page } = await opened(served);
      await until(async () => (await paints(page)).times.panel);
      empty.push((await paints(page)).times);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Open .xlsx" }).first().click(),
      ]);
      await chooser.setFiles(join(folder, "demo.xlsx"));
      await page.locator(".rail").waitFor();
      await until(() => page.evaluate(isKept));
      await page.reload();
      await until(async () => (await paints(page)).times.score);
      answering.push((await paints(page)).times);
      if (at === RUNS - 1) await answers(page);
      const pressed = await page.evaluate(() => performance.now());
      await page.getByRole("button", { name: "Sheet", exact: true }).click();
      await until(async () => (await paints(page)).times.grid);
      woken.push(((await paints(page)).times.grid ?? Number.NaN) - pressed);
      await page.reload();
      await until(async () => (await paints(page)).times.grid);
      kept.push((await paints(page)).times);
      if (at === RUNS - 1) await edits(page);
      await context.close();
    }
    const of = (all: readonly Paints["times"][], what: string) =>
      median(all.map((times) => times[what] ?? Number.NaN));
    console.log(`Page, ${availableParallelism()} cores: panel to be used: ${of(empty, "panel")}`);
    console.log(`Page: reload with 97 items in Answer, score painted: ${of(answering, "score")}`);
    console.log(`Page: Sheet pressed for the first time, grid drawn: ${median(woken)}`);
    console.log(`Page: reload with 97 items in Sheet, grid drawn: ${of(kept, "grid")}`);
  } finally {
    await served.stop();
  }
  sizes();
});

/** In the page: whether the work is in the browser's storage. */
function isKept(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = indexedDB.open("msp-checklist");
    asked.onerror = () => resolve(false);
    asked.onsuccess = () => {
      const kept = asked.result.transaction("books").objectStore("books").count();
      kept.onerror = () => resolve(false);
      kept.onsuccess = () => {
        asked.result.close();
        resolve(kept.result > 0);
      };
    };
  });
}

/** Open items are answered by a key each, as they come. */
async function answers(page: Page): Promise<void> {
  const times: number[] = [];
  for (let at = 0; at < EDITS; at += 1) {
    const before = (await paints(page)).scores.length;
    await page.keyboard.press("n");
    await until(async () => (await paints(page)).scores.length > before);
    times.push(...(await paints(page)).scores.slice(before));
    await pause(300);
  }
  console.log(`Page: answer by its key in Answer to score painted: ${median(times)}`);
}

async function edits(page: Page): Promise<void> {
  await pause(3000);
  await page.getByRole("tab", { name: "Items", exact: true }).click();
  const answer = async (act: (word: "Met" | "Not met") => Promise<void>): Promise<number[]> => {
    const before = (await paints(page)).scores.length;
    for (let at = 0; at < EDITS; at += 1) {
      await act(at % 2 === 0 ? "Not met" : "Met");
      await until(async () => (await paints(page)).scores.length > before + at);
      await pause(500);
    }
    return (await paints(page)).scores.slice(before);
  };
  const rowOf = (id: string) => page.locator(`.msp-panel .row[data-item="${id}"]`).first();
  const row = rowOf("1.4");
  // From far away, so that the grid scrolls the row to the top.
  for (const one of [rowOf("14.1"), row]) {
    await one.click();
    await pause(1500);
  }
  const typed = await answer(async (word) => {
    await row.click();
    await pause(300);
    await page.mouse.click(FIRST_ANSWER.x, FIRST_ANSWER.y);
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
  });
  console.log(`Page: answer typed in the grid to score painted: ${median(typed)}`);
  await row.click();
  const clicked = await answer((word) =>
    page.locator(`.dock .answer.${word === "Met" ? "met" : "notMet"}`).click(),
  );
  console.log(`Page: answer clicked in the panel to score painted: ${median(clicked)}`);
}

/** Sizes by what is loaded together: the page first, then the grid. */
function sizes(): void {
  const files = readdirSync(DIST).filter((name) => !name.endsWith(".txt"));
  const code = (name: string): string => readFileSync(join(DIST, name), "utf8");
  const together = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    const statement = /(?:^|[;}])(?:import|export)[^"';]*?"\.\/([^"]+\.js)"/g;
    for (const [, next = ""] of code(name).matchAll(statement)) together(next, found);
    return found;
  };
  const page = new Set(["index.html", "page.css", ...together("main.js")]);
  const grid = new Set(
    files
      .filter((name) => name.startsWith("grid") && name.endsWith(".js"))
      .flatMap((name) => [...together(name)]),
  );
  grid.add("grid.css");
  const groups: [string, string[]][] = [
    ["page and panel", [...page]],
    ["grid", [...grid].filter((name) => !page.has(name))],
    ["on demand", files.filter((name) => !page.has(name) && !grid.has(name))],
  ];
  for (const [what, names] of groups) {
    const all = names.map((name) => readFileSync(join(DIST, name)));
    const raw = all.reduce((sum, bytes) => sum + bytes.length, 0);
    const packed = all.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
    console.log(
      `Page, size of ${what}: ${Math.round(raw / 1000)} kB, gz ${Math.round(packed / 1000)} kB in ${names.length} files`,
    );
  }
  const modules = realpathSync(join(import.meta.dirname, "../../node_modules"));
  const [size = ""] = execFileSync("du", ["-sm", modules], { encoding: "utf8" }).split("\t");
  console.log(`Install: node_modules ${size} MB, ${readdirSync(modules).length} entries`);
}
