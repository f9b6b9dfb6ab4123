import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aWorld,
  DANA,
  FAMILY,
  findings,
  OUTLOOK,
  storedState,
  TEAM_ROTA,
} from "../../../tests/support/unit/action-world.ts";
import { moveAway } from "../../../tests/support/unit/actions.ts";
import { MINUTE, stored, storedHistory, storedStatus } from "../../../tests/support/unit/world.ts";
import { check } from "../checks/check.ts";
import { keepDestination, restoreDestination, setDestination } from "./change.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const refused = (problem: string, more: object = {}) => ({ ok: false, problem: { problem, ...more } });
const entries = async () => (await storedHistory())?.entries ?? [];
const changed = async () => (await findings()).filter((one) => one.startsWith("destination-changed"));
const remembered = async () => (await storedState()).destination.remembered?.externalId;

describe("adding bookings to a calendar", () => {
  test("makes it the wanted one, and the history says who did it", async () => {
    await aWorld();
    expect(await setDestination("a1", FAMILY)).toEqual({ ok: true });
    expect(await remembered()).toBe(FAMILY.externalId);
    expect((await entries()).filter(({ event }) => event === "destination")).toMatchObject([
      { name: "Family", byPerson: true },
    ]);
  });

  test("is not sent when they are added to it already", async () => {
    const world = await aWorld();
    expect(await setDestination("a1", DANA)).toEqual({ ok: true });
    expect(world.sent()).toEqual([]);
  });

  test("is sent when they are, but it is not the one that was wanted", async () => {
    const world = await aWorld();
    await moveAway(world);
    expect(await setDestination("a1", OUTLOOK)).toEqual({ ok: true });
    expect(await changed()).toEqual([]);
    expect(await remembered()).toBe(OUTLOOK.externalId);
  });

  test("is not possible where it is read-only", async () => {
    const world = await aWorld();
    expect(await setDestination("a1", TEAM_ROTA)).toEqual(refused("readOnly"));
    expect(world.asked()).toBe(0);
  });

  test("is possible in the web app only, for other apps", async () => {
    const world = await aWorld("apple-and-caldav");
    const { connections } = await storedState();
    const at = (integration: string) => {
      const found = connections.find((connection) => connection.integration === integration);
      const { credentialId = null, delegationCredentialId = null } = found ?? {};
      const externalId = found?.calendars.at(-1)?.externalId ?? "";
      return { type: "calendar", integration, credentialId, delegationCredentialId, externalId } as const;
    };
    expect(await setDestination("a1", at("caldav_calendar"))).toEqual(refused("webAppOnly"));
    expect(world.asked()).toBe(0);
    expect(await setDestination("a1", at("apple_calendar"))).toEqual({ ok: true });
  });

  test("is not possible while the connection is broken", async () => {
    const world = await aWorld();
    world.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await check("a1");
    expect(await setDestination("a1", OUTLOOK)).toEqual(refused("connectionBroken"));
    expect(world.asked()).toBe(0);
  });
});

describe("restoring the destination", () => {
  test("puts bookings back, and ends the finding", async () => {
    const world = await aWorld();
    await moveAway(world);
    expect(await changed()).toEqual(["destination-changed!"]);
    expect(await restoreDestination("a1")).toEqual({ ok: true });
    expect(await changed()).toEqual([]);
    expect(world.cal.world.users[0]?.destination).toMatchObject({ externalId: DANA.externalId });
  });

  test("sends nothing when it is as it was", async () => {
    const world = await aWorld();
    expect(await restoreDestination("a1")).toEqual({ ok: true });
    expect(world.sent()).toEqual([]);
  });

  test("needs the calendar's connection made anew first, and is possible when it works again", async () => {
    const world = await aWorld();
    world.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    expect(await restoreDestination("a1")).toEqual(refused("connectionBroken"));
    expect(world.asked()).toBe(0);
    world.cal.control({ action: "mend", credentialId: 135 });
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    expect(await restoreDestination("a1")).toEqual({ ok: true });
    expect(await changed()).toEqual([]);
  });

  test("is not possible when the connection is gone", async () => {
    const world = await aWorld();
    world.cal.control({ action: "disconnect", credentialId: 135 });
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    expect(await restoreDestination("a1")).toEqual(refused("connectionBroken"));
  });

  test("is not possible when the calendar is gone from a connection that works", async () => {
    const world = await aWorld();
    world.cal.control({ action: "drop", externalId: DANA.externalId, credentialId: 135 });
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    expect(await restoreDestination("a1")).toEqual(refused("calendarGone"));
  });

  test("is not possible where nothing is remembered", async () => {
    await aWorld("none-connected");
    expect(await restoreDestination("a1")).toEqual(refused("calendarGone"));
  });
});

describe("keeping the destination", () => {
  test("makes it the wanted one, set anew at Cal.com, and the history says so", async () => {
    const world = await aWorld();
    await moveAway(world);
    // As Cal.com leaves it when it writes another calendar there.
    Object.assign(world.cal.world.users[0]?.destination ?? {}, { credentialId: 135 });
    expect(await keepDestination("a1")).toEqual({ ok: true });
    expect(world.sent().filter((request) => request.startsWith("PUT"))).toEqual([
      "PUT /v2/destination-calendars",
    ]);
    expect(world.cal.world.users[0]?.destination).toMatchObject({ credentialId: 212 });
    expect(await changed()).toEqual([]);
    expect(await remembered()).toBe(OUTLOOK.externalId);
    expect((await entries()).filter(({ event }) => event === "action")).toMatchObject([
      { action: "keep-destination" },
    ]);
  });

  test("stands when Cal.com does not set it anew, and says why", async () => {
    const world = await aWorld();
    await moveAway(world);
    world.misbehave("nest-500", "/v2/destination-calendars");
    expect(await keepDestination("a1")).toEqual(refused("serverFailed", { status: 500 }));
    expect(await remembered()).toBe(OUTLOOK.externalId);
    expect(await changed()).toEqual([]);
  });

  test("asks for nothing where the web app alone can set it, or it is blank", async () => {
    const world = await aWorld();
    world.cal.control({ action: "no-destination", blank: true });
    for (const one of world.cal.world.users[0]?.connections ?? []) one.fault = { kind: "revoked" };
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    expect(await keepDestination("a1")).toEqual({ ok: true });
    expect(world.asked()).toBe(0);
  });

  test("twice is done once", async () => {
    const world = await aWorld();
    await moveAway(world);
    expect(await Promise.all([keepDestination("a1"), keepDestination("a1")])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await keepDestination("a1")).toEqual(refused("nothingToKeep"));
    expect((await entries()).filter(({ event }) => event === "action")).toHaveLength(1);
  });

  test("changes nothing where none has changed, or the account is gone or of a later version", async () => {
    await aWorld();
    const before = await stored();
    expect(await keepDestination("a1")).toEqual(refused("nothingToKeep"));
    expect(await stored()).toEqual(before);
    expect(await keepDestination("a9")).toEqual(refused("accountGone"));
    await fakeBrowser.storage.local.set({ "status:a1": { version: 99 } });
    expect(await keepDestination("a1")).toEqual(refused("newerStore"));
    expect((await stored())["status:a1"]).toEqual({ version: 99 });
  });

  test("that can't be stored says so", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = await aWorld();
    await moveAway(world);
    const set = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("quota exceeded"));
    expect(await keepDestination("a1")).toEqual(refused("notStored"));
    set.mockRestore();
    expect((await storedStatus()).state.findings.map(({ kind }) => kind)).toContain("destination-changed");
  });
});
