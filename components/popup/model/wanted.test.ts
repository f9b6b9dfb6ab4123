import { expect, test } from "vitest";
import { emptyMemory, type PendingAct } from "../../../utils/status/memory.ts";
import { wantedOf } from "./wanted.ts";

const memory = (lastAttemptAt: number | null, ...pending: PendingAct[]) => ({
  ...emptyMemory(),
  lastAttemptAt,
  pending,
});

test("what was announced is under way until Cal.com was asked after it", () => {
  const select: PendingAct = { act: "select", at: 2_000, externalId: "family" };
  expect(wantedOf(memory(1_000, select), "family")).toBe(true);
  expect(wantedOf(memory(null, select), "family")).toBe(true);
  expect(wantedOf(memory(2_500, select), "family")).toBeNull();
});

test("of several the last one counts, and those of other calendars don't", () => {
  const select: PendingAct = { act: "select", at: 2_000, externalId: "family" };
  const unselect: PendingAct = { act: "unselect", at: 3_000, externalId: "family" };
  expect(wantedOf(memory(1_000, select, unselect), "family")).toBe(false);
  expect(wantedOf(memory(1_000, select, unselect), "work")).toBeNull();
  const destination: PendingAct = {
    act: "setDestination",
    at: 4_000,
    integration: null,
    externalId: "family",
  };
  expect(wantedOf(memory(1_000, destination), "family")).toBeNull();
});
