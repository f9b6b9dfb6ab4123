import { isDestinationChanged } from "../../../utils/core/actions/plan.ts";
import { type EventTypesPlan, planEventTypes } from "../../../utils/core/actions/plan-event-types.ts";
import { destinationRow } from "../../../utils/core/calendars/destination-connections.ts";
import { calendarOf, connectionOf } from "../../../utils/core/calendars/find.ts";
import { replacementOf } from "../../../utils/core/calendars/replaced.ts";
import { isLive } from "../../../utils/core/calendars/settable.ts";
import type { ActionMessage, Reason } from "../../../utils/messaging/action-message.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";

const DOUBTS: ReadonlySet<Reason["problem"]> = new Set(["notShown", "notReadBack", "timedOut"]);

/** Until another connection stands for the one that is to be removed. */
const LACKS: ReadonlySet<Reason["problem"]> = new Set(["noSuccessor", "successorBroke"]);

/** Whether a reason only said that something was not seen to be done, and by now it is. */
export function isSuperseded(
  accounts: readonly StoredAccount[],
  asked: ActionMessage,
  { problem }: Reason,
): boolean {
  const state = accounts.find(({ account }) => account.id === asked.accountId)?.state;
  if (asked.type === "remove-connection" && LACKS.has(problem)) {
    const old = state && connectionOf(state, asked.connection);
    return old !== undefined && state !== undefined && replacementOf(state, old)?.condition === "healthy";
  }
  if (!DOUBTS.has(problem)) return false;
  if (asked.type === "restore-destination") return state !== undefined && !isDestinationChanged(state);
  if (asked.type === "restore-event-types") {
    return state !== undefined && isNothingLeft(planEventTypes(state, asked.eventTypes));
  }
  if (!("calendar" in asked) || asked.type === "test-reading") return false;
  const connection = state && connectionOf(state, asked.calendar);
  const calendar = state && calendarOf(state, asked.calendar);
  if (!state || !connection || !calendar || !isLive(connection, calendar)) return false;
  return asked.type === "set-destination"
    ? destinationRow(state)(connection, calendar)
    : calendar.isSelected === (asked.type === "select-calendar");
}

const isNothingLeft = ({ restorable, not }: EventTypesPlan) => restorable.length + not.length === 0;
