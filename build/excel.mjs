/**
 * `npm run excel`: serves the add-in on https://localhost:3000 with a certificate that this computer trusts, and
 * puts it into desktop Excel where there is one. Ctrl+C takes it out again.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAddin } from "./addin.mjs";

/** Microsoft's own tools; fetched when they are first used, because few who build the project need them. */
const CERTIFICATES = "office-addin-dev-certs@3.0.0";
const SIDELOADER = "office-addin-debugging@7.0.0";
const PORT = 3000;
const FOLDER = fileURLToPath(new URL("../dist/addin/", import.meta.url));
const MANIFEST = join(FOLDER, "manifest.xml");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
};

const npx = (...args) =>
  spawnSync("npx", ["--yes", ...args], { stdio: "inherit", shell: process.platform === "win32" })
    .status === 0;

/** Of one's own by ADDIN_CERT and ADDIN_KEY, else Microsoft's for development. */
async function certificate() {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const cert = process.env.ADDIN_CERT ?? join(folder, "localhost.crt");
  const key = process.env.ADDIN_KEY ?? join(folder, "localhost.key");
  if (process.env.ADDIN_CERT === undefined && !npx(CERTIFICATES, "install")) {
    throw new Error("No certificate was made. Set ADDIN_CERT and ADDIN_KEY to files of your own.");
  }
  if (!existsSync(cert) || !existsSync(key))
    throw new Error(`There is no certificate at ${cert} and ${key}.`);
  return { cert: await readFile(cert), key: await readFile(key) };
}

async function answer(request, response) {
  const path = new URL(request.url ?? "/", "https://localhost").pathname;
  const file = normalize(join(FOLDER, path === "/" ? "help.html" : decodeURIComponent(path)));
  const type = TYPES[extname(file)];
  try {
    if (!file.startsWith(FOLDER) || type === undefined) throw new Error(path);
    const body = await readFile(file);
    response.writeHead(200, {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch {
    response.writeHead(404).end();
  }
}

await buildAddin(`https://localhost:${PORT}`);
const server = createServer(await certificate(), answer);
server.listen(PORT, "localhost", () => {
  console.log(`The add-in is served at https://localhost:${PORT}.`);
  const hasDesktop = process.platform === "win32" || process.platform === "darwin";
  if (hasDesktop && npx(SIDELOADER, "start", MANIFEST, "desktop", "--app", "excel", "--no-debug"))
    return;
  console.log(
    `In Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, ${MANIFEST}`,
  );
});
process.once("SIGINT", () => {
  if (process.platform === "win32" || process.platform === "darwin")
    npx(SIDELOADER, "stop", MANIFEST);
  server.close();
  process.exit(0);
});
