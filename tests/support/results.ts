import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RunnerTestCase } from "vitest";
import type { BrowserUnderTest } from "./browsers/browser-under-test.ts";

/** Where `npm run faults` wants to have what came of it; undefined when nobody asks. */
const FOLDER = process.env.FAULT_RESULTS;

/** One line of the results: what was tried, in which browser, and whether it held. */
export interface Line {
  kind: "fault" | "deaths" | "awaits" | "fuzz";
  browser: string;
  version: string;
  group: string;
  name: string;
  held: boolean;
  /** How often, of what is done many times. */
  count: number;
  /** How many breaks were told meanwhile. */
  breaks?: number;
}

export function note(line: Line): void {
  if (FOLDER === undefined) return;
  const file = join(FOLDER, `${line.browser}.jsonl`);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

export function noteFault({ browser }: { browser: BrowserUnderTest }, task: Readonly<RunnerTestCase>): void {
  note({
    kind: "fault",
    browser: browser.name,
    version: browser.version,
    group: task.suite?.name ?? "",
    name: task.name,
    held: task.result?.state === "pass",
    count: 1,
  });
}
