import { browser } from "wxt/browser";

/**
 * Whether this page is in a small window that the browser fits to it, as a toolbar button opens. It is not in a tab, nor
 * on a phone, where a popup fills the screen.
 */
export function isInFittedWindow(): boolean {
  if (navigator.userAgent.includes("Android")) return false;
  return browser.extension.getViews({ type: "popup" }).includes(window);
}
