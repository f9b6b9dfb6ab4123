import { breakKind } from "../calendars/break-kind.ts";
import { connectionOf } from "../calendars/find.ts";
import type { AccountState } from "../model/account-state.ts";
import type { ConnectionId } from "../model/subject.ts";
import type { Place } from "../web-app-places.ts";

/** Where in the web app a connection is made anew; the list of calendars for one that can't be told. */
export function reconnectPlace(state: AccountState, id: ConnectionId): Place {
  const connection = connectionOf(state, id);
  if (!connection) return { page: "calendars" };
  const slug = connection.appSlug;
  if (connection.condition === "missing") return { page: "app", slug };
  const isBroken = connection.condition === "broken";
  if (isBroken && breakKind(connection) === "delegation") return { page: "delegation" };
  return { page: "installed", slug };
}
