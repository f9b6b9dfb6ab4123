import type { RememberedConnection } from "../../model/account-state.ts";
import {
  ACCOUNT,
  connectionId,
  connectionKey,
  connectionSubject,
  isUnreadable,
  type Subject,
} from "../../model/subject.ts";
import { MINUTE } from "../../time.ts";
import { type Draft, isConfirmed, standing } from "../draft.ts";
import { close, raise, reset, resolve } from "../lifecycle.ts";
import { completes, lacksPart } from "../matching/identify.ts";
import type { MatchedAnswer, SeenConnection } from "../matching/matched-answer.ts";

/** How long an entry that can't be read is suspected while the answers hold others of the kind instead. */
const SUSPICION_LIMIT_MS = 10 * MINUTE;

/** Is the list there, and is every connection in it, and whole? Enters new connections into the state. */
export function evaluateConnections(draft: Draft, matched: MatchedAnswer): void {
  evaluateList(draft, matched);
  const remembered = new Map(draft.state.connections.map((known) => [connectionKey(known), known]));
  const present = [...matched.connections].map(([key, seen]) => {
    const connection = remembered.get(key) ?? enter(draft, seen);
    evaluatePresent(draft, seen, connection);
    return connection;
  });
  const missing = draft.state.connections.filter(
    (known) => !matched.connections.has(connectionKey(known)) && evaluateMissing(draft, known, matched),
  );
  draft.state.connections = [...present, ...missing];
}

/** A list that is suddenly empty is doubted; on the very first good answer there is nothing to doubt it by. */
function evaluateList(draft: Draft, matched: MatchedAnswer): void {
  if (matched.connections.size > 0) return resolve(draft, "no-connections", ACCOUNT);
  const first = draft.state.lastGoodAt === null;
  raise(draft, "no-connections", ACCOUNT, first ? "now" : "onRepeat");
}

function evaluatePresent(draft: Draft, seen: SeenConnection, connection: RememberedConnection): void {
  const subject = connectionSubject(seen);
  connection.appName = seen.appName ?? connection.appName;
  connection.appSlug = seen.appSlug ?? connection.appSlug;
  connection.message = seen.message;
  if (seen.healthy) {
    connection.condition = "healthy";
    resolve(draft, "connection-error", subject);
    resolve(draft, "connection-gone", subject);
    return;
  }
  connection.condition = "broken";
  close(draft, "connection-gone", subject);
  const confirm = seen.definitive ? "now" : "onRepeat";
  const { justConfirmed } = raise(draft, "connection-error", subject, confirm);
  if (justConfirmed) connection.breaks.push(draft.now);
}

/** @returns whether the connection is still remembered */
function evaluateMissing(draft: Draft, connection: RememberedConnection, matched: MatchedAnswer): boolean {
  const subject = connectionSubject(connection);
  if (isUnreadable(connection)) {
    // Never a connection that could be gone, only an entry that could not be read: it may still be there under others.
    connection.condition = "missing";
    if (matched.incomplete && !isOldSuspicion(draft, subject)) return true;
    resolve(draft, "connection-error", subject);
    return false;
  }
  if (isOneOf(matched, connection)) {
    resolve(draft, "connection-error", subject);
    return false;
  }
  const onlyEverDoubted = connection.lastGoodAt === null && connection.breaks.length === 0;
  if (onlyEverDoubted) {
    reset(draft, "connection-error", subject);
    return false;
  }
  connection.condition = "missing";
  raise(draft, "connection-gone", subject, "onRepeat");
  if (isConfirmed(draft, "connection-gone", subject)) close(draft, "connection-error", subject);
  return true;
}

/**
 * Nothing in the answer stands for it, so no later one may ever confirm it: kept, it would have Cal.com asked every minute for
 * good.
 */
function isOldSuspicion(draft: Draft, subject: Subject): boolean {
  const suspicion = standing(draft, "connection-error", subject);
  return suspicion?.confirmed === false && draft.now - suspicion.since > SUSPICION_LIMIT_MS;
}

/** Half named as it was, it is one of those that the answer names whole. */
function isOneOf(matched: MatchedAnswer, connection: RememberedConnection): boolean {
  return (
    connection.lastGoodAt === null &&
    lacksPart(connection) &&
    [...matched.connections.values()].some((seen) => completes(seen, connection))
  );
}

function enter(draft: Draft, seen: SeenConnection): RememberedConnection {
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
    earlierBreaks: [],
    flapSuppressed: false,
    firstAnswer: draft.state.answers,
    replacedBy: null,
  };
}
