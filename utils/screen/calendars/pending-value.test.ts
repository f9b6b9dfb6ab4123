import { expect, test } from "vitest";
import { emptyAccountState, type PendingAction } from "../../core/model/account-state.ts";
import { pendingValueOf } from "./pending-value.ts";

const state = (lastGoodAt: number | null, ...pending: PendingAction[]) => ({
  ...emptyAccountState(),
  lastAttemptAt: lastGoodAt,
  lastGoodAt,
  pending,
});

test("what was announced is under way until Cal.com was asked after it", () => {
  const select: PendingAction = { action: "select-calendar", at: 2_000, externalId: "family" };
  expect(pendingValueOf(state(1_000, select), "family")).toBe(true);
  expect(pendingValueOf(state(null, select), "family")).toBe(true);
  expect(pendingValueOf(state(2_500, select), "family")).toBeNull();
});

test("where Cal.com was asked after it in vain, it is unread until there is an answer", () => {
  const select: PendingAction = { action: "select-calendar", at: 2_000, externalId: "family" };
  const inVain = { ...state(1_000, select), lastAttemptAt: 2_500 };
  expect(pendingValueOf(inVain, "family")).toBe("unread");
  expect(pendingValueOf({ ...inVain, lastGoodAt: null }, "family")).toBe("unread");
  expect(pendingValueOf({ ...inVain, lastGoodAt: 3_000, lastAttemptAt: 3_000 }, "family")).toBeNull();
});

test("of several the last one counts, and those of other calendars don't", () => {
  const select: PendingAction = { action: "select-calendar", at: 2_000, externalId: "family" };
  const unselect: PendingAction = { action: "unselect-calendar", at: 3_000, externalId: "family" };
  expect(pendingValueOf(state(1_000, select, unselect), "family")).toBe(false);
  expect(pendingValueOf(state(1_000, select, unselect), "work")).toBeNull();
  const destination: PendingAction = {
    action: "set-destination",
    at: 4_000,
    integration: null,
    externalId: "family",
  };
  expect(pendingValueOf(state(1_000, destination), "family")).toBeNull();
});
