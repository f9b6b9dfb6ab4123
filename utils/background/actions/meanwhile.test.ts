import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aWorld,
  DANA,
  FAMILY,
  findings,
  isSelected,
  KEY,
  OUTLOOK,
  storedState,
  TEAM,
} from "../../../tests/support/unit/action-world.ts";
import { CHANGES, READING } from "../../../tests/support/unit/actions.ts";
import { deferred } from "../../../tests/support/unit/deferred.ts";
import { holdAnswer, network } from "../../../tests/support/unit/hold-answer.ts";
import { anAccount, MINUTE, NOW, stored, storedStatus } from "../../../tests/support/unit/world.ts";
import { sleep } from "../../browser/sleep.ts";
import { ACCOUNTS, statusOf } from "../../core/model/records.ts";
import { check } from "../checks/check.ts";
import { selectCalendar, setDestination, unselectCalendar } from "./change.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const { local } = fakeBrowser.storage;

beforeEach(() => {
  vi.mocked(sleep).mockClear();
});

const remove = async () => {
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [] } });
  await local.remove([statusOf("a1"), "key:a1"] as string[]);
};

describe.each([...CHANGES, READING])("$name", ({ path, prepare, run }) => {
  const start = async () => {
    const world = await aWorld();
    await prepare?.(world);
    return world;
  };
  /** What it came to when that happened before its answer was there, and what was stored by then. */
  const answeredAfter = async (meanwhile: () => Promise<void>) => {
    const held = holdAnswer(path);
    const running = run();
    await held.arrived;
    await meanwhile();
    const before = await stored();
    held.letGo();
    return { reply: await running, before };
  };

  test("of an account that is removed before the answer leaves nothing behind", async () => {
    await start();
    const { reply, before } = await answeredAfter(remove);
    expect(reply).toEqual({ ok: false, problem: { problem: "accountGone" } });
    expect(await stored()).toEqual(before);
  });

  test("of an account that is removed before Cal.com asks to be left alone leaves nothing behind", async () => {
    const world = await start();
    world.misbehave("edge-429", path);
    const { reply, before } = await answeredAfter(remove);
    expect(reply).toMatchObject({ ok: false, problem: { problem: "rateLimited" } });
    expect(await stored()).toEqual(before);
  });

  test("of an account that gets another key before the answer does not pass for one of that key", async () => {
    await start();
    const { reply, before } = await answeredAfter(() =>
      local.set({ "key:a1": { version: 1, key: "cal_live_other" } }),
    );
    expect(reply).toEqual({ ok: false, problem: { problem: "accountGone" } });
    expect(await stored()).toEqual(before);
  });

  test("of an account that has another server by the time it is its turn goes to that one alone", async () => {
    const world = await start();
    const held = holdAnswer("/v2/calendars/busy-times");
    const first = READING.run();
    await held.arrived;
    const before = world.asked();
    const reply = path.endsWith("busy-times") ? first : run();
    await local.set({
      [ACCOUNTS]: { version: 1, accounts: [anAccount({ apiUrl: "http://127.0.0.1:1/v2" })] },
    });
    held.letGo();
    expect(await first).toEqual({ ok: false, problem: { problem: "accountGone" } });
    expect(await reply).toMatchObject({ ok: false });
    expect(world.asked()).toBe(before);
  });
});

describe("a check that was under way before the change", () => {
  test("is dropped, so that it neither passes for a later one nor puts the next one off", async () => {
    await aWorld();
    const list = holdAnswer("/v2/calendars");
    const early = check("a1");
    await list.arrived;
    const change = holdAnswer("/v2/selected-calendars");
    const reply = unselectCalendar("a1", DANA);
    await change.arrived;
    vi.setSystemTime(NOW + 20_000);
    list.letGo();
    expect(await early).toEqual({ kind: "dropped" });
    const { state, nextCheckAt } = await storedStatus();
    expect(nextCheckAt).toBe(NOW + 30_000);
    expect(state.pending).toHaveLength(1);
    change.letGo();
    expect(await reply).toEqual({ ok: true });
    expect(await findings()).not.toContain("selection-lost!");
  });

  test("or began before Cal.com had made it, is dropped as well", async () => {
    await aWorld();
    const change = holdAnswer("/v2/selected-calendars");
    const reply = unselectCalendar("a1", DANA);
    await change.arrived;
    const list = holdAnswer("/v2/calendars");
    const early = check("a1");
    await list.arrived;
    change.letGo();
    expect(await reply).toEqual({ ok: true });
    list.letGo();
    expect(await early).toEqual({ kind: "dropped" });
  });

  test("answers while Cal.com is still at it: the old state is not believed, and is looked at again soon", async () => {
    await aWorld();
    const asked = deferred<void>();
    const release = deferred<void>();
    vi.spyOn(globalThis, "fetch").mockImplementationOnce(async (url, init) => {
      asked.resolve();
      await release.promise;
      return network(url, init);
    });
    const reply = unselectCalendar("a1", DANA);
    await asked.promise;
    await check("a1");
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 30_000);
    // So long that a change is not waited for any more.
    vi.setSystemTime(NOW + 20_000);
    await check("a1");
    release.resolve();
    expect(await reply).toEqual({ ok: true });
    expect(await findings()).not.toContain("selection-lost!");
  });
});

describe("Cal.com's cache of 10 s", () => {
  test("is outwaited where a change leaves it as it is: an organization's calendar", async () => {
    const world = await aWorld("organisation-delegation", 10_000);
    await check("a1");
    expect(await selectCalendar("a1", TEAM)).toEqual({ ok: true });
    expect(sleep).toHaveBeenCalledTimes(1);
    expect(await isSelected(TEAM)).toBe(true);
    expect(await unselectCalendar("a1", TEAM)).toEqual({ ok: true });
    expect(await isSelected(TEAM)).toBe(false);
    expect((await findings()).filter((one) => one.startsWith("selection-lost"))).toEqual([]);
    expect(world.asked()).toBe(2);
    const { body } = world.cal.requests.find(({ method }) => method === "POST") ?? {};
    expect(body).toMatchObject({ credentialId: -1, delegationCredentialId: TEAM.delegationCredentialId });
  });

  test.each(CHANGES)("is no matter where a change clears it: $name", async ({ prepare, run, isDone }) => {
    const world = await aWorld("everyday", 10_000);
    await prepare?.(world);
    await check("a1");
    expect(await run()).toEqual({ ok: true });
    expect(await isDone()).toBe(true);
    expect(sleep).not.toHaveBeenCalled();
  });

  test("does not turn what Cal.com goes on showing into something done", async () => {
    const world = await aWorld();
    vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) =>
      init?.method === "POST" ? Response.json({ status: "success" }, { status: 201 }) : network(url, init),
    );
    expect(await selectCalendar("a1", FAMILY)).toEqual({ ok: false, problem: { problem: "notShown" } });
    expect(world.sent()).toEqual(["GET /v2/calendars", "GET /v2/calendars"]);
    expect(await isSelected(FAMILY)).toBe(false);
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 30_000);
    vi.mocked(globalThis.fetch).mockImplementation(network);
  });
});

describe("what is gone meanwhile", () => {
  test.each([
    ["check for conflicts", () => selectCalendar("a1", FAMILY)],
    ["don't", () => unselectCalendar("a1", DANA)],
    ["add bookings", () => setDestination("a1", FAMILY)],
  ])("a connection that was disconnected: %s", async (_, run) => {
    const { cal } = await aWorld();
    cal.control({ action: "disconnect", credentialId: 135 });
    expect(await run()).toEqual({ ok: false, problem: { problem: "calendarGone" } });
  });

  test.each([
    ["check for conflicts", FAMILY, () => selectCalendar("a1", FAMILY)],
    ["don't", DANA, () => unselectCalendar("a1", DANA)],
    ["add bookings", FAMILY, () => setDestination("a1", FAMILY)],
  ])("a calendar that was deleted: %s", async (_, { externalId }, run) => {
    const { cal } = await aWorld();
    cal.control({ action: "drop", externalId, credentialId: 135 });
    expect(await run()).toEqual({ ok: false, problem: { problem: "calendarGone" } });
  });

  test("a connection that broke: Cal.com can't show what it did, so nothing is claimed", async () => {
    const { cal } = await aWorld();
    cal.control({ action: "break", credentialId: 212, how: "revoked" });
    expect(await unselectCalendar("a1", OUTLOOK)).toEqual({
      ok: false,
      problem: { problem: "notReadBack" },
    });
    expect((await storedState()).pending.length).toBeGreaterThan(0);
    cal.control({ action: "mend", credentialId: 212 });
    vi.setSystemTime(Date.now() + 5 * MINUTE);
    await check("a1");
    expect(await isSelected(OUTLOOK)).toBe(false);
    expect((await findings()).filter((one) => one.startsWith("selection-lost"))).toEqual([]);
  });
});

test("a key of another account is never used", async () => {
  const { cal } = await aWorld();
  await selectCalendar("a1", FAMILY);
  const keys = new Set(cal.requests.map(({ headers }) => headers.authorization));
  expect([...keys]).toEqual([`Bearer ${KEY}`]);
});
