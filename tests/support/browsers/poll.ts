import { setTimeout as sleep } from "node:timers/promises";

/** Busy machines are slow, and what is there sooner is not waited for. */
const DEFAULT_TIMEOUT_MS = 30_000;
const STEP_MS = 50;

/**
 * Asks again and again until the answer is neither `undefined`, `null` nor `false`, and returns it.
 * An attempt that throws counts as "not yet": pages come and go while one asks.
 *
 * @param what what is waited for, to complete "Waited 10 s for …"; a function says it as it is at the end.
 * @throws when `timeoutMs` has passed; the last error of an attempt is its cause.
 */
export async function poll<T>(
  what: string | (() => string),
  attempt: () => Promise<T | undefined | null | false>,
  timeoutMs: number = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await attempt();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= end) {
      const awaited = typeof what === "string" ? what : what();
      throw new Error(`Waited ${timeoutMs / 1000} s for ${awaited}, in vain.`, { cause });
    }
    await sleep(STEP_MS);
  }
}
