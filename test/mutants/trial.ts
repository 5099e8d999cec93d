/** A copy of the project in which a fault is planted and tests are run; the project itself is only read. */

import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Mutant } from "./sites.ts";

/** A run that has not ended by then hangs; a clean one of as many files ends far earlier. */
const PATIENCE_PER_FILE_MS = 180_000;

export type Outcome =
  | { readonly kind: "passed" }
  /** The file, and the first test in it that failed. */
  | { readonly kind: "failed"; readonly file: string; readonly test: string }
  /** No test is to blame: the run hung, or broke before a test was told. */
  | { readonly kind: "broken"; readonly why: string };

interface Told {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export class Copy {
  private readonly root: string;
  /** Of the child that runs now; it leads a group of its own. */
  private running: number | null = null;

  private constructor(root: string) {
    this.root = root;
  }

  /** Everything that is part of the project or could become so. */
  static async of(project: string): Promise<Copy> {
    const root = await mkdtemp(join(tmpdir(), "mutants-"));
    const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    const paths = execFileSync("git", list, { cwd: project, encoding: "utf8" }).split("\0");
    for (const path of paths.filter((entry) => entry && existsSync(join(project, entry)))) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await cp(join(project, path), join(root, path));
    }
    symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
    return new Copy(root);
  }

  /** What tests say while the fault is there; it is taken out again before this returns. */
  async with(mutant: Mutant, tests: readonly string[], needsBuild: boolean): Promise<Outcome> {
    const path = join(this.root, mutant.file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.slice(0, mutant.start) + mutant.after + text.slice(mutant.end));
    try {
      return await this.run(tests, needsBuild);
    } finally {
      writeFileSync(path, text);
    }
  }

  async run(tests: readonly string[], needsBuild: boolean): Promise<Outcome> {
    const limit = PATIENCE_PER_FILE_MS * tests.length;
    if (needsBuild) {
      const built = await this.call(["build.mjs"], limit);
      if (built !== 0) return { kind: "broken", why: "the build fails" };
    }
    const told = join(this.root, "told.json");
    rmSync(told, { force: true });
    const run = [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--bail=1",
      "--maxWorkers=1",
      // What was not changed since the last run need not be compiled again.
      "--experimental.fsModuleCache=true",
      `--experimental.fsModuleCachePath=${join(this.root, "compiled")}`,
      "--reporter=json",
      `--outputFile=${told}`,
    ];
    const ended = await this.call([...run, ...tests], limit);
    if (ended === 0) return { kind: "passed" };
    if (ended === null) return { kind: "broken", why: "the tests do not end" };
    if (!existsSync(told)) return { kind: "broken", why: "the run breaks" };
    const { testResults } = JSON.parse(readFileSync(told, "utf8")) as Told;
    const failed = testResults.find(({ status }) => status === "failed");
    if (!failed) return { kind: "broken", why: "an error outside the tests" };
    const assertion = failed.assertionResults.find(({ status }) => status === "failed");
    return {
      kind: "failed",
      // The system's folder for such files may be a link to it.
      file: failed.name.replace(/^.*?\/(?=test\/)/, ""),
      test: assertion?.fullName ?? failed.message.split("\n")[0] ?? "",
    };
  }

  /** Ends what runs and takes the copy away; also where the program is being ended. */
  remove(): void {
    if (this.running !== null) process.kill(-this.running, "SIGKILL");
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The exit code; null where it had to be ended. */
  private call(args: readonly string[], limit: number): Promise<number | null> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: this.root,
        stdio: "ignore",
        detached: true,
      });
      this.running = child.pid ?? null;
      const end = setTimeout(() => {
        if (this.running !== null) process.kill(-this.running, "SIGKILL");
      }, limit);
      child.on("error", reject);
      child.on("exit", (code) => {
        clearTimeout(end);
        this.running = null;
        resolve(code);
      });
    });
  }
}
