import { needsAdministrator } from "../calendars/break-kind.ts";
import { connectionOf } from "../calendars/find.ts";
import { replacementOf } from "../calendars/replaced.ts";
import type { AccountState } from "../model/account-state.ts";
import type { ConnectionId } from "../model/subject.ts";
import type { Place } from "../web-app-places.ts";

/**
 * Where in the web app an app is connected again, which makes a second connection of it; the list of calendars where that would be
 * of no use: beside one that works or that another one stands for already, and of one that can't be told.
 */
export function reconnectPlace(state: AccountState, id: ConnectionId): Place {
  const connection = connectionOf(state, id);
  const isOf = connection && connection.condition !== "healthy" && !replacementOf(state, connection);
  if (!isOf) return { page: "calendars" };
  if (needsAdministrator(connection)) return { page: "delegation" };
  return { page: "app", slug: connection.appSlug };
}
