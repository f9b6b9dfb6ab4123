import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aWorld,
  DANA,
  emptyOutbox,
  FAMILY,
  findings,
  OUTLOOK,
  outbox,
  type World,
} from "../../../tests/support/unit/action-world.ts";
import { holdAnswer } from "../../../tests/support/unit/hold-answer.ts";
import { MINUTE, storedHistory, storedStatus } from "../../../tests/support/unit/world.ts";
import { SETTINGS, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../../core/settings/records.ts";
import { check } from "../checks/check.ts";
import { setDestination } from "./change.ts";
import { keepSetUp } from "./keep-set-up.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

// Several checks in each, with a server.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const PUT = "PUT /v2/destination-calendars";
const POST = "POST /v2/selected-calendars";

async function choose(settings: Partial<SettingsRecord>): Promise<void> {
  await fakeBrowser.storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, ...settings } });
}

/** Lets time pass, and checks. What is put back is put back after that. */
async function later(minutes: number): Promise<void> {
  vi.setSystemTime(Date.now() + minutes * MINUTE);
  await check("a1");
  await keepSetUp();
}

/** Bookings went to Outlook, which has failed for a check and works again, unless something else is said. */
async function afterHiccup(settings: Partial<SettingsRecord> = { keepSetUp: true }) {
  const world = await aWorld();
  await setDestination("a1", OUTLOOK);
  await choose(settings);
  world.cal.control({ action: "break", credentialId: 212, how: "failing" });
  await later(30);
  world.cal.control({ action: "mend", credentialId: 212 });
  await emptyOutbox();
  return { ...world, puts: () => world.sent().filter((one) => one === PUT).length - 1 };
}

const bookings = ({ cal }: World) => cal.world.users[0]?.destination?.externalId;
const entries = async () => (await storedHistory())?.entries ?? [];
const automatic = async () => (await storedStatus()).outbox?.automatic ?? [];

describe("bookings that Cal.com sent elsewhere", () => {
  test("are put back, which is in the history and is told once", async () => {
    const world = await afterHiccup();
    expect(bookings(world)).toBe(DANA.externalId);
    await later(1);
    expect(bookings(world)).toBe(OUTLOOK.externalId);
    expect((await entries()).at(-2)).toMatchObject({ event: "destination", byItself: true });
    expect((await entries()).filter(({ byPerson }) => byPerson)).toHaveLength(1);
    expect(await automatic()).toEqual([{ what: "destination", name: "Calendar" }]);
    expect(await outbox()).not.toContain("+destination-changed");
    expect(await findings()).not.toContain("destination-changed!");
    await later(30);
    expect(world.puts()).toBe(1);
    expect(await automatic()).toHaveLength(1);
  });

  test("stay there while that is not wanted", async () => {
    const world = await afterHiccup({});
    await later(1);
    expect(world.puts()).toBe(0);
    expect(await findings()).toContain("destination-changed!");
  });

  test("are put back without a word where there are no notifications", async () => {
    const world = await afterHiccup({ keepSetUp: true, notifications: false });
    await later(1);
    expect(world.puts()).toBe(1);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("stay there as long as nobody has looked for a while", async () => {
    const world = await afterHiccup({});
    await later(1);
    await choose({ keepSetUp: true });
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    await keepSetUp();
    expect(world.puts()).toBe(0);
    await later(1);
    expect(world.puts()).toBe(1);
  });

  test("are tried once, and what is wrong stands, with a key that may only read", async () => {
    const world = await afterHiccup();
    world.misbehave("envelope-403", "/v2/destination-calendars");
    for (const minutes of [1, 5, 30]) await later(minutes);
    expect(world.puts()).toBe(1);
    expect(await findings()).toContain("destination-changed!");
    expect(await automatic()).toEqual([]);
    expect((await entries()).some(({ byItself }) => byItself)).toBe(false);
  });

  test("are noted as tried before Cal.com is asked, and are asked for once", async () => {
    await afterHiccup();
    const held = holdAnswer("/v2/destination-calendars");
    vi.setSystemTime(Date.now() + MINUTE);
    await check("a1");
    const [one, other] = [keepSetUp(), keepSetUp()];
    await held.arrived;
    const { rewrite, acts } = (await storedStatus()).automatic;
    expect(rewrite?.tried).toBe(true);
    expect(acts).toEqual([Date.now()]);
    held.letGo();
    await Promise.all([one, other]);
    expect((await storedStatus()).automatic).toMatchObject({ rewrite: null, underWay: null });
  });

  test("that somebody put back meanwhile are not told to be put back from here", async () => {
    const world = await afterHiccup({});
    await later(1);
    const status = await storedStatus();
    const { integration, externalId } = OUTLOOK;
    const underWay = { what: "destination", integration, externalId } as const;
    // As after a worker that was ended before it could ask.
    const noted = { ...status, automatic: { ...status.automatic, underWay } };
    await fakeBrowser.storage.local.set({ [statusOf("a1")]: noted });
    world.cal.control({ action: "destination", externalId });
    await later(1);
    expect(await automatic()).toEqual([]);
    expect((await storedStatus()).automatic.underWay).toBeNull();
  });

  test("wait while Cal.com wants to be left alone, and are not counted as tried", async () => {
    const world = await afterHiccup();
    world.cal.world.server.mode = { kind: "edge-429", headers: { "Retry-After": "300" } };
    await later(1);
    expect(world.puts()).toBe(0);
    expect((await storedStatus()).automatic.acts).toEqual([]);
    world.misbehave("normal");
    await later(10);
    expect(world.puts()).toBe(1);
  });
});

describe("what went with a connection that was removed", () => {
  async function removed(cacheMs = 0) {
    const world = await aWorld("everyday", cacheMs);
    world.cal.control({ action: "select", externalId: FAMILY.externalId });
    await choose({ keepSetUp: true });
    await later(30);
    world.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await later(30);
    world.cal.control({ action: "add-again", credentialId: 135, newCredentialId: 900 });
    await later(5);
    await emptyOutbox();
    return world;
  }

  test("is put back as soon as the old one is gone, and once", async () => {
    const world = await removed();
    const selected = () => world.cal.world.users[0]?.selections.map(({ externalId }) => externalId) ?? [];
    expect(world.sent().filter((one) => one === POST)).toEqual([]);
    world.cal.control({ action: "disconnect", credentialId: 135 });
    await later(5);
    await later(5);
    expect(selected()).toContain(FAMILY.externalId);
    expect(selected()).toContain(DANA.externalId);
    expect(await automatic()).toEqual([{ what: "everything", name: "Google Calendar" }]);
    const told = (await entries()).filter(({ byItself }) => byItself);
    expect(told.at(-1)).toMatchObject({ event: "action", action: "restore-everything" });
    expect((await entries()).some(({ byPerson }) => byPerson)).toBe(false);
    expect((await storedStatus()).automatic).toMatchObject({ underWay: null });
    world.cal.control({ action: "unselect", externalId: FAMILY.externalId });
    for (const minutes of [5, 10, 30]) await later(minutes);
    expect(selected()).not.toContain(FAMILY.externalId);
  });
});
