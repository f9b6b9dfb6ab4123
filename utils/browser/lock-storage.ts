import { browser } from "wxt/browser";

interface Lockable {
  /** Chrome only. */
  setAccessLevel?(options: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

/** Keeps content scripts out of the store, where a browser lets them in at all. There are none: it is a second lock. */
export async function lockStorage(): Promise<void> {
  const local: Lockable = browser.storage.local;
  await local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
