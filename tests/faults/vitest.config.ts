import { defineConfig } from "vitest/config";

function project(name: "chromium" | "firefox") {
  return {
    extends: true as const,
    test: { name, env: { BROWSER: name }, include: ["tests/faults/**/*.test.ts"] },
  };
}

export default defineConfig({
  test: {
    root: ".",
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // A browser needs a core of its own, and a popup the focus.
    fileParallelism: false,
    projects: [project("chromium"), project("firefox")],
  },
});
