import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aFinding, anAccountState, MINUTE, NOW, seed, storedStatus } from "../../tests/support/unit/world.ts";
import { setAlarm } from "./alarm.ts";
import { passEnds } from "./pass-ends.ts";
import { onAlarm, start } from "./start.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** An account whose one problem is expected until some minutes from now. */
const expectedFor = (minutes: number) =>
  anAccountState({
    lastAttemptAt: NOW,
    findings: [
      aFinding({
        kind: "no-connections",
        acknowledged: true,
        acknowledgedUntil: NOW + minutes * MINUTE,
        note: "being moved",
      }),
    ],
  });
const isExpected = async (id = "a1") => (await storedStatus(id)).state.findings[0]?.acknowledged;
const badge = () => fakeBrowser.action.getBadgeText({});

test("the alarm goes off at the first end of a mark", async () => {
  await seed([
    { state: expectedFor(12), nextCheckAt: NOW + 20 * MINUTE },
    { account: { id: "a2" }, state: expectedFor(7), nextCheckAt: NOW + 20 * MINUTE },
  ]);
  await setAlarm();
  expect((await fakeBrowser.alarms.get("check"))?.scheduledTime).toBe(NOW + 7 * MINUTE);
});

test("a mark ends with the alarm, and not before; nobody is asked for that", async () => {
  await seed([{ state: expectedFor(7), nextCheckAt: NOW + 20 * MINUTE }]);
  vi.setSystemTime(NOW + 7 * MINUTE - 1);
  await onAlarm();
  expect(await isExpected()).toBe(true);
  expect(await badge()).toBe("");
  vi.setSystemTime(NOW + 7 * MINUTE);
  await onAlarm();
  expect(await isExpected()).toBe(false);
  expect(await badge()).toBe("1");
});

test("a mark that has ended while the browser was closed counts again at the start", async () => {
  await seed([{ state: expectedFor(-1), nextCheckAt: NOW + 20 * MINUTE }]);
  await start();
  expect(await isExpected()).toBe(false);
});

test("where nothing has ended nothing is written", async () => {
  await seed([{ state: expectedFor(7) }, { account: { id: "a2" }, state: expectedFor(-1) }]);
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await passEnds();
  expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([["status:a2"]]);
  await passEnds();
  expect(set).toHaveBeenCalledTimes(1);
});
