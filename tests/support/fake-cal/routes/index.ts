import type { Route } from "../context.ts";
import { appleCredentialsRoute } from "./apple-credentials.ts";
import { calendarLinksRoute, referencesRoute } from "./booking.ts";
import { bookingsRoute, newestBookingsRoute, oldBookingsRoute } from "./bookings.ts";
import { busyTimesRoute } from "./busy-times.ts";
import { calendarsRoute } from "./calendars.ts";
import { checkRoute } from "./check.ts";
import { conferencingRoute } from "./conferencing.ts";
import { connectRoute } from "./connect.ts";
import { destinationRoute } from "./destination-calendars.ts";
import { disconnectRoute } from "./disconnect.ts";
import { eventTypesRoute, patchEventTypeRoute } from "./event-types.ts";
import { oldEventTypesRoute } from "./event-types-2024-04-15.ts";
import { icsFeedSaveRoute } from "./ics-feed-save.ts";
import { meRoute } from "./me.ts";
import { oauthSaveRoute } from "./oauth-save.ts";
import { selectRoute, unselectRoute } from "./selected-calendars.ts";

const ROUTES: readonly Route[] = [
  meRoute,
  calendarsRoute,
  busyTimesRoute,
  icsFeedSaveRoute,
  checkRoute,
  connectRoute,
  disconnectRoute,
  selectRoute,
  unselectRoute,
  destinationRoute,
  appleCredentialsRoute,
  oauthSaveRoute,
  eventTypesRoute,
  oldEventTypesRoute,
  patchEventTypeRoute,
  bookingsRoute,
  newestBookingsRoute,
  oldBookingsRoute,
  referencesRoute,
  calendarLinksRoute,
  conferencingRoute,
];

/** The route for a method, a path without query and a version, with the captures of its pattern. */
export function findRoute(
  method: string,
  path: string,
  version: string,
): { route: Route; params: string[] } | null {
  const wanted = method === "HEAD" ? "GET" : method;
  const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
  const available = ROUTES.filter(({ versions }) => versions?.includes(version) ?? true);
  for (const route of available) {
    const match = route.method === wanted ? route.pattern.exec(trimmed) : null;
    if (match !== null) {
      return { route, params: match.slice(1) };
    }
  }
  return null;
}
