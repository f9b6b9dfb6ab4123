import type { FindingRecord, RememberedConnection } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { connectionSubject } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { accept } from "./accept.ts";
import { type Draft, standing } from "./draft.ts";
import { raise, removeAcknowledgement, reset } from "./lifecycle.ts";

const MONTH = 30 * DAY;
const FLAPPING_BREAKS = 3;

/** What time alone changes, looked at with everything that happens. */
export function passTime(draft: Draft): void {
  clampToClock(draft);
  for (const record of [...draft.findings.values()]) {
    if (record.endedCounted !== null && draft.now - record.endedCounted > MONTH)
      draft.findings.delete(identity(record));
    else if (record.confirmedAt !== null && draft.now - record.confirmedAt >= MONTH) expire(draft, record);
  }
  for (const [id, mark] of draft.acknowledgements) {
    if (mark.absentCounted !== null && draft.now - mark.absentCounted > MONTH)
      removeAcknowledgement(draft, id);
  }
  for (const connection of draft.state.connections) evaluateFlapping(draft, connection);
  if (draft.state.snoozeUntil !== null && draft.state.snoozeUntil <= draft.now)
    draft.state.snoozeUntil = null;
}

/** What nobody has answered for a month is the way things are. */
function expire(draft: Draft, record: FindingRecord): void {
  // Forgetting its connection may have ended it already.
  if (record.endedCounted !== null || draft.findings.get(identity(record)) !== record) return;
  accept(draft, record);
}

/** Three confirmed breaks within a day. Being healthy in between does not end it; only time does. */
export function evaluateFlapping(draft: Draft, connection: RememberedConnection): void {
  const subject = connectionSubject(connection);
  const recent = connection.breaks.filter((at) => draft.now - at < DAY);
  if (recent.length === 0) connection.flapSuppressed = false;
  if (recent.length >= FLAPPING_BREAKS) raise(draft, "flapping", subject, "now");
  else if (standing(draft, "flapping", subject)) reset(draft, "flapping", subject);
}

/** A clock that was set back would make every wait longer by as much. */
function clampToClock(draft: Draft): void {
  const { state, now } = draft;
  if (state.lastAttemptAt === null || state.lastAttemptAt <= now) return;
  // What is ahead lies as far ahead as it did.
  if (state.snoozeUntil !== null) state.snoozeUntil -= state.lastAttemptAt - now;
  const past = (at: number | null) => (at === null ? null : Math.min(at, now));
  for (const key of ["firstAttemptAt", "lastAttemptAt", "lastGoodAt", "lastRejectedAt"] as const) {
    state[key] = past(state[key]);
  }
  for (const record of draft.findings.values()) {
    record.since = Math.min(record.since, now);
    record.confirmedAt = past(record.confirmedAt);
    record.endedCounted = past(record.endedCounted);
  }
  for (const mark of draft.acknowledgements.values()) mark.absentCounted = past(mark.absentCounted);
  for (const pending of state.pending) pending.at = Math.min(pending.at, now);
  for (const connection of state.connections) {
    connection.breaks = connection.breaks.map((at) => Math.min(at, now));
  }
}
