import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { aMending } from "../../../tests/fixtures/mending.ts";
import { shown, tell } from "../../../tests/support/unit/outbox.ts";
import {
  allowHosts,
  MINUTE,
  NOW,
  seed,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { historyOf, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { DAY, HOUR } from "../../core/time.ts";
import { passEnds } from "../pass-ends.ts";
import { snooze } from "../user-actions/snooze.ts";
import { check } from "./check.ts";

const { local } = fakeBrowser.storage;
const WELL = danas(google(135, primary(DANA), calendar("team")), outlook(212));
const BAD = danas(google(135, primary(DANA), unselected("team")));
const GOOGLE = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };

/** How long the real time has gone on. */
let real = NOW;

beforeEach(async () => {
  real = NOW;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  allowHosts();
  await seed([{}]);
  await local.remove(statusOf("a1"));
});

/**
 * @param ahead by how much the browser's clock is
 * @param slow by how much the server's clock is ahead, below 0 when it is behind
 */
async function look(body: object | null, { ahead = 0, isDated = true, after = 30 * MINUTE, slow = 0 } = {}) {
  real += after;
  vi.setSystemTime(real + ahead);
  const headers = isDated ? { Date: new Date(real + slow).toUTCString() } : {};
  vi.stubGlobal("fetch", async () => {
    if (body === null) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(body), { status: 200, headers });
  });
  await check("a1");
  await passEnds();
}

/** A connection is gone and a selection lost for nearly a month; the history is full, and something is quiet. */
async function aMonthLater(): Promise<void> {
  for (const body of [WELL, BAD, BAD]) await look(body);
  await snooze("week");
  const status = await storedStatus();
  const { state } = status;
  await local.set({
    [statusOf("a1")]: { ...status, state: { ...state, counted: state.counted + 30 * DAY - 2 * HOUR } },
    [historyOf("a1")]: {
      version: 1,
      connections: [{ ...GOOGLE, app: "Google Calendar", whose: null }],
      entries: [
        { at: real - 89 * DAY, event: "came", kind: "connection-error", level: "error", connection: 0 },
      ],
      days: [{ ...GOOGLE, app: "Google Calendar", whose: null, last: "2026-03-04", days: "w".repeat(30) }],
    },
  });
  await look(BAD);
}

const foundIn = ({ state }: StatusRecord) =>
  state.findings.map(({ kind, confirmed }) => `${kind}${confirmed ? "" : "?"}`).sort();

async function known() {
  const [status, history] = [await storedStatus(), await storedHistory()];
  return {
    found: foundIn(status),
    snoozeUntil: status.state.snoozeUntil,
    counted: status.state.counted,
    entries: history?.entries,
    days: history?.days,
  };
}

const JUMPS = [
  ["40 days ahead", 40 * DAY],
  ["a year back", -365 * DAY],
  ["100 days ahead", 100 * DAY],
] as const;

describe.each(JUMPS)("a clock that is %s for one check", (_, ahead) => {
  test.each([
    ["an answer with a date", BAD, true],
    ["an answer without one", BAD, false],
    ["a failure", null, false],
  ])("ends nothing and wipes nothing: %s", async (_, body, isDated) => {
    await aMonthLater();
    const before = await known();
    await look(body, { ahead, isDated });
    expect(await known()).toMatchObject({ found: before.found, snoozeUntil: before.snoozeUntil });
    expect((await storedHistory())?.entries).toEqual(before.entries);
    await look(BAD, { isDated });
    const { counted, ...after } = await known();
    expect({ ...after, counted: before.counted }).toEqual(before);
    expect(counted - before.counted).toBeLessThanOrEqual(60 * MINUTE);
    expect((await storedStatus()).clock).toEqual({ believedAt: real, jump: null });
  });

  test("keeps the badge quiet before it is asked", async () => {
    await aMonthLater();
    const status = await storedStatus();
    vi.setSystemTime(real + ahead);
    await passEnds();
    expect(await storedStatus()).toEqual(status);
  });

  test("makes the next check due as soon as it is right again", async () => {
    await look(WELL);
    await look(WELL, { ahead });
    const { nextCheckAt } = await storedStatus();
    expect(nextCheckAt).toBeGreaterThan(real + ahead);
    expect(nextCheckAt).toBeLessThanOrEqual(real + ahead + 33 * MINUTE);
  });
});

describe("what the person does by a wrong clock, before Cal.com is asked", () => {
  /** How long a snooze of a week goes on after the next answer. @param ahead of the clock when it is chosen, and then at the answer */
  async function snoozedFor(ahead: { chosen: number; answered: number }): Promise<number | null> {
    for (const body of [WELL, BAD, BAD]) await look(body);
    vi.setSystemTime(real + ahead.chosen);
    await snooze("week");
    await passEnds();
    await look(BAD, { ahead: ahead.answered, after: MINUTE });
    const { snoozeUntil, entries } = await known();
    expect(entries?.filter(({ action }) => action === "snooze")).toHaveLength(1);
    return snoozeUntil && snoozeUntil - real;
  }

  test.each(JUMPS)("that is %s is as it was meant, when an answer says how wrong it is", async (_, ahead) => {
    expect(await snoozedFor({ chosen: ahead, answered: ahead })).toBe(7 * DAY - MINUTE);
  });

  test("that is a year back is so, too, when the clock is right again", async () => {
    expect(await snoozedFor({ chosen: -365 * DAY, answered: 0 })).toBe(7 * DAY - MINUTE);
  });

  test("that is ahead ends with that, but its entry stays", async () => {
    expect(await snoozedFor({ chosen: 100 * DAY, answered: 0 })).toBeNull();
  });
});

describe("a clock that is 40 days ahead at a failure", () => {
  const failing = { ahead: 40 * DAY };

  test("forgets nothing of what was done by itself, nor of a mending that is over", async () => {
    await look(WELL);
    const status = await storedStatus();
    const mending = aMending({ endedAt: real - HOUR, ended: "as-before" });
    const automatic = { ...status.automatic, acts: [real - HOUR] };
    await local.set({ [statusOf("a1")]: { ...status, automatic, mendings: [mending] } });
    await look(null, failing);
    expect(await storedStatus()).toMatchObject({ automatic, mendings: [mending] });
  });

  test("tells nothing of a problem that is snoozed", async () => {
    const bad = { status: "success", data: { connectedCalendars: [] } };
    await look(bad);
    const status = await storedStatus();
    const [finding] = status.state.findings;
    if (!finding) throw new Error("nothing is wrong");
    const { kind, subject } = finding;
    const findings = [{ ...finding, notified: [] }];
    const snoozed = [{ kind, subject, until: real + DAY }];
    const state = { ...status.state, findings, snoozed };
    await local.set({ [statusOf("a1")]: { ...status, state, outbox: null } });
    await look(null, failing);
    expect((await storedStatus()).outbox).toBeNull();
  });
});

test.each([false, true])(
  "what breaks while the clock is wrong is told beside what was told at the last look: date of the answer %s",
  async (isDated) => {
    await look(WELL);
    await tell();
    const LATE = { isDated, after: MINUTE };
    // A server whose own clock is slow makes no time pass.
    const slow = -5 * MINUTE;
    await look(danas(broken(google(135, primary(DANA), calendar("team")), REVOKED), outlook(212)), { slow });
    await tell();
    const before = shown().length;
    const both = danas(broken(google(135), REVOKED), broken(outlook(212), REVOKED));
    await look(both, { ...LATE, ahead: 40 * DAY, slow });
    await tell();
    expect(shown()).toHaveLength(before + 1);
    expect((await storedStatus()).outbox).toBeNull();
  },
);

test("a check that could not be stored by such a clock leaves the account its own time", async () => {
  await look(WELL);
  await look(WELL, { ahead: -365 * DAY });
  const before = await storedStatus();
  vi.spyOn(console, "error").mockImplementation(() => {});
  const write = vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"));
  await look(WELL, { ahead: -365 * DAY });
  write.mockRestore();
  const { clock, state } = await storedStatus();
  expect(clock.jump).toMatchObject({ lastAttemptAt: real, lastGoodAt: before.clock.jump?.lastGoodAt });
  expect(state).toEqual({ ...before.state, lastAttemptAt: real - 365 * DAY });
});

test("nor is one that could not be stored an answer by that clock", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await look(WELL);
  const write = vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"));
  await look(WELL, { ahead: -365 * DAY });
  write.mockRestore();
  expect((await storedStatus()).clock.jump).toMatchObject({ aheadBy: expect.any(Number), answeredAt: null });
});

describe("a machine that was asleep for 40 days", () => {
  const asleep = { after: 40 * DAY };

  test("ends what is over with the first answer that says when it is", async () => {
    await aMonthLater();
    await look(BAD, asleep);
    const { found, snoozeUntil, entries, days } = await known();
    expect(found).toEqual(["not-selected"]);
    expect(snoozeUntil).toBeNull();
    expect(entries?.map(({ event, kind }) => `${event} ${kind}`)).toEqual([
      "ended selection-lost",
      "ended connection-gone",
      "came not-selected",
    ]);
    expect(days?.map(({ last, days }) => `${last} ${days}`)).toEqual(["2026-04-13 w"]);
  });

  test("is quiet for an hour from now, when that is wanted before Cal.com is asked", async () => {
    await look(BAD);
    real += 40 * DAY;
    vi.setSystemTime(real);
    await snooze("hour");
    await look(BAD, { after: MINUTE });
    expect((await known()).snoozeUntil).toBe(real - MINUTE + HOUR);
  });

  test("else with the second one, a day later", async () => {
    await aMonthLater();
    const before = await known();
    await look(BAD, { ...asleep, isDated: false });
    for (let hour = 0; hour < 23; hour++) await look(BAD, { after: HOUR, isDated: false });
    expect(await known()).toMatchObject({ snoozeUntil: before.snoozeUntil });
    expect((await known()).entries).toContainEqual(before.entries?.[0]);
    await look(BAD, { after: HOUR, isDated: false });
    expect((await known()).snoozeUntil).toBeNull();
    expect((await known()).entries).not.toContainEqual(before.entries?.[0]);
  });
});
