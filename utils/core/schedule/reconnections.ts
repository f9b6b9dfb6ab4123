import { connectionOf } from "../calendars/find.ts";
import { mayGoOn, passedBy, timeOf } from "../clock.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Reconnection, StatusRecord } from "../model/records.ts";
import { type ConnectionId, connectionId, connectionKey } from "../model/subject.ts";
import { ANOTHER_ANSWER_MS, HOUR, MINUTE } from "../time.ts";

/** After that nobody is at it any more. */
const OPEN_MS = 30 * MINUTE;
/** How long it is worth saying that a connection works again. */
const RECENT_MS = HOUR;
/** That many connections are remembered. */
const MOST = 20;

/**
 * Whether the person may still be making the connection anew. All times in ms since the epoch, in the account's time.
 * @param passed it is not over before that
 */
export function isOpen({ openedAt, recovered }: Reconnection, now: number, passed: number = now): boolean {
  return !recovered && [now, passed].some((at) => mayGoOn(openedAt, OPEN_MS, at));
}

/** Whether the person may still be making a connection of an account anew. @param now what the browser's clock shows */
export function isReconnecting(status: StatusRecord, now: number): boolean {
  const time = timeOf(status, now);
  return status.reconnections.some((one) => isOpen(one, time, passedBy(status, time)));
}

/** Whether it is still worth saying that the connection works again. */
export function isRecentlyRecovered({ recovered, lookedAt }: Reconnection, now: number): boolean {
  // A time to come is none: the clock was set back since.
  return recovered && lookedAt !== null && lookedAt <= now && now - lookedAt < RECENT_MS;
}

/** With one that begins now; it takes the place of an earlier one of the same connection. */
export function withReconnection(
  reconnections: readonly Reconnection[],
  connection: ConnectionId,
  now: number,
): Reconnection[] {
  const key = connectionKey(connection);
  const others = reconnections.filter((one) => connectionKey(one) !== key);
  const begun = { ...connectionId(connection), openedAt: now, lookedAt: null, recovered: false };
  return [...others, begun].slice(-MOST);
}

/** What a check brought. */
export interface RecheckOutcome {
  /** As it is after the check. */
  state: AccountState;
  /** Connections that go on under another identity, by the key of the one they had. */
  renamed: ReadonlyMap<string, ConnectionId>;
  /** Whether Cal.com said how the connections are. */
  isGood: boolean;
  /** ms since the epoch, in the account's time */
  now: number;
  /** Time has passed until then for certain; earlier than `now` when the clock has jumped. */
  passed: number;
}

/**
 * What became of reconnections: an answer says of each that is open whether its connection works again. What is over is
 * forgotten, and so is a recovery that did not last.
 */
export function reconnectionsAfter(
  reconnections: readonly Reconnection[],
  looked: RecheckOutcome,
): Reconnection[] {
  const { state, renamed, isGood, now, passed } = looked;
  return reconnections.flatMap((before) => {
    const one = { ...before, ...connectionId(renamed.get(connectionKey(before)) ?? before) };
    const works = connectionOf(state, one)?.condition === "healthy";
    if (isOpen(one, now, passed)) return isGood ? { ...one, lookedAt: now, recovered: works } : one;
    return works && isRecentlyRecovered(one, passed) ? one : [];
  });
}

/**
 * When the next check is due while the person is at it: a minute after the web app was opened, however often it was
 * looked before that.
 * @param due when it would be due otherwise; both in ms since the epoch
 */
export function dueWithReconnections(
  due: number,
  reconnections: readonly Reconnection[],
  now: number,
): number {
  const minutes = reconnections
    .filter((one) => isOpen(one, now) && one.openedAt + MINUTE > now)
    .map(({ openedAt }) => Math.max(openedAt + MINUTE, now + ANOTHER_ANSWER_MS));
  return Math.min(due, ...minutes);
}
