import { expect, test } from "vitest";
import { DANA, MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { storedWith } from "../../../tests/fixtures/stored-after.ts";
import { emptyAccountState } from "../../../utils/core/model/account-state.ts";
import { quietAccounts, snoozedText } from "./quiet-accounts.ts";

/** An account for each of these ends. */
const until = (...ends: (number | null)[]) =>
  ends.map((snoozeUntil, index) => {
    const stored = storedWith({ ...emptyAccountState(), snoozeUntil });
    return { ...stored, account: { ...DANA, id: `a${index}`, label: `Account ${index}` } };
  });
const named = (...ends: (number | null)[]) =>
  quietAccounts(until(...ends), NOW).map(({ name, until }) => [name, until - NOW]);

test("all accounts that are quiet until the same time are one", () => {
  expect(named(NOW + MINUTE, NOW + MINUTE)).toEqual([[null, MINUTE]]);
  expect(named(NOW + MINUTE)).toEqual([[null, MINUTE]]);
});

test("where not all are, or not until the same time, each is told of by its name", () => {
  expect(named(NOW + MINUTE, null)).toEqual([["Account 0", MINUTE]]);
  expect(named(NOW + MINUTE, NOW + 5 * MINUTE)).toEqual([
    ["Account 0", MINUTE],
    ["Account 1", 5 * MINUTE],
  ]);
});

test("a snooze that is over, or ends this moment, is none", () => {
  expect(named(NOW - 1, NOW, null)).toEqual([]);
});

test("says the time alone today, and the day with it later", () => {
  const all = (until: number) => ({ accountId: null, name: null, until });
  expect(snoozedText(all(NOW + 60 * MINUTE), NOW)).toBe("Snoozed until 15:20");
  expect(snoozedText(all(Date.parse("2026-03-12T08:00:00+01:00")), NOW)).toMatch(
    /^Snoozed until Thu.* 8:00$/,
  );
  expect(snoozedText({ accountId: "a1", name: "Work", until: NOW + 60 * MINUTE }, NOW)).toBe(
    "Work is snoozed until 15:20",
  );
});
