import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient } from "../../../tests/support/unit/mocked-client.ts";
import {
  anAccountState,
  KEY,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { ACCOUNTS, ACCOUNTS_COPY, statusOf } from "../../core/model/records.ts";
import { readUnstored } from "../../storage/unstored.ts";
import { check } from "./check.ts";

vi.mock("../../cal-api/client.ts");
vi.mock("../../core/findings/evaluate.ts", { spy: true });

const { local } = fakeBrowser.storage;
const asked = vi.mocked(fetchCalendars);

beforeEach(() => aroundClient());

test("a damaged state costs only itself: it is set aside, and the account is checked from an empty one", async () => {
  await seed([{}]);
  await local.set({ [statusOf("a1")]: "nonsense" });
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect((await storedStatus()).state.firstAttemptAt).toBe(NOW);
  expect(await stored()).toHaveProperty([`damaged:${statusOf("a1")}:${NOW}`], "nonsense");
});

test("of a damaged status the damaged part alone is lost, whoever changes it first", async () => {
  const state = anAccountState({ snoozeUntil: NOW + 60_000, answers: 41 });
  await seed([{ state }]);
  await local.set({ [statusOf("a1")]: { ...(await storedStatus()), readings: 7 } });
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect((await storedStatus()).state).toMatchObject({ snoozeUntil: NOW + 60_000, answers: 42 });
  expect((await stored())[`damaged:${statusOf("a1")}:${NOW}`]).toMatchObject({ readings: 7 });
});

test("the state of a later version is left untouched, and Cal.com is not asked for nothing", async () => {
  await seed([{}]);
  await local.set({ [statusOf("a1")]: { version: 99 } });
  expect(await check("a1")).toEqual({ kind: "notStored" });
  expect(asked).not.toHaveBeenCalled();
  expect(await storedStatus()).toEqual({ version: 99 });
});

const stumble = () => {
  throw new Error("stumbled");
};

test.each([
  ["the answer makes the core stumble", () => vi.mocked(evaluate).mockImplementationOnce(stumble)],
  ["the answer can't be stored", () => vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"))],
])("when %s the next check is put off, so that Cal.com is not asked every minute", async (_, spoil) => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{ nextCheckAt: NOW }]);
  spoil();
  expect(await check("a1")).toEqual({ kind: "notStored" });
  expect(await storedStatus()).toMatchObject({
    nextCheckAt: NOW + 30 * MINUTE,
    state: { lastAttemptAt: NOW },
  });
  expect(JSON.stringify(errors.mock.calls)).not.toContain(KEY);
});

test("that a check could not be stored is known until one is, also when nothing at all can be written", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{}, { account: { id: "a2" } }]);
  const set = vi.spyOn(local, "set").mockRejectedValue(new Error("quota exceeded"));
  await Promise.all([check("a1"), check("a2")]);
  set.mockRestore();
  expect((await storedStatus()).state.failures).toBe(0);
  await check("a2");
  expect(await readUnstored()).toEqual(["a1"]);
  await check("a1");
  expect(await readUnstored()).toEqual([]);
});

test("a store without room for an answer is no failure of the server: it is marked, and nothing else changes", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{ nextCheckAt: NOW }]);
  const before = await storedStatus();
  vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"));
  expect(await check("a1")).toEqual({ kind: "notStored" });
  expect(await readUnstored()).toEqual(["a1"]);
  const { state } = await storedStatus();
  expect(state).toEqual({ ...before.state, lastAttemptAt: NOW });
});

test("an account that is removed while its check stumbles gets no record again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{}]);
  vi.mocked(evaluate).mockImplementationOnce(() => {
    void local.remove<Record<string, unknown>>([ACCOUNTS, ACCOUNTS_COPY, statusOf("a1")]);
    return stumble();
  });
  await check("a1");
  expect(await stored()).not.toHaveProperty([statusOf("a1")]);
});

test("an error of our own that can be stored is a failure without a reason, and in time that nothing is known", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{}]);
  vi.mocked(evaluate).mockImplementationOnce(stumble);
  await check("a1");
  expect((await storedStatus()).state).toMatchObject({ failures: 1, lastFailure: null, findings: [] });
  expect(await readUnstored()).toEqual([]);
  for (const minutes of [50, 100, 150]) {
    vi.setSystemTime(NOW + minutes * MINUTE);
    vi.mocked(evaluate).mockImplementationOnce(stumble);
    await check("a1");
  }
  expect((await storedStatus()).state).toMatchObject({ failures: 4, findings: [{ kind: "unreachable" }] });
});

test("where not even the failure can be counted, the account is put off and marked", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{ nextCheckAt: NOW }]);
  vi.mocked(evaluate).mockImplementationOnce(stumble).mockImplementationOnce(stumble);
  await check("a1");
  expect(await storedStatus()).toMatchObject({ nextCheckAt: NOW + 30 * MINUTE, state: { failures: 0 } });
  expect(await readUnstored()).toEqual(["a1"]);
});
