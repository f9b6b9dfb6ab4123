import { connectionOf } from "../calendars/find.ts";
import type { FindingRecord } from "../model/account-state.ts";
import type { Mending } from "../model/mending.ts";
import type { BookingsCheck, StatusRecord } from "../model/records.ts";
import { type ConnectionId, connectionId, connectionKey } from "../model/subject.ts";
import { DAY } from "../time.ts";

/** A time in which a connection was broken, that bookings may have been made in. */
export interface Break {
  connection: ConnectionId;
  appName: string | null;
  /** When the connection was last known to work, in ms since the epoch: bookings made from then on are meant. */
  since: number;
}

type Known = Pick<StatusRecord, "state" | "mendings">;

/**
 * The break of a connection whose bookings can be asked for: one that stands confirmed, or that was over less than a day ago.
 * @param now ms since the epoch
 */
export function breakOf({ state, mendings }: Known, id: ConnectionId, now: number): Break | null {
  const key = connectionKey(id);
  const mending = mendings.findLast((one) => connectionKey(one) === key);
  if (mending && isOpenOrRecent(mending, now)) return breakIn(mending);
  const finding = state.findings.find(
    (one) => one.kind === "connection-error" && isStanding(one) && isAbout(one, key),
  );
  if (!finding) return null;
  const connection = connectionOf(state, id);
  return {
    connection: connectionId(id),
    appName: connection?.appName ?? null,
    since: connection?.lastGoodAt ?? finding.since,
  };
}

/** Breaks that were over less than a day ago and that no card tells of, the newest first. */
export function recentBreaks({ state, mendings }: Known, now: number): Break[] {
  const standing = state.findings.filter(isStanding);
  return mendings
    .filter((mending) => mending.endedAt !== null && isOpenOrRecent(mending, now))
    .filter((mending) => !standing.some((finding) => isAbout(finding, connectionKey(mending))))
    .map(breakIn)
    .reverse();
}

/** What was found when it was last asked about this break; null when it was not. */
export function lastCheckOf(checks: readonly BookingsCheck[], { connection, since }: Break) {
  const key = connectionKey(connection);
  return checks.findLast((one) => connectionKey(one) === key && one.since === since) ?? null;
}

function breakIn(mending: Mending): Break {
  const { appName, lastGoodAt, brokenAt } = mending;
  return { connection: connectionId(mending), appName, since: lastGoodAt ?? brokenAt };
}

/** An end to come is none: the clock was set back since. */
function isOpenOrRecent({ endedAt }: Mending, now: number): boolean {
  return endedAt === null || (endedAt <= now && now - endedAt < DAY);
}

function isStanding({ kind, confirmed, inhibited, endedCounted }: FindingRecord): boolean {
  return (
    (kind === "connection-error" || kind === "connection-gone") &&
    confirmed &&
    !inhibited &&
    endedCounted === null
  );
}

function isAbout({ subject }: FindingRecord, key: string): boolean {
  return subject.type === "connection" && connectionKey(subject) === key;
}
