/** Makes the pictures of the README from a real workbook: `npm run pictures` (needs LibreOffice, poppler and Chromium). */

import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const docs = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "msp-pictures-"));
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, stdio: "ignore" });
const command = (...args) => run(process.execPath, join(docs, "..", "dist", "cli.mjs"), ...args);

/** The same partner some weeks later: all answered and handed over, the auditor half-way through. */
function makeAudit() {
  copyFileSync(join(folder, "demo.xlsx"), join(folder, "audit.xlsx"));
  const catalog = execFileSync(
    process.execPath,
    [join(docs, "..", "dist", "cli.mjs"), "catalog", "--json"],
    { encoding: "utf8" },
  );
  const ids = JSON.parse(catalog).items.map((item) => item.id);
  const notMet = new Set(["1.5", "4.2.2", "9.3.6"]);
  const fill = (as, answered) => {
    const lines = answered.map((id) => `${id},${notMet.has(id) ? "Not met" : "Met"}`);
    writeFileSync(join(folder, "answers.csv"), ["id,answer", ...lines].join("\n"));
    command("fill", "audit.xlsx", "--as", as, "--answers", "answers.csv");
  };
  fill("self", ids);
  command("set", "audit.xlsx", "Submitted_On=2026-02-16", "Audit_On=2026-03-09");
  command("phase", "audit.xlsx", "Submitted");
  command("phase", "audit.xlsx", "Audit");
  fill("auditor", ids.slice(0, 54));
  command(
    "set",
    "audit.xlsx",
    "Auditor_Note[1.5]=No survey since 2024",
    "Note_Kind[1.5]=Finding",
    "Auditor_Note[2.2]=Clear and up to date",
    "Note_Kind[2.2]=Strength",
    "Auditor_Note[4.2.2]=No off-boarding checklist yet",
    "Note_Kind[4.2.2]=Finding",
  );
}

try {
  command("demo");
  makeAudit();
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
  const choose = async (page, button, file) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
    await chooser.setFiles(join(folder, file));
  };
  /** The page with a file opened, and what `act` does to it. */
  const pagePicture = async (name, file, act) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    // A browser without a screen cannot ask for files by its own window.
    await page.addInitScript(() => {
      for (const picker of ["showOpenFilePicker", "showSaveFilePicker"])
        Reflect.deleteProperty(window, picker);
    });
    await page.goto(address);
    await choose(page, page.getByRole("button", { name: "Open .xlsx" }).first(), file);
    await page.locator(".rail").waitFor();
    await act(page);
    await page.mouse.move(700, 20);
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: join(docs, name) });
    await page.close();
  };
  const toItem = (id) => async (page) => {
    await page.keyboard.press("l");
    await page.locator(`.list-open[data-item="${id}"]`).click();
    await page.locator(".whole-head h2").waitFor();
  };
  await pagePicture("page.png", "demo.xlsx", async (page) => {
    for (const key of ["j", "j", "m"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(500);
    }
  });
  await pagePicture("page-audit.png", "audit.xlsx", toItem("4.2.2"));
  await pagePicture("page-overview.png", "demo.xlsx", (page) =>
    page.getByRole("button", { name: "Overview", exact: true }).click(),
  );
  writeFileSync(
    join(folder, "answers-february.csv"),
    [
      "Id,Answer,Evidence,Owner",
      "8.2.2,Met,Retention policy.pdf,M. Dunne",
      "8.2.4,Met,Trail of all accounts.pdf,J. Okafor",
      "8.3,done,,P. Lind",
      "8.4,partly,,",
      "8.1.10,Not met,,",
      "1.3,Met,Risk register 2026.xlsx,P. Lind",
      "9.16,Met,,",
      "1.1,Met,D&B credit report.pdf,A. Moreau",
    ].join("\n"),
  );
  await pagePicture("page-bring.png", "demo.xlsx", async (page) => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "Bring answers in" }).click();
    const place = page.locator(".bring-place");
    await choose(
      page,
      place.getByRole("button", { name: "Choose a file" }),
      "answers-february.csv",
    );
    await place.locator(".bring-rows").waitFor();
  });
  await browser.close();
  server.kill();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
