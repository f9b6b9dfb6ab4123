import { needsAdministrator } from "../calendars/break-kind.ts";
import { connectionOf } from "../calendars/find.ts";
import { replacementOf } from "../calendars/replaced.ts";
import type { AccountState } from "../model/account-state.ts";
import type { ConnectionId } from "../model/subject.ts";
import type { Place } from "../web-app-places.ts";

/**
 * Where in the web app an app is connected again, which makes a second connection of it. Where that would be one too many it is where
 * its connections are listed; of one that can't be told, the list of calendars.
 */
export function reconnectPlace(state: AccountState, id: ConnectionId): Place {
  const connection = connectionOf(state, id);
  if (!connection) return { page: "calendars" };
  const slug = connection.appSlug;
  if (needsAdministrator(connection)) return { page: "delegation" };
  const isThere = connection.condition === "healthy" || replacementOf(state, connection) !== undefined;
  return isThere ? { page: "installed", slug } : { page: "app", slug };
}
