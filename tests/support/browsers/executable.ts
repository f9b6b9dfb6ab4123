import { findBrowser } from "../../../dev/setup/find-browser.mjs";
import type { BrowserName } from "./browser-under-test.ts";

/** @throws when the browser is not installed, with a sentence that says what to do. */
export function browserExecutable(browser: BrowserName): string {
  const found = findBrowser(browser);
  if (found === undefined) {
    throw new Error(
      `${browser === "chromium" ? "Chromium" : "Firefox"} is not installed: "npm test" and "npm run demo" install it ` +
        "or say how to.",
    );
  }
  return found;
}
