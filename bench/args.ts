import type { BrowserName } from "../tests/support/browsers/browser-under-test.ts";

const USAGE =
  "Usage: npm run bench [-- --only evaluate|popup] [--browser chromium|firefox] [--pairs 25] [--sizes 7,100]";
const PARTS = ["evaluate", "popup"] as const;
const BROWSERS = ["chromium", "firefox"] as const satisfies readonly BrowserName[];

export interface BenchArguments {
  parts: readonly (typeof PARTS)[number][];
  browsers: readonly BrowserName[];
  /** How often each popup is opened in each situation. */
  pairs: number;
  /** Only situations with that many calendars; null for all. */
  sizes: readonly number[] | null;
}

/** @throws with a sentence for an argument that is none. */
export function readArguments(args: readonly string[]): BenchArguments {
  const read: BenchArguments = { parts: PARTS, browsers: BROWSERS, pairs: 25, sizes: null };
  const rest = args.flatMap((arg) => (arg.startsWith("--") ? arg.split("=") : [arg]));
  while (rest.length > 0) {
    const [name = "", value = ""] = rest.splice(0, 2);
    if (name === "--only") read.parts = [oneOf(PARTS, value)];
    else if (name === "--browser") read.browsers = [oneOf(BROWSERS, value)];
    else if (name === "--pairs") read.pairs = readCount(value);
    else if (name === "--sizes") read.sizes = value.split(",").map(readCount);
    else throw new Error(`There is no argument "${name}".\n${USAGE}`);
  }
  return read;
}

function oneOf<T extends string>(all: readonly T[], value: string): T {
  const found = all.find((one) => one === value);
  if (!found) throw new Error(`"${value}" is none of ${all.join(", ")}.\n${USAGE}`);
  return found;
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`"${text}" is no number from 1 on.\n${USAGE}`);
  return count;
}
