import {
  isDestinationChanged,
  planDestination,
  planKept,
  planRestoring,
  planSelection,
} from "../../core/actions/plan.ts";
import { timeOf } from "../../core/clock.ts";
import type { CalendarSubject } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";
import { perform, performNow } from "./perform.ts";
import { findMonitored } from "./precheck.ts";
import { DONE, inTurn, problemOfCommit, refused } from "./reply.ts";

/** Lets Cal.com check a calendar for conflicts. */
export function selectCalendar(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  const type = "select-calendar";
  return perform({ type, accountId, calendar }, planSelection(type, calendar));
}

/** The same, not any more. */
export function unselectCalendar(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  const type = "unselect-calendar";
  return perform({ type, accountId, calendar }, planSelection(type, calendar));
}

/** Lets Cal.com add bookings to a calendar. */
export function setDestination(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  return perform({ type: "set-destination", accountId, calendar }, planDestination(calendar));
}

/** Lets Cal.com add bookings again to the calendar that the person once chose. */
export function restoreDestination(accountId: string): Promise<ActionReply> {
  return perform({ type: "restore-destination", accountId }, planRestoring);
}

/**
 * Makes the destination that Cal.com has now the one that the person wants. One that Cal.com wrote by itself still goes through the
 * connection that it was before, so it is set anew where Cal.com's routes can. It is kept whatever becomes of that, which is said.
 */
export function keepDestination(accountId: string): Promise<ActionReply> {
  return inTurn({ type: "keep-destination", accountId }, async () => {
    const kept = await keep(accountId);
    return kept.ok ? performNow(accountId, planKept) : kept;
  });
}

async function keep(accountId: string): Promise<ActionReply> {
  let reply = DONE;
  const committed = await commit(async () => {
    const monitored = await findMonitored(accountId);
    if ("problem" in monitored || !isDestinationChanged(monitored.status.state)) {
      reply = refused("problem" in monitored ? monitored : { problem: "nothingToKeep" });
      return null;
    }
    const action = { action: "keep-destination" } as const;
    const done = { action, journal: [action] };
    const { status } = monitored;
    return { set: await recordsAfterAction(accountId, status, done, timeOf(status, Date.now())) };
  });
  return committed === "newer" ? refused(problemOfCommit(committed)) : reply;
}
