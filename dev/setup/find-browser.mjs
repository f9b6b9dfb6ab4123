import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** The environment variable that names each browser's executable. */
export const VARIABLES = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" };

const COMMANDS = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  firefox: ["firefox-esr", "firefox"],
};

const MAC_APPS = {
  chromium: ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  firefox: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
};

const USUAL_FOLDERS = [
  "/usr/bin",
  "/usr/local/bin",
  "/opt/google/chrome",
  "/opt/firefox",
  "/usr/lib/firefox",
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Where a browser's executable is; undefined when there is none.
 *
 * @param {BrowserName} browser
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 * @throws when its environment variable names something that can't be run: a wrong wish is not silently ignored.
 */
export function findBrowser(browser, env = process.env) {
  const variable = VARIABLES[browser];
  const wished = env[variable];
  if (wished) {
    if (isExecutable(wished)) return wished;
    throw new Error(
      `${variable} is "${wished}", but there is no program that can be run. Correct it or unset it.`,
    );
  }
  const folders = [...(env.PATH ?? "").split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  const candidates = COMMANDS[browser].flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const applications of ["/Applications", join(homedir(), "Applications")]) {
    candidates.push(...MAC_APPS[browser].map((app) => join(applications, app)));
  }
  return candidates.find(isExecutable);
}
