import type { RememberedConnection } from "../../model/account-state.ts";
import { ACCOUNT, connectionId, connectionKey, connectionSubject } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { noteBreak } from "../flapping.ts";
import { close, inhibit, raise, reset, resolve } from "../lifecycle.ts";
import { noteLostApp } from "../lost-apps.ts";
import { completes, lacksPart } from "../matching/identify.ts";
import type { MatchedAnswer, SeenConnection } from "../matching/matched-answer.ts";
import { compareIds } from "../order.ts";

/** Is the list there, and is every connection in it, and whole? Enters new connections into the state. */
export function evaluateConnections(draft: Draft, matched: MatchedAnswer): void {
  evaluateList(draft, matched);
  const remembered = new Map(draft.state.connections.map((known) => [connectionKey(known), known]));
  const returned = draft.state.connections.filter(
    (known) => known.condition === "missing" && matched.connections.has(connectionKey(known)),
  );
  const present = [...matched.connections].map(([key, seen]) => {
    const connection = remembered.get(key) ?? enter(draft, seen);
    evaluatePresent(draft, seen, connection);
    return connection;
  });
  const missing = draft.state.connections.filter(
    (known) =>
      !matched.connections.has(connectionKey(known)) &&
      !wasOneOf(draft, known, returned) &&
      evaluateMissing(draft, known, matched),
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
  if (!justConfirmed) return;
  noteBreak(draft, connection);
  noteLostApp(draft, connection.integration);
}

/**
 * Whether it is only half named, and whole ones that it may have been are back: it was one of them, and is forgotten. Nobody could
 * say which, while more than one was away.
 */
function wasOneOf(
  draft: Draft,
  half: RememberedConnection,
  returned: readonly RememberedConnection[],
): boolean {
  const [whole, ...others] = returned
    .filter((one) => lacksPart(half) && completes(one, half))
    .sort(compareIds);
  if (!whole) return false;
  const works = [whole, ...others].every(({ condition }) => condition === "healthy");
  for (const kind of ["connection-error", "connection-gone"] as const) {
    if (works) resolve(draft, kind, connectionSubject(half), { of: connectionId(whole) });
    else close(draft, kind, connectionSubject(half));
  }
  return true;
}

/** @returns whether the connection is still remembered */
function evaluateMissing(draft: Draft, connection: RememberedConnection, matched: MatchedAnswer): boolean {
  const subject = connectionSubject(connection);
  if (connection.credentialId === null) {
    // No connection that could be gone, only an entry that could not be read: it may be the one that stands for others now.
    connection.condition = "missing";
    (matched.incomplete ? inhibit : resolve)(draft, "connection-error", subject);
    return matched.incomplete;
  }
  noteLostApp(draft, connection.integration);
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
