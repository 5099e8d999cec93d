/** Readers that go away: the work is finished all the same, and the exit code is its own. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { skipsWithout } from "../engines/programs.ts";
import { auditFolder } from "./audit.ts";
import { PROGRAM, run } from "./run.ts";
import { onTerminal } from "./terminal.ts";

const { at, folder, path, score } = auditFolder();

/** The exit code of a command before a pipe, and what the reader behind it took. */
function piped(command: string, reader: string): { code: string; out: string; err: string } {
  const script = `"${process.execPath}" "${PROGRAM}" ${command} | ${reader}; echo "code \${PIPESTATUS[0]}"`;
  const ran = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  const [, out = "", code = ""] = /^(.*)code (\d+)\n$/s.exec(ran.stdout) ?? [];
  return { code, out, err: ran.stderr };
}

describe("a closed output", () => {
  it("changes no exit code", () => {
    run(["new", "sound.xlsx", "--partner", "Kestrel"], folder);
    expect(piped("score sound.xlsx absent.xlsx", "true").code).toBe("1");
    expect(piped("check absent.xlsx 2>&1", "true").code).toBe("1");
    expect(piped("check sound.xlsx", "true")).toEqual({
      code: "0",
      out: "",
      err: expect.stringMatching(/^Next: .*\n$/),
    });
    expect(piped("catalog --json", "head -c 1")).toEqual({ code: "0", out: "{", err: "" });
    expect(piped("scroe 2>&1", "true").code).toBe("2");
  });

  it("ends no hand-over half-way", () => {
    const file = at("ready", "piped.xlsx");
    expect(piped(`submit ${file} --yes 2>&1`, "true").code).toBe("0");
    expect(score(file).phase).toBe("Submitted");
    expect(existsSync(path("piped.eml"))).toBe(true);
  });

  it.skipIf(!existsSync("/dev/full"))("that is full ends none either, and is told", () => {
    const file = at("ready", "full.xlsx");
    const command = `"${process.execPath}" "${PROGRAM}" submit ${file} --yes > /dev/full`;
    const ran = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8" });
    expect(ran.status).toBe(1);
    expect(ran.stderr.match(/The output cannot be written \(ENOSPC\)/g)).toHaveLength(1);
    expect(score(file).phase).toBe("Submitted");
  });

  it.skipIf(skipsWithout("python3"))(
    "leaves a question to be answered, and no answer is a no",
    () => {
      for (const [name, typed, isYes] of [
        ["yes", "y\r", true],
        ["no", "n\r", false],
        ["end", "\u0004", false],
      ] as const) {
        const file = at("ready", `closed-${name}.xlsx`);
        const { code, shown } = onTerminal(["submit", file], typed, folder, { closed: true });
        expect(shown, name).toContain("Hand over? y/N");
        expect(shown.includes("Not handed over. Nothing was written."), name).toBe(!isYes);
        expect(code, name).toBe(isYes ? 0 : 1);
        expect(score(file).phase, name).toBe(isYes ? "Submitted" : "Self-assessment");
      }
    },
  );
});
