import type { AwaitedRecovery, RememberedConnection } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import { connectionKey, connectionSubject } from "../model/subject.ts";
import { HOUR } from "../time.ts";
import { type Draft, isConfirmed, isUnsettled, standing } from "./draft.ts";
import { flappingOf, quietUntil } from "./flapping.ts";
import { belongsTo } from "./matching/rename.ts";

type Verdict = "tell" | "wait" | "drop";

/**
 * The recoveries that a good answer makes worth telling. That of a connection waits until nothing about it or its calendars is in
 * doubt, so that what came back and what was lost on the way is told as one; that of the destination, until that holds of all
 * connections; that of something that comes and goes, until it has been right for an hour. One that breaks again before is never
 * told.
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
  const again = standing(draft, awaited.kind, awaited.subject);
  if (again) return again.confirmed ? "drop" : "wait";
  if (awaited.subject.type === "destination" && isUnsettled(draft)) return "wait";
  if (awaited.of === null) return "tell";
  const key = connectionKey(awaited.of);
  const connection = draft.state.connections.find((one) => connectionKey(one) === key);
  if (!connection) return "drop";
  if (awaited.subject.type === "connection") {
    if (isConfirmed(draft, "connection-error", connectionSubject(connection))) return "drop";
    if (connection.condition !== "healthy" || isDoubted(draft, connection)) return "wait";
  }
  const flapping = flappingOf(draft, { kind: awaited.kind, subject: connectionSubject(connection) });
  const heldUntil = flapping ? awaited.since + HOUR : awaited.heldUntil;
  if (heldUntil === null) return "tell";
  if (connection.breaks.some((at) => at > awaited.since)) return "drop";
  return draft.now >= heldUntil ? "tell" : "wait";
}

/** What was told of a flapping connection: that it is right under another name is not told sooner either. */
export function holdBack(draft: Draft, awaited: AwaitedRecovery): void {
  const flapping = flappingOf(draft, awaited);
  if (flapping) awaited.heldUntil = Math.min(awaited.since + HOUR, quietUntil(flapping));
}

function isDoubted({ findings }: Draft, connection: RememberedConnection): boolean {
  const key = connectionKey(connection);
  return [...findings.values()].some(
    ({ confirmed, inhibited, subject }) => !confirmed && !inhibited && belongsTo(subject, key),
  );
}
