import { beforeEach, expect, test, vi } from "vitest";
import { MINUTE, NOW, seed } from "../../../tests/support/unit/world.ts";
import { check } from "./check.ts";
import { checkOnTrigger } from "./check-in-turn.ts";

vi.mock("./check.ts");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.mocked(check).mockReset().mockResolvedValue({ kind: "dropped" });
});

test("those accounts are checked that the occasion is a reason for", async () => {
  await seed([
    { account: { id: "due" }, nextCheckAt: NOW },
    { account: { id: "later" }, nextCheckAt: NOW + MINUTE },
    { account: { id: "never checked" }, nextCheckAt: null },
  ]);
  const done = checkOnTrigger("alarm");
  await vi.runAllTimersAsync();
  await done;
  expect(vi.mocked(check).mock.calls).toEqual([["due"], ["never checked"]]);
});

test("several accounts are not checked in the same second", async () => {
  const ids = ["a1", "a2", "a3"];
  await seed(ids.map((id) => ({ account: { id }, nextCheckAt: NOW })));
  const starts: number[] = [];
  vi.mocked(check).mockImplementation(async () => {
    starts.push(Date.now());
    return { kind: "dropped" };
  });
  const done = checkOnTrigger("alarm");
  await vi.runAllTimersAsync();
  await done;
  expect(starts).toHaveLength(3);
  expect(Math.min(...starts.slice(1).map((at, index) => at - (starts[index] ?? 0)))).toBeGreaterThan(1_000);
});

test("an account that hangs does not hold up the ones after it", async () => {
  await seed(["a1", "a2"].map((id) => ({ account: { id }, nextCheckAt: NOW })));
  vi.mocked(check).mockReturnValueOnce(new Promise(() => {}));
  void checkOnTrigger("alarm");
  await vi.runAllTimersAsync();
  expect(check).toHaveBeenCalledWith("a2");
});

test("nothing happens without accounts", async () => {
  await checkOnTrigger("alarm");
  expect(check).not.toHaveBeenCalled();
});
