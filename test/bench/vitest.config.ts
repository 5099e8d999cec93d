/** Runs the figures of the hosts, which need the test hosts and a browser: part of `npm run bench`, no tests. */

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ["**/*.figures.ts"],
    testTimeout: 600_000,
    provide: { chromium: "own" },
    fileParallelism: false,
    reporters: ["default"],
  },
});
