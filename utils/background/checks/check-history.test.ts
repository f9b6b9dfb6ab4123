import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient } from "../../../tests/support/unit/mocked-client.ts";
import {
  anAccountState,
  MINUTE,
  NOW,
  seed,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { historyOf, statusOf } from "../../core/model/records.ts";
import { check } from "./check.ts";
import { recordCheckCrash } from "./record-check-crash.ts";

vi.mock("../../cal-api/client.ts");

const { local } = fakeBrowser.storage;
const asked = vi.mocked(fetchCalendars);
const REJECTED: Observation = { kind: "key-rejected", status: 401, rejection: "invalid" };

beforeEach(() => aroundClient());

describe("the history", () => {
  test("is written with the status that it tells of", async () => {
    await seed([{ state: anAccountState() }]);
    const set = vi.spyOn(local, "set");
    asked.mockResolvedValue(REJECTED);
    await check("a1");
    expect(set).toHaveBeenCalledTimes(1);
    expect(set.mock.calls[0]?.[0]).toMatchObject({
      [statusOf("a1")]: { state: { rejection: "invalid" } },
      [historyOf("a1")]: { entries: [{ at: NOW, event: "came", kind: "key-rejected", level: "error" }] },
    });
  });

  test("has the local day of an answer: in Berlin a new one begins at 23:00 UTC", async () => {
    await seed([{}]);
    vi.setSystemTime(Date.parse("2026-03-04T22:59:59Z"));
    await check("a1");
    expect((await storedHistory())?.days).toMatchObject([{ last: "2026-03-04", days: "w" }]);
    vi.setSystemTime(Date.parse("2026-03-04T23:00:00Z"));
    await check("a1");
    expect((await storedHistory())?.days).toMatchObject([{ last: "2026-03-05", days: "ww" }]);
  });

  test("is not written by a check that changes nothing of it", async () => {
    await seed([{}]);
    await check("a1");
    const set = vi.spyOn(local, "set");
    await check("a1");
    expect(set.mock.calls[0]?.[0]).toHaveProperty(statusOf("a1"));
    expect(set.mock.calls[0]?.[0]).not.toHaveProperty(historyOf("a1"));
  });

  test("of a later version is left alone, and the status is stored", async () => {
    await seed([{ state: anAccountState() }]);
    await local.set({ [historyOf("a1")]: { version: 2 } });
    asked.mockResolvedValue(REJECTED);
    expect(await check("a1")).toMatchObject({ kind: "checked" });
    expect(await storedHistory()).toEqual({ version: 2 });
    expect((await storedStatus()).state.rejection).toBe("invalid");
  });

  test("tells of an outage that a failure of our own made long enough, too", async () => {
    const quiet = anAccountState({
      lastGoodAt: NOW - 180 * MINUTE,
      failures: 4,
      failingSince: NOW - 150 * MINUTE,
      lastAttemptAt: NOW - 10 * MINUTE,
      outage: 115 * MINUTE,
      lastFailure: { reason: "timed-out" },
    });
    await seed([{ state: quiet }]);
    await recordCheckCrash("a1", new Error("ours"));
    expect((await storedHistory())?.entries).toMatchObject([{ event: "came", kind: "unreachable" }]);
    expect((await storedStatus()).state.lastFailure).toBeNull();
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 30 * MINUTE);
  });

  test("and the status go on when the history was emptied", async () => {
    await seed([{}]);
    await local.set({ [historyOf("a1")]: null });
    await check("a1");
    expect(await storedHistory()).toMatchObject({ version: 1, days: [{ days: "w" }] });
  });
});

describe("what is to be told", () => {
  test("is stored with the status", async () => {
    await seed([{ state: anAccountState() }]);
    asked.mockResolvedValue(REJECTED);
    await check("a1");
    expect((await storedStatus()).outbox).toMatchObject({ at: NOW, notices: [{ kind: "key-rejected" }] });
    vi.setSystemTime(NOW + MINUTE);
    await check("a1");
    expect((await storedStatus()).outbox).toMatchObject({ at: NOW, notices: [{ kind: "key-rejected" }] });
  });

  test("is nothing when notifications are off", async () => {
    await seed([{ state: anAccountState() }], { notifications: false });
    asked.mockResolvedValue(REJECTED);
    await check("a1");
    expect((await storedStatus()).outbox).toBeNull();
  });
});
