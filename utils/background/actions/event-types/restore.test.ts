import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { outbox, storedState } from "../../../../tests/support/unit/action-world.ts";
import {
  addOutlookType,
  anEventTypeWorld,
  checkAfter,
  type EventTypeWorld,
  INTRO,
  loseOutlook,
  OUTLOOK_CALENDAR,
  problems,
  REVIEW,
} from "../../../../tests/support/unit/event-type-world.ts";
import { storedHistory, storedStatus } from "../../../../tests/support/unit/world.ts";
import { removeAccount } from "../../accounts/remove-account.ts";
import { restoreEventTypes } from "./restore.ts";

const LOST = "event-type-destination-lost";
const WORKSHOP = 3003;
const refused = (problem: string) => ({ ok: false, problem: { problem } });
const done = async () =>
  ((await storedHistory())?.entries ?? []).filter(({ action }) => action === "restore-event-types");

let world: EventTypeWorld;
beforeEach(async () => {
  world = await anEventTypeWorld();
});

/** Two event types have lost their calendar. */
async function loseTwo(): Promise<void> {
  addOutlookType(world, WORKSHOP, "Workshop");
  await checkAfter(360);
  await loseOutlook(world);
  expect(await problems()).toEqual([LOST, LOST]);
}

describe("putting the calendars of event types back", () => {
  test("gives each its own again, which is no news, and the history says who did it", async () => {
    await loseTwo();
    const reads = world.reads();
    expect(await restoreEventTypes("a1")).toEqual({ ok: true });
    expect([world.ownAt(REVIEW), world.ownAt(WORKSHOP)]).toEqual([OUTLOOK_CALENDAR, OUTLOOK_CALENDAR]);
    expect([world.ownAt(INTRO), world.reads()]).toEqual([null, reads + 1]);
    expect([await problems(), await outbox()]).toEqual([[], []]);
    expect((await done()).map(({ name }) => name)).toEqual(["Workshop", "Review"]);
    expect((await storedStatus()).eventTypesRead?.awaited).toEqual([]);
  });

  test("can be about one of them alone", async () => {
    await loseTwo();
    expect(await restoreEventTypes("a1", [WORKSHOP])).toEqual({ ok: true });
    expect([world.ownAt(REVIEW), world.patches()]).toEqual([null, 1]);
    expect(await problems()).toEqual([LOST]);
  });

  test("is sent once for two clicks, and not at all where nothing is lost", async () => {
    await loseOutlook(world);
    const both = await Promise.all([restoreEventTypes("a1"), restoreEventTypes("a1")]);
    expect([both, world.patches()]).toEqual([[{ ok: true }, { ok: true }], 1]);
    expect(await restoreEventTypes("a1")).toEqual({ ok: true });
    expect(world.patches()).toBe(1);
  });

  test("is not possible while the connection is broken, or lists the calendar no more", async () => {
    await loseOutlook(world);
    const [outlook] = world.cal.world.users[0]?.connections.slice(-1) ?? [];
    const credentialId = outlook?.credentialId ?? 0;
    world.cal.control({ action: "break", credentialId, how: "revoked" });
    await checkAfter(1);
    expect(await restoreEventTypes("a1")).toEqual(refused("connectionBroken"));
    world.cal.control({ action: "mend", credentialId });
    world.cal.control({ action: "drop", credentialId, externalId: OUTLOOK_CALENDAR.externalId });
    await checkAfter(1, 6);
    expect(await restoreEventTypes("a1")).toEqual(refused("calendarGone"));
    expect(world.patches()).toBe(0);
  });

  test("says of each why it is left", async () => {
    await loseTwo();
    const types = world.cal.world.users[0]?.eventTypes;
    types?.splice(
      types.findIndex(({ id }) => id === REVIEW),
      1,
    );
    expect(await restoreEventTypes("a1")).toEqual(refused("eventTypeGone"));
    expect(world.ownAt(WORKSHOP)).toEqual(OUTLOOK_CALENDAR);
    expect(await problems()).toEqual([]);
  });

  test("is not done by a key that may only read, which is asked once", async () => {
    await loseTwo();
    world.cal.control({ action: "key", state: "read-only" });
    expect(await restoreEventTypes("a1")).toEqual(refused("readOnlyKey"));
    expect([world.patches(), await problems()]).toEqual([1, [LOST, LOST]]);
  });

  test("stops where Cal.com limits the rate, and waits as long as it asks for", async () => {
    await loseTwo();
    world.misbehave("rate-limited", `/v2/event-types/${WORKSHOP}`);
    expect(await restoreEventTypes("a1")).toMatchObject({ problem: { problem: "rateLimited" } });
    expect([world.ownAt(REVIEW), world.ownAt(WORKSHOP)]).toEqual([OUTLOOK_CALENDAR, null]);
    expect((await storedState()).lastFailure).toEqual({ reason: "rate-limited" });
    vi.setSystemTime(Date.now() + 120_000);
    world.misbehave("normal");
    await checkAfter(1);
    expect(await problems()).toEqual([LOST]);
    expect((await done()).map(({ name }) => name)).toEqual(["Review"]);
  });

  test("believes what Cal.com shows more than that there was no answer", async () => {
    await loseOutlook(world);
    world.misbehave("cut-off", "/v2/event-types/");
    expect(await restoreEventTypes("a1")).toEqual({ ok: true });
    expect(await problems()).toEqual([]);
  });

  test("says so when it was done but could not be read back", async () => {
    await loseOutlook(world);
    world.misbehave("nest-500", "/v2/calendars");
    expect(await restoreEventTypes("a1")).toEqual(refused("notReadBack"));
    expect(world.ownAt(REVIEW)).toEqual(OUTLOOK_CALENDAR);
    world.misbehave("normal");
    await checkAfter(2);
    expect([await problems(), await outbox(), (await done()).length]).toEqual([[], [], 1]);
  });

  test("leaves a check that is due and looks for it, should the worker be ended in the middle", async () => {
    await loseOutlook(world);
    world.cal.control({ action: "slow", ms: 300 });
    const restored = restoreEventTypes("a1");
    await vi.waitFor(() => expect(world.patches()).toBe(1), { timeout: 10_000 });
    const { eventTypesRead, nextCheckAt } = await storedStatus();
    expect(eventTypesRead?.awaited).toEqual([REVIEW]);
    expect(nextCheckAt).toBeLessThanOrEqual(Date.now() + 30_000);
    await restored;
  });

  test("ends with the account, and before a request that would be refused", async () => {
    await loseTwo();
    world.cal.control({ action: "slow", ms: 300 });
    const restored = restoreEventTypes("a1");
    await vi.waitFor(() => expect(world.patches()).toBe(1), { timeout: 10_000 });
    await removeAccount("a1");
    expect(await restored).toMatchObject({ ok: false });
    expect(world.patches()).toBe(1);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toContain("status:a1");
    expect(await restoreEventTypes("a1")).toEqual(refused("accountGone"));
  });
});
