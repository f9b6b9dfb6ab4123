import { poll } from "../../support/browsers/poll.ts";
import { pressUntilDone } from "./changes.ts";
import { untilIdle } from "./idle.ts";
import type { Stage } from "./stage.ts";
import { storedStatus } from "./stored.ts";

/** Makes what is stored of the accounts and their checks older, as if that much time had passed. */
export async function letTimePass(stage: Stage, ms: number): Promise<void> {
  // What the worker stores between reading and writing here would be lost.
  await untilIdle(stage);
  await stage.browser.inExtension(async (browser, by: number) => {
    const older = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(older);
      if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, older(inner)]));
      }
      // Times in ms since the epoch; no other number that is stored comes near.
      return typeof value === "number" && value > 1e12 ? value - by : value;
    };
    const all = await browser.storage.local.get(null);
    const checked = Object.entries(all).filter(([name]) => /^(status|checks):/.test(name));
    await browser.storage.local.set(Object.fromEntries(checked.map(([name, value]) => [name, older(value)])));
  }, ms);
}

/** Longer than Cal.com is left alone after a check, shorter than any wait that would end in a check by itself. */
const A_MOMENT_MS = 20_000;
/** A check may have to be asked for a second time on a busy machine. */
const DUE_MS = 60_000;

/** Presses "Check now" in the popup, a moment later as far as the extension knows, and waits for the end of it. */
export async function checkNow(stage: Stage, laterMs = A_MOMENT_MS): Promise<void> {
  await letTimePass(stage, laterMs);
  const popup = await stage.browser.openPopup();
  await pressUntilDone(popup, "Check now");
  await popup.close();
}

/** Lets so much time pass that a check is due, and waits for the end of it. The worker checks by itself, or with the popup. */
export async function untilChecked(stage: Stage, laterMs: number): Promise<void> {
  const attemptedAt = async () => (await storedStatus(stage)).state.lastAttemptAt ?? 0;
  await untilIdle(stage);
  const before = await attemptedAt();
  await letTimePass(stage, laterMs);
  const popup = await stage.browser.openPopup();
  await poll("a check that is due", async () => (await attemptedAt()) > before, DUE_MS);
  await popup.close();
  await untilIdle(stage);
}
