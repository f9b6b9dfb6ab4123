import { browser } from "wxt/browser";

/** A browser ends a worker that has done nothing for 30 s, and a timer is nothing. */
const LONGEST_IDLE_MS = 20_000;

/** Waits, and keeps the worker from being ended meanwhile. @param ms not more than a minute or two */
export async function sleep(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_IDLE_MS) {
    await timeout(Math.min(left, LONGEST_IDLE_MS));
    if (left > LONGEST_IDLE_MS) await keepWorkerAlive();
  }
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Any call of the browser starts its 30 s anew; this one does nothing else. */
async function keepWorkerAlive(): Promise<void> {
  try {
    await browser.runtime.getPlatformInfo();
  } catch {
    // The wait goes on all the same.
  }
}
