import { browser } from "wxt/browser";

/**
 * The match pattern of the host permission that a request to this address needs. It names no port: Firefox knows none in
 * a pattern.
 */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Whether the person lets the extension ask this server. In Firefox also Cal.com's own can be taken away. */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Gives a permission back that is not needed any more. What the manifest demands can't be given back. */
export async function giveBackAccess(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
}
