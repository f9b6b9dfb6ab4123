import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";

const USAGE = "Usage: npm run screenshots [-- --browser chromium|firefox] [STATE]";

/** @throws with a sentence for an argument that is none. */
export function readArguments(args: readonly string[]): { browsers: BrowserName[]; only: string } {
  let browsers: BrowserName[] = ["chromium", "firefox"];
  let only = "";
  const rest = args.flatMap((arg) => (arg.startsWith("--browser=") ? arg.split("=") : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift() ?? "";
    if (arg === "--browser") browsers = [readBrowser(rest.shift())];
    else if (arg.startsWith("-")) throw new Error(`There is no argument "${arg}".\n${USAGE}`);
    else only = arg;
  }
  return { browsers, only };
}

function readBrowser(name: string | undefined): BrowserName {
  if (name === "chromium" || name === "firefox") return name;
  throw new Error(`"${name ?? ""}" is no browser of the gallery.\n${USAGE}`);
}
