import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { allowHosts, anAccount, goodAnswer, KEY, NOW, seed } from "../../../tests/support/unit/world.ts";
import { fetchCalendars, fetchMe } from "../../cal-api/client.ts";
import type { Account } from "../../core/model/account.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { readKey } from "../../storage/key.ts";
import { connect } from "./connect.ts";
import { removeAccount } from "./remove-account.ts";
import { replaceKey } from "./replace-key.ts";

vi.mock(import("../../cal-api/client.ts"));
// What a check stores afterwards is another matter.
vi.mock(import("../checks/check.ts"), async (original) => ({
  ...(await original()),
  check: async () => ({ kind: "dropped" }),
}));

const OTHER = "cal_live_fedcba9876543210";
const { local, session } = fakeBrowser.storage;

/** Every call that writes, in the order in which they come. */
const WRITES = [
  [local, "set"],
  [local, "remove"],
  [session, "set"],
  [session, "remove"],
] as const;

/** The call with this number fails, and the others are done. */
function failAt(failing: number): { calls: () => number } {
  let calls = 0;
  for (const [area, method] of WRITES) {
    const original = area[method].bind(area) as (what: never) => Promise<void>;
    vi.spyOn(area, method).mockImplementation((async (what: never) => {
      calls += 1;
      if (calls === failing) throw new Error("The disk says no.");
      return original(what);
    }) as never);
  }
  return { calls: () => calls };
}

async function everything(): Promise<unknown> {
  return { local: await local.get(null), session: await session.get(null) };
}

async function keyOfFirst(): Promise<string | null> {
  const [account] = valueOrNull(await readAccounts())?.accounts ?? [];
  return account ? readKey(account) : null;
}

const form = (keyIn: Account["keyIn"]) => ({
  key: OTHER,
  region: "us" as const,
  apiUrl: "",
  webUrl: "",
  keyIn,
});

interface Operation {
  name: string;
  /** Where the key of the account is that there is; null where there is none. */
  before: Account["keyIn"] | null;
  run: () => Promise<{ ok: boolean }>;
  /** The key that the first account has when it is done. */
  after: string | null;
}

const OPERATIONS: Operation[] = [
  { name: "connecting, key for good", before: null, run: () => connect(form("local")), after: OTHER },
  {
    name: "connecting, key for the session",
    before: null,
    run: () => connect(form("session")),
    after: OTHER,
  },
  ...(["local", "session"] as const).flatMap((before) =>
    (["local", "session"] as const).map((after) => ({
      name: `another key, ${before} to ${after}`,
      before,
      run: () => replaceKey("a1", OTHER, after),
      after: OTHER,
    })),
  ),
  ...(["local", "session"] as const).map((before) => ({
    name: `removing, key in ${before}`,
    before,
    run: () => removeAccount("a1"),
    after: null,
  })),
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(fakeBrowser.notifications, "getAll").mockResolvedValue({} as never);
  allowHosts();
  vi.mocked(fetchMe).mockResolvedValue({ kind: "me", me: anAccount().user });
  vi.mocked(fetchCalendars).mockResolvedValue(goodAnswer());
});

describe.each(OPERATIONS)("$name", ({ before, run, after }) => {
  test.each([1, 2, 3, 4, 5])("the store fails at write %i: done, or all is as before", async (failing) => {
    if (before) await seed([{ account: { keyIn: before } }]);
    if (before) await session.set({ unstored: ["a1"] });
    const asBefore = await everything();
    const key = before ? KEY : null;
    failAt(failing);
    const { ok } = await run().catch(() => ({ ok: false }));
    expect(await keyOfFirst()).toBe(ok ? after : key);
    if (!ok) expect(await everything()).toEqual(asBefore);
  });
});
