import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { emptyOutbox } from "../../../../tests/support/unit/action-world.ts";
import {
  AGAIN,
  addAgain,
  aMendingWorld,
  breakOld,
  type MendingWorld,
  storedMending,
  storedSteps,
} from "../../../../tests/support/unit/mending-world.ts";
import { eventually } from "../../../../tests/support/unit/worker.ts";
import { MINUTE, storedHistory, storedStatus } from "../../../../tests/support/unit/world.ts";
import { type Clock, statusOf } from "../../../core/model/records.ts";
import { DAY } from "../../../core/time.ts";
import { unselectCalendar } from "../change.ts";
import { dismissMending } from "./dismiss-mending.ts";
import { removeConnection } from "./remove-connection.ts";
import { restoreEverything } from "./restore-everything.ts";
import { resumeRestoring } from "./resume.ts";

vi.mock("../../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

// Each looks at a server several times.
vi.setConfig({ testTimeout: 30_000 });

const GOOGLE = "google_calendar";
const refused = (problem: string, more: object = {}) => ({ ok: false, problem: { problem, ...more } });

/** Broken, connected again, and the old one removed: what went with it is yet to be put back. */
async function removed(type = GOOGLE): Promise<MendingWorld> {
  const world = await aMendingWorld(type);
  await breakOld(world);
  await addAgain(world);
  if (type === GOOGLE || type === "office365_calendar") await removeConnection("a1", world.old);
  else {
    world.cal.control({ action: "disconnect", credentialId: world.old.credentialId, as: "web-app" });
    await world.look();
  }
  return world;
}

const listReads = (world: MendingWorld, from: number) =>
  world
    .sent()
    .slice(from)
    .filter((request) => request === "GET /v2/calendars").length;

describe("putting everything back", () => {
  test.each([GOOGLE, "office365_calendar"])("of %s ends exactly as before", async (type) => {
    const world = await removed(type);
    expect(world.now()).not.toEqual(world.before);
    expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
    expect(world.now()).toEqual(world.before);
    expect(await storedMending(world)).toMatchObject({
      ended: "as-before",
      restoringSince: null,
      notPutBack: [],
    });
  });

  test.each(["caldav_calendar", "exchange_calendar", "zoho_calendar"])(
    "of %s puts back all but where bookings go, which only the web app can set",
    async (type) => {
      const world = await removed(type);
      expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
      expect(world.now()).toEqual({ ...world.before, destination: world.now().destination });
      const problem = { problem: "webAppOnly" };
      expect((await storedMending(world))?.notPutBack).toEqual([
        { what: "destination", name: "team", problem },
      ]);
      expect(await storedSteps(world)).toMatchObject({ restore: { state: "next" } });
      world.cal.control({
        action: "destination",
        externalId: world.before.destination?.externalId,
        credentialId: AGAIN,
      });
      await world.look();
      expect(world.now()).toEqual(world.before);
      expect(await storedMending(world)).toMatchObject({ ended: "as-before", notPutBack: [] });
    },
  );

  test("of feeds checks them again", async () => {
    const world = await removed("ics-feed_calendar");
    expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
    expect(world.now()).toEqual(world.before);
  });

  test("of Apple, which is mended in place, puts back where bookings go", async () => {
    const world = await aMendingWorld("apple_calendar");
    await breakOld(world);
    await addAgain(world);
    expect(await storedSteps(world)).toMatchObject({ connect: { state: "done" }, remove: { state: "done" } });
    expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
    expect(world.now()).toEqual(world.before);
    expect(world.removals()).toBe(0);
  });

  test("reads the list once for all changes, and tells of it in the history", async () => {
    const world = await removed();
    const from = world.sent().length;
    await restoreEverything("a1", world.old);
    expect(
      world
        .sent()
        .slice(from)
        .filter((request) => !request.startsWith("GET")),
    ).toEqual([
      "POST /v2/selected-calendars",
      "POST /v2/selected-calendars",
      "DELETE /v2/selected-calendars",
      "PUT /v2/destination-calendars",
      "PATCH /v2/event-types/1",
    ]);
    expect(listReads(world, from)).toBe(2);
    const actions = ((await storedHistory())?.entries ?? []).flatMap(({ action }) => action ?? []);
    expect(actions).toEqual(["remove-connection", "restore-event-types", "restore-everything"]);
  });

  test("is no news of any kind", async () => {
    const world = await removed();
    await emptyOutbox();
    await restoreEverything("a1", world.old);
    await world.look(10);
    const notices = (await storedStatus()).outbox?.notices ?? [];
    expect(notices.filter(({ recovered }) => !recovered)).toEqual([]);
  });

  test("twice at once is done once, and once it is over there is nothing to do", async () => {
    const world = await removed();
    const from = world.sent().length;
    await Promise.all([restoreEverything("a1", world.old), restoreEverything("a1", world.old)]);
    expect(listReads(world, from)).toBe(2);
    expect(await restoreEverything("a1", world.old)).toEqual(refused("nothingToMend"));
  });

  test("leaves what the person switched off here since", async () => {
    const world = await removed();
    const team = { ...world.old, type: "calendar", credentialId: AGAIN } as const;
    await unselectCalendar("a1", { ...team, externalId: "private@google_calendar" });
    await restoreEverything("a1", world.old);
    expect(world.now().selected).not.toContain("google_calendar private@google_calendar");
    expect((await storedMending(world))?.ended).toBe("as-before");
  });

  test("is not possible while nothing stands for the old connection", async () => {
    const world = await aMendingWorld(GOOGLE);
    await breakOld(world);
    expect(await restoreEverything("a1", world.old)).toEqual(refused("noSuccessor"));
    expect(await storedMending(world)).toMatchObject({ restoringSince: null, ended: null });
  });

  test.each(["envelope-401", "envelope-404", "nest-500", "rate-limited", "cut-off"] as const)(
    "that Cal.com answers with %s says why, stays to be done, and is done later",
    async (mode) => {
      const world = await removed();
      world.misbehave(mode, "/v2/selected-calendars");
      expect((await restoreEverything("a1", world.old)).ok).toBe(false);
      expect(await storedMending(world)).toMatchObject({ ended: null, restoringSince: null });
      world.misbehave("normal");
      await world.look(31);
      expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
      expect(world.now()).toEqual(world.before);
    },
  );

  test("goes on with the rest when one can't be put back, and says which", async () => {
    const world = await removed();
    world.cal.control({ action: "drop", externalId: "private@google_calendar", credentialId: AGAIN });
    await world.look();
    expect(await restoreEverything("a1", world.old)).toEqual({ ok: true });
    expect((await storedMending(world))?.notPutBack).toMatchObject([
      { what: "calendar", name: "private", problem: { problem: "calendarGone" } },
    ]);
    expect(world.now().destination).toEqual(world.before.destination);
  });
});

describe("a worker that was ended in the middle", () => {
  async function interrupted(minutesAgo: number): Promise<MendingWorld> {
    const world = await removed();
    const status = await storedStatus();
    const restoringSince = Date.now() - minutesAgo * MINUTE;
    const mendings = status.mendings.map((one) => ({ ...one, restoringSince }));
    await fakeBrowser.storage.local.set({ [statusOf("a1")]: { ...status, mendings } });
    return world;
  }

  test("goes on with it when it starts again", async () => {
    const world = await interrupted(29);
    await resumeRestoring();
    await eventually(async () => expect((await storedMending(world))?.ended).toBe("as-before"));
    expect(world.now()).toEqual(world.before);
  });

  test("goes on with it by a clock that was set back by a year, before Cal.com is asked", async () => {
    const world = await interrupted(1);
    vi.setSystemTime(Date.now() - 365 * DAY);
    await resumeRestoring();
    await eventually(async () => expect((await storedMending(world))?.ended).toBe("as-before"));
  });

  describe("by a clock that is 40 days ahead", () => {
    /** With what a look at the clock came to, where there was one. */
    async function resumed(clock?: (before: number, now: number) => Clock): Promise<[MendingWorld, number]> {
      const world = await interrupted(1);
      const [before, from] = [Date.now(), world.sent().length];
      vi.setSystemTime(before + 40 * DAY);
      const status = await storedStatus();
      const looked = clock ? { ...status, clock: clock(before, Date.now()) } : status;
      await fakeBrowser.storage.local.set({ [statusOf("a1")]: looked });
      await resumeRestoring();
      return [world, from];
    }

    test("waits for what Cal.com says of it: the machine may have been asleep", async () => {
      const [world, from] = await resumed();
      expect(await storedMending(world)).toMatchObject({ restoringSince: expect.any(Number), ended: null });
      // It has its turn after what was begun before.
      await dismissMending("a1", world.old);
      expect(world.sent().slice(from)).toEqual([]);
    });

    test("goes on with it where that clock is known to be wrong", async () => {
      const [world] = await resumed((before, now) => {
        const jump = { aheadBy: now - before, answeredAt: now, lastAttemptAt: before, lastGoodAt: before };
        return { believedAt: before, jump };
      });
      await eventually(async () => expect((await storedMending(world))?.ended).toBe("as-before"));
    });

    test("does not where the machine is known to have been asleep", async () => {
      const [world, from] = await resumed((_, now) => ({ believedAt: now, jump: null }));
      expect(await storedMending(world)).toMatchObject({ restoringSince: null, ended: null });
      expect(world.sent().slice(from)).toEqual([]);
    });
  });

  test("does not half an hour later", async () => {
    const world = await interrupted(30);
    const from = world.sent().length;
    await resumeRestoring();
    expect(await storedMending(world)).toMatchObject({ restoringSince: null, ended: null });
    expect(world.sent().slice(from)).toEqual([]);
  });
});

test("what is given up is not offered again, and asks Cal.com for nothing", async () => {
  const world = await removed();
  const from = world.sent().length;
  expect(await dismissMending("a1", world.old)).toEqual({ ok: true });
  expect(await storedMending(world)).toMatchObject({ ended: "dismissed" });
  expect(await dismissMending("a1", world.old)).toEqual(refused("nothingToMend"));
  expect(await dismissMending("a9", world.old)).toEqual(refused("accountGone"));
  expect(world.sent().slice(from)).toEqual([]);
});
