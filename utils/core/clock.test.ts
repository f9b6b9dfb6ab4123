import { describe, expect, test } from "vitest";
import { anAccountState, MINUTE, NOW } from "../../tests/support/unit/world.ts";
import { afterLook, inAccountTime, lookAtClock, mayGoOn, passedBy, timeOf } from "./clock.ts";
import type { AccountState } from "./model/account-state.ts";
import { emptyStatus } from "./model/empty-status.ts";
import type { StatusRecord } from "./model/records.ts";
import { DAY, HOUR } from "./time.ts";

const LAST = NOW;
const lookedAt = (at: number, change: Partial<AccountState> = {}): StatusRecord => ({
  ...emptyStatus(),
  state: anAccountState({ lastAttemptAt: at, lastGoodAt: at, ...change }),
});
const known = lookedAt(LAST);
/** Of the next look, where no time has passed that anything bears out: two looks are told apart by their time. */
const NEXT = LAST + 1;

interface Look {
  date?: number;
  isGood?: boolean;
}

/** One look more, of which only the time is of interest. */
function after(status: StatusRecord, now: number, { date, isGood = true }: Look = {}): StatusRecord {
  const look = lookAtClock(status, now, { date, isGood });
  const answers = look.state.answers + Number(isGood);
  const judged = { ...look.state, answers, lastAttemptAt: look.time };
  const state = isGood ? { ...judged, lastGoodAt: look.time } : judged;
  return { ...status, ...afterLook(look, status.state, state, now) };
}

const timeAt = (status: StatusRecord, now: number, look: Look = {}) =>
  lookAtClock(status, now, { date: look.date, isGood: look.isGood ?? true }).time;

describe("the clock is believed", () => {
  test.each([
    ["at the first look", emptyStatus(), NOW + 900 * DAY, {}],
    ["a moment later", known, LAST + MINUTE, {}],
    ["up to a day later", known, LAST + DAY, {}],
    ["when it is set back by a little", known, LAST - 10 * MINUTE, {}],
    ["whatever a server's own clock says then", known, LAST + HOUR, { date: LAST - 90 * DAY }],
    [
      "after a sleep, when the answer says so, too",
      known,
      LAST + 40 * DAY,
      { date: LAST + 40 * DAY - MINUTE },
    ],
    ["also where it is some hours off", known, LAST + 40 * DAY, { date: LAST + 40 * DAY - 11 * HOUR }],
    ["set back, when the answer says so, too", known, LAST - 90 * DAY, { date: LAST - 90 * DAY }],
  ])("%s", (_, status, now, look) => {
    expect(lookAtClock(status, now, { isGood: true, ...look })).toMatchObject({
      time: now,
      passed: now,
      clock: { believedAt: now, jump: null },
    });
  });
});

describe.each([
  ["40 days ahead", 40 * DAY],
  ["a day and a minute ahead", DAY + MINUTE],
  ["a day and an hour back", -25 * HOUR],
  ["a year back", -365 * DAY],
])("a clock that is suddenly %s", (_, jump) => {
  const wrong = LAST + jump;

  test("lets no more than a moment pass at an answer that does not say when it was", () => {
    expect(timeAt(known, wrong)).toBe(NEXT);
    expect(timeAt(known, wrong, { date: LAST - 5 * MINUTE })).toBe(NEXT);
  });

  test("gives way to the answer's own date", () => {
    expect(timeAt(known, wrong, { date: LAST + 5 * MINUTE })).toBe(LAST + 5 * MINUTE);
    expect(timeAt(known, wrong, { date: LAST + 5 * MINUTE, isGood: false })).toBe(LAST + 5 * MINUTE);
  });

  test("goes on from there, at its own pace", () => {
    const once = after(known, wrong);
    expect(timeOf(once, wrong + HOUR)).toBe(NEXT + HOUR);
    expect(timeAt(once, wrong + HOUR)).toBe(NEXT + HOUR);
    expect(timeAt(after(once, wrong + HOUR), wrong + 2 * HOUR)).toBe(NEXT + 2 * HOUR);
  });

  test("is believed at a good answer a day after the first one", () => {
    const once = after(after(known, wrong), wrong + HOUR);
    const dayLater = after(once, wrong + 23 * HOUR);
    expect(timeAt(dayLater, wrong + DAY - 1)).toBe(NEXT + DAY - 1);
    expect(timeAt(dayLater, wrong + DAY, { isGood: false })).toBe(NEXT + DAY);
    expect(timeAt(dayLater, wrong + DAY)).toBe(wrong + DAY);
  });

  test("is not, when it jumps again meanwhile", () => {
    const again = after(after(known, wrong), wrong + 300 * DAY);
    expect(timeAt(after(again, wrong + 300 * DAY + HOUR), wrong + 301 * DAY - 1)).toBe(NEXT + DAY);
    expect(timeAt(after(again, wrong + 300 * DAY + HOUR), wrong + 301 * DAY)).toBe(wrong + 301 * DAY);
  });

  test("is the right one again as soon as it is back, and nothing of it is left", () => {
    const back = lookAtClock(after(known, wrong), LAST + HOUR, { isGood: true });
    expect(back).toMatchObject({ time: LAST + HOUR, clock: { believedAt: LAST + HOUR, jump: null } });
    expect(back.state).toEqual({ ...known.state, answers: 2, lastAttemptAt: NEXT, lastGoodAt: NEXT });
    expect(timeOf(after(known, wrong), LAST + HOUR)).toBe(LAST + HOUR);
  });

  test("is shown to pages as they would read it, when Cal.com was last asked and answered", () => {
    const once = after(known, wrong, { date: LAST + MINUTE });
    expect(once.state).toMatchObject({ lastAttemptAt: wrong, lastGoodAt: wrong });
    expect(inAccountTime(once).state).toMatchObject({
      lastAttemptAt: LAST + MINUTE,
      lastGoodAt: LAST + MINUTE,
    });
    expect(after(once, wrong + MINUTE, { isGood: false }).state).toMatchObject({
      lastAttemptAt: wrong + MINUTE,
      lastGoodAt: wrong,
    });
  });

  test("is given up for the time of the last look where it would be before that", () => {
    expect(timeOf(known, wrong)).toBe(jump < 0 ? LAST : wrong);
    const once = after(known, wrong);
    expect(timeOf(once, wrong - 300 * DAY)).toBe(NEXT);
  });

  test("ends nothing before there is any answer", () => {
    expect(passedBy(known, wrong)).toBe(LAST);
    const failed = after(known, wrong, { isGood: false });
    expect(passedBy(failed, timeOf(failed, wrong + 5 * MINUTE))).toBeLessThanOrEqual(NEXT + 5 * MINUTE);
  });
});

describe("a failure without any answer after a pause", () => {
  const monday = LAST + 3 * DAY;
  const failed = after(known, monday, { isGood: false });

  test("is noted when it was, and lets nothing end", () => {
    expect(lookAtClock(known, monday, { isGood: false })).toMatchObject({ time: monday, passed: LAST });
    expect(failed).toMatchObject({
      clock: { believedAt: LAST, jump: null },
      state: { lastAttemptAt: monday },
    });
    expect(lookAtClock(failed, monday + HOUR, { isGood: false })).toMatchObject({
      time: monday + HOUR,
      passed: LAST,
      state: { lastAttemptAt: monday },
    });
  });

  test("is followed by an answer that says that it was so", () => {
    const good = lookAtClock(failed, monday + MINUTE, { isGood: true, date: monday + MINUTE });
    expect(good).toMatchObject({ time: monday + MINUTE, passed: monday + MINUTE, clock: { jump: null } });
    expect(good.state.lastAttemptAt).toBe(monday);
  });

  test("or by the right clock", () => {
    const failing = lookedAt(LAST, { failures: 1, failingSince: monday });
    const status = { ...failing, state: { ...failing.state, lastAttemptAt: monday }, clock: failed.clock };
    const back = lookAtClock(status, LAST + HOUR, { isGood: false });
    expect(back).toMatchObject({ time: LAST + HOUR, passed: LAST + HOUR });
    expect(back.state).toMatchObject({ lastAttemptAt: LAST, failingSince: LAST + HOUR });
  });
});

test("by a clock that goes on, or is set back by a little, it is what that shows, and so much time has passed", () => {
  expect(timeOf(known, LAST - 10 * MINUTE)).toBe(LAST - 10 * MINUTE);
  expect(timeOf(known, LAST - 10 * MINUTE - 1)).toBe(LAST);
  expect(timeOf(emptyStatus(), NOW)).toBe(NOW);
  expect(passedBy(known, LAST + DAY)).toBe(LAST + DAY);
  expect(passedBy(known, LAST + DAY + 1)).toBe(LAST);
  expect(passedBy(emptyStatus(), NOW)).toBe(NOW);
});

test("what was made quiet by a clock that is ahead, before any answer told of that, is quiet as long as it was meant", () => {
  const wrong = LAST + 40 * DAY;
  const snoozed = lookedAt(LAST, { snoozeUntil: wrong + HOUR });
  const { state } = lookAtClock(snoozed, wrong + 10 * MINUTE, { date: LAST + 20 * MINUTE, isGood: true });
  expect(state.snoozeUntil).toBe(LAST + 10 * MINUTE + HOUR);
});

describe("what the person began", () => {
  const jumped = { time: LAST + 40 * DAY, passed: LAST };

  test.each([
    ["just now", { time: LAST, passed: LAST }, LAST, true],
    ["a moment less than an hour ago", { time: LAST, passed: LAST }, LAST - HOUR + 1, true],
    ["an hour ago", { time: LAST, passed: LAST }, LAST - HOUR, false],
    ["an hour ago by the last look, before a jump", jumped, LAST - HOUR, false],
    ["just before the last look, before a jump", jumped, LAST - MINUTE, true],
    ["after the last look, before a jump", jumped, LAST + HOUR, true],
    ["after a sleep", jumped, LAST + 40 * DAY - MINUTE, true],
    ["in a time to come", { time: LAST, passed: LAST }, LAST + DAY + 1, false],
  ])("%s may go on for an hour by one of the two times, or not", (_, { time, passed }, begun, isGoingOn) => {
    expect([time, passed].some((at) => mayGoOn(begun, HOUR, at))).toBe(isGoingOn);
  });
});

test("a clock that is some hours ahead is not believed for going on at its own pace", () => {
  const wrong = LAST + 25 * HOUR;
  const once = after(known, wrong, { date: LAST + 12 * HOUR });
  expect(timeAt(once, wrong + HOUR)).toBe(LAST + 13 * HOUR);
  expect(timeOf(once, wrong + HOUR)).toBe(LAST + 13 * HOUR);
});

test("the date of an answer is not gone by where it would make time stand still or leap", () => {
  const wrong = LAST + 40 * DAY;
  expect(timeAt(known, wrong, { date: LAST - 3 * HOUR })).toBe(NEXT);
  expect(timeAt(known, wrong, { date: LAST + 15 * DAY })).toBe(NEXT);
});

test("a clock that was set back by hours for one look is not taken for one that has gone on by them", () => {
  const once = after(known, LAST - 3 * HOUR, { date: LAST + HOUR });
  expect(timeAt(once, LAST + 2 * HOUR)).toBe(LAST + 2 * HOUR);
  expect(timeAt(once, LAST - 2 * HOUR)).toBe(LAST + 2 * HOUR);
});
