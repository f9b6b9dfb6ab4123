import type { Memory } from "../../status/memory.ts";
import type { ConnectionId } from "../../status/subject.ts";
import { breakKind } from "../../telling/copy/break-kind.ts";
import { connectionOf } from "../../telling/copy/find.ts";
import type { Place } from "../../telling/places.ts";

/** Where in the web app a connection is made anew; the list of calendars for one that can't be told. */
export function reconnectPlace(memory: Memory, id: ConnectionId): Place {
  const connection = connectionOf(memory, id);
  if (!connection) return { page: "calendars" };
  const slug = connection.appSlug;
  if (connection.condition === "missing") return { page: "app", slug };
  const isBroken = connection.condition === "broken";
  if (isBroken && breakKind(connection) === "delegation") return { page: "delegation" };
  return { page: "installed", slug };
}
