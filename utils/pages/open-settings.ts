import { browser } from "wxt/browser";

/** Opens the options page, and closes the popup, which some browsers leave open on top of it. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
