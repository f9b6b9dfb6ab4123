import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";

export interface EndToEndArguments {
  browsers: BrowserName[];
  /** Paths of test files or parts of them; none stands for all. */
  files: string[];
  /** A part of the names of tests, or undefined for all of a file. */
  test?: string;
}

const USAGE = "Usage: npm run test:e2e [-- [FILE …] [--browser chromium|firefox] [-t TEST]]";

/** @throws with a sentence for an argument that is none. */
export function readArguments(args: readonly string[]): EndToEndArguments {
  const result: EndToEndArguments = { browsers: ["chromium", "firefox"], files: [] };
  const rest = args.flatMap((arg) => (arg.startsWith("--browser=") ? arg.split("=") : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift() ?? "";
    if (arg === "--browser") result.browsers = [readBrowser(rest.shift())];
    else if (arg === "-t") result.test = readTest(rest.shift());
    else if (arg.startsWith("-")) throw new Error(`There is no argument "${arg}".\n${USAGE}`);
    else result.files.push(arg);
  }
  return result;
}

function readBrowser(name: string | undefined): BrowserName {
  if (name === "chromium" || name === "firefox") return name;
  throw new Error(`"${name ?? ""}" is no browser of these tests.\n${USAGE}`);
}

function readTest(name: string | undefined): string {
  if (name) return name;
  throw new Error(`After -t comes a part of a test's name.\n${USAGE}`);
}
