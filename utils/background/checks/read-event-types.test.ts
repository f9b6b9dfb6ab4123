import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { ModeKind } from "../../../tests/support/fake-cal/server-state.ts";
import { outbox, storedState } from "../../../tests/support/unit/action-world.ts";
import {
  anEventTypeWorld,
  checkAfter,
  INTRO,
  loseOutlook,
  OUTLOOK_CALENDAR,
  problems,
  REVIEW,
} from "../../../tests/support/unit/event-type-world.ts";
import { MINUTE, storedStatus } from "../../../tests/support/unit/world.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { check } from "./check.ts";

const read = async () => (await storedStatus()).eventTypesRead;
const known = async () => (await storedState()).eventTypes.map(({ id, destination }) => [id, destination]);

test("event types are read in the first check, after the list, and remembered in the same write", async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  const { cal } = await anEventTypeWorld();
  const routes = cal.requests.map(({ path }) => path);
  expect(routes).toEqual(["/v2/calendars", "/v2/event-types"]);
  expect(await known()).toEqual([
    [INTRO, null],
    [REVIEW, OUTLOOK_CALENDAR],
  ]);
  expect(await read()).toMatchObject({ problem: null, at: (await storedState()).lastGoodAt });
  // What was there before, and the check.
  expect(set.mock.calls.filter(([items]) => "status:a1" in items && "checks:a1" in items)).toHaveLength(1);
});

test("they are left alone while nothing changes, and read again after six hours", async () => {
  const { reads } = await anEventTypeWorld();
  await checkAfter(30, 30, 30);
  expect(reads()).toBe(0);
  await checkAfter(270);
  expect(reads()).toBe(1);
});

test("a break is told together with the event types that it is about", async () => {
  const { cal, reads } = await anEventTypeWorld();
  cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await checkAfter(1);
  expect(reads()).toBe(1);
  expect(await outbox()).toEqual(["connection-error", "event-type-destination-broken"]);
  cal.control({ action: "mend", credentialId: 212 });
  await checkAfter(30);
  expect(await problems()).toEqual([]);
});

test("those that lost their calendar are told once it is beyond doubt", async () => {
  const world = await anEventTypeWorld();
  await loseOutlook(world);
  expect(await problems()).toEqual(["event-type-destination-lost"]);
  expect(world.ownAt(REVIEW)).toBeNull();
});

test.each<[string, ModeKind]>([
  ["failed", "envelope-401"],
  ["outOfScope", "envelope-403"],
  ["notOffered", "no-api-v2"],
  ["failed", "nest-500"],
  ["unreadable", "html-200"],
  ["unreadable", "truncated"],
  ["failed", "gone"],
])(
  "%s, from a server that is %s for them, raises nothing and leaves the check good",
  async (problem, mode) => {
    const { cal, misbehave } = await anEventTypeWorld();
    misbehave(mode, "/v2/event-types");
    await checkAfter(360);
    const { failures, rejection, lastGoodAt } = await storedState();
    expect({ failures, rejection, lastGoodAt }).toEqual({
      failures: 0,
      rejection: null,
      lastGoodAt: Date.now(),
    });
    expect(await problems()).toEqual([]);
    expect(await read()).toMatchObject({ problem, at: Date.now(), goodAt: Date.now() - 361 * MINUTE });
    expect(await known()).toHaveLength(2);
    expect(cal.requests.at(-1)?.path).toBe("/v2/event-types");
  },
);

test("a token that may not read them is not sent again for hours, a server that failed is asked in the next check", async () => {
  const { reads, misbehave, cal } = await anEventTypeWorld();
  misbehave("envelope-403", "/v2/event-types");
  await checkAfter(360);
  cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await checkAfter(30, 30);
  expect(reads()).toBe(1);
  misbehave("nest-500", "/v2/event-types");
  await checkAfter(300, 30);
  expect(reads()).toBe(3);
});

test("a limit of the rate there is kept to, and is no failure", async () => {
  const { misbehave } = await anEventTypeWorld();
  misbehave("rate-limited", "/v2/event-types");
  await checkAfter(360);
  const { nextCheckAt, state } = await storedStatus();
  expect(state.failures).toBe(0);
  expect(nextCheckAt).toBeGreaterThanOrEqual(Date.now() + MINUTE);
});

test("switched off they are forgotten at once, with what was said of them, and not read any more", async () => {
  const world = await anEventTypeWorld();
  world.cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await checkAfter(1);
  expect(await problems()).toContain("event-type-destination-broken");
  const reads = world.reads();
  await changeSettings({ eventTypes: false });
  expect(await problems()).toEqual(["connection-error"]);
  expect(await outbox()).toEqual(["connection-error"]);
  expect([await known(), await read()]).toEqual([[], null]);
  await checkAfter(400);
  expect(world.reads()).toBe(reads);
});

test("switched off while they are asked for, nothing of them is remembered", async () => {
  const { cal } = await anEventTypeWorld();
  vi.setSystemTime(Date.now() + 360 * MINUTE);
  cal.control({ action: "slow", ms: 200 });
  const checked = check("a1");
  await vi.waitFor(() => expect(cal.requests.at(-1)?.path).toBe("/v2/event-types"), { timeout: 10_000 });
  await changeSettings({ eventTypes: false });
  expect(await checked).toMatchObject({ kind: "checked" });
  expect([await known(), await read()]).toEqual([[], null]);
  expect((await storedState()).lastGoodAt).toBe(Date.now());
});
