import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aWorld, DANA, FAMILY, findings, OUTLOOK } from "../../../tests/support/unit/action-world.ts";
import { network } from "../../../tests/support/unit/hold-answer.ts";
import { anAccountState, NOW, storedStatus } from "../../../tests/support/unit/world.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Reading } from "../../core/model/records.ts";
import { check } from "../checks/check.ts";
import { testReading, withReading } from "./test-reading.ts";

const readings = async () => (await storedStatus()).readings;
const { type: _, ...DANA_ID } = DANA;
const before: Reading = { ...DANA_ID, at: 1, outcome: "busy", count: 99 };

/** As if it had been tested before. */
async function withOlder(): Promise<void> {
  await fakeBrowser.storage.local.set({ "status:a1": { ...(await storedStatus()), readings: [before] } });
}

test("what Cal.com sees in the next 7 days is counted and kept with its time, and nothing else of it", async () => {
  const world = await aWorld();
  expect(await testReading("a1", DANA)).toEqual({ ok: true });
  // Two on each of the five working days.
  expect(await readings()).toEqual([{ ...DANA_ID, at: NOW, outcome: "busy", count: 10 }]);
  expect(world.sent()).toEqual(["GET /v2/calendars/busy-times"]);
});

test("a calendar that Cal.com can't read", async () => {
  const world = await aWorld();
  world.cal.control({ action: "break", credentialId: 135, how: "failing" });
  await withOlder();
  expect(await testReading("a1", DANA)).toEqual({ ok: false, problem: { problem: "unreadable" } });
  expect(await readings()).toEqual([{ ...DANA_ID, at: NOW, outcome: "unreadable", count: 0 }]);
});

test("a 401 about the credential says nothing about the key", async () => {
  const world = await aWorld();
  world.cal.control({ action: "disconnect", credentialId: 135 });
  expect(await testReading("a1", DANA)).toEqual({ ok: false, problem: { problem: "notYours" } });
  expect(await readings()).toMatchObject([{ outcome: "notYours", count: 0, at: NOW }]);
  expect((await findings()).filter((one) => one.startsWith("key-rejected"))).toEqual([]);
  expect(world.sent()).toEqual(["GET /v2/calendars/busy-times"]);
});

describe("a 401 in words that are not known", () => {
  const answerOddly = () =>
    vi
      .spyOn(globalThis, "fetch")
      .mockImplementation(async (url, init) =>
        String(url).includes("busy-times")
          ? Response.json({ status: "error", error: { code: "X", message: "Unauthorized" } }, { status: 401 })
          : network(url, init),
      );

  test("is about the credential when the list is answered", async () => {
    await aWorld();
    answerOddly();
    expect(await testReading("a1", DANA)).toEqual({ ok: false, problem: { problem: "notYours" } });
    expect(await readings()).toMatchObject([{ outcome: "notYours" }]);
  });

  test("is about the key when that is rejected there, too", async () => {
    const world = await aWorld();
    const [key] = world.cal.world.keys;
    if (key) key.state = "unknown";
    answerOddly();
    expect(await testReading("a1", DANA)).toEqual({ ok: false, problem: { problem: "keyRejected" } });
    expect(await readings()).toEqual([]);
    expect(await findings()).toContain("key-rejected!");
  });
});

test("an organization's connection, of which Cal.com says the same", async () => {
  await aWorld("organisation-delegation");
  const calendar = {
    ...DANA,
    credentialId: -1,
    delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
    externalId: "dana@acme.example",
  };
  expect(await testReading("a1", calendar)).toEqual({ ok: false, problem: { problem: "notYours" } });
});

test.each(["html-502", "nest-500", "gone", "edge-429"] as const)(
  "a failure (%s) leaves what was seen before",
  async (mode) => {
    const world = await aWorld();
    await withOlder();
    world.misbehave(mode, "/v2/calendars/busy-times");
    expect(await testReading("a1", DANA)).toMatchObject({ ok: false });
    expect(await readings()).toEqual([before]);
  },
);

test("a calendar that is not checked for conflicts is not asked about", async () => {
  const world = await aWorld();
  expect(await testReading("a1", FAMILY)).toEqual({ ok: false, problem: { problem: "notSelected" } });
  expect(world.sent()).toEqual([]);
});

test("a calendar that is gone, or whose connection is broken, is not asked about", async () => {
  const world = await aWorld();
  world.cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await check("a1");
  expect(await testReading("a1", OUTLOOK)).toEqual({ ok: false, problem: { problem: "connectionBroken" } });
  expect(await testReading("a1", { ...DANA, externalId: "x" })).toEqual({
    ok: false,
    problem: { problem: "calendarGone" },
  });
  expect(world.asked()).toBe(0);
});

test("checks and other readings leave it", async () => {
  await aWorld();
  await testReading("a1", DANA);
  await testReading("a1", OUTLOOK);
  await check("a1");
  expect((await readings()).map(({ externalId }) => externalId)).toEqual([
    DANA.externalId,
    OUTLOOK.externalId,
  ]);
});

describe("the readings that are kept", () => {
  const accountStateOf = (ids: string[]): AccountState =>
    anAccountState({
      connections: [
        {
          integration: DANA.integration,
          credentialId: DANA.credentialId,
          delegationCredentialId: null,
          calendars: ids.map((externalId) => ({ externalId })),
        } as AccountState["connections"][number],
      ],
    });
  const of = (externalId: string, at: number): Reading => ({ ...before, externalId, at });

  test("are one for each calendar, the newest last", () => {
    const state = accountStateOf(["a", "b"]);
    expect(withReading([of("a", 1), of("b", 2)], of("a", 3), state)).toEqual([of("b", 2), of("a", 3)]);
  });

  test("are of calendars that are still there", () => {
    const other = { ...of("b", 1), credentialId: 9 };
    expect(withReading([of("gone", 1), other], of("a", 3), accountStateOf(["a", "b"]))).toEqual([of("a", 3)]);
  });

  test("are 500 at most", () => {
    const ids = Array.from({ length: 600 }, (_, index) => `c${index}`);
    const kept = withReading(
      ids.map((id, at) => of(id, at)),
      of("c0", 1000),
      accountStateOf(ids),
    );
    expect(kept).toHaveLength(500);
    expect([kept[0], kept.at(-1)]).toEqual([of("c101", 101), of("c0", 1000)]);
  });
});
