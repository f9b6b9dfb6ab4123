import { expect, test } from "vitest";
import { anAccountState, MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import type { AccountState } from "../model/account-state.ts";
import { emptyStatus } from "../model/empty-status.ts";
import type { Reconnection, StatusRecord } from "../model/records.ts";
import { SHOULD_CHECK, type Trigger } from "./schedule.ts";

/** An account whose next check is due in 20 minutes, last tried some minutes ago. */
function tried(minutesAgo: number, change: Partial<AccountState> = {}): Partial<StatusRecord> {
  return {
    state: anAccountState({ lastAttemptAt: NOW - minutesAgo * MINUTE, ...change }),
    nextCheckAt: NOW + 20 * MINUTE,
  };
}
const offline: Partial<AccountState> = { failures: 1, lastFailure: { reason: "offline" } };
const failed: Partial<AccountState> = { failures: 5, lastFailure: { reason: "server-failed", status: 502 } };
const limited: Partial<AccountState> = { failures: 1, lastFailure: { reason: "rate-limited" } };
const due = { ...tried(30), nextCheckAt: NOW - 1 };

const atIt = (status: Partial<StatusRecord>, change: Partial<Reconnection> = {}): Partial<StatusRecord> => ({
  ...status,
  reconnections: [
    {
      integration: "google_calendar",
      credentialId: 1,
      delegationCredentialId: null,
      openedAt: NOW - 2 * MINUTE,
      lookedAt: null,
      recovered: false,
      ...change,
    },
  ],
});

test.each<[string, Trigger, Partial<StatusRecord>, boolean, boolean?]>([
  ["a due account is checked", "alarm", due, true],
  ["an account that is not due is not", "alarm", tried(60), false],
  [
    "a backoff that is not over is kept, though the worker was ended meanwhile",
    "alarm",
    tried(60, failed),
    false,
  ],
  ["the network that is back is noticed", "alarm", tried(1, offline), true],
  ["a network that is still away is waited for", "alarm", tried(1, offline), false, false],

  ["a due account is checked", "browserStart", due, true],
  ["one that was tried two minutes ago is checked", "browserStart", tried(2), true],
  ["one that was tried half a minute ago is not", "browserStart", tried(0.5), false],
  ["one that failed is tried again", "browserStart", tried(2, failed), true],
  ["one that asked to wait is left alone", "browserStart", tried(2, limited), false],

  ["a due account is checked", "update", due, true],
  ["one that was tried six minutes ago is checked", "update", tried(6), true],
  ["one that was tried four minutes ago is not", "update", tried(4), false],
  ["a backoff is kept", "update", tried(6, failed), false],

  ["an account that failed is checked", "online", tried(0.2, offline), true],
  ["whatever it failed of", "online", tried(0.2, failed), true],
  ["but not one that asked to wait", "online", tried(0.2, limited), false],
  ["nor one that did not fail", "online", tried(10), false],

  ["one that was tried six minutes ago is checked", "popupOpened", tried(6), true],
  ["one that was tried four minutes ago is not", "popupOpened", tried(4), false],
  ["a backoff is kept", "popupOpened", tried(6, failed), false],
  ["a rate limit is kept", "popupOpened", tried(6, limited), false],
  ["one whose connection may be made anew just now is", "popupOpened", atIt(tried(0.3)), true],
  ["but not twice within 15 s", "popupOpened", atIt(tried(0.2)), false],
  ["nor while it has to wait", "popupOpened", atIt(tried(1, failed)), false],
  ["nor when that has recovered", "popupOpened", atIt(tried(1), { recovered: true }), false],
])("%s (%s)", (_, occasion, status, expected, online = true) => {
  const at = { now: NOW, intervalMinutes: 30, online };
  expect(SHOULD_CHECK[occasion]({ ...emptyStatus(), ...status }, at)).toBe(expected);
});
