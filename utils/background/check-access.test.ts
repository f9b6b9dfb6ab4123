import { beforeEach, expect, test, vi } from "vitest";
import { allowHosts, anAccountState, seed } from "../../tests/support/unit/world.ts";
import { checkAccess } from "./check-access.ts";
import { check } from "./checks/check.ts";
import { noticeMissingKeys } from "./start.ts";

vi.mock("./checks/check.ts");

beforeEach(() => {
  vi.mocked(check).mockReset().mockResolvedValue({ kind: "dropped" });
});

test("an account whose server may be asked again is checked, and one that may not any more", async () => {
  const refused = anAccountState({ failures: 3, lastFailure: { reason: "no-permission" } });
  await seed([
    { account: { id: "granted", apiUrl: "https://one.example/v2" }, state: refused },
    { account: { id: "withdrawn", apiUrl: "https://two.example/v2" } },
    { account: { id: "as before", apiUrl: "https://one.example/v2" } },
    { account: { id: "still refused", apiUrl: "https://two.example/v2" }, state: refused },
  ]);
  allowHosts(["https://one.example/*"]);
  vi.useFakeTimers();
  const done = checkAccess();
  await vi.runAllTimersAsync();
  await done;
  expect(vi.mocked(check).mock.calls).toEqual([["granted"], ["withdrawn"]]);
});

test("a key that was forgotten with the session is noticed once", async () => {
  const known = anAccountState({ failures: 1, lastFailure: { reason: "no-key" } });
  await seed([
    { account: { id: "has it", keyIn: "session" } },
    { account: { id: "forgot it", keyIn: "session" }, key: null },
    { account: { id: "known to have", keyIn: "session" }, key: null, state: known },
  ]);
  await noticeMissingKeys();
  expect(vi.mocked(check).mock.calls).toEqual([["forgot it"]]);
});
