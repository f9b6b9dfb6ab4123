import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { inThisOrder } from "./in-this-order.ts";
import { TELLS_ALL } from "./tells-all.ts";

/** The browser tests of one folder. */
export interface Stories {
  folder: string;
  /**
   * Names of files in the folder whose stories are of rules and drawing, which no browser does its own way. `npm test` has not the
   * time to tell them twice, so it does so in Chromium alone; `npm run test:e2e` tells them in both.
   */
  onceIsEnough: readonly string[];
  /**
   * Names of files whose stories are of rules of long or many steps, which unit tests hold in a simulated world. Only
   * `npm run test:e2e` has the time for them.
   */
  inTheLongRun?: readonly string[];
}

/**
 * The configuration of tests that drive real browsers, those of the first folder first. Every file runs in both, but those that are
 * told once; one that can be for a single browser only has its name before `.test.ts`.
 */
export function browserTests(...all: readonly Stories[]) {
  const folders = all.map(({ folder }) => folder);
  const once = all.flatMap(({ folder, onceIsEnough }) => filesOf(folder, onceIsEnough));
  const long = all.flatMap(({ folder, inTheLongRun = [] }) => filesOf(folder, inTheLongRun));
  const project = (name: "chromium" | "firefox", others: readonly string[]) => ({
    extends: true as const,
    test: {
      name,
      env: { BROWSER: name },
      include: folders.map((folder) => `${folder}/**/*.test.ts`),
      exclude: [...others, ...(TELLS_ALL ? [] : long)],
    },
  });
  return defineConfig({
    test: {
      root: ".",
      environment: "node",
      testTimeout: 120_000,
      hookTimeout: 90_000,
      // A second try would go on from what the first has left behind. A file is run again whole: dev/test/vitest-outcome.ts.
      retry: 0,
      // What the worker draws is there a moment after a page has got its answer, and busy machines are slow.
      expect: { poll: { timeout: 30_000 } },
      // A browser needs a core of its own, and a popup the focus.
      fileParallelism: false,
      // What drives a browser keeps nothing between files, and to load it anew for each takes a sixth of all computing.
      isolate: false,
      sequence: { sequencer: inThisOrder(folders) },
      projects: [
        project(
          "chromium",
          folders.map((folder) => `${folder}/**/*.firefox.test.ts`),
        ),
        project("firefox", [
          ...folders.map((folder) => `${folder}/**/*.chromium.test.ts`),
          ...(TELLS_ALL ? [] : once),
        ]),
      ],
    },
  });
}

/** @throws for a name that is no file's */
function filesOf(folder: string, names: readonly string[]): string[] {
  const files = names.map((name) => `${folder}/${name}.test.ts`);
  const missing = files.filter((file) => !existsSync(join(import.meta.dirname, "..", file)));
  if (missing.length > 0) throw new Error(`There is no ${missing.join(", no ")}.`);
  return files;
}
