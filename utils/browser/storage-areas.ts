import { browser } from "wxt/browser";

/**
 * What an administrator has set for this extension, as it is: nothing of it is checked. Empty without a policy.
 * @throws what the browser says that can't tell: nothing is known then, which is another thing than no policy
 */
export async function managedValues(): Promise<Record<string, unknown>> {
  // On Android there is no such storage.
  const managed: typeof browser.storage.managed | undefined = browser.storage.managed;
  if (!managed) return {};
  try {
    const values: Record<string, unknown> | undefined = await managed.get(null);
    return values ?? {};
  } catch (error) {
    // Firefox rejects where there is no policy.
    if (/manifest not found/i.test(String(error))) return {};
    throw error;
  }
}

interface Lockable {
  /** Chrome only. */
  setAccessLevel?(options: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

/** Keeps content scripts out of the store, where a browser lets them in at all. There are none: it is a second lock. */
export async function lockStorage(): Promise<void> {
  const local: Lockable = browser.storage.local;
  await local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
