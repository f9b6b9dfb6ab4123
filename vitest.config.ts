import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

// Wherever it runs, a test sees the same local times. A thread has no time zone of its own, so it is the whole process's.
process.env.TZ = "Europe/Berlin";

const TESTS = "{utils,components,dev,bench,tests/support}/**/*";

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    globalSetup: ["tests/support/unit/texts.ts"],
    setupFiles: ["tests/support/unit/setup.ts"],
    environment: "node",
    restoreMocks: true,
    unstubGlobals: false,
    maxWorkers: 2,
    // Other work on the machine makes nothing wrong.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          pool: "threads",
          include: [`${TESTS}.test.{ts,tsx}`],
          exclude: [`${TESTS}.zone.test.ts`],
        },
      },
      // What happens in other time zones: only a process can go there.
      { extends: true, test: { name: "zones", pool: "forks", include: [`${TESTS}.zone.test.ts`] } },
    ],
    coverage: {
      provider: "v8",
      include: ["utils/**/*.ts", "components/**/*.{ts,tsx}"],
      exclude: ["**/*.test.{ts,tsx}"],
    },
  },
});
