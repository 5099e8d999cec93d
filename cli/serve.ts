/** `npm start`: serves the built page on this computer, and opens a browser where there is one. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { tell as complain, printable, say } from "./speak.ts";
import { outliveOutput, ownStreams } from "./terminal.ts";
import { parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, SERVE_TEXT } from "./words.ts";

const FOLDER = fileURLToPath(new URL("./preview/", import.meta.url));
const FIRST_PORT = 4173;
const PORTS_TRIED = 50;
/** Nobody else on the network sees the page. */
const HOST = "127.0.0.1";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

const HEADERS = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

const answer: RequestListener = async (request, response) => {
  const refuse = (code: number) => response.writeHead(code, HEADERS).end();
  // A page elsewhere could have its own name resolve to this computer.
  const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? "");
  if (!isLocal) return refuse(403);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return refuse(400);
  }
  const file = normalize(join(FOLDER, path === "/" ? "index.html" : path));
  const type = TYPES[extname(file)];
  if (!file.startsWith(FOLDER) || type === undefined) return refuse(404);
  try {
    const body = await readFile(file);
    response.writeHead(200, { ...HEADERS, "Content-Type": type, "Content-Length": body.length });
    return request.method === "HEAD" ? response.end() : response.end(body);
  } catch {
    return refuse(404);
  }
};

/** The port that was free, or the error that is not about a port in use; null where all are taken. */
async function listen(server: Server, first: number): Promise<number | null> {
  const last = first === 0 ? 0 : Math.min(65_535, first + PORTS_TRIED - 1);
  for (let port = first; port <= last; port += 1) {
    const code = await new Promise<string | null>((resolve) => {
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen(port, HOST, () => resolve(null));
    });
    if (code === null) {
      const address = server.address();
      return typeof address === "object" && address ? address.port : port;
    }
    if (code !== "EADDRINUSE") throw new Error(SERVE_TEXT.failed(code));
  }
  return null;
}

function openBrowser(address: string): void {
  const { platform, env } = process;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, args] =
    platform === "darwin"
      ? ["open", [address]]
      : platform === "win32"
        ? ["cmd", ["/c", "start", "", address]]
        : ["xdg-open", [address]];
  const started = spawn(command, args, { stdio: "ignore", detached: true });
  // Without a browser the printed address is enough.
  started.on("error", () => undefined);
  started.unref();
}

function optionsOf(args: readonly string[]) {
  const { values, positionals } = parse(args, {
    port: { type: "string" },
    "no-open": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const [word] = positionals;
  if (word !== undefined) throw new WrongUsage(SERVE_TEXT.noWords(word));
  return values;
}

async function main(args: readonly string[]): Promise<number> {
  const tell = (text: string, code: number) => {
    (code === 0 ? say : complain)(ownStreams, text);
    return code;
  };
  let values: ReturnType<typeof optionsOf>;
  try {
    values = optionsOf(args);
  } catch (error) {
    const problem = error instanceof WrongUsage ? error.message : "";
    return tell(`${printable(problem)}\n\n${SERVE_TEXT.help}`, 2);
  }
  if (values.help) return tell(SERVE_TEXT.help, 0);
  const text = values.port ?? String(FIRST_PORT);
  const first = Number(text);
  if (!/^\d+$/.test(text) || first > 65_535) return tell(SERVE_TEXT.badPort(printable(text)), 2);
  if (!existsSync(join(FOLDER, "index.html"))) return tell(SERVE_TEXT.notBuilt, 1);
  const server = createServer(answer);
  try {
    const port = await listen(server, first);
    if (port === null) return tell(SERVE_TEXT.noPort(first, first + PORTS_TRIED - 1), 1);
    const address = `http://localhost:${port}/`;
    tell(SERVE_TEXT.ready(address), 0);
    if (!values["no-open"]) openBrowser(address);
    return 0;
  } catch (error) {
    return tell(error instanceof Error ? error.message : "", 1);
  }
}

outliveOutput((code) => complain(ownStreams, CLI_TEXT.noOutput(code)));
process.exitCode = await main(process.argv.slice(2));
