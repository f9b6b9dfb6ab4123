import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DANA, remember, stored } from "../../tests/fixtures/account.ts";
import { answered } from "../../tests/fixtures/answers.ts";
import { google, toDana } from "../../tests/fixtures/people.ts";
import { openStored } from "../pages/open-stored.ts";
import { assemble, type StoredResult } from "./stored.ts";

const RECORDS = stored(remember([answered(5, [google], toDana)]));

describe("putting records together", () => {
  test("nothing stored is no account and the usual settings", () => {
    expect(assemble({})).toMatchObject({
      ok: true,
      stored: { accounts: [], settings: { intervalMinutes: 30 } },
    });
  });

  test("an account that was never asked has an empty state", () => {
    const { "status:dana": _, ...others } = RECORDS;
    const result = assemble(others);
    expect(result.ok && result.stored.accounts[0]?.state.connections).toEqual([]);
  });

  test.each([
    ["accounts", { version: 1, accounts: "none" }],
    ["accounts", { accounts: [] }],
    ["accounts", { version: 1, accounts: [null] }],
    ["accounts", { version: 1, accounts: [{ ...DANA, label: -1 }] }],
    ["accounts", { version: 1, accounts: [{ ...DANA, user: { ...DANA.user, email: 7 } }] }],
    ["accounts", { version: 1, accounts: [{ ...DANA, user: null }] }],
    ["status:dana", { version: 3, state: null }],
    ["status:dana", { version: 3, state: { connections: [], findings: 7 } }],
    ["settings", { version: "?" }],
  ])("a damaged record %s is found before it is drawn", (name, record) => {
    expect(assemble({ ...RECORDS, [name]: record })).toEqual({ ok: false, unreadable: "damaged" });
  });

  test("an answer that could not be stored is one of an account that there is", () => {
    const of = (unstored: unknown) => {
      const result = assemble({ ...RECORDS, unstored });
      return result.ok && result.stored.unstored;
    };
    expect(of(["gone", "dana"])).toEqual(["dana"]);
    expect(of(["gone"])).toEqual([]);
    expect(of("dana")).toEqual([]);
  });

  test("what became of a damaged list of accounts is told, as long as it makes sense", () => {
    const of = (damage: unknown) => {
      const result = assemble({ ...RECORDS, accounts: { version: 1, accounts: [DANA], damage } });
      return result.ok && result.stored.damage;
    };
    const damage = { at: 5, lost: [{ id: "kim", label: null, user: null }] };
    expect(of(damage)).toEqual(damage);
    expect(of(undefined)).toBeUndefined();
    expect(of({ at: 5 })).toBeUndefined();
    expect(of(7)).toBeUndefined();
  });

  test("of a clock that is not believed it is said by how much it is ahead, and nothing of any other", () => {
    const aheadBy = (clock: unknown) => {
      const status = { ...(RECORDS["status:dana"] as object), clock };
      const result = assemble({ ...RECORDS, "status:dana": status });
      return result.ok ? result.stored.accounts[0]?.clockAheadBy : result.unreadable;
    };
    const jump = { aheadBy: 5, answeredAt: null, lastAttemptAt: 1, lastGoodAt: null };
    expect(aheadBy({ believedAt: 1, jump })).toBe(5);
    expect(aheadBy({ believedAt: 1, jump: null })).toBeUndefined();
    expect(aheadBy(undefined)).toBeUndefined();
  });

  test("a record of a newer version is told apart from a damaged one", () => {
    const result = assemble({ ...RECORDS, settings: { version: 2, anything: true } });
    expect(result).toEqual({ ok: false, unreadable: "newer" });
  });
});

describe("of several accounts", () => {
  const two = (status: unknown) => {
    const result = assemble({
      ...RECORDS,
      accounts: { version: 1, accounts: [DANA, { ...DANA, id: "kim" }] },
      "status:kim": status,
    });
    return result.ok ? result.stored.accounts : result.unreadable;
  };

  test.each([
    ["newer", { version: 99, state: "another shape" }],
    ["damaged", { version: 3, state: null }],
    ["damaged", "?"],
  ])("one whose record is %s does not take the others from the page", (unreadable, status) => {
    expect(two(status)).toMatchObject([
      { account: { id: "dana" }, state: { connections: [{}] } },
      { account: { id: "kim" }, state: { connections: [] }, unreadable },
    ]);
    expect(two(undefined)).not.toHaveProperty("1.unreadable");
  });
});

test.each([{ version: 2, policy: { notifications: false } }, { version: 1 }, "?"])(
  "a policy that can't be read is none: %j",
  (policy) => {
    const result = assemble({ ...RECORDS, policy });
    expect(result).toMatchObject({ ok: true, stored: { policy: {}, settings: { notifications: true } } });
  },
);

test("what the person chose is told apart from what is in force", () => {
  const policy = { version: 1, policy: { intervalMinutes: 240 }, ignored: [] };
  expect(assemble({ ...RECORDS, policy })).toMatchObject({
    ok: true,
    stored: { settings: { intervalMinutes: 240 }, chosen: { intervalMinutes: 30 } },
  });
});

describe("following what is stored", () => {
  test("reads accounts and statuses, and never a key", async () => {
    await fakeBrowser.storage.local.set({ ...RECORDS, "key:dana": { version: 1, key: "cal_secret" } });
    const get = vi.spyOn(fakeBrowser.storage.local, "get");
    const { first } = await openStored();
    expect(first.ok && first.stored.accounts[0]?.account.id).toBe(DANA.id);
    expect(JSON.stringify(get.mock.calls)).not.toContain("key:");
    expect(get.mock.calls.flat()).not.toContain(null);
    expect(JSON.stringify(first)).not.toContain("cal_secret");
  });

  test("a change is told, also one from before anybody listened", async () => {
    const open = await openStored();
    await fakeBrowser.storage.local.set(RECORDS);
    const results: StoredResult[] = [];
    open.onChange((result) => results.push(result));
    await fakeBrowser.storage.local.remove("accounts");
    expect(results.map((result) => result.ok && result.stored.accounts.length)).toEqual([1, 0]);
  });

  test("what is emptied before it is removed is missing, when it is read and when it changes", async () => {
    await fakeBrowser.storage.local.set({ ...RECORDS, policy: null, "status:dana": null });
    const open = await openStored();
    const results: StoredResult[] = [open.first];
    open.onChange((result) => results.push(result));
    await fakeBrowser.storage.local.set({ accounts: null });
    expect(results.map((result) => result.ok && result.stored.accounts.length)).toEqual([1, 0]);
  });

  test("a record that can't be put together at all is damaged, not a crash", async () => {
    await fakeBrowser.storage.local.set({ accounts: { version: 1, accounts: [null] } });
    expect((await openStored()).first).toEqual({ ok: false, unreadable: "damaged" });
  });
});
