import { connectionOf } from "../calendars/find.ts";
import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import type { Mending } from "../model/mending.ts";
import { type ConnectionId, connectionId, connectionKey, isUnreadable } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { isBroken, isMendedInPlace, isUnderWay } from "./find.ts";
import { type Followed, follow } from "./follow.ts";
import { isAsBefore } from "./restore-plan.ts";
import { begunMending, snapshotOf } from "./snapshot.ts";

/** Counted days after which nobody is going to mend it. */
const LONGEST_MS = 30 * DAY;
/** How long one that is over is kept: bookings made meanwhile are offered that long. */
const KEPT_MS = DAY;
/** That many are remembered. */
const MOST = 20;

/** What an observation brought. */
export interface Observed extends Followed {
  before: AccountState;
  after: AccountState;
  /** Whether Cal.com said how the connections are. */
  isGood: boolean;
  /** ms since the epoch */
  now: number;
}

/**
 * What became of the connections that broke: new breaks with how everything was, and those that are mended, given up, or
 * forgotten. How things were is not overwritten while a break stands, nor by another break before it was mended.
 */
export function mendingsAfter(before: readonly Mending[], observed: Observed): Mending[] {
  const { after, isGood, now } = observed;
  const followed = before.map((one) => follow(one, after, observed));
  const known = isGood ? begin(followed, before, observed) : followed;
  return known
    .map((one) => (isUnderWay(one) ? settled(one, observed) : one))
    .filter((one) => isKept(one, after, now))
    .slice(-MOST);
}

function begin(followed: Mending[], before: readonly Mending[], observed: Observed): Mending[] {
  const all = new Map(followed.map((one) => [connectionKey(one), one]));
  const add = (begun: Mending | null) => {
    if (!begun) return;
    // The newest is last.
    all.delete(connectionKey(begun));
    all.set(connectionKey(begun), begun);
  };
  for (const connection of observed.after.connections) {
    const stoodFor = before.filter((one) => isUnderWay(one) && standsFor(connection, one));
    const replaced = stoodFor.find(({ removed }) => removed);
    const begun = brokenNow(connection, all, stoodFor[0], observed);
    // What stands for one that is gone goes on in its place.
    if (begun && replaced) all.delete(connectionKey(replaced));
    add(begun);
  }
  for (const [key, successor] of observed.renamed) add(succeededNow(key, successor, all, before, observed));
  return [...all.values()];
}

/** @param earlier the mending of a connection that this one stands for: how things were before that one broke is what counts */
function brokenNow(
  connection: RememberedConnection,
  known: ReadonlyMap<string, Mending>,
  earlier: Mending | undefined,
  { before, after, now }: Observed,
): Mending | null {
  if (!isBroken(after, connection) || isUnreadable(connection)) return null;
  if (isKnown(connection, known.get(connectionKey(connection)))) return null;
  // One that broke before this was remembered, as long as there is room.
  if (isBroken(before, connection) && known.size >= MOST) return null;
  return follow(
    begunMending(after, connection, earlier ?? snapshotOf(after, connection), now),
    after,
    NOTHING,
  );
}

const NOTHING: Followed = { renamed: new Map(), moved: new Map() };

/** One that was well, or only in doubt, and has been replaced by the same app connected again. */
function succeededNow(
  key: string,
  successor: ConnectionId,
  known: ReadonlyMap<string, Mending>,
  earlier: readonly Mending[],
  { before, after, now }: Observed,
): Mending | null {
  const old = before.connections.find((one) => connectionKey(one) === key);
  if (!old || old.lastGoodAt === null || isUnreadable(old)) return null;
  if (connectionOf(after, successor)?.condition !== "healthy") return null;
  if (isKnown(old, known.get(key)) || earlier.some((one) => isUnderWay(one) && standsFor(old, one)))
    return null;
  const begun = begunMending(after, old, snapshotOf(before, old), now);
  return { ...begun, successor: connectionId(successor), removed: true };
}

/** What is under way goes on. What was given up or is over begins anew when it was well in between. */
function isKnown({ lastGoodAt }: RememberedConnection, mending: Mending | undefined): boolean {
  if (!mending) return false;
  return isUnderWay(mending) || lastGoodAt === null || lastGoodAt <= mending.brokenAt;
}

function standsFor(connection: ConnectionId, { successor }: Mending): boolean {
  return successor !== null && connectionKey(successor) === connectionKey(connection);
}

function settled(mending: Mending, { after, isGood, now }: Observed): Mending {
  const over = { restoringSince: null, progress: null, endedAt: now };
  if (isGood && isAsBefore(mending, after))
    return { ...mending, ...over, notPutBack: [], ended: "as-before" };
  const isTooLong = after.counted - mending.brokenCounted >= LONGEST_MS;
  return isTooLong ? { ...mending, ...over, ended: "dismissed" } : mending;
}

/** One that was given up is remembered as long as it is broken, so that it does not begin again. */
function isKept(mending: Mending, after: AccountState, now: number): boolean {
  const { endedAt, ended } = mending;
  if (endedAt === null) return true;
  const stands = !mending.removed && !isMendedInPlace(after, mending);
  if (ended === "dismissed" && (stands || isBroken(after, mending))) return true;
  // A time to come is none: the clock was set back since.
  return endedAt <= now && now - endedAt < KEPT_MS;
}
