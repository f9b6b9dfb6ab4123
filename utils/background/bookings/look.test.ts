import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aWorld, DANA, KEY, type World } from "../../../tests/support/unit/action-world.ts";
import { NOW, stored, storedStatus } from "../../../tests/support/unit/world.ts";
import type { Found } from "../../core/bookings/found.ts";
import { type ConnectionId, connectionId } from "../../core/model/subject.ts";
import type { Progress } from "../../messaging/bookings.ts";
import { check } from "../checks/check.ts";
import { lookForBookings } from "./look.ts";

// Time passes while it is waited for.
vi.mock("./pause.ts", () => ({
  pause: async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
  },
}));

const GOOGLE = connectionId(DANA);
const HOUR = 3_600_000;
/** When Google was last well. */
const LAST_GOOD = NOW - 60_000;
const TITLE = "Intro call with Alex Kim";

let told: Progress[];
let ending: AbortController;
beforeEach(() => {
  told = [];
  ending = new AbortController();
});

/** Dana with Google broken since a moment. */
async function aBrokenWorld(): Promise<World> {
  const world = await aWorld();
  // As the account of these tests.
  for (const user of world.cal.world.users) user.id = 7;
  for (const key of world.cal.world.keys) key.userId = 7;
  world.cal.control({ action: "break", credentialId: 135, how: "revoked" });
  for (const minutes of [1, 5]) {
    vi.setSystemTime(Date.now() + minutes * 60_000);
    await check("a1");
  }
  return world;
}

async function look(connection: ConnectionId = GOOGLE): Promise<Found> {
  const tell = (progress: Progress) => void told.push(progress);
  const found = await lookForBookings("a1", connection, { signal: ending.signal, tell });
  if (!("missing" in found)) throw new Error(`refused: ${found.problem}`);
  return found;
}

const problem = async (connection: ConnectionId = GOOGLE) =>
  lookForBookings("a1", connection, { signal: ending.signal, tell: () => {} });

function book({ cal }: World, count: number, fields: Record<string, unknown> = {}): void {
  for (let booked = 0; booked < count; booked += 1) cal.control({ action: "book", title: TITLE, ...fields });
}

const countOf = (world: World, route: RegExp) => world.sent().filter((request) => route.test(request)).length;
const REFERENCES = /\/references$/;

describe("bookings made while Google was broken", () => {
  test("are told apart by where they are, the soonest first, with the way to each", async () => {
    const world = await aBrokenWorld();
    const { cal } = world;
    cal.control({ action: "destination", externalId: DANA.externalId });
    book(world, 1, { start: new Date(Date.now() + 50 * HOUR).toISOString() });
    cal.control({ action: "no-destination", blank: true });
    book(world, 1, { start: new Date(Date.now() + 2 * HOUR).toISOString() });
    book(world, 1, { status: "pending" });
    book(world, 1, { host: "Sam Ortiz" });
    cal.control({ action: "mend", credentialId: 135 });
    book(world, 3);
    cal.control({ action: "break", credentialId: 135, how: "revoked" });
    const found = await look();
    expect(found).toMatchObject({ inCalendar: 3, unclear: { pending: 1 }, looked: 6, of: 6, more: false });
    expect(found).toMatchObject({ stopped: false, problem: null });
    expect(found.missing.map(({ uid, title, url, why }) => [uid, title, url, why])).toEqual([
      ["booking50002", TITLE, "https://app.cal.com/booking/booking50002", "noDestination"],
      ["booking50001", TITLE, "https://app.cal.com/booking/booking50001", "notWritten"],
    ]);
    // Neither for the one that waits to be confirmed, nor for that of somebody else.
    expect(countOf(world, REFERENCES)).toBe(5);
    expect(told[0]).toEqual({ looked: 0, of: 6, waitSeconds: null });
    expect(told.at(-1)).toEqual({ looked: 5, of: 6, waitSeconds: null });
  });

  test("are those from when it was last well, and none of before", async () => {
    const world = await aBrokenWorld();
    const user = world.cal.world.users[0];
    book(world, 2);
    for (const booking of user?.bookings ?? []) booking.createdAt = new Date(LAST_GOOD - 1).toISOString();
    book(world, 1);
    expect(await look()).toMatchObject({ of: 1, missing: [{ uid: "booking50003" }] });
  });

  test("can be none", async () => {
    await aBrokenWorld();
    expect(await look()).toMatchObject({ missing: [], inCalendar: 0, unclear: {}, looked: 0, of: 0 });
  });

  test("are looked at up to two hundred, and it is said that there are more", async () => {
    const world = await aBrokenWorld();
    book(world, 250);
    for (const [index, booking] of world.cal.world.users[0]?.bookings.entries() ?? [])
      booking.createdAt = new Date(LAST_GOOD + index).toISOString();
    const found = await look();
    expect(found).toMatchObject({ looked: 200, of: 200, more: true, stopped: false });
    expect(countOf(world, REFERENCES)).toBe(200);
    // The last made.
    expect(found.missing.map(({ uid }) => uid).sort()).toEqual(
      Array.from({ length: 200 }, (_, index) => `booking${50_051 + index}`),
    );
  });
});

describe("Cal.com's limit", () => {
  test("is never reached: the last twenty requests are left for others, and it is said how long is waited", async () => {
    const world = await aBrokenWorld();
    book(world, 150);
    expect(await look()).toMatchObject({ looked: 150, stopped: false });
    expect(world.sent().filter((request) => request.includes("bookings")).length).toBe(152);
    const seconds = told.flatMap(({ waitSeconds }) => waitSeconds ?? []);
    expect(seconds[0]).toBeGreaterThan(50);
    expect(seconds.at(-1)).toBe(1);
    expect(told.findLast((one) => one.looked > 100)?.waitSeconds).toBeNull();
    expect((await storedStatus()).state.lastFailure).toBeNull();
  });

  test("that is reached all the same is waited for, and checks wait, too", async () => {
    const world = await aBrokenWorld();
    book(world, 3);
    const headers = { "X-RateLimit-Reset-Default": "28" };
    world.cal.control({ action: "server", mode: "rate-limited", path: "/v2/bookings/", times: 1, headers });
    const before = Date.now();
    expect(await look()).toMatchObject({ looked: 3, stopped: false, problem: null });
    expect(Date.now() - before).toBe(28_500);
    expect(told.find(({ waitSeconds }) => waitSeconds !== null)?.waitSeconds).toBe(29);
    expect((await storedStatus()).state.lastFailure).toEqual({ reason: "rate-limited" });
  });

  test("that is to last for too long ends it, with the reason", async () => {
    const world = await aBrokenWorld();
    book(world, 3);
    const headers = { "X-RateLimit-Reset-Default": "3600" };
    world.cal.control({ action: "server", mode: "rate-limited", path: "/v2/bookings/", headers });
    expect(await look()).toMatchObject({
      looked: 0,
      of: 3,
      stopped: true,
      problem: { problem: "rateLimited", waitSeconds: 3600 },
    });
  });

  test("that holds already is waited for first", async () => {
    const world = await aBrokenWorld();
    book(world, 1);
    world.cal.control({ action: "server", mode: "rate-limited", times: 1 });
    await check("a1");
    expect(await look()).toMatchObject({ looked: 1, problem: null });
    expect(told[0]?.waitSeconds).toBeGreaterThan(0);
  });
});

describe("it is ended", () => {
  test("in the middle: what was found by then is told, and nothing more is asked", async () => {
    const world = await aBrokenWorld();
    book(world, 20);
    const tell = ({ looked }: Progress) => looked === 7 && ending.abort();
    const found = await lookForBookings("a1", GOOGLE, {
      signal: ending.signal,
      tell: (one) => void tell(one),
    });
    expect(found).toMatchObject({ looked: 7, of: 20, stopped: true, problem: null });
    expect(countOf(world, REFERENCES)).toBe(7);
    expect((await storedStatus()).bookingsChecks).toMatchObject([{ inNoCalendar: 7, stopped: true }]);
  });

  test("at once while Cal.com is left alone", async () => {
    const world = await aBrokenWorld();
    book(world, 150);
    const tell = ({ waitSeconds }: Progress) => waitSeconds !== null && ending.abort();
    const found = await lookForBookings("a1", GOOGLE, {
      signal: ending.signal,
      tell: (one) => void tell(one),
    });
    expect(found).toMatchObject({ of: 150, stopped: true });
    expect(countOf(world, REFERENCES)).toBe((found as Found).looked);
  });

  test("when the account is removed meanwhile", async () => {
    const world = await aBrokenWorld();
    book(world, 5);
    const removed = fakeBrowser.storage.local.set({ accounts: { version: 1, accounts: [] } });
    await removed;
    expect(await problem()).toEqual({ problem: "accountGone" });
    expect(countOf(world, /bookings/)).toBe(0);
  });
});

describe("an answer about one booking", () => {
  test.each<[string, (world: World) => void]>([
    [
      "that it is of somebody else",
      ({ cal }) => Object.assign(cal.world.users[0]?.bookings[1] ?? {}, { uid: "gone" }),
    ],
    [
      "that fails",
      ({ cal }) =>
        void cal.control({ action: "server", mode: "envelope-500", path: "/v2/bookings/", times: 1 }),
    ],
  ])("%s leaves it unclear, and the next is looked at", async (_, harm) => {
    const world = await aBrokenWorld();
    book(world, 3);
    harm(world);
    if (world.cal.world.server.mode.kind === "normal") hideFromReferences(world);
    expect(await look()).toMatchObject({ unclear: { unreadable: 1 }, looked: 3, missing: [{}, {}] });
  });

  test("that fails three times in a row ends it", async () => {
    const world = await aBrokenWorld();
    book(world, 9);
    world.cal.control({ action: "server", mode: "envelope-500", path: "/v2/bookings/" });
    expect(await look()).toMatchObject({ looked: 2, of: 9, stopped: true, problem: { problem: "calError" } });
    expect(countOf(world, REFERENCES)).toBe(3);
  });
});

/** A booking that is called off between the list and the question about it: Cal.com does not know it any more. */
function hideFromReferences({ cal }: World): void {
  const [user] = cal.world.users;
  const gone = user?.bookings[1];
  if (!gone) throw new Error("There is no second booking.");
  let asked = 0;
  Object.defineProperty(gone, "uid", { get: () => (asked++ === 0 ? "gone" : "not-there-any-more") });
}

describe("nothing can be told", () => {
  test.each<[string, Record<string, unknown> & { action: string }, string]>([
    [
      "by a token that may not read bookings",
      { action: "key", state: "calendars-only" },
      "bookingsOutOfScope",
    ],
    ["by a key that is none any more", { action: "key", state: "deleted" }, "keyRejected"],
    [
      "by a server that can't say where they are",
      { action: "older", lacksReferences: true },
      "bookingsNotOffered",
    ],
    [
      "by a server that knows no bookings",
      { action: "server", mode: "envelope-404", path: "/v2/bookings" },
      "bookingsNotOffered",
    ],
    ["by a server that fails", { action: "server", mode: "html-502", path: "/v2/bookings" }, "serverFailed"],
  ])("%s", async (_, control, why) => {
    const world = await aBrokenWorld();
    book(world, 2);
    world.cal.control(control);
    expect(await look()).toMatchObject({ looked: 0, stopped: true, problem: { problem: why } });
    expect((await storedStatus()).bookingsChecks).toEqual([]);
  });

  test("of a connection that works, and Cal.com is not asked", async () => {
    const world = await aBrokenWorld();
    const outlook = { ...GOOGLE, integration: "office365_calendar", credentialId: 212 };
    expect(await problem(outlook)).toEqual({ problem: "breakOver" });
    expect(countOf(world, /bookings/)).toBe(0);
  });

  test("without the key", async () => {
    await aBrokenWorld();
    await fakeBrowser.storage.local.remove("key:a1");
    expect(await problem()).toEqual({ problem: "noKey" });
  });

  test("and a key that is rejected shows at once", async () => {
    const world = await aBrokenWorld();
    world.cal.control({ action: "key", state: "deleted" });
    await look();
    expect((await storedStatus()).state.rejection).toBe("invalid");
  });
});

describe("what is kept", () => {
  test("is how many there were, and when, in place of what was before", async () => {
    const world = await aBrokenWorld();
    book(world, 2);
    const at = Date.now();
    await look();
    const counts = {
      ...GOOGLE,
      at,
      since: LAST_GOOD,
      inNoCalendar: 2,
      inCalendar: 0,
      unclear: 0,
      more: false,
      stopped: false,
    };
    expect((await storedStatus()).bookingsChecks).toEqual([counts]);
    book(world, 1, { status: "pending" });
    await look();
    expect((await storedStatus()).bookingsChecks).toEqual([{ ...counts, unclear: 1 }]);
  });

  test("names nobody and no booking, wherever it is", async () => {
    const errors = vi.spyOn(console, "error");
    const world = await aBrokenWorld();
    book(world, 4, { attendee: "Alex Kim" });
    world.cal.control({ action: "server", mode: "envelope-500", path: "/v2/bookings/", times: 1 });
    await look();
    const everything = JSON.stringify([
      await stored(),
      await fakeBrowser.storage.session.get(null),
      errors.mock.calls,
    ]);
    expect(everything).toContain(KEY);
    for (const secret of [TITLE, "Alex", "alex@example.org", "booking5000", "event5000"])
      expect(everything).not.toContain(secret);
  });
});
