import { beforeEach, describe, expect, test, vi } from "vitest";
import { aWorld, DANA, type World } from "../../../tests/support/unit/action-world.ts";
import { connectionSubject } from "../../core/model/subject.ts";
import type { BookingsRequest } from "../../messaging/bookings.ts";
import { check } from "../checks/check.ts";
import { checkOnTrigger } from "../checks/check-in-turn.ts";
import { answerAboutBookings } from "./answer.ts";

const look: BookingsRequest = { type: "look", accountId: "a1", connection: connectionSubject(DANA) };
const links: BookingsRequest = { type: "links", accountId: "a1", uid: "booking50001" };

let world: World;
beforeEach(async () => {
  world = await aWorld();
  for (const user of world.cal.world.users) user.id = 7;
  for (const key of world.cal.world.keys) key.userId = 7;
  world.cal.control({ action: "break", credentialId: 135, how: "revoked" });
  await laterChecked(1);
  await laterChecked(5);
});

async function laterChecked(minutes: number): Promise<void> {
  vi.setSystemTime(Date.now() + minutes * 60_000);
  await check("a1");
}

const book = (count: number) => {
  for (let booked = 0; booked < count; booked += 1) world.cal.control({ action: "book" });
};
const ask = (request: BookingsRequest, signal = new AbortController().signal, tell = () => {}) =>
  answerAboutBookings(request, signal, tell);
const askedForBookings = () => world.sent().filter((request) => request.includes("bookings"));

test("nothing is asked about bookings unless a person wants it: not by checks, whatever their reason", async () => {
  book(3);
  for (const trigger of ["alarm", "popupOpened", "browserStart", "online", "update"] as const) {
    vi.setSystemTime(Date.now() + 60 * 60_000);
    await checkOnTrigger(trigger);
  }
  world.cal.control({ action: "mend", credentialId: 135 });
  await laterChecked(30);
  expect(world.sent().filter((request) => request === "GET /v2/calendars").length).toBeGreaterThan(5);
  expect(askedForBookings()).toEqual([]);
  world.cal.control({ action: "break", credentialId: 135, how: "revoked" });
  await laterChecked(30);
  await laterChecked(30);
  await ask(look);
  expect(askedForBookings()).not.toEqual([]);
});

test("a later job of an account ends the one before it, which tells what it has", async () => {
  book(5);
  let second: ReturnType<typeof ask> | undefined;
  const first = await ask(look, undefined, () => {
    second ??= ask(look);
  });
  expect(first).toMatchObject({ type: "found", found: { stopped: true, of: 5 } });
  expect(await second).toMatchObject({ type: "found", found: { stopped: false, looked: 5 } });
});

test("what is found, or why nothing could be asked, is the answer", async () => {
  book(1);
  expect(await ask(look)).toMatchObject({ type: "found", found: { missing: [{ uid: "booking50001" }] } });
  expect(await ask({ ...look, accountId: "other" })).toEqual({
    type: "refused",
    problem: { problem: "accountGone" },
  });
});

describe("the links of a booking", () => {
  test("are asked for with one request, and are web addresses", async () => {
    book(1);
    const answer = await ask(links);
    expect(answer).toMatchObject({
      type: "links",
      links: [{ label: "Google Calendar" }, { label: "Microsoft Office" }],
    });
    expect(askedForBookings()).toEqual(["GET /v2/bookings/booking50001/calendar-links"]);
  });

  test.each([
    ["of a booking that is not there any more", links, {}, "bookingGone"],
    ["of an account that is gone", { ...links, accountId: "other" }, {}, "accountGone"],
    ["while Cal.com wants to be left alone", links, { mode: "rate-limited" }, "rateLimited"],
  ] as const)("are refused with the reason: %s", async (_, request, mode, problem) => {
    if ("mode" in mode) world.misbehave(mode.mode);
    expect(await ask(request)).toMatchObject({ type: "refused", problem: { problem } });
  });

  test("are not asked for offline", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(await ask(links)).toEqual({ type: "refused", problem: { problem: "offline" } });
    expect(askedForBookings()).toEqual([]);
  });
});
