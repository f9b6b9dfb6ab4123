import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { note } from "../../tests/support/results.ts";
import { type Death, dieAt } from "../../tests/support/unit/death.ts";
import { aroundWorker, eventually, fireAlarm, startWorker } from "../../tests/support/unit/worker.ts";
import {
  goodAnswer,
  MINUTE,
  NOW,
  seed,
  storedHistory,
  storedStatus,
} from "../../tests/support/unit/world.ts";
import type { AnsweredConnection, Observation } from "../cal-api/observation.ts";
import { evaluate } from "../core/findings/evaluate.ts";
import { type AccountState, emptyAccountState } from "../core/model/account-state.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../cal-api/client.ts", () => ({
  fetchCalendars: asked,
  fetchEventTypes: async () => ({ kind: "problem", problem: "notOffered", retryAfterSeconds: null }),
}));

const { action, notifications } = fakeBrowser;
const WELL = withSecond({});
const BROKEN = withSecond({ condition: "broken", message: "Token revoked", calendars: [] });
const SHARES = [1, 2, 3, 4];
/** `npm run faults` tries each call; `npm test` has time for some. */
const APART = process.env.EVERY_AWAIT ? 1 : 17;
const HOUR = 60 * MINUTE;

/** Two connections: that to which bookings go, and one that is so. */
function withSecond(change: Partial<AnsweredConnection>): Observation {
  const observed = goodAnswer(3);
  if (observed.kind !== "answer") throw new Error("A good answer is an answer.");
  const { connections, ...rest } = observed.answer;
  const others = connections.map((one) => ({
    ...one,
    credentialId: 2,
    primaryExternalId: "d0",
    calendars: one.calendars.map((calendar) => ({ ...calendar, externalId: `d${calendar.externalId}` })),
    ...change,
  }));
  return { ...observed, answer: { ...rest, connections: [...connections, ...others] } };
}

/** All was well two hours ago, and an hour ago there was a first bad answer: the next one confirms it. */
function doubted(): AccountState {
  const options = { intervalMinutes: 30 };
  const { state } = evaluate(emptyAccountState(), WELL, NOW - 2 * HOUR, options);
  return evaluate(state, BROKEN, NOW - HOUR, options).state;
}

/** A worker whose check confirms the break, as far as it lives. */
async function startDying(death: Death): Promise<void> {
  fakeBrowser.reset();
  aroundWorker();
  vi.spyOn(notifications, "create").mockClear();
  await seed([{ state: doubted(), nextCheckAt: NOW }]);
  asked.mockReset().mockImplementation(death.counted(async () => BROKEN));
  death.begin();
  await startWorker();
  await fireAlarm();
}

/** How many calls a worker that lives makes for its start and this check. */
async function countCalls(): Promise<number> {
  const death = dieAt(Number.POSITIVE_INFINITY, true);
  await startDying(death);
  let calls = -1;
  while (calls !== death.calls()) {
    calls = death.calls();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  death.bury();
  return calls;
}

/** The next worker's check, some time later. */
async function nextCheck(at: number, answer: Observation): Promise<void> {
  vi.spyOn(Date, "now").mockReturnValue(at);
  asked.mockReset().mockResolvedValue(answer);
  await startWorker();
  await fireAlarm();
  await eventually(async () => expect((await storedStatus()).state.lastGoodAt).toBe(at));
}

/** The next workers find the break and its end, and tell each once. */
async function holds(where: string): Promise<void> {
  await nextCheck(NOW + 3 * HOUR, BROKEN);
  await eventually(async () => expect(await action.getBadgeText({}), where).toBe("1"));
  await eventually(() => expect(notifications.create, where).toHaveBeenCalled());
  expect(new Set(vi.mocked(notifications.create).mock.calls.map(([id]) => id)).size, where).toBe(1);
  await nextCheck(NOW + 6 * HOUR, WELL);
  await eventually(async () => expect(await action.getBadgeText({}), where).toBe(""));
  expect((await storedStatus()).state.findings, where).toEqual([]);
  expect((await storedHistory())?.entries, where).toHaveLength(2);
}

describe.each([
  ["before the browser has heard of", false],
  ["while the browser still does", true],
])("a worker that is ended %s what it asks for", (when, isHeard) => {
  test.each(SHARES)(
    "leaves a break that is told once, whichever call that is: share %i of four",
    async (share) => {
      const calls = await countCalls();
      expect(calls).toBeGreaterThan(100);
      let tried = 0;
      let held = false;
      try {
        // The last one may be made or not.
        for (let number = share - 1; number < calls - 1; number += SHARES.length * APART) {
          const where = `call ${number} of ${calls}`;
          tried++;
          const death = dieAt(number, isHeard);
          await startDying(death);
          await eventually(() => expect(death.isDead(), where).toBe(true));
          death.bury();
          await holds(where);
        }
        held = true;
      } finally {
        const what = { group: `${when} it`, name: `share ${share}`, held, count: tried };
        note({ kind: "awaits", browser: "none", version: process.version, ...what });
      }
    },
  );
});
