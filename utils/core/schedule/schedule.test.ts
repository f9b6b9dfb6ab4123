import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anAccountState, MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import type { AccountState } from "../model/account-state.ts";
import { emptyStatus } from "../model/empty-status.ts";
import type { StatusRecord } from "../model/records.ts";
import { SETTINGS_TABLE } from "../settings/table.ts";
import {
  cooldownMs,
  dueAfterCheck,
  dueAfterNewInterval,
  dueAt,
  isBackingOff,
  isDue,
  rateLimitMs,
  sinceAttempt,
} from "./schedule.ts";

function status(nextCheckAt: number | null, state: Partial<AccountState> = {}): StatusRecord {
  return { ...emptyStatus(), state: anAccountState(state), nextCheckAt };
}

describe("when the next check is due", () => {
  test("the plain interval is jittered by at most a tenth either way", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SETTINGS_TABLE.intervalMinutes.choices),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (interval, random) => {
          const state = anAccountState({ nextCheckAt: NOW + interval * MINUTE });
          const wait = dueAfterCheck(state, NOW, interval, random) - NOW;
          return wait >= interval * MINUTE * 0.9 && wait <= interval * MINUTE * 1.1;
        },
      ),
    );
  });

  test("the jitter reaches both ends", () => {
    const state = anAccountState({ nextCheckAt: NOW + 30 * MINUTE });
    expect(dueAfterCheck(state, NOW, 30, 0)).toBe(NOW + 27 * MINUTE);
    expect(dueAfterCheck(state, NOW, 30, 0.5)).toBe(NOW + 30 * MINUTE);
    expect(dueAfterCheck(state, NOW, 30, 0.999_999_9)).toBe(NOW + 33 * MINUTE);
  });

  test("a backoff is not jittered, not even one as long as the interval", () => {
    const state = anAccountState({ failures: 6, nextCheckAt: NOW + 30 * MINUTE });
    expect(dueAfterCheck(state, NOW, 30, 0)).toBe(NOW + 30 * MINUTE);
  });

  test("looking again at a suspicion is not jittered", () => {
    expect(dueAfterCheck(anAccountState({ nextCheckAt: NOW + MINUTE }), NOW, 30, 0)).toBe(NOW + MINUTE);
  });

  describe("after a change that the person asked for", () => {
    const after = (secondsAgo: number, change: Partial<AccountState> = {}) => {
      const pending = [{ action: "select-calendar" as const, at: NOW - secondsAgo * 1000, externalId: "c" }];
      const state = anAccountState({ nextCheckAt: NOW + 30 * MINUTE, pending, ...change });
      return dueAfterCheck(state, NOW, 30, 0.5) - NOW;
    };

    test("an answer that may be from before it is followed by another soon", () => {
      expect(after(0)).toBe(30_000);
      expect(after(14.999)).toBe(15_001);
    });

    test("one that can't be does not make haste, nor does a clock that was set back", () => {
      expect(after(15)).toBe(30 * MINUTE);
      expect(after(-60)).toBe(30 * MINUTE);
    });

    test("a backoff is not shortened", () => {
      expect(after(0, { failures: 1, nextCheckAt: NOW + 5 * MINUTE })).toBe(5 * MINUTE);
    });
  });

  test("a clock that was set back does not silence an account", () => {
    expect(dueAt(status(NOW + 24 * 60 * MINUTE), NOW, 30)).toBe(NOW);
    expect(dueAt(status(NOW + 33 * MINUTE), NOW, 30)).toBe(NOW + 33 * MINUTE);
    expect(sinceAttempt(anAccountState({ lastAttemptAt: NOW + MINUTE }), NOW)).toBe(Number.POSITIVE_INFINITY);
  });

  test("an attempt of this very moment is one", () => {
    expect(sinceAttempt(anAccountState({ lastAttemptAt: NOW }), NOW)).toBe(0);
    expect(cooldownMs(anAccountState({ lastAttemptAt: NOW }), NOW)).toBe(15_000);
    expect(cooldownMs(anAccountState({ lastAttemptAt: NOW - 15_000 }), NOW)).toBe(0);
    expect(cooldownMs(anAccountState({ lastAttemptAt: NOW + 1 }), NOW)).toBe(0);
  });

  test("a backoff is over when its time is, and there is none before anything failed", () => {
    expect(isBackingOff(status(NOW + 1, { failures: 1 }), NOW)).toBe(true);
    expect(isBackingOff(status(NOW, { failures: 1 }), NOW)).toBe(false);
    expect(isBackingOff(status(null, { failures: 1 }), NOW)).toBe(false);
    expect(isBackingOff(status(NOW + 1), NOW)).toBe(false);
  });

  test("an account that was never checked is due", () => {
    expect(isDue(status(null), NOW, 30)).toBe(true);
    expect(isDue(status(NOW + MINUTE), NOW, 30)).toBe(false);
    expect(isDue(status(NOW - MINUTE), NOW, 30)).toBe(true);
  });

  test("a browser that wakes the worker a moment early wakes it for something", () => {
    expect(isDue(status(NOW + 1000), NOW, 30)).toBe(true);
    expect(isDue(status(NOW + 1001), NOW, 30)).toBe(false);
  });
});

describe("when the interval is changed", () => {
  test("a shorter one makes the next check due sooner", () => {
    expect(dueAfterNewInterval(status(NOW + 200 * MINUTE), NOW, 10)).toBe(NOW + 10 * MINUTE);
  });

  test("a longer one leaves the next check as it is", () => {
    expect(dueAfterNewInterval(status(NOW + 20 * MINUTE), NOW, 240)).toBe(NOW + 20 * MINUTE);
  });

  test("a backoff stays", () => {
    const failing = status(NOW + 25 * MINUTE, { failures: 5 });
    expect(isBackingOff(failing, NOW)).toBe(true);
    expect(dueAfterNewInterval(failing, NOW, 10)).toBe(NOW + 25 * MINUTE);
  });
});

test("only a rate limit that is not over yet holds a person back", () => {
  const limited = { failures: 1, lastFailure: { reason: "rate-limited" } } as const;
  expect(rateLimitMs(status(NOW + 40_000, limited), NOW)).toBe(40_000);
  expect(rateLimitMs(status(NOW - 1, limited), NOW)).toBe(0);
  expect(rateLimitMs(status(NOW + 40_000, { failures: 1, lastFailure: { reason: "timed-out" } }), NOW)).toBe(
    0,
  );
});

describe("to the millisecond", () => {
  test("a wait counts as one while it lasts, and no longer", () => {
    const failing = { failures: 1 };
    expect(isBackingOff(status(NOW + 1, failing), NOW)).toBe(true);
    expect(isBackingOff(status(NOW, failing), NOW)).toBe(false);
    expect(isBackingOff(status(NOW + 1), NOW)).toBe(false);
    expect(isBackingOff(status(null, failing), NOW)).toBe(false);
  });

  test("an attempt of this very moment is no time ago, one of the next is none", () => {
    expect(sinceAttempt(anAccountState({ lastAttemptAt: NOW }), NOW)).toBe(0);
    expect(sinceAttempt(anAccountState({ lastAttemptAt: NOW + 1 }), NOW)).toBe(Number.POSITIVE_INFINITY);
    expect(sinceAttempt(anAccountState({ lastAttemptAt: null }), NOW)).toBe(Number.POSITIVE_INFINITY);
  });

  test("nothing is waited for that Cal.com did not ask for", () => {
    const later = NOW + MINUTE;
    expect(rateLimitMs(status(later, { failures: 1, lastFailure: { reason: "rate-limited" } }), NOW)).toBe(
      MINUTE,
    );
    expect(rateLimitMs(status(later, { failures: 1, lastFailure: { reason: "offline" } }), NOW)).toBe(0);
    expect(rateLimitMs(status(later, { failures: 1, lastFailure: null }), NOW)).toBe(0);
    expect(rateLimitMs(status(later, { failures: 0, lastFailure: { reason: "rate-limited" } }), NOW)).toBe(0);
  });

  test("who was never checked has no next check that an interval could change", () => {
    expect(dueAfterNewInterval(status(null), NOW, 10)).toBeNull();
  });
});
