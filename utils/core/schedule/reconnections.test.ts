import { describe, expect, test } from "vitest";
import { anAccountState, MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import type { RememberedConnection } from "../model/account-state.ts";
import type { Reconnection } from "../model/records.ts";
import { connectionKey } from "../model/subject.ts";
import { DAY, HOUR } from "../time.ts";
import { dueWithReconnections, isOpen, reconnectionsAfter, withReconnection } from "./reconnections.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const SECOND = 1_000;

const begun = (change: Partial<Reconnection> = {}): Reconnection => ({
  ...ID,
  openedAt: NOW - MINUTE,
  lookedAt: null,
  recovered: false,
  ...change,
});

const stateWith = (condition: RememberedConnection["condition"], id: object = ID) =>
  anAccountState({ connections: [{ ...ID, ...id, condition } as RememberedConnection] });

const after = (
  one: Reconnection,
  condition: RememberedConnection["condition"],
  change: Partial<Parameters<typeof reconnectionsAfter>[1]> = {},
) =>
  reconnectionsAfter([one], {
    state: stateWith(condition),
    renamed: new Map(),
    isGood: true,
    now: NOW,
    passed: NOW,
    ...change,
  });

describe("a reconnection that begins", () => {
  test("takes the place of an earlier one of the same connection", () => {
    const other = begun({ credentialId: 2 });
    const result = withReconnection([begun({ lookedAt: NOW }), other], ID, NOW);
    expect(result).toEqual([other, begun({ openedAt: NOW })]);
  });

  test("makes the oldest of twenty go", () => {
    const many = Array.from({ length: 20 }, (_, index) => begun({ credentialId: index + 100 }));
    const result = withReconnection(many, ID, NOW);
    expect(result).toHaveLength(20);
    expect(result[0]?.credentialId).toBe(101);
    expect(result[19]?.credentialId).toBe(1);
  });

  test("holds nothing of a subject but the identity", () => {
    const subject = { ...ID, type: "connection" };
    expect(withReconnection([], subject, NOW)).toEqual([begun({ openedAt: NOW })]);
  });
});

describe("it is open", () => {
  test.each([
    ["for 30 minutes", { openedAt: NOW - 30 * MINUTE + 1 }, true],
    ["and no longer", { openedAt: NOW - 30 * MINUTE }, false],
    ["until it has recovered", { recovered: true }, false],
    [
      "also when it began after the last look, where the account's time stands still",
      { openedAt: NOW + DAY },
      true,
    ],
    ["not when it began by a clock that was set back since", { openedAt: NOW + DAY + 1 }, false],
  ])("%s", (_, change, open) => {
    expect(isOpen(begun(change), NOW)).toBe(open);
  });
});

describe("after a check", () => {
  test.each(["broken", "missing"] as const)("a connection that is %s has not recovered", (condition) => {
    expect(after(begun(), condition)).toEqual([begun({ lookedAt: NOW })]);
  });

  test("a healthy one has", () => {
    expect(after(begun(), "healthy")).toEqual([begun({ lookedAt: NOW, recovered: true })]);
  });

  test("one that was connected anew under another identity has, too", () => {
    const renamed = new Map([[connectionKey(ID), { ...ID, credentialId: 9 }]]);
    const state = stateWith("healthy", { credentialId: 9 });
    expect(after(begun(), "healthy", { state, renamed })).toEqual([
      begun({ credentialId: 9, lookedAt: NOW, recovered: true }),
    ]);
  });

  test("without an answer nothing is known", () => {
    expect(after(begun(), "healthy", { isGood: false })).toEqual([begun()]);
  });

  test("one that nobody is at any more is forgotten", () => {
    expect(after(begun({ openedAt: NOW - 31 * MINUTE }), "broken")).toEqual([]);
  });

  test("a recovery is remembered for an hour", () => {
    const recovered = (lookedAt: number) => begun({ openedAt: NOW - 80 * MINUTE, lookedAt, recovered: true });
    expect(after(recovered(NOW - 59 * MINUTE), "healthy")).toEqual([recovered(NOW - 59 * MINUTE)]);
    expect(after(recovered(NOW - 60 * MINUTE), "healthy")).toEqual([]);
  });

  test("nothing is forgotten by a clock that nothing bears out", () => {
    const jumped = { isGood: false, now: NOW + 40 * DAY, passed: NOW };
    const recovered = begun({ openedAt: NOW - HOUR, lookedAt: NOW - MINUTE, recovered: true });
    expect(after(begun(), "broken", jumped)).toEqual([begun()]);
    expect(after(begun({ openedAt: NOW + MINUTE }), "broken", jumped)).toHaveLength(1);
    expect(after(begun({ openedAt: jumped.now - MINUTE }), "broken", jumped)).toHaveLength(1);
    expect(after(recovered, "healthy", jumped)).toEqual([recovered]);
  });

  test("one that did not last is none", () => {
    expect(after(begun({ lookedAt: NOW - MINUTE, recovered: true }), "broken")).toEqual([]);
  });
});

describe("the next check", () => {
  const DUE = NOW + 30 * MINUTE;

  test.each([
    ["comes a minute after the web app was opened", begun({ openedAt: NOW }), NOW + MINUTE],
    ["also when it was looked before", begun({ openedAt: NOW - 20 * SECOND }), NOW + 40 * SECOND],
    ["but not within 15 s of this one", begun({ openedAt: NOW - 50 * SECOND }), NOW + 15 * SECOND],
    ["and only once", begun({ openedAt: NOW - MINUTE }), DUE],
    ["not for one that has recovered", begun({ openedAt: NOW, recovered: true }), DUE],
  ])("%s", (_, one, due) => {
    expect(dueWithReconnections(DUE, [one], NOW)).toBe(due);
  });

  test("is not put off", () => {
    expect(dueWithReconnections(NOW + SECOND, [begun({ openedAt: NOW })], NOW)).toBe(NOW + SECOND);
  });
});
