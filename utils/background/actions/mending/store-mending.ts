import { namesIn } from "../../../copy/history/names.ts";
import { timeOf } from "../../../core/clock.ts";
import { type JournalEntry, recordActions } from "../../../core/history/record-actions.ts";
import type { Mending } from "../../../core/model/mending.ts";
import { type StatusRecord, statusOf } from "../../../core/model/records.ts";
import { type ConnectionId, connectionKey } from "../../../core/model/subject.ts";
import { type Committed, commit } from "../../../storage/commit.ts";
import { changedHistory } from "../../../storage/history.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { isAccountUnchanged, type RequestContext } from "../../checks/is-account-unchanged.ts";

/** Changes what is stored of one account's mending, of an account that is as it was asked for. */
export function storeStatus(
  asked: RequestContext,
  change: (status: StatusRecord) => StatusRecord,
  journal: readonly JournalEntry[] | ((before: StatusRecord) => readonly JournalEntry[]) = [],
): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    const names = namesIn([before.state]);
    const entries = typeof journal === "function" ? journal(before) : journal;
    const now = timeOf(before, Date.now());
    const history =
      entries.length === 0
        ? {}
        : await changedHistory(id, (history) => recordActions(history, entries, names, now));
    return { set: { [statusOf(id)]: change(before), ...history } };
  });
}

/** The status with one mending changed: that of this connection. */
export function withMending(
  status: StatusRecord,
  connection: ConnectionId,
  change: (mending: Mending) => Mending,
): StatusRecord {
  const key = connectionKey(connection);
  const mendings = status.mendings.map((one) => (connectionKey(one) === key ? change(one) : one));
  return { ...status, mendings };
}

/**
 * The next check reads event types, whenever they were last read.
 * @param given the one that is given a calendar from here, if one is
 */
export function withEventTypesDue(status: StatusRecord, given?: number): StatusRecord {
  const read = status.eventTypesRead;
  if (read === null) return status;
  const awaited = given === undefined ? read.awaited : [...new Set([...read.awaited, given])];
  return { ...status, eventTypesRead: { ...read, at: 0, awaited } };
}
