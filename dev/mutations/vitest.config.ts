import { defineConfig } from "vitest/config";

process.env.TZ = "Europe/Berlin";

/** Only what is told of the core, and quickly: each of thousands of mutants has to meet these tests. */
export default defineConfig({
  test: {
    environment: "node",
    pool: "threads",
    maxWorkers: 1,
    isolate: false,
    restoreMocks: true,
    include: ["utils/core/**/*.test.ts"],
    exclude: ["**/*.{property,zone}.test.ts", "**/bounds.test.ts", "**/pass-quiet.test.ts"],
  },
});
