import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { remember, stored } from "../../tests/fixtures/account.ts";
import { answered } from "../../tests/fixtures/answers.ts";
import { google, toDana } from "../../tests/fixtures/people.ts";
import type { StoredResult } from "../screen/stored.ts";
import { openStored } from "./open-stored.ts";

// As a version of the extension has it in which accounts and statuses are in their third version.
vi.mock(import("../storage/versions.ts"), async (original) => {
  const { versionOf, ...others } = await original();
  return { ...others, versionOf: (name) => (/^(accounts|status:)/.test(name) ? 3 : versionOf(name)) };
});

const { runtime, storage } = fakeBrowser;
const EARLIER = stored(remember([answered(5, [google], toDana)]));
const PRESENT = {
  ...EARLIER,
  accounts: { ...(EARLIER.accounts as object), version: 3 },
  "status:dana": { ...(EARLIER["status:dana"] as object), version: 3 },
};
/** What the third version would have to read the accounts from. */
const OTHERWISE = { ...EARLIER, accounts: { version: 1, people: {} } };

/** @param answer what the worker does when it is asked for something */
function aWorker(answer: () => Promise<unknown>) {
  return vi.spyOn(runtime, "sendMessage").mockImplementation(answer as never);
}

function drawn(result: StoredResult): unknown {
  return result.ok ? result.stored.accounts.map(({ state }) => state.connections.length) : result.unreadable;
}

beforeEach(() => storage.local.set(EARLIER));

test("records of the present version are drawn without the worker", async () => {
  await storage.local.set(PRESENT);
  const asked = aWorker(async () => ({ ok: true }));
  expect(drawn((await openStored()).first)).toEqual([1]);
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ["in the same places", EARLIER],
  ["somewhere else", OTHERWISE],
])("what an earlier version stored %s is drawn as soon as the worker has migrated it", async (_, records) => {
  await storage.local.set(records);
  const asked = aWorker(async () => {
    await storage.local.set(PRESENT);
    return { ok: true };
  });
  expect(drawn((await openStored()).first)).toEqual([1]);
  expect(asked.mock.calls).toEqual([[{ type: "repair" }]]);
});

test("what the worker has written is drawn even if its answer comes before the change is told", async () => {
  vi.spyOn(storage.onChanged, "addListener").mockImplementation(() => {});
  aWorker(() => storage.local.set(PRESENT).then(() => ({ ok: true })));
  expect(drawn((await openStored()).first)).toEqual([1]);
});

test("what is damaged is drawn as soon as the worker has saved of it what it can", async () => {
  await storage.local.set({ ...PRESENT, accounts: { ...PRESENT.accounts, accounts: [null] } });
  const asked = aWorker(async () => {
    await storage.local.set(PRESENT);
    return { ok: true };
  });
  expect(drawn((await openStored()).first)).toEqual([1]);
  expect(asked.mock.calls).toEqual([[{ type: "repair" }]]);
});

test("nothing else that the worker has to do is waited for", async () => {
  aWorker(() => storage.local.set(PRESENT).then(() => new Promise(() => {})));
  expect(drawn((await openStored()).first)).toEqual([1]);
});

test.each([
  ["can't be reached", () => Promise.reject(new Error("no worker"))],
  ["could not write", async () => ({ ok: true })],
])("while the worker %s they are damaged, and drawn once they are not", async (_, answer) => {
  aWorker(answer);
  const open = await openStored();
  expect(drawn(open.first)).toBe("damaged");
  const results: StoredResult[] = [];
  open.onChange((result) => results.push(result));
  await storage.local.set({ "status:dana": PRESENT["status:dana"], accounts: PRESENT.accounts });
  expect(results.map(drawn).at(-1)).toEqual([1]);
});
