import type { BrowserUnderTest, ExtensionPage } from "../../tests/support/browsers/browser-under-test.ts";
import { colourName } from "./colour.ts";

/** Prints what a person would see: badge, tooltip, and all text of the popup. */
export async function tell(title: string, browser: BrowserUnderTest, popup: ExtensionPage): Promise<void> {
  const { text, color, title: tooltip } = await browser.badge();
  console.log(`\n== ${title}`);
  console.log(`Badge:   ${text === "" ? "(empty)" : `${text}, ${colourName(color)}`}`);
  console.log(`Tooltip: ${tooltip}`);
  console.log("Popup:");
  console.log((await popup.text()).replace(/\n{2,}/g, "\n").replace(/^/gm, "  | "));
}
