import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccount, seed, stored } from "../../../tests/support/unit/world.ts";
import { emptyHistory } from "../../core/model/history.ts";
import { ACCOUNTS, ACCOUNTS_COPY, checksOf, historyOf, keyOf, statusOf } from "../../core/model/records.ts";
import { accountsRecords } from "../../storage/accounts.ts";
import { removeAccount } from "./remove-account.ts";

const { local, session } = fakeBrowser.storage;
let givenBack: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  givenBack = vi.spyOn(fakeBrowser.permissions, "remove").mockImplementation((async () => true) as never);
});

const own = (id: string) => ({ id, region: "self-hosted" as const, apiUrl: "https://cal.example.org/v2" });

test("everything of the account goes in one write, and the others stay", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  await local.set({
    [historyOf("a1")]: { version: 1, ...emptyHistory() },
    [checksOf("a1")]: { version: 1, entries: [] },
  });
  const set = vi.spyOn(local, "set");
  expect(await removeAccount("a1")).toEqual({ ok: true });
  expect(set).toHaveBeenCalledTimes(1);
  const emptied = [statusOf("a1"), historyOf("a1"), checksOf("a1"), keyOf("a1")];
  const left = accountsRecords({ version: 1, accounts: [anAccount({ id: "a2" })] });
  expect(set.mock.calls[0]?.[0]).toEqual({
    ...left,
    ...Object.fromEntries(emptied.map((name) => [name, null])),
  });
  expect(Object.keys(await stored()).sort()).toEqual(
    [...Object.keys(left), keyOf("a2"), statusOf("a2")].sort(),
  );
  expect(await stored()).toMatchObject(left);
});

test("damaged records of it that were set aside go, too, and no others", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  const [ofIt, ofOther] = ["damaged:status:a1:7", "damaged:status:a2:7"] as const;
  await local.set({ [ofIt]: "https://example.org/secret.ics", [ofOther]: "nonsense" });
  await removeAccount("a1");
  expect(await stored()).not.toHaveProperty([ofIt]);
  expect(await stored()).toHaveProperty([ofOther]);
});

test("its notifications go from the screen, and no others", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  const options = { type: "basic" as const, iconUrl: "", title: "", message: "" };
  for (const id of ["check/a1/1/k2", "check/a1/2/", "check/a2/1/k2", "other"]) {
    await fakeBrowser.notifications.create(id, options);
  }
  await removeAccount("a1");
  expect(Object.keys(await fakeBrowser.notifications.getAll())).toEqual(["check/a2/1/k2", "other"]);
});

test("a browser that can't take a notification away keeps nothing else from being done", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(fakeBrowser.notifications, "getAll").mockRejectedValue(new Error("gone"));
  await seed([{ account: own("a1") }]);
  expect(await removeAccount("a1")).toEqual({ ok: true });
  expect(givenBack).toHaveBeenCalledTimes(1);
});

test("a key in the session store goes, too", async () => {
  await seed([{ account: { keyIn: "session" } }]);
  await removeAccount("a1");
  expect(await session.get(null)).toEqual({});
});

test("a permission that no other account needs is given back", async () => {
  await seed([{ account: own("a1") }, { account: own("a2") }]);
  await removeAccount("a1");
  expect(givenBack).not.toHaveBeenCalled();
  await removeAccount("a2");
  expect(givenBack).toHaveBeenCalledWith({ origins: ["https://cal.example.org/*"] });
});

test("the permissions for Cal.com itself stay", async () => {
  await seed([{}]);
  await removeAccount("a1");
  expect(givenBack).not.toHaveBeenCalled();
});

test("an account that is gone already is no failure", async () => {
  expect(await removeAccount("a1")).toEqual({ ok: true });
});

test("where the copy is of a later version, and what the list is can't be told, nothing is removed, and it says so", async () => {
  await seed([{}]);
  await local.set({ [ACCOUNTS]: { accounts: [anAccount()] }, [ACCOUNTS_COPY]: { version: 2 } });
  const before = await stored();
  expect(await removeAccount("a1")).toEqual({ ok: false });
  expect(await stored()).toEqual(before);
});

test("a copy that only claims a later version keeps nothing from being removed", async () => {
  await seed([{}]);
  const copy = { version: 42, accounts: [anAccount()] };
  await local.set({ [ACCOUNTS_COPY]: copy });
  expect(await removeAccount("a1")).toEqual({ ok: true });
  expect(await stored()).toMatchObject(accountsRecords({ version: 1, accounts: [] }));
  expect(await stored()).not.toHaveProperty(keyOf("a1"));
});

test("from a list of a later version nothing is removed, and it says so", async () => {
  await local.set({ [ACCOUNTS]: { version: 2 }, [keyOf("a1")]: { version: 1, key: "k" } });
  expect(await removeAccount("a1")).toEqual({ ok: false });
  expect(await stored()).toHaveProperty(keyOf("a1"));
});
