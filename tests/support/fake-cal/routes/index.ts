import type { Route } from "../context.ts";
import { busyTimesRoute } from "./busy-times.ts";
import { calendarsRoute } from "./calendars.ts";
import { checkRoute } from "./check.ts";
import { connectRoute } from "./connect.ts";
import { destinationRoute } from "./destination-calendars.ts";
import { disconnectRoute } from "./disconnect.ts";
import { icsFeedSaveRoute } from "./ics-feed-save.ts";
import { meRoute } from "./me.ts";
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
];

/** The route for a method and a path without query, with the captures of its pattern. */
export function findRoute(method: string, path: string): { route: Route; params: string[] } | null {
  const wanted = method === "HEAD" ? "GET" : method;
  const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
  for (const route of ROUTES) {
    const match = route.method === wanted ? route.pattern.exec(trimmed) : null;
    if (match !== null) {
      return { route, params: match.slice(1) };
    }
  }
  return null;
}
