/** Makes the pictures of the README from a real workbook: `npm run pictures` (needs LibreOffice, poppler and Chromium). */

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const docs = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "msp-pictures-"));
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, stdio: "ignore" });
try {
  run(process.execPath, join(docs, "..", "dist", "cli.mjs"), "demo");
  run(
    "soffice",
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "demo.xlsx",
  );
  /** A part of a page, in pixels at 120 dots an inch. */
  const picture = (name, page, x, y, width, height) =>
    run(
      "pdftoppm",
      "-png",
      "-singlefile",
      "-r",
      "120",
      "-f",
      String(page),
      "-l",
      String(page),
      "-x",
      String(x),
      "-y",
      String(y),
      "-W",
      String(width),
      "-H",
      String(height),
      "demo.pdf",
      join(docs, name),
    );
  picture("overview", 1, 30, 32, 1340, 490);
  picture("checklist", 2, 30, 32, 1320, 720);

  const server = spawn(process.execPath, [
    join(docs, "..", "dist", "serve.mjs"),
    "--no-open",
    "--port",
    "0",
  ]);
  const address = await new Promise((resolve) => {
    server.stdout.on("data", (data) => resolve(/http:\S+/.exec(String(data))?.[0]));
  });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.locator("input[type=file]").first().setInputFiles(join(folder, "demo.xlsx"));
  await page.locator(".engine").first().waitFor();
  await page.waitForTimeout(8_000);
  await page.screenshot({ path: join(docs, "page.png") });
  await browser.close();
  server.kill();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
