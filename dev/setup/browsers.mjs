import { realpathSync } from "node:fs";
import { aptCandidate, aptGet, canApt } from "./apt.mjs";
import { findBrowser, VARIABLES } from "./find-browser.mjs";
import { SetupError } from "./setup-error.mjs";

/** @typedef {import("./find-browser.mjs").BrowserName} BrowserName */

const NAMES = { chromium: "Chromium or Google Chrome", firefox: "Firefox" };
const DEBIAN_PACKAGES = { chromium: ["chromium", "chromium-browser"], firefox: ["firefox-esr", "firefox"] };

/**
 * Finds the browsers and installs those that are missing where that is possible.
 *
 * @param {readonly BrowserName[]} browsers
 * @returns {Record<string, string>} environment variables with the paths
 * @throws {SetupError}
 */
export function ensureBrowsers(browsers) {
  const missing = browsers.filter((browser) => find(browser) === undefined);
  if (missing.length > 0) install(missing);
  return Object.fromEntries(
    browsers.map((browser) => {
      const path = find(browser);
      if (path === undefined) throw new SetupError(howToInstall([browser]));
      warnOfSnap(browser, path);
      return [VARIABLES[browser], path];
    }),
  );
}

/** @param {BrowserName} browser */
function find(browser) {
  try {
    return findBrowser(browser);
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

/** @param {readonly BrowserName[]} missing */
function install(missing) {
  if (process.platform !== "linux" || !canApt()) throw new SetupError(howToInstall(missing));
  aptGet(["update"]);
  const packages = missing.map((browser) => {
    const found = DEBIAN_PACKAGES[browser].find((name) => aptCandidate(name));
    if (found === undefined) throw new SetupError(howToInstall([browser]));
    return found;
  });
  console.error(`Installing ${packages.join(" and ")} …`);
  if (!aptGet(["install", "--yes", "--no-install-recommends", ...packages])) {
    throw new SetupError(
      `apt-get install ${packages.join(" ")} failed, see above.\n${howToInstall(missing)}`,
    );
  }
}

/**
 * @param {readonly BrowserName[]} missing
 * @returns {string}
 */
function howToInstall(missing) {
  const lines = [`${missing.map((browser) => NAMES[browser]).join(" and ")} is not installed.`];
  if (process.platform === "darwin") {
    const casks = missing.map((browser) => (browser === "chromium" ? "google-chrome" : "firefox"));
    lines.push(`  macOS:   brew install --cask ${casks.join(" ")}   (or from the makers' sites)`);
  } else if (process.platform === "win32") {
    lines.push("  Windows: install it from its maker's site.");
  } else {
    const packages = missing.map((browser) => DEBIAN_PACKAGES[browser][0]).join(" ");
    lines.push(`  Debian:  sudo apt-get install ${packages}`);
    lines.push(
      "  Ubuntu:  its chromium and firefox packages are snaps, which can't use a profile under /tmp:",
    );
    lines.push("           take Google Chrome's .deb, and Firefox from Mozilla's own apt repository.");
    lines.push("  Fedora:  sudo dnf install chromium firefox");
  }
  const variables = missing.map((browser) => VARIABLES[browser]).join(" and ");
  lines.push(`If it is installed in an unusual place, set ${variables} to its executable.`);
  return lines.join("\n");
}

/**
 * @param {BrowserName} browser
 * @param {string} path
 */
function warnOfSnap(browser, path) {
  const real = realpathSync(path);
  if (!real.startsWith("/snap/") && !real.endsWith("/snap")) return;
  console.error(
    `${path} is a snap, which can't use a profile under /tmp. If it does not start, install a .deb and set ` +
      `${VARIABLES[browser]}.`,
  );
}
