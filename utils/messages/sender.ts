import type { Runtime } from "webextension-polyfill";
import { browser } from "wxt/browser";

/** Whether a message comes from one of the extension's own pages: not from a web page, not from another extension. */
export function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL("")) ?? false);
}
