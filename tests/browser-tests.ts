import { defineConfig } from "vitest/config";

/**
 * The configuration of tests that drive real browsers. Every file of the folder runs in both; one that is for a single
 * browser has its name before `.test.ts`.
 */
export function browserTests(folder: string) {
  const project = (name: "chromium" | "firefox", other: string) => ({
    extends: true as const,
    test: {
      name,
      env: { BROWSER: name },
      include: [`${folder}/**/*.test.ts`],
      exclude: [`${folder}/**/*.${other}.test.ts`],
    },
  });
  return defineConfig({
    test: {
      root: ".",
      environment: "node",
      testTimeout: 120_000,
      hookTimeout: 90_000,
      // Only a story may be tried again, as it starts from nothing each time: tests/e2e/stage/story.ts.
      retry: 0,
      // What the worker draws is there a moment after a page has got its answer, and busy machines are slow.
      expect: { poll: { timeout: 30_000 } },
      // A browser needs a core of its own, and a popup the focus.
      fileParallelism: false,
      projects: [project("chromium", "firefox"), project("firefox", "chromium")],
    },
  });
}
