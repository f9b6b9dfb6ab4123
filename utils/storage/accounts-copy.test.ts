import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { ACCOUNTS, ACCOUNTS_COPY, type AccountsRecord, statusOf } from "../core/model/records.ts";
import { repair } from "./repair.ts";

const { local } = fakeBrowser.storage;
const DAMAGED = { [statusOf("a1")]: "nonsense" };
let before: AccountsRecord;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await seed([{}, { account: { id: "a2" } }]);
  before = (await stored())[ACCOUNTS] as AccountsRecord;
});

test.each([2, 42, 42.5, Number.MAX_VALUE])(
  "a copy that claims to be of version %s beside a list of this one is made anew, and holds nothing up",
  async (version) => {
    const copy = { ...before, version };
    await local.set({ ...DAMAGED, [ACCOUNTS_COPY]: copy });
    await repair();
    expect(await stored()).toMatchObject({
      [ACCOUNTS]: before,
      [ACCOUNTS_COPY]: before,
      [statusOf("a1")]: emptyStatus(),
      [`damaged:${ACCOUNTS_COPY}:${NOW}`]: copy,
    });
  },
);

test("what the list has lost is taken from a copy even if that claims to be of a later version", async () => {
  const less = { ...before, accounts: before.accounts.slice(0, 1) };
  await local.set({ [ACCOUNTS]: less, [ACCOUNTS_COPY]: { ...before, version: 42 } });
  await repair();
  expect((await stored())[ACCOUNTS]).toMatchObject({ accounts: before.accounts });
});

test.each([
  ["is a text", "nonsense"],
  ["is null", null],
  ["is of that version", { version: 2, people: [] }],
])("a copy of a later version stays where the list %s, and holds up nothing else", async (_, list) => {
  const lists = { [ACCOUNTS]: list, [ACCOUNTS_COPY]: { version: 2, people: [] } };
  await local.set({ ...DAMAGED, ...lists });
  await repair();
  expect(await stored()).toMatchObject({ ...lists, [statusOf("a1")]: emptyStatus() });
});
