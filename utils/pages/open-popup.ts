import { browser } from "wxt/browser";

/**
 * Opens the popup at its button. To be called straight from a click, with nothing awaited before it.
 * @returns false where the browser can't, or there is no window for it
 */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
