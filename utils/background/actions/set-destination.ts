import { type CalendarName, setDestination as set } from "../../cal-api/change.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { sameDestination } from "../../core/calendars/destination.ts";
import { namedCalendar } from "../../core/calendars/find.ts";
import { isSettableApp } from "../../core/calendars/settable.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { type CalendarId, type CalendarSubject, subjectKey } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { type Change, perform } from "./perform.ts";

/** There is one of it in an account, however it is set. */
export const DESTINATION_SCOPE = "destination";

/** Lets Cal.com add bookings to a calendar. */
export function setDestination(accountId: string, calendar: CalendarSubject): Promise<ActionReply> {
  const mutation = { scope: DESTINATION_SCOPE, key: subjectKey(calendar) };
  return perform(accountId, mutation, (state) => destinationChange(state, calendar));
}

/** What sets the destination to a calendar that can be one, unless it is that already and is the one that is wanted. */
export function destinationChange(
  state: AccountState,
  id: CalendarId,
): Change | "done-already" | ActionProblem {
  const found = namedCalendar(state, id);
  if ("problem" in found) return found;
  const { connection, calendar, name } = found;
  if (!isSettableApp(connection, calendar)) return { problem: "webAppOnly" };
  if (calendar.readOnly) return { problem: "readOnly" };
  const { current, remembered } = state.destination;
  const isAwaited = state.pending.some(({ action }) => action === "set-destination");
  if (sameDestination(current, name) && sameDestination(current, remembered) && !isAwaited)
    return "done-already";
  return changeTo(name);
}

function changeTo(name: CalendarName): Change {
  const { integration, externalId } = name;
  return {
    announced: { action: "set-destination", integration, externalId },
    send: (api, key) => set(api, key, name),
    look: ({ destination }) => (sameDestination(destination.current, name) ? "wanted" : "old"),
  };
}
