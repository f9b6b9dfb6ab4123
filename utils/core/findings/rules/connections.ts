import type { RememberedConnection } from "../account-state.ts";
import { isConfirmed, MINUTE, standing, type Work } from "../draft.ts";
import { claim, finish, forget, seeRight } from "../ledger.ts";
import { completes, lacksPart } from "../matching/half-named.ts";
import type { SeenConnection, Sighting } from "../matching/matched-answer.ts";
import {
  ACCOUNT,
  connectionId,
  connectionKey,
  connectionSubject,
  isUnreadable,
  type Subject,
} from "../subject.ts";

/** How long an entry that can't be read is suspected while the answers hold others of the kind instead. */
const SUSPICION_LIMIT_MS = 10 * MINUTE;

/** Is the list there, and is every connection in it, and whole? Enters new connections into state. */
export function judgeConnections(work: Work, sighting: Sighting): void {
  judgeList(work, sighting);
  const remembered = new Map(work.state.connections.map((known) => [connectionKey(known), known]));
  const present = [...sighting.connections].map(([key, seen]) => {
    const connection = remembered.get(key) ?? enter(seen);
    judgePresent(work, seen, connection);
    return connection;
  });
  const missing = work.state.connections.filter(
    (known) => !sighting.connections.has(connectionKey(known)) && judgeMissing(work, known, sighting),
  );
  work.state.connections = [...present, ...missing];
}

/** A list that is suddenly empty is doubted; on the very first good answer there is nothing to doubt it by. */
function judgeList(work: Work, sighting: Sighting): void {
  if (sighting.connections.size > 0) return seeRight(work, "no-connections", ACCOUNT);
  const first = work.state.lastGoodAt === null;
  claim(work, "no-connections", ACCOUNT, "error", first ? "certain" : "repeat");
}

function judgePresent(work: Work, seen: SeenConnection, connection: RememberedConnection): void {
  const subject = connectionSubject(seen);
  connection.appName = seen.appName ?? connection.appName;
  connection.appSlug = seen.appSlug ?? connection.appSlug;
  connection.message = seen.message;
  if (seen.healthy) {
    connection.condition = "healthy";
    seeRight(work, "connection-error", subject);
    seeRight(work, "connection-gone", subject);
    return;
  }
  connection.condition = "broken";
  finish(work, "connection-gone", subject);
  const certainty = seen.definitive ? "certain" : "repeat";
  const { justConfirmed } = claim(work, "connection-error", subject, "error", certainty);
  if (justConfirmed) connection.breaks.push(work.now);
}

/** @returns whether the connection is still remembered */
function judgeMissing(work: Work, connection: RememberedConnection, sighting: Sighting): boolean {
  const subject = connectionSubject(connection);
  if (isUnreadable(connection)) {
    // Never a connection that could be gone, only an entry that could not be read: it may still be there under others.
    connection.condition = "missing";
    if (sighting.incomplete && !isOldSuspicion(work, subject)) return true;
    seeRight(work, "connection-error", subject);
    return false;
  }
  if (isOneOf(sighting, connection)) {
    seeRight(work, "connection-error", subject);
    return false;
  }
  const onlyEverDoubted = connection.lastGoodAt === null && connection.breaks.length === 0;
  if (onlyEverDoubted) {
    forget(work, "connection-error", subject);
    return false;
  }
  connection.condition = "missing";
  claim(work, "connection-gone", subject, "warning", "repeat");
  if (isConfirmed(work, "connection-gone", subject)) finish(work, "connection-error", subject);
  return true;
}

/**
 * Nothing in the answer stands for it, so no later one may ever confirm it: kept, it would have Cal.com asked every minute for
 * good.
 */
function isOldSuspicion(work: Work, subject: Subject): boolean {
  const suspicion = standing(work, "connection-error", subject);
  return suspicion?.confirmed === false && work.now - suspicion.since > SUSPICION_LIMIT_MS;
}

/** Half named as it was, it is one of those that the answer names whole. */
function isOneOf(sighting: Sighting, connection: RememberedConnection): boolean {
  return (
    connection.lastGoodAt === null &&
    lacksPart(connection) &&
    [...sighting.connections.values()].some((seen) => completes(seen, connection))
  );
}

function enter(seen: SeenConnection): RememberedConnection {
  return {
    ...connectionId(seen),
    appName: seen.appName,
    appSlug: seen.appSlug,
    condition: "broken",
    message: null,
    primaryExternalId: null,
    lastGoodAt: null,
    calendars: [],
    malformedCalendars: 0,
    breaks: [],
    quiet: false,
  };
}
