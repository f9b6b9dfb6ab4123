import type { RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { integrationOf } from "./find.ts";

/** The routes that set a destination know these apps only; for all others it can be set in the web app. */
const SETTABLE_APPS: ReadonlySet<string> = new Set([
  "google_calendar",
  "office365_calendar",
  "apple_calendar",
]);

/** Whether Cal.com's routes know the app of a calendar. @param calendar undefined where the connection alone is known */
export function isSettableApp(
  connection: RememberedConnection,
  calendar: RememberedCalendar | undefined,
): boolean {
  return SETTABLE_APPS.has(integrationOf(connection, calendar));
}

/** Whether bookings can be added to it from here. */
export function isSettable(connection: RememberedConnection, calendar: RememberedCalendar): boolean {
  return (
    isSettableApp(connection, calendar) &&
    isLive(connection, calendar) &&
    !calendar.readOnly &&
    connection.credentialId !== null
  );
}

/** Whether Cal.com's last answer listed it. */
export function isLive({ condition }: RememberedConnection, { missing }: RememberedCalendar): boolean {
  return condition === "healthy" && !missing;
}
