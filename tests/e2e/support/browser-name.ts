import type { BrowserName } from "../../support/browsers/browser-under-test.ts";

/** The browser that this run of the file is for: the end-to-end configuration runs every file once in each. */
export function browserName(): BrowserName {
  return process.env.BROWSER === "firefox" ? "firefox" : "chromium";
}
