import { acceptSelection, forgetCalendar, forgetConnection } from "./accept.ts";
import type { FindingRecord, RememberedConnection } from "./account-state.ts";
import { DAY, identity, standing, type Work } from "./draft.ts";
import { claim, forget, unmark } from "./ledger.ts";
import { connectionSubject } from "./subject.ts";

const MONTH = 30 * DAY;
const FLAPPING_BREAKS = 3;

/** What time alone changes, looked at with everything that happens. */
export function passTime(work: Work): void {
  obeyClock(work);
  for (const record of [...work.findings.values()]) {
    if (record.endedAt !== null && work.now - record.endedAt > MONTH) work.findings.delete(identity(record));
    else if (record.confirmedAt !== null && work.now - record.confirmedAt >= MONTH) expire(work, record);
  }
  for (const [id, mark] of work.marks) {
    if (mark.absentSince !== null && work.now - mark.absentSince > MONTH) unmark(work, id);
  }
  for (const connection of work.state.connections) judgeFlapping(work, connection);
  if (work.state.snoozeUntil !== null && work.state.snoozeUntil <= work.now) work.state.snoozeUntil = null;
}

/** What nobody has answered for a month is the way things are. */
function expire(work: Work, record: FindingRecord): void {
  // Forgetting its connection may have ended it already.
  if (record.endedAt !== null || work.findings.get(identity(record)) !== record) return;
  const { subject } = record;
  if (record.kind === "connection-gone" && subject.type === "connection") forgetConnection(work, subject);
  if (subject.type !== "calendar") return;
  if (record.kind === "calendar-gone") forgetCalendar(work, subject);
  if (record.kind === "selection-lost") acceptSelection(work, subject);
}

/** Three confirmed breaks within a day. Being healthy in between does not end it; only time does. */
export function judgeFlapping(work: Work, connection: RememberedConnection): void {
  const subject = connectionSubject(connection);
  const recent = connection.breaks.filter((at) => work.now - at < DAY);
  if (recent.length === 0) connection.quiet = false;
  if (recent.length >= FLAPPING_BREAKS) claim(work, "flapping", subject, "warning", "certain");
  else if (standing(work, "flapping", subject)) forget(work, "flapping", subject);
}

/** A clock that was set back would make every wait longer by as much. */
function obeyClock(work: Work): void {
  const { state, now } = work;
  if (state.lastAttemptAt === null || state.lastAttemptAt <= now) return;
  // What is ahead lies as far ahead as it did.
  if (state.snoozeUntil !== null) state.snoozeUntil -= state.lastAttemptAt - now;
  const past = (at: number | null) => (at === null ? null : Math.min(at, now));
  for (const key of ["firstAttemptAt", "lastAttemptAt", "lastGoodAt", "lastRejectedAt"] as const) {
    state[key] = past(state[key]);
  }
  for (const record of work.findings.values()) {
    record.since = Math.min(record.since, now);
    record.confirmedAt = past(record.confirmedAt);
    record.endedAt = past(record.endedAt);
  }
  for (const mark of work.marks.values()) mark.absentSince = past(mark.absentSince);
  for (const pending of state.pending) pending.at = Math.min(pending.at, now);
  for (const connection of state.connections) {
    connection.breaks = connection.breaks.map((at) => Math.min(at, now));
  }
}
