import type { Browser } from "webextension-polyfill";
import type { CommandId } from "../../../utils/messaging/commands.ts";
import { poll } from "../../support/browsers/poll.ts";
import { untilIdle } from "./idle.ts";
import type { Stage } from "./stage.ts";
import { storedStatus } from "./stored.ts";

/**
 * Makes what is stored of the accounts and their checks older, as if that much time had passed.
 * @param parts the records that get older: the histories are not among them if not said
 */
export async function letTimePass(
  stage: Stage,
  ms: number,
  parts: readonly string[] = ["status", "checks"],
): Promise<void> {
  // What the worker stores between reading and writing here would be lost.
  await untilIdle(stage);
  await stage.browser.inExtension(
    async (browser, by: number, parts: readonly string[]) => {
      const older = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(older);
        if (typeof value === "object" && value !== null) {
          return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, older(inner)]));
        }
        // Times in ms since the epoch; no other number that is stored comes near.
        return typeof value === "number" && value > 1e12 ? value - by : value;
      };
      const all = await browser.storage.local.get(null);
      const checked = Object.entries(all).filter(([name]) =>
        parts.some((part) => name.startsWith(`${part}:`)),
      );
      await browser.storage.local.set(
        Object.fromEntries(checked.map(([name, value]) => [name, older(value)])),
      );
    },
    ms,
    parts,
  );
}

/** Longer than Cal.com is left alone after a check, shorter than any wait that would end in a check by itself. */
export const A_MOMENT_MS = 20_000;
/** Cal.com may be slow, and have to be left alone for a while first. */
const CHECK_MS = 60_000;

/**
 * Asks the worker for a check as the button does, a moment later as far as the extension knows, and waits for the end of it, or until
 * the worker says that Cal.com has to be left alone.
 */
export async function checkNow(stage: Stage, laterMs = A_MOMENT_MS): Promise<void> {
  await letTimePass(stage, laterMs);
  const asked = () => stage.browser.inExtension(ask, "check-now" satisfies CommandId);
  await poll("a check to be over", asked, CHECK_MS);
}

/** Lets so much time pass that a check is due, and waits for the end of it. The worker checks by itself, or as for a popup. */
export async function untilChecked(stage: Stage, laterMs: number): Promise<void> {
  const attemptedAt = async () => (await storedStatus(stage)).state.lastAttemptAt ?? 0;
  await letTimePass(stage, laterMs);
  // Every check so far is longer ago than that by now.
  const from = Date.now() - laterMs / 2;
  await stage.browser.inExtension(ask, "popup-opened" satisfies CommandId);
  await poll("a check that is due", async () => (await attemptedAt()) > from, CHECK_MS);
  await untilIdle(stage);
}

/** Runs in the extension. */
function ask({ runtime }: Browser, type: string): Promise<{ ok: boolean }> {
  return runtime.sendMessage({ type });
}
