import { browser } from "wxt/browser";

/** The version of the extension. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
