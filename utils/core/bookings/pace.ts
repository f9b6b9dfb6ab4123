import type { RateHint } from "../../cal-api/booking.ts";
import { MINUTE, SECOND } from "../time.ts";

/** How a long job keeps to the limit of Cal.com. Times are in ms since the epoch. */
export interface Pace {
  /** When it last asked, oldest first. */
  sent: readonly number[];
  /** As the last answer had it; null where it did not say. */
  known: RateHint | null;
  /** Cal.com has refused, and is left alone until then. */
  blockedUntil: number;
  /** How often it has refused. */
  refusals: number;
}

export const FREE: Pace = { sent: [], known: null, blockedUntil: 0, refusals: 0 };

/** Cal.com allows a key so many in a minute. A token may ask more often, but need not. */
const MOST = 120;
/** Left for checks, and for what the person does meanwhile. */
const LEFT_FOR_OTHERS = 20;
/** How long Cal.com blocks where it does not say. */
const BLOCKED_MS = MINUTE;
/** Whoever asks for more than that wants to be asked another day. */
const LONGEST_BLOCK_MS = 5 * MINUTE;
const MOST_REFUSALS = 5;
/** The last second that Cal.com tells is rounded. */
const ROUNDED_MS = SECOND / 2;

/** How many ms to wait before the next request; 0 for none. */
export function waitMs({ sent, known, blockedUntil }: Pace, now: number): number {
  const waits = [blockedUntil - now];
  if (known !== null && known.resetsAt > now) {
    const used = known.limit === null ? 0 : known.limit - known.remaining;
    if (Math.min(known.remaining, MOST - used) <= LEFT_FOR_OTHERS) waits.push(known.resetsAt - now);
  } else if (known === null) {
    const hundredth = sent.at(LEFT_FOR_OTHERS - MOST);
    if (hundredth !== undefined) waits.push(hundredth + MINUTE - now);
  }
  return Math.max(0, ...waits);
}

/** @param known what the answer said of the limit */
export function afterAnswer(pace: Pace, known: RateHint | null, now: number): Pace {
  const sent = [...pace.sent, now].slice(LEFT_FOR_OTHERS - MOST);
  return {
    ...pace,
    sent,
    known: known && { ...known, resetsAt: known.resetsAt + ROUNDED_MS },
  };
}

/**
 * After Cal.com has refused for asking too often.
 * @param seconds for which it asks to wait, or null
 * @returns null when that is too long, or too often: the job is to end
 */
export function afterRefusal(pace: Pace, seconds: number | null, now: number): Pace | null {
  const ms = seconds === null ? BLOCKED_MS : seconds * SECOND + ROUNDED_MS;
  const refusals = pace.refusals + 1;
  if (ms > LONGEST_BLOCK_MS || refusals > MOST_REFUSALS) return null;
  return { ...FREE, blockedUntil: now + ms, refusals };
}
