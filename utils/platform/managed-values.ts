import { browser } from "wxt/browser";

/** What an administrator has set for this extension, as it is: nothing of it is checked. Empty without a policy. */
export async function managedValues(): Promise<Record<string, unknown>> {
  try {
    const values: Record<string, unknown> | undefined = await browser.storage.managed.get(null);
    return values ?? {};
  } catch {
    // Firefox rejects where there is no policy, and on Android there is no such storage.
    return {};
  }
}
