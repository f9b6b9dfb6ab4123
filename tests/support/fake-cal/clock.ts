import { setTimeout as delay } from "node:timers/promises";

/** Where the server takes the time from. Times are in milliseconds. */
export interface Clock {
  /** Since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: async (ms) => {
    await delay(ms);
  },
};

/** An instant as Cal.com's database has it. */
export function isoTime(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
