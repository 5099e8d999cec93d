/**
 * Looks for the programs that some suites need (LibreOffice, Gnumeric, Chromium), installs what is missing
 * where it can (root on Debian or Ubuntu), and otherwise names it in one sentence.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NEEDS = [
  {
    program: "python3 with uno",
    packages: ["python3-uno"],
    for: "a script fills workbooks in LibreOffice",
    isThere: () =>
      spawnSync("/usr/bin/python3", ["-c", "import uno"], { stdio: "ignore" }).status === 0,
  },
  {
    program: "soffice",
    packages: ["libreoffice-calc", "python3-uno"],
    for: "LibreOffice recalculates workbooks",
  },
  { program: "ssconvert", packages: ["gnumeric"], for: "Gnumeric recalculates workbooks" },
  {
    program: "pdftoppm",
    packages: ["poppler-utils", "fonts-crosextra-carlito"],
    for: "pages become pictures",
  },
  { program: "openssl", packages: ["openssl"], for: "a certificate to serve the add-in with" },
  {
    program: "chromium",
    packages: ["chromium", "fonts-open-sans"],
    for: "pages are tried in a browser",
  },
];

const isThere = (program) =>
  (process.env.PATH ?? "")
    .split(":")
    .some((folder) => folder !== "" && existsSync(`${folder}/${program}`));

const isMet = (need) => need.isThere?.() ?? isThere(need.program);
const missing = NEEDS.filter((need) => !isMet(need));
if (missing.length > 0) {
  const names = missing.flatMap((need) => need.packages);
  const canInstall = process.getuid?.() === 0 && isThere("apt-get");
  if (canInstall) {
    console.log(`Installing ${names.join(", ")} for the tests.`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...args) =>
      spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
    run("update", "-qq");
    run("install", "-y", "-qq", "--no-install-recommends", ...names);
  }
  const still = NEEDS.filter((need) => !isMet(need));
  if (still.length > 0) {
    const list = still.map((need) => `${need.program} (${need.for})`).join(", ");
    const hint = `sudo apt-get install ${still.flatMap((need) => need.packages).join(" ")}`;
    console.error(
      `Not on this machine: ${list}. Their tests are skipped; \`${hint}\` brings them.`,
    );
    if (process.env.CI === "true") process.exit(1);
  }
}
