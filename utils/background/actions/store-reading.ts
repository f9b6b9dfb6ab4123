import type { AccountState } from "../../core/model/account-state.ts";
import { type Reading, statusOf } from "../../core/model/records.ts";
import { type CalendarId, calendarSubject, connectionId, subjectKey } from "../../core/model/subject.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { type AskedWith, isAccountUnchanged } from "../checks/is-account-unchanged.ts";

const MOST = 500;

/**
 * Remembers what reading a calendar came to, now, in place of what it came to before.
 * @returns `nothing` when the account is gone, or has another key
 */
export function storeReading(
  asked: AskedWith,
  id: CalendarId,
  read: Pick<Reading, "outcome" | "count">,
): Promise<Committed> {
  const { id: accountId } = asked.account;
  return commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !(await isAccountUnchanged(asked))) return null;
    const reading = { ...connectionId(id), externalId: id.externalId, at: Date.now(), ...read };
    const readings = withReading(status.readings, reading, status.state);
    return { set: { [statusOf(accountId)]: { ...status, readings } } };
  });
}

/** One for each calendar that is still remembered, the newest last. */
export function withReading(
  readings: readonly Reading[],
  reading: Reading,
  { connections }: AccountState,
): Reading[] {
  const remembered = new Set(
    connections.flatMap((connection) =>
      connection.calendars.map(({ externalId }) => subjectKey(calendarSubject(connection, externalId))),
    ),
  );
  const isOther = (one: Reading) => keyOf(one) !== keyOf(reading) && remembered.has(keyOf(one));
  return [...readings.filter(isOther), reading].slice(-MOST);
}

const keyOf = (reading: Reading) => subjectKey(calendarSubject(reading, reading.externalId));
