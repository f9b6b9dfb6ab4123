import { expect, test } from "vitest";
import { MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { storedWith } from "../../../tests/fixtures/stored-after.ts";
import { emptyAccountState } from "../../../utils/core/model/account-state.ts";
import { snoozedText, snoozedUntil } from "./snoozed.ts";

const until = (snoozeUntil: number | null) => storedWith({ ...emptyAccountState(), snoozeUntil });

test("the latest end of all accounts is the one to tell", () => {
  const accounts = [until(NOW + MINUTE), until(null), until(NOW + 5 * MINUTE)];
  expect(snoozedUntil(accounts, NOW)).toBe(NOW + 5 * MINUTE);
});

test("a snooze that is over, or ends this moment, is none", () => {
  expect(snoozedUntil([until(NOW - 1), until(NOW), until(null)], NOW)).toBeNull();
});

test("says the time alone today, and the day with it later", () => {
  expect(snoozedText(NOW + 60 * MINUTE, NOW)).toBe(
    "Snoozed until 15:20. No badge and no notifications until then.",
  );
  expect(snoozedText(Date.parse("2026-03-12T08:00:00+01:00"), NOW)).toMatch(/^Snoozed until Thu.* 8:00\. No/);
});
