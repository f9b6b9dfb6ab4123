import { defineConfig } from "vitest/config";

process.env.TZ = "Europe/Berlin";

/** Only what is told of the core, and quickly: each of thousands of mutants has to meet these tests. */
export default defineConfig({
  test: {
    globalSetup: ["tests/support/unit/texts.ts"],
    setupFiles: ["tests/support/unit/setup.ts"],
    environment: "node",
    pool: "threads",
    maxWorkers: 1,
    isolate: false,
    restoreMocks: true,
    include: ["utils/core/**/*.test.ts"],
    exclude: [
      "**/*.{property,zone}.test.ts",
      "**/bounds.test.ts",
      "**/pass-quiet.test.ts",
      "**/size.test.ts",
    ],
  },
});
