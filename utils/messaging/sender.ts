import { browser } from "wxt/browser";

/** The part of `runtime.MessageSender` that tells who it is. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** Whether a message comes from one of the extension's own pages: not from a web page, not from another extension. */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL("")) ?? false);
}
