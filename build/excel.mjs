/**
 * `npm run excel`: serves the add-in on https://localhost:3000 with a certificate that this computer trusts, and
 * puts it into desktop Excel where there is one. Ctrl+C takes it out again.
 */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { buildAddin } from "./addin.mjs";

/** Microsoft's own tools; fetched when they are first used, because few who build the project need them. */
const CERTIFICATES = "office-addin-dev-certs@3.0.0";
const SIDELOADER = "office-addin-debugging@7.0.0";
const PORT = Number(process.env.ADDIN_PORT ?? 3000);
const FOLDER = resolve(process.env.ADDIN_OUT ?? "dist/addin");
const MANIFEST = join(FOLDER, "manifest.xml");
const HAS_DESKTOP = process.platform === "win32" || process.platform === "darwin";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
  ".json": "application/json",
};
/** What keeps its name when it changes; Office shows no icon that comes with any word on keeping it. */
const ASKED_AGAIN = [".html", ".xml", ".json"];

/** Whether it did its work; the server goes on answering meanwhile. */
const npx = (...args) =>
  new Promise((done) => {
    const shell = process.platform === "win32";
    const child = spawn("npx", ["--yes", ...args], { stdio: "inherit", shell });
    child.once("error", () => done(false));
    child.once("close", (code) => done(code === 0));
  });

/** Of one's own by ADDIN_CERT and ADDIN_KEY, else Microsoft's for development. */
async function certificate() {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const cert = process.env.ADDIN_CERT ?? join(folder, "localhost.crt");
  const key = process.env.ADDIN_KEY ?? join(folder, "localhost.key");
  if (process.env.ADDIN_CERT === undefined && !(await npx(CERTIFICATES, "install"))) {
    throw new Error("No certificate was made. Set ADDIN_CERT and ADDIN_KEY to files of your own.");
  }
  if (!existsSync(cert) || !existsSync(key))
    throw new Error(`There is no certificate at ${cert} and ${key}.`);
  return { cert: await readFile(cert), key: await readFile(key) };
}

async function answer(request, response) {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    const file = resolve(FOLDER, `.${path === "/" ? "/help.html" : path}`);
    const type = TYPES[extname(file)];
    if (!file.startsWith(FOLDER + sep) || type === undefined) throw new Error(path);
    const body = await readFile(file);
    response.writeHead(200, {
      "Content-Type": type,
      ...(ASKED_AGAIN.includes(extname(file)) ? { "Cache-Control": "no-store" } : {}),
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch {
    response.writeHead(404).end();
  }
}

/** Resolves when the server listens. */
const listening = (server) =>
  new Promise((done, fail) => {
    server.once("error", ({ code, message }) =>
      fail(
        new Error(
          code === "EADDRINUSE"
            ? `Port ${PORT} is taken. End what uses it, or set ADDIN_PORT to another.`
            : `The server did not start: ${message}`,
        ),
      ),
    );
    server.listen(PORT, "localhost", done);
  });

async function run() {
  if (!Number.isInteger(PORT) || PORT < 1 || PORT > 65_535)
    throw new Error(`ADDIN_PORT is no port: ${process.env.ADDIN_PORT}`);
  const secure = await certificate();
  await buildAddin(`https://localhost:${PORT}`, FOLDER);
  let server;
  try {
    server = createServer(secure, answer);
  } catch ({ message }) {
    throw new Error(`The certificate and its key cannot be used: ${message}`);
  }
  await listening(server);
  process.once("SIGINT", async () => {
    if (HAS_DESKTOP) await npx(SIDELOADER, "stop", MANIFEST);
    process.exit(0);
  });
  console.log(`The add-in is served at https://localhost:${PORT}.`);
  const sideload = [SIDELOADER, "start", MANIFEST, "desktop", "--app", "excel", "--no-debug"];
  if (HAS_DESKTOP && (await npx(...sideload))) return;
  console.log(
    `In Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, ${MANIFEST}`,
  );
  console.log("Where Chrome asks whether Excel may reach this computer, allow it.");
}

try {
  await run();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
