import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, us } from "../../../tests/support/unit/mocked-client.ts";
import {
  anAccount,
  KEY,
  NOW,
  seed,
  stored,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import {
  ACCOUNTS,
  ACCOUNTS_COPY,
  type AccountsRecord,
  historyOf,
  keyOf,
  statusOf,
} from "../../core/model/records.ts";
import { readKey } from "../../storage/key.ts";
import { repair } from "../../storage/repair.ts";
import { connect } from "./connect.ts";
import { renameAccount } from "./edit-account.ts";
import { forgetLost } from "./forget-lost.ts";
import { giveBackUnusedAccess } from "./remove-account.ts";

vi.mock(import("../../cal-api/client.ts"));

const OTHER = "cal_live_fedcba9876543210";
const { local, session } = fakeBrowser.storage;

const theList = async () => (await stored())[ACCOUNTS] as AccountsRecord;
const ids = async () => (await theList()).accounts.map(({ id }) => id);
const lostIds = async () => (await theList()).damage?.lost.map(({ id }) => id);

beforeEach(async () => {
  aroundClient();
  await seed([
    { account: { label: "Work" } },
    { account: { id: "a2", user: { ...anAccount().user, id: 8 } }, key: "cal_live_of_somebody_else" },
  ]);
  await local.set({
    [historyOf("a1")]: {
      version: 1,
      connections: [],
      entries: [{ at: NOW - 5, event: "action", action: "connect" }],
      days: [],
    },
  });
});

/** The first account can't be saved, and the list has no copy. */
async function lose(left: object | null): Promise<void> {
  const { accounts } = await theList();
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [left, accounts[1]] } });
  await local.remove(ACCOUNTS_COPY);
  await repair();
  expect(await lostIds()).toEqual(["a1"]);
}

describe("an account that the list has lost, connected again", () => {
  test("with the key that it has goes on with all that is stored of it", async () => {
    await lose(null);
    const reply = await connect(us);
    expect(reply).toMatchObject({ ok: true, account: { id: "a1" } });
    expect(await ids()).toEqual(["a2", "a1"]);
    expect((await theList()).damage).toBeUndefined();
    expect((await storedHistory())?.entries).toMatchObject([{ at: NOW - 5 }, { action: "connect" }, {}]);
    expect((await storedStatus()).state.answers).toBe(2);
  });

  test("with another key goes on where the list still said whose it is", async () => {
    await lose({ ...anAccount({ label: "Work" }), region: null, apiUrl: 7 });
    await connect({ ...us, key: OTHER, keyIn: "session" });
    expect((await theList()).accounts[1]).toMatchObject({ id: "a1", label: "Work", keyIn: "session" });
    expect(await readKey(anAccount({ keyIn: "session" }))).toBe(OTHER);
    expect(await stored()).not.toHaveProperty(keyOf("a1"));
  });

  test.each([
    ["nobody knows whose it is", null],
    [
      "it is another person's",
      { ...anAccount({ user: { ...anAccount().user, id: 9 } }), apiUrl: 7, region: 7 },
    ],
    [
      "it is another person's of another server",
      { ...anAccount({ user: { ...anAccount().user, email: "kim@example.com" } }), apiUrl: 7, region: 7 },
    ],
  ])("with another key begins anew where %s, and what is kept stays", async (_, left) => {
    await lose(left);
    const before = await stored();
    expect(await connect({ ...us, key: OTHER })).toMatchObject({ ok: true });
    expect(await ids()).toHaveLength(2);
    expect(await ids()).not.toContain("a1");
    expect(await lostIds()).toEqual(["a1"]);
    for (const name of [keyOf("a1"), statusOf("a1"), historyOf("a1")]) {
      expect((await stored())[name]).toEqual(before[name]);
    }
  });
});

test("what is changed in the list leaves what was lost in it", async () => {
  await lose(null);
  const { damage } = await theList();
  await renameAccount("a2", "Clinic");
  expect(await theList()).toMatchObject({ accounts: [{ label: "Clinic" }], damage });
});

test("no permission is given back as long as it is not known where a lost account is", async () => {
  await lose(null);
  const remove = vi.spyOn(fakeBrowser.permissions, "remove");
  await giveBackUnusedAccess("self-hosted", "https://cal.example.org/*");
  expect(remove).not.toHaveBeenCalled();
  await forgetLost();
  await giveBackUnusedAccess("self-hosted", "https://cal.example.org/*");
  expect(remove).toHaveBeenCalledOnce();
});

describe("what is left of it goes once the person wants that", () => {
  test("with the damaged lists, and nothing else", async () => {
    await session.set({ unstored: ["a1", "a2"] });
    const before = Object.keys(await stored());
    await lose(null);
    await session.set({ [keyOf("a1")]: { version: 1, key: KEY } });
    await local.set({ "damaged:history:a1:7": 1, "damaged:settings:7": 1 });
    expect(await forgetLost()).toEqual({ ok: true });
    const kept = [...before.filter((name) => !name.endsWith(":a1")), "damaged:settings:7"];
    expect(Object.keys(await stored()).sort()).toEqual(kept.sort());
    expect(await session.get(null)).toEqual({ unstored: ["a2"] });
    expect(await theList()).toEqual({ version: 1, accounts: [expect.objectContaining({ id: "a2" })] });
    await repair();
    expect(await theList()).not.toHaveProperty("damage");
  });

  test("not from a list of a later version", async () => {
    await local.set({ [ACCOUNTS]: { version: 2 } });
    const before = await stored();
    await forgetLost();
    expect(await stored()).toEqual(before);
  });
});
