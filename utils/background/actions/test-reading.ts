import { type BusyResult, fetchBusyTimes } from "../../cal-api/busy-times.ts";
import { problemOf } from "../../core/actions/problem-of.ts";
import { namedCalendar } from "../../core/calendars/find.ts";
import type { Reading } from "../../core/model/records.ts";
import { type CalendarId, type CalendarSubject, subjectKey } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { check } from "../checks/check.ts";
import type { AskedWith } from "../checks/is-account-unchanged.ts";
import { findWatched, keyToAsk } from "./precheck.ts";
import { isRateLimited, rememberRateLimit } from "./rate-limit.ts";
import { DONE, problemOfCommit, refused, safely } from "./reply.ts";
import { serialQueue } from "./serial-queue.ts";
import { storeReading } from "./store-reading.ts";

const DAYS = 7;
const NOT_YOURS = { outcome: "notYours", count: 0 } as const;

/** Counts the busy times that Cal.com sees in a calendar that it checks for conflicts, and remembers how many. */
export function testReading(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  const mutation = { scope: `reading ${subjectKey(calendar)}`, key: "read" };
  return serialQueue.runOnce(accountId, mutation, () => safely(() => run(accountId, calendar)));
}

async function run(accountId: string, id: CalendarId): Promise<ActionReply> {
  const watched = await findWatched(accountId);
  if ("problem" in watched) return refused(watched);
  const found = namedCalendar(watched.status.state, id);
  if ("problem" in found) return refused(found);
  // Its appointments are none of Cal.com's business, so it is not asked about them.
  if (!found.calendar.isSelected) return refused({ problem: "notSelected" });
  const allowed = await keyToAsk(watched);
  if ("problem" in allowed) return refused(allowed);

  const asked = { account: watched.account, key: allowed.key };
  const startedAt = performance.now();
  const result = await fetchBusyTimes(asked.account.apiUrl, asked.key, found.name, DAYS);
  return settle(asked, id, result, performance.now() - startedAt);
}

async function settle(
  asked: AskedWith,
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
    case "key-rejected":
      // Badge and popup learn of it from the list's own answer.
      await check(asked.account.id);
      return refused(problemOf(result));
    default:
      if (isRateLimited(result)) await rememberRateLimit(asked, result, ms);
      return refused(problemOf(result));
  }
}

async function isKeyGood({ account }: AskedWith): Promise<boolean> {
  const checked = await check(account.id);
  const state = writableStatus(await readStatus(account.id))?.state;
  return checked.kind === "checked" && state?.rejection === null && state.failures === 0;
}

async function remember(
  asked: AskedWith,
  id: CalendarId,
  read: Pick<Reading, "outcome" | "count">,
): Promise<ActionReply> {
  const committed = await storeReading(asked, id, read);
  if (committed !== "stored") return refused(problemOfCommit(committed));
  return read.outcome === "busy" ? DONE : refused({ problem: read.outcome });
}
