import { expect, test } from "vitest";
import { anAccount, anAccountState, failedWith, MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import { recordsAfter } from "../../background/checks/records-after-check.ts";
import { emptyStatus } from "../model/empty-status.ts";
import { ACCOUNT } from "../model/subject.ts";
import { endPassed, passQuiet, quietEnds, quietFor } from "./pass-quiet.ts";

const DAY = 24 * 60 * MINUTE;
const MARK = { kind: "nothing-selected", subject: ACCOUNT, at: NOW, absentCounted: null } as const;

const quiet = (until: number, lastAttemptAt = NOW) =>
  anAccountState({
    lastAttemptAt,
    snoozeUntil: until,
    snoozed: [{ kind: "nothing-selected", subject: ACCOUNT, until }],
    acknowledgements: [{ ...MARK, until, note: "on purpose" }],
  });
const left = (until: number, lastAttemptAt?: number) =>
  quietEnds(endPassed(quiet(until, lastAttemptAt), NOW)).length;

test("what has come to its end is ended, and what has not stays as it is", () => {
  expect(left(NOW)).toBe(0);
  const state = quiet(NOW + 1);
  expect(endPassed(state, NOW)).toBe(state);
});

test("what would be quiet for more than eight days ends", () => {
  expect(left(NOW + 8 * DAY)).toBe(3);
  expect(left(NOW + 8 * DAY + 1)).toBe(0);
});

test("what was said before the clock was set back lasts as long as it was meant to", () => {
  const after = (until: number) => quietEnds(passQuiet(quiet(until, NOW + 300 * DAY), NOW));
  expect(after(NOW + 301 * DAY)).toEqual([NOW + DAY, NOW + DAY, NOW + DAY]);
  expect(after(NOW + 300 * DAY)).toEqual([]);
});

test("by a clock that has jumped, nothing ends that has not ended by then", () => {
  const ends = (now: number, until: number) => quietEnds(endPassed(quiet(until), now, NOW)).length;
  for (const jump of [40, -365]) {
    expect(ends(NOW + jump * DAY, NOW + 1)).toBe(3);
    expect(ends(NOW + jump * DAY, NOW)).toBe(0);
  }
  expect(quietEnds(quietFor(quiet(NOW + MINUTE), NOW + 40 * DAY, NOW))[0]).toBe(NOW + 40 * DAY + MINUTE);
});

test("a mark without an end has none", () => {
  const state = anAccountState({ acknowledgements: [{ ...MARK, until: null, note: null }] });
  expect(endPassed(state, NOW + 900 * DAY)).toBe(state);
});

test("the next check ends what would be endless, whatever that brings", async () => {
  const before = { ...emptyStatus(), state: anAccountState({ snoozeUntil: Date.now() + 900 * DAY }) };
  const asked = {
    accountId: anAccount().id,
    observation: failedWith({ reason: "offline" }),
    eventTypes: null,
    ms: 1,
  };
  expect((await recordsAfter(before, asked)).status.state.snoozeUntil).toBeNull();
});
