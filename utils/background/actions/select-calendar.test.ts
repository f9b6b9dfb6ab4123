import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aWorld,
  DANA,
  FAMILY,
  isSelected,
  OUTLOOK,
  storedState,
  TEAM_ROTA,
} from "../../../tests/support/unit/action-world.ts";
import { NOW, stored, storedHistory, storedStatus } from "../../../tests/support/unit/world.ts";
import { namedCalendar } from "../../core/actions/named-calendar.ts";
import { type ChecksRecord, checksOf } from "../../core/model/records.ts";
import type { CalendarSubject } from "../../core/model/subject.ts";
import { check } from "../checks/check.ts";
import { selectCalendar, unselectCalendar } from "./change.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const FEED: CalendarSubject = {
  type: "calendar",
  integration: "ics-feed_calendar",
  credentialId: 410,
  delegationCredentialId: null,
  externalId: "https://feeds.example.com/private-abc123/rota.ics",
};

test("nothing is sent when it is so already", async () => {
  const world = await aWorld();
  expect(await selectCalendar("a1", DANA)).toEqual({ ok: true });
  expect(await unselectCalendar("a1", FAMILY)).toEqual({ ok: true });
  expect(world.sent()).toEqual([]);
});

test("it is sent when it only seems to be so: an earlier change is still waited for", async () => {
  const world = await aWorld();
  world.misbehave("html-502", "/v2/selected-calendars");
  expect(await unselectCalendar("a1", DANA)).toMatchObject({ ok: false });
  world.misbehave("normal");
  expect(await selectCalendar("a1", DANA)).toEqual({ ok: true });
  expect(world.asked()).toBe(2);
});

test.each([
  ["another credential", { ...FAMILY, credentialId: 136 }],
  ["another app", { ...FAMILY, integration: "office365_calendar" }],
  ["an organization's", { ...FAMILY, delegationCredentialId: "6b2f" }],
  ["another calendar", { ...FAMILY, externalId: "elsewhere" }],
])("a calendar is meant with all that it is known by: %s is none", async (_, calendar) => {
  const world = await aWorld();
  expect(await selectCalendar("a1", calendar)).toEqual({
    ok: false,
    problem: { problem: "calendarGone" },
  });
  expect(world.asked()).toBe(0);
});

test("nothing is asked about a calendar whose connection is broken", async () => {
  const world = await aWorld();
  world.cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await check("a1");
  expect(await unselectCalendar("a1", OUTLOOK)).toEqual({
    ok: false,
    problem: { problem: "connectionBroken" },
  });
  expect(world.asked()).toBe(0);
});

test.each([true, false])("what needs encoding arrives as it is: selected %s", async (selected) => {
  await aWorld();
  if (!selected) await selectCalendar("a1", TEAM_ROTA);
  expect(await (selected ? selectCalendar : unselectCalendar)("a1", TEAM_ROTA)).toEqual({ ok: true });
  expect(await isSelected(TEAM_ROTA)).toBe(selected);
});

test("a feed is named by its connection's app where Cal.com leaves that out", async () => {
  const world = await aWorld("lively");
  const { credentialId } =
    world.cal.world.users[0]?.connections.find(({ type }) => type === FEED.integration) ?? {};
  const feed = { ...FEED, credentialId: credentialId ?? 0 };
  expect(await unselectCalendar("a1", feed)).toEqual({ ok: true });
  expect(await selectCalendar("a1", feed)).toEqual({ ok: true });
  const { body } = world.cal.requests.find(({ method }) => method === "POST") ?? {};
  expect(body).toMatchObject({ integration: FEED.integration, externalId: FEED.externalId });
});

test.each([null, ""])(
  "a calendar without an app of its own (%j) is named by its connection's",
  async (integration) => {
    await aWorld();
    const state = await storedState();
    for (const connection of state.connections) {
      for (const calendar of connection.calendars) calendar.integration = integration;
    }
    expect(namedCalendar(state, FAMILY)).toMatchObject({ name: { integration: "google_calendar" } });
  },
);

test("Cal.com's refusal, since a calendar is selected twice, is told, and it stays selected", async () => {
  const world = await aWorld("two-google-accounts");
  world.cal.control({ action: "stale-selections", externalId: DANA.externalId, credentialId: 136 });
  expect(await unselectCalendar("a1", DANA)).toEqual({
    ok: false,
    problem: { problem: "heldTwice" },
  });
  expect(await isSelected(DANA)).toBe(true);
  // Cal.com's word counts: there is nothing to wait for.
  expect(world.sent()).toEqual(["DELETE /v2/selected-calendars", "GET /v2/calendars"]);
});

describe("what is kept of it", () => {
  const selections = async () => (await storedHistory())?.entries.filter(({ event }) => event === "selected");

  test("the history says that the person did it", async () => {
    await aWorld();
    await selectCalendar("a1", FAMILY);
    expect(await selections()).toMatchObject([{ name: "Family", byPerson: true }]);
  });

  test("the history says nothing of what was not done", async () => {
    const world = await aWorld();
    world.misbehave("nest-500", "/v2/selected-calendars");
    await selectCalendar("a1", FAMILY);
    expect(await selections()).toEqual([]);
  });

  test("the log of checks has it, without an address", async () => {
    await aWorld();
    await selectCalendar("a1", FAMILY);
    const log = (await stored())[checksOf("a1")] as ChecksRecord;
    expect(log.entries.filter((entry) => "action" in entry)).toMatchObject([
      { action: "select-calendar" },
      { action: "select-calendar" },
    ]);
    expect(JSON.stringify(log)).not.toContain(FAMILY.externalId);
  });

  test("readings and reconnections stay", async () => {
    await aWorld();
    const { readings, reconnections } = await withBoth();
    await selectCalendar("a1", FAMILY);
    expect(await storedStatus()).toMatchObject({ readings, reconnections });
  });
});

async function withBoth() {
  const { integration, credentialId, delegationCredentialId, externalId } = DANA;
  const id = { integration, credentialId, delegationCredentialId };
  const readings = [{ ...id, externalId, at: 1, outcome: "busy", count: 3 }];
  const reconnections = [{ ...id, openedAt: NOW, lookedAt: NOW, recovered: true }];
  const status = await storedStatus();
  await fakeBrowser.storage.local.set({ "status:a1": { ...status, readings, reconnections } });
  return { readings, reconnections };
}
