import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccountState, MINUTE, NOW, seed } from "../../tests/support/unit/world.ts";
import { type Outbox, type StatusRecord, statusOf } from "../core/model/records.ts";
import { CHECK_ALARM, setAlarm } from "./alarm.ts";

const { alarms } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

async function scheduled(): Promise<number | undefined> {
  return (await alarms.get(CHECK_ALARM))?.scheduledTime;
}

test("the alarm goes off when the first account is due, and again a minute later should that come to nothing", async () => {
  await seed([{ nextCheckAt: NOW + 20 * MINUTE }, { account: { id: "a2" }, nextCheckAt: NOW + 12 * MINUTE }]);
  await setAlarm();
  expect(await alarms.get(CHECK_ALARM)).toMatchObject({
    scheduledTime: NOW + 12 * MINUTE,
    periodInMinutes: 1,
  });
});

test("an alarm that is right is not created anew at each wake of the worker", async () => {
  await seed([{ nextCheckAt: NOW + 20 * MINUTE }]);
  const create = vi.spyOn(alarms, "create");
  await setAlarm();
  vi.setSystemTime(NOW + 5 * MINUTE);
  await setAlarm();
  await setAlarm();
  expect(create).toHaveBeenCalledTimes(1);
});

test("an alarm that is more than a second off is set right", async () => {
  await seed([{ nextCheckAt: NOW + 20 * MINUTE }]);
  alarms.create(CHECK_ALARM, { when: NOW + 20 * MINUTE + 900, periodInMinutes: 1 });
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 20 * MINUTE + 900);
  alarms.create(CHECK_ALARM, { when: NOW + 19 * MINUTE, periodInMinutes: 1 });
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 20 * MINUTE);
});

test("an alarm that goes off only once is replaced", async () => {
  await seed([{ nextCheckAt: NOW + 20 * MINUTE }]);
  alarms.create(CHECK_ALARM, { when: NOW + 20 * MINUTE });
  await setAlarm();
  expect(await alarms.get(CHECK_ALARM)).toMatchObject({ periodInMinutes: 1 });
});

test("an account that is overdue wakes the worker within a minute, and no later for each time it is looked at", async () => {
  await seed([{ nextCheckAt: NOW - MINUTE }]);
  await setAlarm();
  const first = await scheduled();
  expect(first).toBe(NOW + MINUTE / 2);
  vi.setSystemTime(NOW + 20_000);
  await setAlarm();
  expect(await scheduled()).toBe(first);
});

test("while the network is away it is looked for every minute", async () => {
  await seed([
    {
      state: anAccountState({ failures: 6, lastFailure: { reason: "offline" } }),
      nextCheckAt: NOW + 30 * MINUTE,
    },
  ]);
  await setAlarm();
  expect(await scheduled()).toBe(NOW + MINUTE);
});

test("the alarm goes off when a snooze ends before the first check, so that the badge comes back then", async () => {
  const snoozed = (minutes: number) => anAccountState({ snoozeUntil: NOW + minutes * MINUTE });
  await seed([
    { state: snoozed(12), nextCheckAt: NOW + 20 * MINUTE },
    { account: { id: "a2" }, state: snoozed(7), nextCheckAt: NOW + 20 * MINUTE },
  ]);
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 7 * MINUTE);
  vi.setSystemTime(NOW + 7 * MINUTE);
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 12 * MINUTE);
  vi.setSystemTime(NOW + 12 * MINUTE);
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 20 * MINUTE);
});

test("a snooze that ends later than the next check leaves the alarm to that one", async () => {
  await seed([{ state: anAccountState({ snoozeUntil: NOW + 60 * MINUTE }), nextCheckAt: NOW + 20 * MINUTE }]);
  await setAlarm();
  expect(await scheduled()).toBe(NOW + 20 * MINUTE);
});

describe("quiet hours", () => {
  // NOW is Wednesday, 14:05 in Berlin.
  const SOON = { quietHours: "wed 14:00-14:12" };
  const waiting = async (id: string) => {
    const name = statusOf(id);
    const status = (await fakeBrowser.storage.local.get(name))[name] as StatusRecord;
    const outbox: Outbox = { at: NOW, notices: [], automatic: [{ what: "everything", name: null }] };
    await fakeBrowser.storage.local.set({ [name]: { ...status, outbox } });
  };
  const due = { nextCheckAt: NOW + 20 * MINUTE };

  test("end with an alarm when something waits to be told", async () => {
    await seed([due, { ...due, account: { id: "a2" } }], SOON);
    await waiting("a2");
    await setAlarm();
    expect(await scheduled()).toBe(NOW + 7 * MINUTE);
    vi.setSystemTime(NOW + 7 * MINUTE);
    await setAlarm();
    expect(await scheduled()).toBe(NOW + 20 * MINUTE);
  });

  test("end without one when nothing does", async () => {
    await seed([due], SOON);
    await setAlarm();
    expect(await scheduled()).toBe(NOW + 20 * MINUTE);
  });

  test("that end after the next check leave the alarm to that one", async () => {
    await seed([due], { quietHours: "wed 14:00-16:00" });
    await waiting("a1");
    await setAlarm();
    expect(await scheduled()).toBe(NOW + 20 * MINUTE);
  });

  test("that have not begun bring none", async () => {
    await seed([due], { quietHours: "wed 14:08-14:12" });
    await waiting("a1");
    await setAlarm();
    expect(await scheduled()).toBe(NOW + 20 * MINUTE);
  });
});

test("an account of a later version, which can't be checked, does not keep the worker awake", async () => {
  await seed([{}]);
  await fakeBrowser.storage.local.set({ "status:a1": { version: 99 } });
  await setAlarm();
  expect(await scheduled()).toBeUndefined();
});

test("without an account there is no alarm", async () => {
  alarms.create(CHECK_ALARM, { when: NOW + MINUTE, periodInMinutes: 1 });
  await setAlarm();
  expect(await scheduled()).toBeUndefined();
});
