import { defineConfig } from "vitest/config";

/** Every file runs in both browsers; one that is for a single browser has its name before `.test.ts`. */
function project(name: "chromium" | "firefox", other: string) {
  return {
    extends: true as const,
    test: {
      name,
      env: { BROWSER: name },
      include: ["tests/e2e/**/*.test.ts"],
      exclude: [`tests/e2e/**/*.${other}.test.ts`],
    },
  };
}

export default defineConfig({
  test: {
    root: ".",
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // A browser on a busy machine loses a focus or an event now and then; what is really broken fails twice.
    retry: 1,
    // A browser needs a core of its own, and a popup the focus.
    fileParallelism: false,
    projects: [project("chromium", "firefox"), project("firefox", "chromium")],
  },
});
