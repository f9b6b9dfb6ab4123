import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  anAccountState,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../../tests/support/unit/world.ts";
import { showWebPage } from "../../../browser/web-tab.ts";
import type { Account } from "../../../core/model/account.ts";
import type { RememberedConnection } from "../../../core/model/account-state.ts";
import { statusOf } from "../../../core/model/records.ts";
import { connectionSubject } from "../../../core/model/subject.ts";
import { reconnect } from "./reconnect.ts";

vi.mock("../../../browser/web-tab.ts");

const GOOGLE = connectionSubject({
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
});
const REUSED = 7;
const { local, session } = fakeBrowser.storage;
const shown = vi.mocked(showWebPage);

beforeEach(() => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  shown.mockReset().mockResolvedValue(7);
});

const state = anAccountState({
  connections: [
    {
      integration: "google_calendar",
      credentialId: 1,
      delegationCredentialId: null,
      appName: "Google Calendar",
      appSlug: "google-calendar",
      condition: "broken",
      message: "Access token expired or revoked",
      primaryExternalId: null,
      lastGoodAt: null,
      calendars: [],
      malformedCalendars: 0,
      breaks: [],
      earlierBreaks: [],
      flapSuppressed: false,
      firstAnswer: 1,
      replacedBy: null,
    } satisfies RememberedConnection,
  ],
});

const openedTabs = async () => (await session.get("openedTabs")).openedTabs;

describe("the place of the web app", () => {
  test.each<[string, Partial<Account>, string]>([
    ["in the US", {}, "https://app.cal.com"],
    ["in the EU", { region: "eu", webUrl: "https://app.cal.eu" }, "https://app.cal.eu"],
    ["of one's own", { region: "self-hosted", webUrl: "https://cal.example" }, "https://cal.example"],
  ])("is opened %s", async (_, account, origin) => {
    await seed([{ account, state }]);
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: true });
    expect(shown.mock.calls).toEqual([[`${origin}/apps/google-calendar`, undefined]]);
  });

  test("is unknown where no web app was given", async () => {
    await seed([{ account: { region: "self-hosted", webUrl: null }, state }]);
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: false, problem: { problem: "noWebApp" } });
    expect(shown).not.toHaveBeenCalled();
  });

  test("of a connection that can't be told is the list of calendars, and nothing is to be looked for", async () => {
    await seed([{ state }]);
    expect(await reconnect("a1", { ...GOOGLE, credentialId: 4 })).toEqual({ ok: true });
    expect(shown.mock.calls[0]?.[0]).toBe("https://app.cal.com/settings/my-account/calendars");
    expect((await storedStatus()).reconnections ?? []).toEqual([]);
  });
});

describe("what is stored", () => {
  test("is what was opened and when, and that Cal.com is asked in a minute", async () => {
    await seed([{ state }]);
    await reconnect("a1", GOOGLE);
    expect(await storedStatus()).toMatchObject({
      nextCheckAt: NOW + MINUTE,
      reconnections: [{ credentialId: 1, openedAt: NOW, lookedAt: null, recovered: false }],
    });
  });

  test("does not shorten a backoff", async () => {
    const failing = { ...state, failures: 2, lastFailure: { reason: "rate-limited" as const } };
    await seed([{ state: failing, nextCheckAt: NOW + 9 * MINUTE }]);
    await reconnect("a1", GOOGLE);
    expect((await storedStatus()).nextCheckAt).toBe(NOW + 9 * MINUTE);
  });

  test("is stored before the tab is opened", async () => {
    await seed([{ state }]);
    shown.mockImplementation(async () => {
      expect((await storedStatus()).reconnections).toHaveLength(1);
      return 7;
    });
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: true });
  });

  test("a full disk keeps no tab shut", async () => {
    await seed([{ state }]);
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(local, "set").mockRejectedValue(new Error("full"));
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: true });
    expect(shown).toHaveBeenCalledTimes(1);
  });
});

describe("the tab", () => {
  test("is reused the next time, and a double click opens it once", async () => {
    await seed([{ state }]);
    // Longer than the second click needs to get that far.
    shown.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(7), 50)));
    await Promise.all([reconnect("a1", GOOGLE), reconnect("a1", GOOGLE)]);
    await reconnect("a1", GOOGLE);
    expect(shown.mock.calls.map(([, reused]) => reused)).toEqual([undefined, REUSED]);
    expect(await openedTabs()).toEqual({ a1: { tabId: 7, inFront: true, looks: 0 } });
  });

  test("of another account is left alone", async () => {
    await seed([{ state }, { account: { id: "a2" }, state }]);
    await reconnect("a1", GOOGLE);
    await reconnect("a2", GOOGLE);
    expect(shown.mock.calls.map(([, reused]) => reused)).toEqual([undefined, undefined]);
  });

  test("of a reconnection that is over is the person's own", async () => {
    await seed([{ state }]);
    await reconnect("a1", GOOGLE);
    const status = await storedStatus();
    const reconnections = status.reconnections.map((one) => ({ ...one, lookedAt: NOW, recovered: true }));
    await local.set({ [statusOf("a1")]: { ...status, reconnections } });
    await reconnect("a1", GOOGLE);
    expect(shown.mock.calls.map(([, reused]) => reused)).toEqual([undefined, undefined]);
  });

  test("that is not opened is told", async () => {
    await seed([{ state }]);
    vi.spyOn(console, "error").mockImplementation(() => {});
    shown.mockRejectedValue(new Error("No window"));
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: false, problem: { problem: "notOpened" } });
    expect(await openedTabs()).toBeUndefined();
  });

  test("that is opened, but can't be remembered, is what the person wanted", async () => {
    await seed([{ state }]);
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(session, "set").mockRejectedValue(new Error("full"));
    expect(await reconnect("a1", GOOGLE)).toEqual({ ok: true });
  });
});

test("for an account that was removed nothing is opened, and nothing stored", async () => {
  await seed([{ account: { id: "a2" } }]);
  expect(await reconnect("a1", GOOGLE)).toEqual({ ok: false, problem: { problem: "accountGone" } });
  expect(shown).not.toHaveBeenCalled();
  expect(await stored()).not.toHaveProperty(statusOf("a1"));
});

test("what a later version wrote is left untouched", async () => {
  await seed([{ state }]);
  await local.set({ [statusOf("a1")]: { version: 99 } });
  expect(await reconnect("a1", GOOGLE)).toEqual({ ok: false, problem: { problem: "newerStore" } });
  expect(await storedStatus()).toEqual({ version: 99 });
});
