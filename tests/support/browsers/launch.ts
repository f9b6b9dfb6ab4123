import type { BrowserUnderTest, LaunchOptions } from "./browser-under-test.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";

/**
 * Starts a real browser with the built extension in it. Only the given hosts can be reached, each at its local port.
 *
 * @throws when the browser or the build is missing, with a sentence that says how to get it.
 */
export function launch(options: LaunchOptions): Promise<BrowserUnderTest> {
  return options.browser === "firefox" ? launchFirefox(options) : launchChromium(options);
}
