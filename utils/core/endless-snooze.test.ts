import { expect, test } from "vitest";
import { anAccount, anAccountState, failedWith, MINUTE, NOW } from "../../tests/support/unit/world.ts";
import { recordsAfter } from "../background/checks/records-after-check.ts";
import { emptyStatus } from "../storage/status.ts";
import { withoutEndlessSnooze } from "./endless-snooze.ts";

const DAY = 24 * 60 * MINUTE;
const until = (snoozeUntil: number | null) =>
  withoutEndlessSnooze(anAccountState({ snoozeUntil }), NOW).snoozeUntil;

test("a snooze of more than eight days ends, others stay", () => {
  expect(until(NOW + 8 * DAY + 1)).toBeNull();
  expect(until(NOW + 8 * DAY)).toBe(NOW + 8 * DAY);
  expect(until(NOW + 7 * DAY)).toBe(NOW + 7 * DAY);
  expect(until(null)).toBeNull();
});

test("the next check ends it, whatever that brings", async () => {
  const before = { ...emptyStatus(), state: anAccountState({ snoozeUntil: Date.now() + 900 * DAY }) };
  const asked = {
    accountId: anAccount().id,
    observation: failedWith({ reason: "offline" }),
    ms: 1,
    eventTypes: null,
  };
  expect((await recordsAfter(before, asked)).status.state.snoozeUntil).toBeNull();
});
