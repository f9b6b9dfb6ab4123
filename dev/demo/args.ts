import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";

export interface DemoArguments {
  browser: BrowserName;
  headless: boolean;
}

const USAGE = "Usage: npm run demo [-- --browser chromium|firefox] [--headless]";

/** @throws with a sentence for an argument that is none. */
export function readArguments(args: readonly string[], hasDisplay: boolean): DemoArguments {
  const result: DemoArguments = { browser: "chromium", headless: !hasDisplay };
  const rest = args.flatMap((arg) => (arg.startsWith("--browser=") ? arg.split("=") : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === "--headless") result.headless = true;
    else if (arg === "--browser") result.browser = readBrowser(rest.shift());
    else throw new Error(`There is no argument "${arg}".\n${USAGE}`);
  }
  return result;
}

function readBrowser(name: string | undefined): BrowserName {
  if (name === "chromium" || name === "firefox") return name;
  throw new Error(`"${name ?? ""}" is no browser of this demo.\n${USAGE}`);
}

/** Whether a window could be shown: Linux says so in the environment, other systems always can. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
