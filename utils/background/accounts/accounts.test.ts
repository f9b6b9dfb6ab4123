import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccount, seed, stored } from "../../../tests/support/unit/world.ts";
import { ACCOUNTS, ACCOUNTS_COPY, type AccountsRecord } from "../../core/model/records.ts";
import { accountsRecords } from "../../storage/accounts.ts";
import { moveAccount, renameAccount } from "./edit-account.ts";

const { local } = fakeBrowser.storage;
const NEWER = { [ACCOUNTS]: { version: 2, accounts: [anAccount()] } };

const three = () => seed(["a1", "a2", "a3"].map((id) => ({ account: { id, label: `Label of ${id}` } })));
const accounts = async () => ((await stored())[ACCOUNTS] as AccountsRecord).accounts;

describe("renaming", () => {
  async function labelAfter(typed: string): Promise<string | null | undefined> {
    await seed([{ account: { label: "Before" } }]);
    expect(await renameAccount("a1", typed)).toEqual({ ok: true });
    return (await accounts())[0]?.label;
  }

  test.each([
    ["  Work  ", "Work"],
    ["Dana\u0000's\n work", "Dana's work"],
    ["\u202egnp.exe", "gnp.exe"],
    ["\u200dW\u200bork\u200d ", "Work"],
    ["Arbeit (größer) 👩‍💻", "Arbeit (größer) 👩‍💻"],
    ["x".repeat(61), "x".repeat(60)],
    ["👍".repeat(61), "👍".repeat(60)],
    [`${"x".repeat(59)}   y`, "x".repeat(59)],
  ])("%j makes %j", async (typed, label) => {
    expect(await labelAfter(typed)).toBe(label);
  });

  test.each(["", "   ", "\t\n\u0007", "\u200b", "\u2060\ufeff \u00ad", "\u200d \u200c"])(
    "a blank %j gives the name back that Cal.com knows",
    async (typed) => {
      expect(await labelAfter(typed)).toBeNull();
    },
  );

  test("everything else of the account, and the other accounts, stay", async () => {
    await three();
    const before = await stored();
    await renameAccount("a2", "Work");
    expect(await stored()).toEqual({
      ...before,
      ...accountsRecords({
        version: 1,
        accounts: [
          anAccount({ label: "Label of a1" }),
          anAccount({ id: "a2", label: "Work" }),
          anAccount({ id: "a3", label: "Label of a3" }),
        ],
      }),
    });
  });
});

describe("moving", () => {
  const order = async () => (await accounts()).map(({ id }) => id);

  test.each([
    ["a1", 1, ["a2", "a1", "a3"]],
    ["a2", 1, ["a1", "a3", "a2"]],
    ["a2", -1, ["a2", "a1", "a3"]],
    ["a3", -1, ["a1", "a3", "a2"]],
  ] as const)("%s by %i", async (id, by, after) => {
    await three();
    expect(await moveAccount(id, by)).toEqual({ ok: true });
    expect(await order()).toEqual(after);
  });

  test.each([
    ["a1", -1],
    ["a3", 1],
  ] as const)("%s by %i is at the end already, and nothing is written", async (id, by) => {
    await three();
    const set = vi.spyOn(local, "set");
    expect(await moveAccount(id, by)).toEqual({ ok: true });
    expect(set).not.toHaveBeenCalled();
  });

  test("two moves at once are made one after the other", async () => {
    await three();
    await Promise.all([moveAccount("a1", 1), moveAccount("a1", 1)]);
    expect(await order()).toEqual(["a2", "a3", "a1"]);
  });
});

test.each([
  ["renamed", () => renameAccount("gone", "Work")],
  ["moved", () => moveAccount("gone", 1)],
])("an account that is gone is not %s, and it says so", async (_, action) => {
  await three();
  const before = await stored();
  expect(await action()).toEqual({ ok: false });
  expect(await stored()).toEqual(before);
});

test("where the copy is of a later version, and what the list is can't be told, nothing changes, and it says so", async () => {
  await local.set({ [ACCOUNTS]: { accounts: [anAccount()] }, [ACCOUNTS_COPY]: { version: 2 } });
  const before = await stored();
  expect(await renameAccount("a1", "Work")).toEqual({ ok: false });
  expect(await stored()).toEqual(before);
});

test("a list of a later version is left alone, and it says so", async () => {
  await local.set(NEWER);
  expect(await renameAccount("a1", "Work")).toEqual({ ok: false });
  expect(await moveAccount("a1", 1)).toEqual({ ok: false });
  expect(await stored()).toEqual(NEWER);
});
