import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ["{utils,components,dev,tests/support}/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/support/unit/setup.ts"],
    environment: "node",
    restoreMocks: true,
    unstubGlobals: false,
    maxWorkers: 2,
    // Wherever it runs, a test sees the same local times.
    env: { TZ: "Europe/Berlin" },
    coverage: {
      provider: "v8",
      include: ["utils/**/*.ts", "components/**/*.{ts,tsx}"],
      exclude: ["**/*.test.{ts,tsx}"],
    },
  },
});
