import type { RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { isUnreadable } from "../model/subject.ts";
import { SETTABLE_DESTINATIONS } from "./settable-destinations.ts";

/** Whether bookings can be added to it from here. */
export function isSettable(connection: RememberedConnection, calendar: RememberedCalendar): boolean {
  return (
    SETTABLE_DESTINATIONS.has(connection.integration) &&
    isLive(connection, calendar) &&
    !calendar.readOnly &&
    !isUnreadable(connection)
  );
}

/** Whether Cal.com's last answer listed it. */
export function isLive({ condition }: RememberedConnection, { missing }: RememberedCalendar): boolean {
  return condition === "healthy" && !missing;
}
