import { describe, expect, test, vi } from "vitest";
import {
  AGAIN,
  addAgain,
  aMendingWorld,
  breakOld,
  storedMending,
} from "../../../../tests/support/unit/mending-world.ts";
import { storedHistory } from "../../../../tests/support/unit/world.ts";
import { sleep } from "../../../browser/sleep.ts";
import { connectionSubject } from "../../../core/model/subject.ts";
import { removeConnection } from "./remove-connection.ts";

vi.mock("../../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

// Each looks at a server several times.
vi.setConfig({ testTimeout: 30_000 });

const GOOGLE = "google_calendar";
const refused = (problem: string, more: object = {}) => ({ ok: false, problem: { problem, ...more } });

/** Broken, and connected again. */
async function beside(type = GOOGLE, cacheMs = 0) {
  const world = await aMendingWorld(type, cacheMs);
  await breakOld(world);
  await addAgain(world);
  return world;
}

const connections = ({ cal }: { cal: { world: { users: { connections: { credentialId: number }[] }[] } } }) =>
  cal.world.users[0]?.connections.map(({ credentialId }) => credentialId);

describe("removing the old connection", () => {
  test.each([GOOGLE, "office365_calendar"])("of %s is done once, and told in the history", async (type) => {
    const world = await beside(type);
    expect(await removeConnection("a1", world.old)).toEqual({ ok: true });
    expect(world.removals()).toBe(1);
    expect(connections(world)).not.toContain(world.old.credentialId);
    expect(connections(world)).toContain(AGAIN);
    expect(await storedMending(world)).toMatchObject({ removed: true, successor: { credentialId: AGAIN } });
    const entries = (await storedHistory())?.entries ?? [];
    expect(entries.filter(({ action }) => action === "remove-connection")).toHaveLength(1);
  });

  test("asks for a fresh answer first: not within 11 s of the last one", async () => {
    const world = await beside(GOOGLE, 10_000);
    const before = world.sent().length;
    vi.mocked(sleep).mockClear();
    await removeConnection("a1", world.old);
    expect(vi.mocked(sleep).mock.calls[0]).toEqual([11_000]);
    expect(world.sent().slice(before)[0]).toBe("GET /v2/calendars");
  });

  test("pressed twice is sent once", async () => {
    const world = await beside();
    const both = await Promise.all([removeConnection("a1", world.old), removeConnection("a1", world.old)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await removeConnection("a1", world.old)).toEqual({ ok: true });
    expect(world.removals()).toBe(1);
  });

  test("that was done elsewhere meanwhile is nothing to be done", async () => {
    const world = await beside();
    world.cal.control({ action: "disconnect", credentialId: world.old.credentialId, as: "web-app" });
    expect(await removeConnection("a1", world.old)).toEqual({ ok: true });
    expect(world.removals()).toBe(0);
  });

  test.each([
    ["nest-500", refused("serverFailed", { status: 500 })],
    ["envelope-401", refused("keyRejected")],
    ["rate-limited", refused("rateLimited", { waitSeconds: 60 })],
  ] as const)("that Cal.com answers with %s is said, and not tried again", async (mode, reply) => {
    const world = await beside();
    world.misbehave(mode, `/v2/calendars/google/disconnect`);
    expect(await removeConnection("a1", world.old)).toMatchObject(
      mode === "rate-limited" ? refused("rateLimited", { waitSeconds: expect.any(Number) }) : reply,
    );
    expect(world.removals()).toBe(1);
    expect(connections(world)).toContain(world.old.credentialId);
  });

  test("that Cal.com has done without an answer is seen", async () => {
    const world = await beside();
    world.misbehave("cut-off", `/v2/calendars/google/disconnect`);
    const reply = await removeConnection("a1", world.old);
    expect(world.removals()).toBe(1);
    expect(reply.ok).toBe(!connections(world)?.includes(world.old.credentialId ?? 0));
  });
});

describe("it is never sent", () => {
  test("without a connection that stands for the old one", async () => {
    const world = await aMendingWorld(GOOGLE);
    await breakOld(world);
    expect(await removeConnection("a1", world.old)).toEqual(refused("noSuccessor"));
    expect(world.removals()).toBe(0);
  });

  test("for a connection that works, whatever was known of it", async () => {
    const world = await beside();
    world.cal.control({ action: "mend", credentialId: world.old.credentialId });
    expect(await removeConnection("a1", world.old)).toEqual(refused("stillWorks"));
    expect(await removeConnection("a1", { ...world.old, credentialId: AGAIN })).toEqual(
      refused("stillWorks"),
    );
    expect(world.removals()).toBe(0);
  });

  test.each([0, 10_000])(
    "when the successor broke meanwhile, with a list that is kept for %i ms",
    async (cacheMs) => {
      const world = await beside(GOOGLE, cacheMs);
      world.cal.control({ action: "break", credentialId: AGAIN, how: "failing" });
      expect(await removeConnection("a1", world.old)).toEqual(refused("successorBroke"));
      expect(world.removals()).toBe(0);
    },
  );

  test("while the break is only suspected", async () => {
    const world = await aMendingWorld(GOOGLE);
    world.cal.control({ action: "break", credentialId: world.old.credentialId, how: "failing" });
    await addAgain(world);
    expect(await removeConnection("a1", world.old)).toEqual(refused("inDoubt"));
    expect(world.removals()).toBe(0);
  });

  test("for another account, or one that is not there", async () => {
    const world = await beside();
    expect(await removeConnection("a9", world.old)).toEqual(refused("accountGone"));
    expect(await removeConnection("a1", { ...world.old, credentialId: 4711 })).toEqual({ ok: true });
    expect(world.removals()).toBe(0);
  });

  test("where the app can be removed in the web app only, or comes through an organization", async () => {
    const world = await beside("caldav_calendar");
    expect(await removeConnection("a1", world.old)).toEqual(refused("webAppOnly"));
    const delegated = connectionSubject({ ...world.old, integration: GOOGLE, credentialId: -1 });
    const own = { ...delegated, delegationCredentialId: "6b2f" };
    expect(await removeConnection("a1", own)).toEqual(refused("webAppOnly"));
    expect(world.removals()).toBe(0);
  });

  test("without an answer that is fresh", async () => {
    const world = await beside();
    world.misbehave("nest-500", "/v2/calendars");
    expect(await removeConnection("a1", world.old)).toEqual(refused("serverFailed", { status: 500 }));
    expect(world.removals()).toBe(0);
  });
});
