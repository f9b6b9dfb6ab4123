import { browser } from "wxt/browser";

/**
 * Asks the person to let the extension reach a server. Has to be called straight from a click, with nothing awaited
 * before it: browsers refuse to ask otherwise.
 * @param pattern match pattern of the host permission
 */
export function requestAccess(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] }).catch(() => false);
}
