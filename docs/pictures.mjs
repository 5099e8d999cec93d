/** Makes the pictures of the README from a real workbook: `npm run pictures` (needs LibreOffice and poppler). */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
} finally {
  rmSync(folder, { recursive: true, force: true });
}
