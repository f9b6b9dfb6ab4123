import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { pathsIn, patternOf, replaced, WRONG } from "../../tests/support/unit/parts.ts";
import { anAccount, KEY, NOW, seed, stored } from "../../tests/support/unit/world.ts";
import type { Account } from "../core/model/account.ts";
import { emptyHistory } from "../core/model/history.ts";
import {
  ACCOUNTS,
  ACCOUNTS_COPY,
  type AccountsRecord,
  checksOf,
  historyOf,
  keyOf,
  statusOf,
} from "../core/model/records.ts";
import { emptyChecks } from "./checks.ts";
import { repair } from "./repair.ts";

const { local, session } = fakeBrowser.storage;

/** One whose address only it can know, and one with its key in the other area. */
const OWN: Partial<Account> = {
  id: "a2",
  label: "Clinic",
  region: "self-hosted",
  apiUrl: "https://cal.example.org/v2",
};
const SEEDS = [{}, { account: OWN }, { account: { id: "a3", keyIn: "session" as const } }];
const IDS = ["a1", "a2", "a3"];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await seed(SEEDS);
  for (const id of IDS) {
    await local.set({ [historyOf(id)]: { ...emptyHistory(), version: 1 }, [checksOf(id)]: emptyChecks() });
  }
});

/** All that is stored of accounts, but for the lists. */
async function owned(): Promise<unknown> {
  const { [ACCOUNTS]: _, [ACCOUNTS_COPY]: __, ...others } = await stored();
  const records = Object.entries(others).filter(([name]) => !name.startsWith("damaged:"));
  return { local: Object.fromEntries(records), session: await session.get(null) };
}

async function theList(): Promise<AccountsRecord> {
  return (await stored())[ACCOUNTS] as AccountsRecord;
}

/** The worker starts, and starts again: what the first start has made of it is no damage for the second. */
async function startTwice(): Promise<void> {
  await repair();
  const after = await stored();
  await repair();
  expect(await stored()).toEqual(after);
}

/** Takes away what is undefined. */
async function spoil(lists: Record<string, unknown>): Promise<void> {
  await local.remove(Object.keys(lists));
  await local.set(lists);
}

const LISTS: [string, unknown][] = [
  ["gone", undefined],
  ["null", null],
  ["a text", "nonsense"],
  ["a list", []],
  ["without a version", { accounts: [] }],
  ["without entries", { version: 1 }],
  ["with entries that are no list", { version: 1, accounts: { 0: anAccount() } }],
  ["with entries that are none", { version: 1, accounts: [null, 7, "a1"] }],
  ["with one entry that is none", { version: 1, accounts: [anAccount(), null, anAccount({ id: "a3" })] }],
];

describe("with its copy", () => {
  test.each(LISTS)("a list that is %s is as it was before, and nothing else is lost", async (_, list) => {
    const [before, others] = [await theList(), await owned()];
    await spoil({ [ACCOUNTS]: list });
    await startTwice();
    expect(await theList()).toEqual({ ...before, damage: { at: NOW, lost: [] } });
    expect(await owned()).toEqual(others);
  });

  test("so is one of which any part is gone or of another type", async () => {
    const [before, others] = [await theList(), await owned()];
    for (const path of pathsIn(before).filter(([first]) => first === "accounts")) {
      for (const [how, value] of WRONG) {
        // Another id is that of another account.
        if (path.at(-1) === "id" && typeof value === "string") continue;
        await local.clear();
        await seed(SEEDS);
        await local.set({
          ...(others as { local: object }).local,
          [ACCOUNTS]: replaced(before, path, value),
        });
        await startTwice();
        const after = await theList();
        // What fits, though it is another, is nobody's damage.
        if (after.damage) expect(after.accounts, `${patternOf(path)} ${how}`).toEqual(before.accounts);
        expect(await owned()).toEqual(others);
      }
    }
  });

  test("a damaged copy is made anew", async () => {
    const before = await theList();
    await local.set({ [ACCOUNTS_COPY]: { version: 1, accounts: 7 } });
    await startTwice();
    expect(await stored()).toMatchObject({ [ACCOUNTS]: before, [ACCOUNTS_COPY]: before });
    expect(await theList()).not.toHaveProperty("damage");
  });

  test("where both are damaged each entry is taken from where it is sound", async () => {
    const { accounts } = await theList();
    const [first, second, third] = accounts;
    await local.set({
      [ACCOUNTS]: { version: 1, accounts: [first, { ...second, apiUrl: 1 }, null] },
      [ACCOUNTS_COPY]: { version: 1, accounts: [{ ...first, id: 1 }, second, third] },
    });
    await startTwice();
    const sorted = (await theList()).accounts.sort((a, b) => a.id.localeCompare(b.id));
    expect(sorted).toEqual(accounts);
  });
});

describe("without a copy", () => {
  beforeEach(() => local.remove(ACCOUNTS_COPY));

  test.each(LISTS)("of a list that is %s all other records stay, start after start", async (_, list) => {
    const others = await owned();
    await spoil({ [ACCOUNTS]: list });
    await startTwice();
    expect(await owned()).toEqual(others);
    const { accounts, damage } = await theList();
    const known = [...accounts, ...(damage?.lost ?? [])].map(({ id }) => id);
    expect(known.sort()).toEqual(IDS);
    expect(damage?.at).toBe(NOW);
  });

  test("one wrong field costs that field alone", async () => {
    const { accounts } = await theList();
    const [first, ...others] = accounts;
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [{ ...first, label: -1 }, ...others] } });
    await startTwice();
    expect((await theList()).accounts).toEqual(accounts);
    expect(Object.keys(await stored())).toContain(`damaged:${ACCOUNTS}:${NOW}`);
  });

  test("where a key is kept is seen", async () => {
    const { accounts } = await theList();
    const [first, second, third] = accounts;
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [first, second, { ...third, keyIn: 3 }] } });
    await startTwice();
    expect((await theList()).accounts).toEqual(accounts);
  });

  test("what the list still says of an account that it has lost is kept", async () => {
    const { accounts } = await theList();
    const [first, second, third] = accounts;
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [first, { ...second, apiUrl: null }, third] } });
    await startTwice();
    expect((await theList()).damage).toEqual({
      at: NOW,
      lost: [{ id: "a2", label: "Clinic", user: second?.user }],
    });
  });
});

test("a list that is sound, but lacks an account that has records, has lost it", async () => {
  const others = await owned();
  const { accounts } = await theList();
  const less = { version: 1, accounts: accounts.slice(0, 1) };
  await local.set({ [ACCOUNTS]: less, [ACCOUNTS_COPY]: less });
  await startTwice();
  expect(await owned()).toEqual(others);
  expect((await theList()).damage?.lost.map(({ id }) => id)).toEqual(["a2", "a3"]);
});

test("where both lists are null, all other records stay, and it is noted", async () => {
  const others = await owned();
  await local.set({ [ACCOUNTS]: null, [ACCOUNTS_COPY]: null });
  await startTwice();
  expect(await owned()).toEqual(others);
  expect((await theList()).damage?.lost.map(({ id }) => id)).toEqual(IDS);
});

test("records of it that were damaged themselves stay as well", async () => {
  await local.set({ [ACCOUNTS]: "nonsense", "damaged:status:a2:7": "?" });
  for (const name of [ACCOUNTS_COPY, ...[statusOf, historyOf, checksOf, keyOf].map((of) => of("a2"))]) {
    await local.remove(name);
  }
  await startTwice();
  expect(await stored()).toHaveProperty(["damaged:status:a2:7"], "?");
  expect((await theList()).damage?.lost.map(({ id }) => id).sort()).toEqual(IDS);
});

test("a damaged list stays set aside, whatever else is damaged after it", async () => {
  await local.remove(ACCOUNTS_COPY);
  await local.set({ [ACCOUNTS]: "nonsense" });
  await repair();
  for (let day = 1; day <= 12; day++) {
    vi.setSystemTime(NOW + day);
    await local.set({ [statusOf("a1")]: `nonsense ${day}` });
    await repair();
  }
  const aside = Object.keys(await stored()).filter((name) => name.startsWith("damaged:"));
  expect(aside).toContain(`damaged:${ACCOUNTS}:${NOW}`);
  expect(aside).toHaveLength(11);
});

describe("a key for the session", () => {
  const leftover = { version: 1, key: KEY };

  test("that is nobody's is removed", async () => {
    await session.set({ [keyOf("gone")]: leftover });
    await repair();
    expect(Object.keys(await session.get(null))).toEqual([keyOf("a3")]);
  });

  test("is nobody's only as long as no damaged list is set aside", async () => {
    await session.set({ [keyOf("gone")]: leftover });
    await local.set({ [`damaged:${ACCOUNTS}:7`]: "nonsense" });
    await startTwice();
    expect(Object.keys(await session.get(null))).toContain(keyOf("gone"));
  });

  test("that is not in use is removed: a worker was ended before it could take its place", async () => {
    await session.set({ [keyOf("a1")]: leftover });
    await repair();
    expect(Object.keys(await session.get(null))).toEqual([keyOf("a3")]);
  });
});
