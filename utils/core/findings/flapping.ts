import type { RememberedConnection } from "../model/account-state.ts";
import type { FindingRef } from "../model/finding.ts";
import { connectionKey, connectionSubject } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { type Draft, standing } from "./draft.ts";
import { raise, reset } from "./lifecycle.ts";

const FLAPPING_BREAKS = 3;

/** It is confirmed by this answer that a connection, or a calendar of it, is broken off; several calendars at once are one break. */
export function noteBreak(draft: Draft, connection: RememberedConnection): void {
  const key = connectionKey(connection);
  if (!draft.broken.has(key)) connection.breaks.push(draft.now);
  draft.broken.add(key);
}

/** After a day without a break the next one is news at once. */
export function endQuiet({ state, now }: Draft): void {
  for (const connection of state.connections) {
    if (!connection.breaks.some((at) => now - at < DAY)) connection.flapSuppressed = false;
  }
}

/** Three confirmed breaks within a day. Being healthy in between does not end it; only time does. */
export function evaluateFlapping(draft: Draft, connection: RememberedConnection): void {
  const subject = connectionSubject(connection);
  const recent = connection.breaks.filter((at) => draft.now - at < DAY);
  if (recent.length >= FLAPPING_BREAKS) raise(draft, "flapping", subject, "now");
  else if (standing(draft, "flapping", subject)) reset(draft, "flapping", subject);
}

/** The connection of something that is not told at once, since it was told to be flapping and has not been quiet for a day. */
export function flappingOf(draft: Draft, { kind, subject }: FindingRef): RememberedConnection | undefined {
  if (kind !== "connection-error" && kind !== "calendar-gone" && kind !== "flapping") return undefined;
  if (!("integration" in subject)) return undefined;
  const key = connectionKey(subject);
  return draft.state.connections.find((one) => one.flapSuppressed && connectionKey(one) === key);
}

/** What stands is told now: from here on only what holds is. */
export function suppressFlapping(draft: Draft): void {
  for (const connection of draft.state.connections) {
    if (standing(draft, "flapping", connectionSubject(connection))) connection.flapSuppressed = true;
  }
}
