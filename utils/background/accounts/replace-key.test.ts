import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient } from "../../../tests/support/unit/mocked-client.ts";
import {
  allowHosts,
  anAccount,
  anAccountState,
  failedWith,
  KEY,
  NOW,
  seed,
  stored,
  storedHistory,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars, fetchMe } from "../../cal-api/client.ts";
import type { MeResult } from "../../cal-api/me.ts";
import { UNKNOWN_USER } from "../../core/model/account.ts";
import { ACCOUNTS, ACCOUNTS_COPY, historyOf, keyOf, statusOf } from "../../core/model/records.ts";
import { DAY } from "../../core/time.ts";
import { replaceKey } from "./replace-key.ts";

vi.mock("../../cal-api/client.ts");

const { session, local, managed } = fakeBrowser.storage;
const OTHER = "cal_live_fedcba9876543210";

beforeEach(() => aroundClient(meOf(7)));

function meOf(id: number): MeResult {
  return { kind: "me", me: { id, username: "dana2", email: "dana2@example.com", name: "Dana" } };
}

test("the same person's other key takes the place of the old one, and is used at once", async () => {
  await seed([{ state: anAccountState({ rejection: "expired" }) }]);
  const reply = await replaceKey("a1", ` ${OTHER} `, "local");
  expect(reply).toMatchObject({ ok: true, account: { id: "a1", user: { username: "dana2" } } });
  expect(fetchMe).toHaveBeenCalledWith("https://api.cal.com/v2", OTHER);
  expect(fetchCalendars).toHaveBeenCalledWith("https://api.cal.com/v2", OTHER, expect.anything());
  expect(await stored()).toMatchObject({
    [keyOf("a1")]: { key: OTHER },
    [statusOf("a1")]: { state: { lastGoodAt: NOW, rejection: null } },
    [historyOf("a1")]: {
      entries: expect.arrayContaining([{ at: NOW, event: "action", action: "replace-key" }]),
    },
  });
});

test("a key that moves to the session is gone from the store for good, and the other way round", async () => {
  await seed([{}]);
  await replaceKey("a1", OTHER, "session");
  expect(JSON.stringify(await stored())).not.toMatch(/cal_live/);
  expect(await session.get(null)).toEqual({ [keyOf("a1")]: { version: 1, key: OTHER } });
  await replaceKey("a1", KEY, "local");
  expect(await session.get(null)).toEqual({});
  expect((await stored())[keyOf("a1")]).toEqual({ version: 1, key: KEY });
});

test("somebody else's key is refused, with whose it is", async () => {
  await seed([{}]);
  const before = await stored();
  vi.mocked(fetchMe).mockResolvedValue(meOf(8));
  const reply = await replaceKey("a1", OTHER, "local");
  expect(reply).toEqual({ ok: false, problem: { problem: "otherUser", who: "Dana (dana2@example.com)" } });
  expect(await stored()).toEqual(before);
});

test("where the id was lost of whose it is, the address tells, and the id is known again", async () => {
  const user = { ...anAccount().user, id: UNKNOWN_USER.id };
  await seed([{ account: { user } }]);
  vi.mocked(fetchMe).mockResolvedValue(meOf(8));
  expect(await replaceKey("a1", OTHER, "local")).toMatchObject({ problem: { problem: "otherUser" } });
  vi.mocked(fetchMe).mockResolvedValue({ kind: "me", me: anAccount().user });
  expect(await replaceKey("a1", OTHER, "local")).toMatchObject({ ok: true, account: { user: { id: 7 } } });
  await seed([{ account: { user: UNKNOWN_USER } }]);
  vi.mocked(fetchMe).mockResolvedValue(meOf(8));
  expect(await replaceKey("a1", OTHER, "local")).toMatchObject({ ok: true, account: { user: { id: 8 } } });
});

test.each<[string, MeResult, string]>([
  ["is rejected", { kind: "key-rejected", status: 401, rejection: "invalid" }, "wrongKey"],
  ["can't be verified", failedWith({ reason: "timed-out" }), "timedOut"],
])("a key that %s changes nothing", async (_, answer, problem) => {
  await seed([{}]);
  const before = await stored();
  vi.mocked(fetchMe).mockResolvedValue(answer);
  expect(await replaceKey("a1", OTHER, "local")).toEqual({ ok: false, problem: { problem } });
  expect(await stored()).toEqual(before);
});

test("an empty key, a server that is not allowed and a browser that is offline ask nobody", async () => {
  await seed([{}]);
  expect(await replaceKey("a1", "Bearer ", "local")).toEqual({ ok: false, problem: { problem: "emptyKey" } });
  allowHosts(false);
  expect(await replaceKey("a1", OTHER, "local")).toEqual({ ok: false, problem: { problem: "noPermission" } });
  allowHosts();
  vi.stubGlobal("navigator", { onLine: false });
  expect(await replaceKey("a1", OTHER, "local")).toEqual({ ok: false, problem: { problem: "offline" } });
  vi.stubGlobal("navigator", { onLine: true });
  expect(fetchMe).not.toHaveBeenCalled();
});

test("key and history are replaced in one write", async () => {
  await seed([{}]);
  const set = vi.spyOn(local, "set");
  await replaceKey("a1", OTHER, "local");
  const names = [ACCOUNTS, ACCOUNTS_COPY, historyOf("a1"), keyOf("a1")];
  expect(Object.keys(set.mock.calls[0]?.[0] ?? {}).sort()).toEqual(names);
});

test("it is told when that was in the account's time, also by a clock that has jumped since the last look", async () => {
  await seed([{ state: anAccountState({ lastAttemptAt: NOW, lastGoodAt: NOW }) }]);
  vi.setSystemTime(NOW - 365 * DAY);
  await replaceKey("a1", OTHER, "local");
  expect((await storedHistory())?.entries[0]).toEqual({ at: NOW, event: "action", action: "replace-key" });
});

test("a name that the person gave meanwhile stays", async () => {
  await seed([{}]);
  vi.mocked(fetchMe).mockImplementation(async () => {
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [anAccount({ label: "Work" })] } });
    return meOf(7);
  });
  expect(await replaceKey("a1", OTHER, "local")).toMatchObject({ ok: true, account: { label: "Work" } });
  expect((await stored())[ACCOUNTS]).toMatchObject({ accounts: [{ label: "Work" }] });
});

test("where an administrator allows another server only, no key is sent to this one", async () => {
  await seed([{}]);
  vi.spyOn(managed, "get").mockResolvedValue({ apiUrl: "https://cal.example.org" } as never);
  expect(await replaceKey("a1", OTHER, "local")).toEqual({ ok: false, problem: { problem: "notAllowed" } });
  expect(fetchMe).not.toHaveBeenCalled();
});

test("an account that was removed meanwhile does not come back", async () => {
  const gone = { ok: false, problem: { problem: "accountGone" } };
  expect(await replaceKey("a1", OTHER, "local")).toEqual(gone);
  await seed([{}]);
  vi.mocked(fetchMe).mockImplementation(async () => {
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [anAccount({ id: "a2" })] } });
    return meOf(7);
  });
  expect(await replaceKey("a1", OTHER, "local")).toEqual(gone);
  expect(JSON.stringify(await stored())).not.toContain(OTHER);
});
