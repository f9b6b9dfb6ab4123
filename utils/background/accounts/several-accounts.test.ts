import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, DANAS_KEY, own, us } from "../../../tests/support/unit/mocked-client.ts";
import { anAccountState, KEY, MINUTE, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { fetchMe } from "../../cal-api/client.ts";
import { ACCOUNTS, type AccountsRecord, type StatusRecord, statusOf } from "../../core/model/records.ts";
import type { ConnectReply } from "../../messaging/replies.ts";
import { connect } from "./connect.ts";

vi.mock("../../cal-api/client.ts");

const SECOND = "cal_live_second";
const already = (who: string) => ({ ok: false, problem: { problem: "alreadyConnected", who } });

beforeEach(() => {
  aroundClient();
  // Dana's keys, but for one of Kim's.
  vi.mocked(fetchMe).mockImplementation(async (_, key) =>
    key === SECOND
      ? { kind: "me", me: { id: 8, username: "kim", email: "kim@example.com", name: "Kim" } }
      : DANAS_KEY,
  );
});

const accounts = async () => ((await stored())[ACCOUNTS] as AccountsRecord).accounts;

describe("the same key twice on one server", () => {
  const addresses = ["https://cal.example.org/v2", "https://cal.example.org/api/v2", "cal.example.org/"];

  test.each(addresses.flatMap((first) => addresses.map((second) => [first, second] as const)))(
    "is refused at %s and then %s",
    async (first, second) => {
      expect(await connect(own(first))).toMatchObject({ ok: true });
      expect(await connect(own(second))).toEqual(already("Dana (dana@example.com)"));
      expect(fetchMe).toHaveBeenCalledTimes(1);
      expect(await accounts()).toHaveLength(1);
    },
  );

  test.each([
    [us, own("api.cal.com")],
    [own("api.cal.com"), us],
  ])("is refused as %j and then %j", async (first, second) => {
    expect(await connect(first)).toMatchObject({ ok: true });
    expect(await connect(second)).toEqual(already("Dana (dana@example.com)"));
  });

  test.each([
    [KEY, SECOND],
    [SECOND, KEY],
  ])("is refused for each of several accounts: %s before %s", async (...keys) => {
    const replies: ConnectReply[] = [];
    for (const key of [...keys, ...keys]) replies.push(await connect({ ...us, key }));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, false, false]);
    expect(fetchMe).toHaveBeenCalledTimes(2);
    expect(await accounts()).toHaveLength(2);
  });

  test("is known also where it was kept for the session", async () => {
    await connect({ ...us, keyIn: "session" });
    expect(await connect(us)).toEqual(already("Dana (dana@example.com)"));
    expect(fetchMe).toHaveBeenCalledTimes(1);
  });

  test("another key of the same person is refused at the server's other address, too", async () => {
    await connect(own("https://cal.example.org/v2"));
    const other = { ...own("https://cal.example.org/api/v2"), key: "cal_live_another" };
    expect(await connect(other)).toEqual(already("Dana (dana@example.com)"));
  });
});

test("the same key on two servers is two accounts", async () => {
  expect(await connect(us)).toMatchObject({ ok: true });
  expect(await connect(own("https://cal.example.org"))).toMatchObject({ ok: true });
  expect(await accounts()).toHaveLength(2);
});

describe("while other accounts are snoozed", () => {
  async function snoozeOfNew(...others: (number | null)[]): Promise<number | null> {
    await seed(
      others.map((snoozeUntil, index) => ({
        account: { id: `o${index}`, user: { id: 100 + index, username: null, email: null, name: null } },
        state: anAccountState({ snoozeUntil }),
        key: `cal_live_${index}`,
      })),
    );
    const set = vi.spyOn(fakeBrowser.storage.local, "set");
    const reply = await connect(us);
    // As it was stored with the account, before its first check.
    const [first = {}] = set.mock.calls[0] ?? [];
    const status = (first as Record<string, StatusRecord>)[reply.ok ? statusOf(reply.account.id) : ""];
    return status ? status.state.snoozeUntil : Number.NaN;
  }

  test("a new one is snoozed until the first of them is awake", async () => {
    expect(await snoozeOfNew(NOW + 5 * MINUTE, NOW + 60 * MINUTE)).toBe(NOW + 5 * MINUTE);
  });

  test("a new one is not, where only some of them are", async () => {
    expect(await snoozeOfNew(NOW + 5 * MINUTE, null)).toBeNull();
  });

  test("a snooze that is over is none", async () => {
    expect(await snoozeOfNew(NOW - MINUTE, NOW, null)).toBeNull();
  });

  test("the first account is not snoozed", async () => {
    expect(await snoozeOfNew()).toBeNull();
  });

  test("one whose state a later version wrote says nothing", async () => {
    await seed([
      { account: { id: "a9", user: { id: 9, username: null, email: null, name: null } }, key: "k" },
    ]);
    await fakeBrowser.storage.local.set({ [statusOf("a9")]: { version: 99 } });
    expect(await connect(us)).toMatchObject({ ok: true });
  });
});
