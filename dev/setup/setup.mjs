import { ensureBrowsers } from "./browsers.mjs";
import { ensureFonts } from "./fonts.mjs";
import { ensurePackages } from "./packages.mjs";

/** A sentence for the person at the machine: what is missing and how to get it. */
export { SetupError } from "./setup-error.mjs";

/**
 * Makes a fresh machine ready: npm packages, and browsers where they are needed. Quick when everything is there.
 * Plain JavaScript for Node 20 without dependencies, as it runs before anything is installed.
 *
 * @param {{ root: string, browsers: readonly import("./find-browser.mjs").BrowserName[] }} wanted
 * @returns {Record<string, string>} the environment variables that name the browsers
 * @throws {SetupError} when something is missing that can't be installed from here.
 */
export function ensureReady({ root, browsers }) {
  ensurePackages(root);
  const paths = ensureBrowsers(browsers);
  if (browsers.length > 0) ensureFonts();
  return paths;
}
