import { type BusyResult, fetchBusyTimes } from "../../cal-api/busy-times.ts";
import { namedCalendar } from "../../core/actions/named-calendar.ts";
import { problemOf } from "../../core/actions/problem.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { type Reading, statusOf } from "../../core/model/records.ts";
import {
  type CalendarId,
  type CalendarSubject,
  calendarSubject,
  connectionId,
  subjectKey,
} from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { check } from "../checks/check.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";
import { findMonitored, isRateLimited, keyToAsk, rememberRateLimit } from "./precheck.ts";
import { DONE, inTurn, problemOfCommit, refused } from "./reply.ts";

const DAYS = 7;
/** Readings that are remembered of one account. */
const MOST = 500;
const NOT_YOURS = { outcome: "notYours", count: 0 } as const;

/** Counts the busy times that Cal.com sees in a calendar that it checks for conflicts, and remembers how many. */
export function testReading(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  return inTurn({ type: "test-reading", accountId, calendar }, () => run(accountId, calendar));
}

async function run(accountId: string, id: CalendarId): Promise<ActionReply> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return refused(monitored);
  const found = namedCalendar(monitored.status.state, id);
  if ("problem" in found) return refused(found);
  // Its appointments are none of Cal.com's business, so it is not asked about them.
  if (!found.calendar.isSelected) return refused({ problem: "notSelected" });
  const allowed = await keyToAsk(monitored);
  if ("problem" in allowed) return refused(allowed);

  const asked = { account: monitored.account, key: allowed.key };
  const startedAt = performance.now();
  const result = await fetchBusyTimes(asked.account.apiUrl, asked.key, found.name, DAYS);
  return settle(asked, id, result, performance.now() - startedAt);
}

async function settle(
  asked: RequestContext,
  id: CalendarId,
  result: BusyResult,
  ms: number,
): Promise<ActionReply> {
  switch (result.kind) {
    case "busy":
      return remember(asked, id, { outcome: "busy", count: result.count });
    case "unreadable":
      return remember(asked, id, { outcome: "unreadable", count: 0 });
    case "not-yours":
      return remember(asked, id, NOT_YOURS);
    case "unclear":
      // The list is answered for the key alone.
      return (await isKeyGood(asked)) ? remember(asked, id, NOT_YOURS) : refused({ problem: "keyRejected" });
    case "out-of-scope":
      return refused({ problem: "outOfScope" });
    case "key-rejected":
      // Badge and popup learn of it from the list's own answer.
      await check(asked.account.id);
      return refused(problemOf(result));
    default:
      if (isRateLimited(result)) await rememberRateLimit(asked, result, ms);
      return refused(problemOf(result));
  }
}

async function isKeyGood({ account }: RequestContext): Promise<boolean> {
  const checked = await check(account.id);
  const state = writableStatus(await readStatus(account.id))?.state;
  return checked.kind === "checked" && state?.rejection === null && state.failures === 0;
}

async function remember(
  asked: RequestContext,
  id: CalendarId,
  read: Pick<Reading, "outcome" | "count">,
): Promise<ActionReply> {
  const committed = await storeReading(asked, id, read);
  if (committed !== "stored") return refused(problemOfCommit(committed));
  return read.outcome === "busy" ? DONE : refused({ problem: read.outcome });
}

/**
 * Remembers what reading a calendar came to, now, in place of what it came to before.
 * @returns `nothing` when the account is gone, or has another key
 */
function storeReading(
  asked: RequestContext,
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
  const isOther = (one: Reading) =>
    calendarKey(one) !== calendarKey(reading) && remembered.has(calendarKey(one));
  return [...readings.filter(isOther), reading].slice(-MOST);
}

const calendarKey = (reading: Reading) => subjectKey(calendarSubject(reading, reading.externalId));
