import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../tests/unit/deferred.ts";
import {
  allowHosts,
  aMemory,
  anAccount,
  failedWith,
  goodAnswer,
  KEY,
  MINUTE,
  NOW,
  seed,
  stored,
} from "../../tests/unit/world.ts";
import { fetchCalendars } from "../cal-api/client.ts";
import type { Observation } from "../cal-api/observation.ts";
import { advance } from "../status/advance.ts";
import type { StatusRecord } from "../store/records.ts";
import { ACCOUNTS, keyOf, statusOf } from "../store/records.ts";
import { abandonCheck, check, isBeingChecked } from "./check.ts";

vi.mock("../cal-api/client.ts");
vi.mock("../status/advance.ts", { spy: true });

const { local } = fakeBrowser.storage;
const asked = vi.mocked(fetchCalendars);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  vi.spyOn(Math, "random").mockReturnValue(0);
  allowHosts();
  asked.mockReset().mockResolvedValue(goodAnswer());
});

async function statusStored(id = "a1"): Promise<StatusRecord> {
  return (await stored())[statusOf(id)] as StatusRecord;
}

/** Makes Cal.com answer only when told to. */
function heldAnswer() {
  const question = deferred<void>();
  const answer = deferred<Observation>();
  asked.mockImplementationOnce(() => {
    question.resolve();
    return answer.promise;
  });
  return { asked: question.promise, give: answer.resolve };
}

test("an answer is remembered, with when the next check is due, in one write", async () => {
  await seed([{}]);
  const set = vi.spyOn(local, "set");
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect(set).toHaveBeenCalledTimes(1);
  const { memory, nextCheckAt } = await statusStored();
  expect(memory.lastGoodAt).toBe(NOW);
  expect(nextCheckAt).toBe(NOW + 27 * MINUTE);
});

test("Cal.com is asked once, with the key of the account on its server", async () => {
  await seed([{ account: { apiUrl: "https://api.cal.eu/v2" } }]);
  await check("a1");
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledWith("https://api.cal.eu/v2", KEY, expect.anything());
});

test("what is news is handed on", async () => {
  await seed([{ memory: aMemory() }]);
  asked.mockResolvedValue({ kind: "key-rejected", status: 401, rejection: "invalid" });
  const checked = await check("a1");
  expect(checked).toMatchObject({ kind: "checked", changes: { notify: [{ kind: "key-rejected" }] } });
});

test("while a check is under way everybody gets the answer of that one", async () => {
  await seed([{}]);
  const held = heldAnswer();
  const [first, second] = [check("a1"), check("a1")];
  expect(second).toBe(first);
  expect(isBeingChecked("a1")).toBe(true);
  await held.asked;
  held.give(goodAnswer());
  await first;
  expect(asked).toHaveBeenCalledTimes(1);
  expect(isBeingChecked("a1")).toBe(false);
});

test("accounts are checked independently: one that hangs does not hold up another", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  const held = heldAnswer();
  void check("a1");
  await held.asked;
  expect(await check("a2")).toMatchObject({ kind: "checked" });
  abandonCheck("a1");
});

test("nothing is stored while a request is under way: a worker that is ended then leaves the account due", async () => {
  await seed([{ nextCheckAt: NOW }]);
  const before = await stored();
  const held = heldAnswer();
  void check("a1");
  await held.asked;
  expect(await stored()).toEqual(before);
  abandonCheck("a1");
});

test("the wait after a failure is stored, and grows with each one", async () => {
  await seed([{}]);
  asked.mockResolvedValue(failedWith({ reason: "server-failed", status: 500 }));
  await check("a1");
  expect((await statusStored()).nextCheckAt).toBe(NOW + MINUTE);
  await check("a1");
  expect((await statusStored()).nextCheckAt).toBe(NOW + 2 * MINUTE);
});

test("a hint of the server is kept to", async () => {
  await seed([{}]);
  asked.mockResolvedValue(failedWith({ reason: "rate-limited" }, 600));
  await check("a1");
  expect((await statusStored()).nextCheckAt).toBe(NOW + 10 * MINUTE);
});

test("the answer for an account that was removed meanwhile is dropped", async () => {
  await seed([{}]);
  const held = heldAnswer();
  const checked = check("a1");
  await held.asked;
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [] } });
  await local.remove([statusOf("a1"), keyOf("a1")]);
  held.give(goodAnswer());
  expect(await checked).toEqual({ kind: "dropped" });
  expect(await stored()).not.toHaveProperty(statusOf("a1"));
});

test.each<[string, Record<string, object>]>([
  ["key was replaced", { [keyOf("a1")]: { version: 1, key: "other" } }],
  [
    "server was changed",
    { [ACCOUNTS]: { version: 1, accounts: [anAccount({ apiUrl: "https://cal.example.org/v2" })] } },
  ],
])("the answer for an account whose %s meanwhile is dropped", async (_, change) => {
  await seed([{}]);
  const before = await statusStored();
  const held = heldAnswer();
  const checked = check("a1");
  await held.asked;
  await local.set(change);
  held.give(goodAnswer());
  expect(await checked).toEqual({ kind: "dropped" });
  expect(await statusStored()).toEqual(before);
});

test("what was remembered during the request is not lost", async () => {
  await seed([{}]);
  const held = heldAnswer();
  const checked = check("a1");
  await held.asked;
  const status = await statusStored();
  await local.set({
    [statusOf("a1")]: { ...status, memory: { ...status.memory, snoozeUntil: NOW + 99 * MINUTE } },
  });
  held.give(goodAnswer());
  await checked;
  expect((await statusStored()).memory).toMatchObject({ snoozeUntil: NOW + 99 * MINUTE, lastGoodAt: NOW });
});

test("after a check is abandoned the next one starts afresh, and the old request is ended", async () => {
  await seed([{}]);
  const held = heldAnswer();
  void check("a1");
  await held.asked;
  abandonCheck("a1");
  expect(asked.mock.calls[0]?.[2]?.signal?.aborted).toBe(true);
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each([
  [
    "no-key",
    "the key was forgotten with the session",
    { account: { keyIn: "session" as const }, key: null },
    {},
  ],
  ["no-permission", "the host permission is not granted", {}, { hosts: [] }],
  ["offline", "the browser is offline", {}, { onLine: false }],
])(
  "%s, and no request, when %s",
  async (reason, _, seeded, { hosts = undefined, onLine = true }: { hosts?: string[]; onLine?: boolean }) => {
    await seed([seeded]);
    if (hosts) allowHosts(hosts);
    vi.stubGlobal("navigator", { onLine });
    await check("a1");
    vi.stubGlobal("navigator", { onLine: true });
    expect(asked).not.toHaveBeenCalled();
    expect((await statusStored()).memory.lastFailure).toEqual({ reason });
  },
);

test("the permission that is needed is that of the account's server", async () => {
  await seed([{ account: { region: "self-hosted", apiUrl: "https://cal.example.org:8443/api/v2" } }]);
  const contains = allowHosts();
  await check("a1");
  expect(contains).toHaveBeenCalledWith({ origins: ["https://cal.example.org/*"] });
});

test("a damaged memory costs only itself: it is set aside, and the account is checked from an empty one", async () => {
  await seed([{}]);
  await local.set({ [statusOf("a1")]: "nonsense" });
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect((await statusStored()).memory.firstAttemptAt).toBe(NOW);
  expect(await stored()).toHaveProperty([`damaged:${statusOf("a1")}:${NOW}`], "nonsense");
});

test("the memory of a later version is left untouched, and Cal.com is not asked for nothing", async () => {
  await seed([{}]);
  await local.set({ [statusOf("a1")]: { version: 2 } });
  expect(await check("a1")).toEqual({ kind: "notStored" });
  expect(asked).not.toHaveBeenCalled();
  expect(await statusStored()).toEqual({ version: 2 });
});

test.each([
  [
    "the answer makes the core stumble",
    () =>
      vi.mocked(advance).mockImplementationOnce(() => {
        throw new Error("stumbled");
      }),
  ],
  ["the answer can't be stored", () => vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"))],
])("when %s the next check is put off, so that Cal.com is not asked every minute", async (_, spoil) => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{ nextCheckAt: NOW }]);
  spoil();
  expect(await check("a1")).toEqual({ kind: "notStored" });
  expect(await statusStored()).toMatchObject({
    nextCheckAt: NOW + 30 * MINUTE,
    memory: { lastAttemptAt: NOW },
  });
  expect(JSON.stringify(errors.mock.calls)).not.toContain(KEY);
});

test("an account that does not exist is not checked", async () => {
  expect(await check("nobody")).toEqual({ kind: "dropped" });
  expect(asked).not.toHaveBeenCalled();
});
