import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, own, us } from "../../../tests/support/unit/mocked-client.ts";
import { anAccount, failedWith, KEY, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { fetchCalendars, fetchMe } from "../../cal-api/client.ts";
import type { AccountsRecord } from "../../core/model/records.ts";
import { ACCOUNTS, historyOf, keyOf, statusOf } from "../../core/model/records.ts";
import { connect } from "./connect.ts";

vi.mock("../../cal-api/client.ts");

const { local, session } = fakeBrowser.storage;
const notThere = failedWith({ reason: "not-cal-api", status: 404 });

beforeEach(() => aroundClient());

async function theAccount() {
  const { accounts } = (await stored())[ACCOUNTS] as AccountsRecord;
  expect(accounts).toHaveLength(1);
  return accounts[0] as NonNullable<(typeof accounts)[0]>;
}

describe("what is connected", () => {
  test("account, key and state are stored, and the calendars are there when the answer comes", async () => {
    const reply = await connect(us);
    const account = await theAccount();
    expect(reply).toEqual({ ok: true, account });
    expect(account).toMatchObject({
      region: "us",
      apiUrl: "https://api.cal.com/v2",
      user: anAccount().user,
    });
    expect(await stored()).toMatchObject({
      [keyOf(account.id)]: { version: 1, key: KEY },
      [statusOf(account.id)]: { state: { lastGoodAt: NOW } },
      [historyOf(account.id)]: { entries: [{ at: NOW, event: "action", action: "connect" }] },
    });
  });

  test("account, key, empty state and history come in one write", async () => {
    const set = vi.spyOn(local, "set");
    await connect(us);
    const names = Object.keys(set.mock.calls[0]?.[0] ?? {}).map((name) => name.split(":")[0]);
    expect(names.sort()).toEqual(["accounts", "accounts-copy", "history", "key", "status"]);
  });

  test("a pasted header and white space around the key are removed", async () => {
    await connect({ ...us, key: `  Bearer ${KEY}\n` });
    expect(fetchMe).toHaveBeenCalledWith("https://api.cal.com/v2", KEY);
  });

  test("a key for the session goes into the session store only", async () => {
    await connect({ ...us, keyIn: "session" });
    const { id } = await theAccount();
    expect(await session.get(null)).toEqual({ [keyOf(id)]: { version: 1, key: KEY } });
    expect(JSON.stringify(await stored())).not.toContain(KEY);
  });

  test("an account is stored although its first check fails", async () => {
    vi.mocked(fetchCalendars).mockResolvedValue(failedWith({ reason: "timed-out" }));
    expect(await connect(us)).toMatchObject({ ok: true });
  });
});

describe("finding the server", () => {
  const asked = () => vi.mocked(fetchMe).mock.calls.map(([apiUrl]) => apiUrl);

  test("the key is sent to the chosen region only", async () => {
    await connect({ ...us, region: "eu" });
    expect(asked()).toEqual(["https://api.cal.eu/v2"]);
  });

  test("where there is no API at the first address, the second is tried, and remembered", async () => {
    vi.mocked(fetchMe).mockResolvedValueOnce(notThere);
    await connect(own());
    expect(asked()).toEqual(["https://cal.example.org/v2", "https://cal.example.org/api/v2"]);
    expect((await theAccount()).apiUrl).toBe("https://cal.example.org/api/v2");
  });

  test("that something else answered tells more than that nothing did", async () => {
    vi.mocked(fetchMe)
      .mockResolvedValueOnce(notThere)
      .mockResolvedValueOnce(failedWith({ reason: "unreachable" }));
    expect(await connect(own())).toEqual({ ok: false, problem: { problem: "noApi" } });
  });

  test("a server that knows no such key is not asked again elsewhere", async () => {
    vi.mocked(fetchMe).mockResolvedValue({ kind: "key-rejected", status: 401, rejection: "invalid" });
    await connect(own());
    expect(asked()).toHaveLength(1);
  });
});

describe("what is connected already", () => {
  const already = { ok: false, problem: { problem: "alreadyConnected", who: "Dana (dana@example.com)" } };

  test("the same key on the same server is known without asking", async () => {
    await seed([{}]);
    expect(await connect(us)).toEqual(already);
    expect(fetchMe).not.toHaveBeenCalled();
  });

  test("another key of the same person on the same server is refused", async () => {
    await seed([{}]);
    expect(await connect({ ...us, key: "cal_live_another" })).toEqual(already);
    expect((await stored())[ACCOUNTS]).toEqual({ version: 1, accounts: [anAccount()] });
  });

  test("the same user id on another server is another person", async () => {
    await seed([{}]);
    expect(await connect({ ...us, region: "eu" })).toMatchObject({ ok: true });
  });

  test("two clicks connect one account", async () => {
    const replies = await Promise.all([connect(us), connect(us)]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    await theAccount();
  });
});
