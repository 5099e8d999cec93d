/** Refuses to try a build that is older than what it is made of: its tests would speak of another program. */

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** The first file that a build writes. */
const BUILT = "dist/cli.mjs";
const SOURCES = "addin appsscript build cli core outbox panel preview xlsx".split(" ");

const writtenAt = (path: string): number =>
  statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export default function check(): void {
  const built = writtenAt(BUILT);
  if (built === 0) throw new Error("There is no build to try. Run npm run build.");
  const newer = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
      join(folder, path),
    ),
  ).find((path) => /\.[a-z]+$/.test(path) && writtenAt(path) > built);
  if (newer !== undefined) {
    throw new Error(`The build is older than ${newer}. Run npm run build.`);
  }
}
