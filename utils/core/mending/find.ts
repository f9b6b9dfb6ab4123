import { connectionOf } from "../calendars/find.ts";
import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import type { Mending } from "../model/mending.ts";
import { type ConnectionId, connectionKey, connectionSubject } from "../model/subject.ts";

/** The mending of just this connection, the old one; undefined when there is none, or it is over. */
export function mendingOf(mendings: readonly Mending[], connection: ConnectionId): Mending | undefined {
  const key = connectionKey(connection);
  return mendings.find((one) => isUnderWay(one) && connectionKey(one) === key);
}

/** Whether there is still something to do, or to wait for. */
export function isUnderWay({ ended }: Mending): boolean {
  return ended === null;
}

/** It is broken, or in no answer any more, beyond doubt. */
export function isBroken(state: AccountState, connection: ConnectionId): boolean {
  return isConfirmed(state, "connection-error", connection) || isGone(state, connection);
}

/** Its `connection-error` is beyond doubt. */
export function isConfirmedError(state: AccountState, connection: ConnectionId): boolean {
  return isConfirmed(state, "connection-error", connection);
}

/** It is in no answer any more, beyond doubt. */
export function isGone(state: AccountState, connection: ConnectionId): boolean {
  return isConfirmed(state, "connection-gone", connection);
}

function isConfirmed(
  { findings }: AccountState,
  kind: "connection-error" | "connection-gone",
  connection: ConnectionId,
): boolean {
  const meant = identity({ kind, subject: connectionSubject(connection) });
  return findings.some((one) => one.confirmed && one.endedCounted === null && identity(one) === meant);
}

/** It works again by itself, as after an Apple ID got a new password. */
export function isMendedInPlace(state: AccountState, mending: Mending): boolean {
  return connectionOf(state, mending)?.condition === "healthy";
}

/** The connection in which everything is put back: itself, or the one that stands for it. null while neither works. */
export function homeOf(state: AccountState, mending: Mending): RememberedConnection | null {
  const own = connectionOf(state, mending);
  if (own?.condition === "healthy") return own;
  const successor = mending.successor && connectionOf(state, mending.successor);
  return successor?.condition === "healthy" ? successor : null;
}
