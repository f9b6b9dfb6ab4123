import {
  isDestinationChanged,
  planDestination,
  planRestoring,
  planSelection,
} from "../../core/actions/plan.ts";
import type { CalendarSubject } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";
import { perform } from "./perform.ts";
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

/** Makes the destination that Cal.com has now the one that the person wants. Nothing is asked of Cal.com. */
export function keepDestination(accountId: string): Promise<ActionReply> {
  return inTurn({ type: "keep-destination", accountId }, () => keep(accountId));
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
    return { set: await recordsAfterAction(accountId, monitored.status, done, Date.now()) };
  });
  return committed === "newer" ? refused(problemOfCommit(committed)) : reply;
}
