import type { AwaitedRecovery, RememberedConnection } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import { connectionKey, connectionSubject } from "../model/subject.ts";
import { HOUR } from "../time.ts";
import { type Draft, isConfirmed, isUnsettled, standing as standingOf } from "./draft.ts";
import { belongsTo } from "./matching/rename.ts";

type Verdict = "tell" | "wait" | "drop";

/**
 * The recoveries that a good answer makes worth telling. That of a connection waits until nothing about it or its calendars is in
 * doubt, so that what came back and what was lost on the way is told as one; that of something that comes and goes, until it has
 * been right for an hour. One that breaks again before is never told.
 */
export function dueRecoveries(draft: Draft): Notice[] {
  if (!draft.isAnswer) return [];
  const verdicts = draft.state.recoveries.map((one) => [one, verdictOn(draft, one)] as const);
  draft.state.recoveries = verdicts.filter(([, verdict]) => verdict === "wait").map(([one]) => one);
  return verdicts
    .filter(([, verdict]) => verdict === "tell")
    .map(([{ kind, subject, level, recovered }]) => ({ kind, subject, level, recovered }));
}

function verdictOn(draft: Draft, awaited: AwaitedRecovery): Verdict {
  const standing = standingOf(draft, awaited.kind, awaited.subject);
  if (standing) return standing.confirmed ? "drop" : "wait";
  // The destination is told of when nothing about a connection can have rewritten it.
  if (awaited.of === null)
    return awaited.subject.type === "destination" && isUnsettled(draft) ? "wait" : "tell";
  const key = connectionKey(awaited.of);
  const connection = draft.state.connections.find((one) => connectionKey(one) === key);
  // An entry that could not be identified is over once none is: nothing is left that could settle.
  if (!connection) return awaited.of.credentialId === null ? "tell" : "drop";
  if (awaited.subject.type === "connection") {
    const subject = connectionSubject(connection);
    if (isConfirmed(draft, "connection-error", subject) || isConfirmed(draft, "connection-gone", subject))
      return "drop";
    if (connection.condition !== "healthy" || isDoubted(draft, connection)) return "wait";
  }
  const flaps = awaited.flapping || isQuiet(draft, awaited, connection);
  return !flaps || hasHeld(draft, awaited, connection) ? "tell" : "wait";
}

/** Also in the answer that starts it. */
function isQuiet(draft: Draft, { kind }: AwaitedRecovery, connection: RememberedConnection): boolean {
  const subject = connectionSubject(connection);
  const quietened = kind === "connection-error" || kind === "calendar-gone";
  return quietened && (connection.flapSuppressed || standingOf(draft, "flapping", subject) !== undefined);
}

/** Right for an hour, and in that hour no break of its connection. */
function hasHeld(draft: Draft, { since }: AwaitedRecovery, connection: RememberedConnection): boolean {
  const from = Math.max(since, ...connection.breaks);
  return connection.condition === "healthy" && draft.now - from >= HOUR;
}

function isDoubted({ findings }: Draft, connection: RememberedConnection): boolean {
  const key = connectionKey(connection);
  return [...findings.values()].some(
    ({ confirmed, inhibited, subject }) => !confirmed && !inhibited && belongsTo(subject, key),
  );
}
