/** How the tests run: no test asserts a time, so waits are generous. */

import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { LongestFirst } from "./test/plan/order.ts";
import { filesOf, PROJECT_NAMES, type ProjectName } from "./test/plan/projects.ts";

const BUILT = "test/plan/built.ts";
const MOST_SEEDS = 1_000_000;

/** Loading the core again for each file would cost more than most files do. */
const OWN: Readonly<Partial<Record<ProjectName, TestProjectInlineConfiguration["test"]>>> = {
  pages: { globalSetup: [BUILT, "test/chromium/server.ts"] },
  cli: { globalSetup: [BUILT] },
  excel: { setupFiles: ["test/addin/loaded.ts"] },
  sheets: { globalSetup: [BUILT] },
  alone: { isolate: true },
  unit: { setupFiles: ["test/plan/properties.ts"] },
};

/** `--mode long` is `npm run test:long`. */
export default defineConfig(({ mode }) => {
  const isLong = mode === "long";
  const SEED = process.env.SEED ?? String(Math.floor(Math.random() * MOST_SEEDS));
  console.log(`Random workbooks from seed ${SEED}; SEED=${SEED} tries the same again.`);
  return {
    test: {
      // Suites start office programs and browsers; two at a time is what a small machine bears.
      maxWorkers: 2,
      reporters: ["default"],
      sequence: { sequencer: LongestFirst },
      projects: PROJECT_NAMES.map((name) => ({ name, include: filesOf(name, isLong) }))
        .filter(({ include }) => include.length > 0)
        .map(({ name, include }) => ({
          test: {
            name,
            include,
            env: { SEED, LONG: isLong ? "yes" : "no" },
            isolate: false,
            testTimeout: 600_000,
            hookTimeout: 600_000,
            maxWorkers: 2,
            ...OWN[name],
          },
        })),
    },
  };
});
