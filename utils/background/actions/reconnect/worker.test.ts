import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aroundWorker,
  eventually,
  fireAlarm,
  isStarted,
  startWorker,
  theAlarm,
} from "../../../../tests/support/unit/worker.ts";
import {
  anAccountState,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
  storedStatus,
} from "../../../../tests/support/unit/world.ts";
import type { AccountState } from "../../../core/model/account-state.ts";
import type { Reconnection } from "../../../core/model/records.ts";
import { statusOf } from "../../../core/model/records.ts";
import { DAY } from "../../../core/time.ts";
import { forgetTabs } from "./tab-events.ts";

const asked = vi.hoisted(() => vi.fn());
const slept = vi.hoisted(() => vi.fn());
vi.mock("../../../cal-api/client.ts", () => ({ fetchCalendars: asked }));
vi.mock("../../../browser/sleep.ts", () => ({ sleep: slept }));

const { storage, tabs, windows } = fakeBrowser;
const NOTHING_THERE = { connections: [], destination: { kind: "blank" }, eventTypes: null };
const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const OURS = 7;
const OTHER = 8;

let tab: { id: number; windowId: number; active: boolean } | undefined;

beforeEach(() => {
  aroundWorker();
  asked.mockReset().mockResolvedValue(goodAnswer());
  slept.mockReset().mockResolvedValue(undefined);
  tab = { id: OURS, windowId: 1, active: true };
  vi.spyOn(tabs, "get").mockImplementation((async () => tab) as never);
});

const begun: Reconnection = { ...ID, openedAt: NOW - 20_000, lookedAt: null, recovered: false };

/** A worker that wakes up while the person is in the tab that was opened. */
async function reconnecting(
  change: { looks?: number; state?: AccountState; begun?: Partial<Reconnection> } = {},
) {
  await seed([{ state: change.state ?? anAccountState() }]);
  const reconnections = [{ ...begun, ...change.begun }];
  await storage.local.set({ [statusOf("a1")]: { ...(await storedStatus()), reconnections } });
  await storage.session.set({
    openedTabs: { a1: { tabId: OURS, inFront: true, looks: change.looks ?? 0 } },
  });
  await startWorker();
  // One that is still at its start when the test is over would be at it in the next one.
  await isStarted();
}

/** That many requests, and the last answer is stored: nothing goes on when the test is over. */
const isAsked = (times = 1) =>
  eventually(async () => {
    expect(asked).toHaveBeenCalledTimes(times);
    expect((await storedStatus()).state.lastAttemptAt).toBe(NOW);
  });
const openedTabs = async () => (await storage.session.get("openedTabs")).openedTabs;
const isListening = () =>
  [tabs.onActivated, tabs.onRemoved, windows.onFocusChanged].map((event) => event.hasListeners());

async function leave() {
  if (tab) tab.active = false;
  await tabs.onActivated.trigger({ tabId: OTHER, windowId: 1 });
}

async function comeBack() {
  if (tab) tab.active = true;
  await tabs.onActivated.trigger({ tabId: OURS, windowId: 1 });
}

test.each([
  ["40 days ahead", 40 * DAY],
  ["a year back", -365 * DAY],
])("the tab is not forgotten by a clock that is %s, before Cal.com is asked", async (_, ahead) => {
  await reconnecting({ state: anAccountState({ lastAttemptAt: NOW - MINUTE, lastGoodAt: NOW - MINUTE }) });
  vi.setSystemTime(NOW + ahead);
  await forgetTabs();
  expect(await openedTabs()).toMatchObject({ a1: { tabId: OURS } });
});

describe("Cal.com is asked again", () => {
  test("when the tab is left, and what it said is stored with the status", async () => {
    await reconnecting();
    await leave();
    await isAsked();
    await eventually(async () =>
      expect(await storedStatus()).toMatchObject({
        state: { lastAttemptAt: NOW },
        reconnections: [{ lookedAt: NOW, recovered: true }],
      }),
    );
  });

  test("when another window is chosen", async () => {
    await reconnecting();
    await windows.onFocusChanged.trigger(2);
    await isAsked();
  });

  test("when the tab is closed, which is forgotten then", async () => {
    await reconnecting();
    tab = undefined;
    await tabs.onRemoved.trigger(OURS, { windowId: 1, isWindowClosing: false });
    await isAsked();
    await eventually(async () => expect(await openedTabs()).toEqual({}));
  });

  test("not when the tab is chosen, nor while the person is somewhere else anyway", async () => {
    await reconnecting();
    await comeBack();
    await leave();
    await isAsked();
    await tabs.onActivated.trigger({ tabId: 9, windowId: 1 });
    await windows.onFocusChanged.trigger(2);
    await eventually(async () => expect(await openedTabs()).toMatchObject({ a1: { looks: 1 } }));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("five times at most", async () => {
    await reconnecting({ looks: 5 });
    await leave();
    await eventually(async () => expect(await openedTabs()).toMatchObject({ a1: { inFront: false } }));
    expect(asked).not.toHaveBeenCalled();
  });

  test("within 15 s of the last attempt as soon as they are over, by the alarm should the worker be ended", async () => {
    slept.mockReturnValue(new Promise(() => {}));
    await reconnecting({ state: anAccountState({ lastAttemptAt: NOW - 4_000 }) });
    await leave();
    await eventually(() => expect(slept).toHaveBeenCalledWith(11_000));
    expect(asked).not.toHaveBeenCalled();
    await eventually(async () => expect((await theAlarm())?.scheduledTime).toBe(NOW + 11_000));
  });

  test("not when Cal.com limits the rate", async () => {
    const state = anAccountState({ failures: 1, lastFailure: { reason: "rate-limited" } });
    await reconnecting({ state });
    await leave();
    await eventually(async () => expect(await openedTabs()).toMatchObject({ a1: { inFront: false } }));
    expect(asked).not.toHaveBeenCalled();
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 20 * MINUTE);
  });

  test("once more after a check that was under way when the tab was left", async () => {
    await reconnecting();
    await storage.local.set({ [statusOf("a1")]: { ...(await storedStatus()), nextCheckAt: NOW } });
    let answer = (_: unknown) => {};
    asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
    await leave();
    await eventually(async () => expect(await openedTabs()).toMatchObject({ a1: { looks: 1 } }));
    answer({ kind: "failure", failure: { reason: "timed-out" }, retryAfterSeconds: null });
    await isAsked(2);
  });

  test("a minute after the web app was opened, though it was looked before", async () => {
    await reconnecting();
    asked.mockResolvedValue({ kind: "answer", answer: NOTHING_THERE });
    await leave();
    await eventually(async () => expect((await storedStatus()).reconnections[0]?.lookedAt).toBe(NOW));
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 40_000);
  });
});

describe("tabs are listened to", () => {
  test("as long as somebody is at it", async () => {
    await reconnecting();
    await leave();
    await isAsked();
    expect(isListening()).toEqual([true, true, true]);
  });

  test("by no worker that nobody needs for it, so that no tab wakes it", async () => {
    await seed([{}]);
    await startWorker();
    await eventually(() => expect(isListening()).toEqual([false, false, false]));
  });

  test.each([
    ["has recovered", { recovered: true }],
    ["was given up", { openedAt: NOW - 30 * MINUTE }],
  ])("no more when the last connection %s", async (_, change) => {
    await reconnecting({ begun: change });
    await eventually(() => expect(isListening()).toEqual([false, false, false]));
    expect(await openedTabs()).toEqual({});
  });

  test("again from the click on", async () => {
    await seed([
      { state: anAccountState({ connections: [{ ...ID, condition: "broken", calendars: [] } as never] }) },
    ]);
    await startWorker();
    await eventually(() => expect(isListening()).toEqual([false, false, false]));
    vi.spyOn(tabs, "create").mockImplementation((async () => ({ id: OURS, windowId: 1 })) as never);
    const { reconnect } = await import("./reconnect.ts");
    await reconnect("a1", ID);
    expect(isListening()).toEqual([true, true, true]);
  });
});
