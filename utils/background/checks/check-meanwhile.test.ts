import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../../tests/support/unit/deferred.ts";
import { aroundClient } from "../../../tests/support/unit/mocked-client.ts";
import {
  anAccount,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { ACCOUNTS, keyOf, statusOf } from "../../core/model/records.ts";
import { abandonCheck, check, isBeingChecked } from "./check.ts";

vi.mock("../../cal-api/client.ts");

const { local } = fakeBrowser.storage;
const asked = vi.mocked(fetchCalendars);

beforeEach(() => aroundClient());

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
  const before = await storedStatus();
  const held = heldAnswer();
  const checked = check("a1");
  await held.asked;
  await local.set(change);
  held.give(goodAnswer());
  expect(await checked).toEqual({ kind: "dropped" });
  expect(await storedStatus()).toEqual(before);
});

test("what was remembered during the request is not lost", async () => {
  await seed([{}]);
  const held = heldAnswer();
  const checked = check("a1");
  await held.asked;
  const status = await storedStatus();
  await local.set({
    [statusOf("a1")]: { ...status, state: { ...status.state, snoozeUntil: NOW + 99 * MINUTE } },
  });
  held.give(goodAnswer());
  await checked;
  expect((await storedStatus()).state).toMatchObject({ snoozeUntil: NOW + 99 * MINUTE, lastGoodAt: NOW });
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
