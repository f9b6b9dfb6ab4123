import { expect, test } from "vitest";
import { emptyAccountState, type PendingAct } from "../../../utils/core/findings/account-state.ts";
import { wantedOf } from "./pending-value.ts";

const state = (lastGoodAt: number | null, ...pending: PendingAct[]) => ({
  ...emptyAccountState(),
  lastAttemptAt: lastGoodAt,
  lastGoodAt,
  pending,
});

test("what was announced is under way until Cal.com was asked after it", () => {
  const select: PendingAct = { act: "select", at: 2_000, externalId: "family" };
  expect(wantedOf(state(1_000, select), "family")).toBe(true);
  expect(wantedOf(state(null, select), "family")).toBe(true);
  expect(wantedOf(state(2_500, select), "family")).toBeNull();
});

test("where Cal.com was asked after it in vain, it is unread until there is an answer", () => {
  const select: PendingAct = { act: "select", at: 2_000, externalId: "family" };
  const inVain = { ...state(1_000, select), lastAttemptAt: 2_500 };
  expect(wantedOf(inVain, "family")).toBe("unread");
  expect(wantedOf({ ...inVain, lastGoodAt: null }, "family")).toBe("unread");
  expect(wantedOf({ ...inVain, lastGoodAt: 3_000, lastAttemptAt: 3_000 }, "family")).toBeNull();
});

test("of several the last one counts, and those of other calendars don't", () => {
  const select: PendingAct = { act: "select", at: 2_000, externalId: "family" };
  const unselect: PendingAct = { act: "unselect", at: 3_000, externalId: "family" };
  expect(wantedOf(state(1_000, select, unselect), "family")).toBe(false);
  expect(wantedOf(state(1_000, select, unselect), "work")).toBeNull();
  const destination: PendingAct = {
    act: "setDestination",
    at: 4_000,
    integration: null,
    externalId: "family",
  };
  expect(wantedOf(state(1_000, destination), "family")).toBeNull();
});
