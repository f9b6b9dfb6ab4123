import { runCommand } from "../../../dev/test/command.ts";
import type { BrowserName } from "./browser-under-test.ts";

/**
 * Builds the extension as it is shipped, into `.output`.
 *
 * @throws with what the build said, when it fails.
 */
export async function buildExtension(browser: BrowserName): Promise<void> {
  console.log("Building the extension …");
  const { code, output } = await runCommand(
    "wxt",
    browser === "firefox" ? ["build", "-b", "firefox"] : ["build"],
  );
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
