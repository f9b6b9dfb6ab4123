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
      // A browser waits for its server, and for time to pass, most of the time: two of each kind keep two cores busy. Each has a
      // profile, ports and a focus of its own.
      maxWorkers: 2,
      projects: [project("chromium", "firefox"), project("firefox", "chromium")],
    },
  });
}
