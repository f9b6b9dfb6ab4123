import { browser } from "wxt/browser";
import { sleep } from "../browser/sleep.ts";

const TRIES = 10;
const BETWEEN_TRIES_MS = 2_000;

/**
 * Opens the options page, which welcomes. Without a window Firefox refuses, and an extension can be installed before there
 * is one; then it is tried again for a while.
 * @throws what the browser said to the last try
 */
export async function welcome(): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      return await browser.runtime.openOptionsPage();
    } catch (error) {
      if (left === 1) throw error;
      await sleep(BETWEEN_TRIES_MS);
    }
  }
}
