import { beforeEach, expect, test, vi } from "vitest";
import { deferred } from "../../../tests/support/unit/deferred.ts";
import { eventually } from "../../../tests/support/unit/worker.ts";
import { anAccountState, NOW, seed } from "../../../tests/support/unit/world.ts";
import { sleep } from "../../browser/sleep.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { check, isBeingChecked } from "./check.ts";
import { checkNow } from "./check-now.ts";

vi.mock("./check.ts");
vi.mock("../../browser/sleep.ts");

beforeEach(() => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  vi.mocked(sleep).mockReset().mockResolvedValue();
  vi.mocked(check).mockReset().mockResolvedValue({ kind: "dropped" });
  vi.mocked(isBeingChecked).mockReset().mockReturnValue(false);
});

const tried = (secondsAgo: number, change: Partial<AccountState> = {}) =>
  anAccountState({ lastAttemptAt: NOW - secondsAgo * 1000, ...change });

test("all accounts are checked", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  expect(await checkNow()).toEqual({ ok: true });
  expect(vi.mocked(check).mock.calls).toEqual([["a1"], ["a2"]]);
});

test("within 15 s of the last attempt the click waits until they are over, by what is stored", async () => {
  const wait = deferred<void>();
  vi.mocked(sleep).mockReturnValue(wait.promise);
  await seed([{ state: tried(4) }]);
  const reply = checkNow();
  await eventually(() => expect(sleep).toHaveBeenCalled());
  expect(vi.mocked(sleep).mock.calls[0]?.[0]).toBe(11_000);
  expect(check).not.toHaveBeenCalled();
  wait.resolve();
  expect(await reply).toEqual({ ok: true });
  expect(check).toHaveBeenCalledWith("a1");
});

test("after 15 s there is nothing to wait for", async () => {
  await seed([{ state: tried(15) }]);
  expect(await checkNow()).toEqual({ ok: true });
  expect(sleep).not.toHaveBeenCalled();
});

test("one account's wait does not hold up another", async () => {
  vi.mocked(sleep).mockReturnValue(new Promise(() => {}));
  await seed([{ state: tried(4) }, { account: { id: "a2" }, state: tried(20) }]);
  void checkNow();
  await eventually(() => expect(vi.mocked(check).mock.calls).toEqual([["a2"]]));
});

test("a backoff is no obstacle to a person", async () => {
  const state = tried(20, { failures: 6, lastFailure: { reason: "unreachable" } });
  await seed([{ state, nextCheckAt: NOW + 1_000_000 }]);
  expect(await checkNow()).toEqual({ ok: true });
});

test("a rate limit is one", async () => {
  const state = tried(20, { failures: 1, lastFailure: { reason: "rate-limited" } });
  await seed([{ state, nextCheckAt: NOW + 50_000 }]);
  expect(await checkNow()).toEqual({ ok: false, tooSoon: { waitSeconds: 50 } });
});

test("a check that is under way is joined", async () => {
  await seed([{ state: tried(4) }]);
  vi.mocked(isBeingChecked).mockReturnValue(true);
  expect(await checkNow()).toEqual({ ok: true });
  expect(check).toHaveBeenCalledWith("a1");
});

test("without an account there is nothing to wait for", async () => {
  expect(await checkNow()).toEqual({ ok: true });
});

test("what could not be stored is no success", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  vi.mocked(check).mockResolvedValueOnce({ kind: "notStored" });
  expect(await checkNow()).toEqual({ ok: false, notStored: true });
});
