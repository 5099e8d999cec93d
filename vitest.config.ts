/** How the tests run: no test asserts a time, so waits are generous. */

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Suites start office programs and browsers; two at a time is what a small machine bears.
    maxWorkers: 2,
    reporters: ["default"],
  },
});
